// What is entered while another report is being opened, made or stored is not lost: the report that is left is written
// before it goes.

import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import type { ReportRepository } from '../../../renderer/database/report-repository';
import { StorageError } from '../../../renderer/database/storage-error';
import { createReportStore } from '../../../renderer/store/report-store';
import { createWorkspace, type Workspace } from '../../../renderer/store/workspace';
import { cellAddress } from '../../../shared/forms/cell-address';
import { enteredValue } from '../../../shared/report/report';
import { idOf, openFresh } from '../database/stored-reports';

const RECEIVED = cellAddress('requests', 'newlyReceived', 'naturalPerson');
const IDENTITY = { organisation: '某局', scope: 'own', year: 2021 } as const;
const OTHER = { ...IDENTITY, year: 2022 } as const;

/** Runs in the middle of the named call, once. */
let meanwhile: { readonly during: keyof ReportRepository; readonly act: () => void } | undefined;
/** Calls of these names are refused from now on. */
let refused: readonly (keyof ReportRepository)[];
let repository: ReportRepository;
let workspace: Workspace;
let left: string;

beforeEach(async () => {
  meanwhile = undefined;
  refused = [];
  repository = await openFresh();
  const slow = new Proxy(repository, {
    get(target, name: keyof ReportRepository) {
      const own = Reflect.get(target, name, target) as unknown;
      if (typeof own !== 'function') return own;
      return async (...words: unknown[]) => {
        if (refused.includes(name)) throw new StorageError('unknown', 'refused');
        const result: unknown = await own.apply(target, words);
        if (meanwhile?.during === name) {
          const { act } = meanwhile;
          meanwhile = undefined;
          act();
        }
        return result;
      };
    },
  });
  workspace = createWorkspace({ store: createReportStore(), repository: slow, now: () => 1_700_000_000_000 });
  await workspace.start();
  await workspace.createReport(OTHER);
  await workspace.createReport(IDENTITY);
  left = workspace.store.getSnapshot()!.id;
});

const enterFigure = (figure: number): void =>
  workspace.store.dispatch([{ kind: 'value', address: RECEIVED, value: figure }], '输入');
const enterText = (text: string): void =>
  workspace.store.dispatch([{ kind: 'narrative', section: 'overview', text }], '输入文字');

async function stored(id: string): Promise<unknown> {
  const loaded = await repository.loadReport(id);
  if (!loaded || !('report' in loaded)) throw new Error('not there');
  return { figure: enteredValue(loaded.report, RECEIVED), text: loaded.report.narrative['overview'] ?? '' };
}

const otherId = (): Promise<string | undefined> =>
  idOf(repository, OTHER.organisation, OTHER.scope, OTHER.year);

it('keeps text that is typed while another report is being read', async () => {
  meanwhile = { during: 'loadReport', act: () => enterText('刚输入的一句') };
  await workspace.openReport((await otherId())!);
  expect(workspace.store.getSnapshot()!.report.year).toBe(2022);
  expect(await stored(left)).toMatchObject({ text: '刚输入的一句' });
});

it('keeps the last of several figures that are typed while another report is being read', async () => {
  const id = (await otherId())!;
  meanwhile = {
    during: 'readReports',
    act: () => {
      enterFigure(1);
      enterFigure(12);
    },
  };
  await workspace.openReport(id);
  expect(await stored(left)).toMatchObject({ figure: 12 });
});

it('keeps the figure that stands in an open editor when another report is opened', async () => {
  const id = (await otherId())!;
  workspace.store.setPending({ address: RECEIVED, value: 7 });
  await workspace.openReport(id);
  expect(workspace.store.getSnapshot()!.report.year).toBe(2022);
  expect(await stored(left)).toMatchObject({ figure: 7 });
});

it('keeps the figure that is begun in an editor while another report is being read', async () => {
  const id = (await otherId())!;
  meanwhile = {
    during: 'readReports',
    act: () => workspace.store.setPending({ address: RECEIVED, value: 8 }),
  };
  await workspace.openReport(id);
  expect(await stored(left)).toMatchObject({ figure: 8 });
});

it('keeps text that is typed while a new report is being stored', async () => {
  meanwhile = { during: 'createReport', act: () => enterText('刚输入的一句') };
  await workspace.createReport({ ...IDENTITY, year: 2023 });
  expect(workspace.store.getSnapshot()!.report.year).toBe(2023);
  expect(await stored(left)).toMatchObject({ text: '刚输入的一句' });
});

it('stays with the report that cannot be written rather than leave it', async () => {
  meanwhile = {
    during: 'loadReport',
    act: () => {
      refused = ['saveReport'];
      enterFigure(5);
    },
  };
  expect(await workspace.openReport((await otherId())!)).toEqual({ outcome: 'failed', reason: 'unsaved' });
  expect(enteredValue(workspace.store.getSnapshot()!.report, RECEIVED)).toBe(5);
  expect(workspace.autosave.getState()).toEqual({ kind: 'unsaved', failure: 'unknown' });
  workspace.autosave.stop();
});

it('stays with it too when neither it nor a new report can be stored', async () => {
  refused = ['createReport', 'saveReport'];
  const creating = workspace.createReport({ ...IDENTITY, year: 2023 });
  enterFigure(5);
  expect(await creating).toEqual({ outcome: 'failed', reason: 'unsaved' });
  expect(enteredValue(workspace.store.getSnapshot()!.report, RECEIVED)).toBe(5);
  workspace.autosave.stop();
});

it('goes on saving a report that could be stored only later, even when the list could not be read then', async () => {
  refused = ['createReport'];
  await workspace.createReport({ ...IDENTITY, year: 2023 });
  expect(workspace.autosave.getState().kind).toBe('unsaved');
  refused = ['listReports'];
  await workspace.autosave.flush();
  refused = [];
  enterFigure(7);
  expect((await workspace.autosave.flush()).kind).toBe('saved');
  const id = await idOf(repository, '某局', 'own', 2023);
  expect(await stored(id!)).toMatchObject({ figure: 7 });
});
