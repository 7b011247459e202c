// Reports kept and opened, and the promise that the save state is always true, on a real repository over IndexedDB.

import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openReportRepository } from '../../../renderer/database/dexie-report-repository';
import type { ReportRepository } from '../../../renderer/database/report-repository';
import { StorageError } from '../../../renderer/database/storage-error';
import { unavailableRepository } from '../../../renderer/database/unavailable-repository';
import { createReportStore } from '../../../renderer/store/report-store';
import { createWorkspace, type Workspace } from '../../../renderer/store/workspace';
import { enteredValue } from '../../../shared/report/report';
import { idOf } from '../database/stored-reports';

const RECEIVED = 'requests.newlyReceived.naturalPerson';
const IDENTITY = { organisation: '某局', scope: 'own', year: 2021 } as const;

let repository: ReportRepository;
let databaseNumber = 0;
let ids = 0;

beforeEach(async () => {
  databaseNumber += 1;
  repository = await openReportRepository({
    newId: () => `id-${(ids += 1)}`,
    databaseName: `workspace-${databaseNumber}`,
  });
});
afterEach(() => repository.close());

function open(over: ReportRepository = repository): Workspace {
  return createWorkspace({ store: createReportStore(), repository: over, now: () => 1_700_000_000_000 });
}

const type = (workspace: Workspace, value: number): void =>
  workspace.store.dispatch([{ kind: 'value', address: RECEIVED, value }], '输入');

describe('the workspace', () => {
  it('keeps what was typed and shows it again on the next start, in the same section', async () => {
    const first = open();
    await first.start();
    await first.createReport(IDENTITY);
    first.showSection('requests');
    type(first, 4);
    expect((await first.autosave.flush()).kind).toBe('saved');

    const second = open();
    await second.start();
    expect(second.getState().section).toBe('requests');
    expect(enteredValue(second.store.getSnapshot()!.report, RECEIVED)).toBe(4);
    expect(second.store.undo()).toBe('输入');
  });

  it('keeps units, years and both scopes apart', async () => {
    const workspace = open();
    await workspace.start();
    const identities = [
      IDENTITY,
      { ...IDENTITY, year: 2022 },
      { ...IDENTITY, scope: 'consolidated' as const },
      { ...IDENTITY, organisation: '某县人民政府' },
    ];
    for (const [at, identity] of identities.entries()) {
      await workspace.createReport(identity);
      type(workspace, at + 1);
    }
    await workspace.autosave.flush();
    const kept = await Promise.all(
      identities.map(async ({ organisation, scope, year }) => {
        const loaded = await repository.loadReport((await idOf(repository, organisation, scope, year))!);
        return loaded && 'report' in loaded ? enteredValue(loaded.report, RECEIVED) : undefined;
      }),
    );
    expect(kept).toEqual([1, 2, 3, 4]);
  });

  it('never overwrites a kept report by a new one of the same unit, scope and year', async () => {
    const workspace = open();
    await workspace.start();
    await workspace.createReport(IDENTITY);
    type(workspace, 4);
    expect((await workspace.createReport(IDENTITY)).outcome).toBe('exists');
    expect(enteredValue(workspace.store.getSnapshot()!.report, RECEIVED)).toBe(4);
  });

  it('takes last year of the same unit and scope for the carry-over', async () => {
    const workspace = open();
    await workspace.start();
    await workspace.createReport(IDENTITY);
    workspace.store.dispatch(
      [{ kind: 'value', address: 'requests.carriedForwardToNextYear.naturalPerson', value: 2 }],
      '输入',
    );
    await workspace.createReport({ ...IDENTITY, year: 2022 });
    workspace.store.dispatch(
      [{ kind: 'value', address: 'requests.carriedOverFromLastYear.naturalPerson', value: 3 }],
      '输入',
    );
    const finding = workspace.store
      .getSnapshot()!
      .evaluation.findings.find(({ bound }) => bound.rule.id === 'requests.carryOver');
    expect(finding).toMatchObject({ left: 3, right: 2, difference: 1 });
  });

  it('says 未保存 while writing fails, goes on in memory, and says 已保存 when it works again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let isFull = false;
    const failing: ReportRepository = new Proxy(repository, {
      get: (target, name) =>
        name === 'saveReport' && isFull
          ? () => Promise.reject(new StorageError('quotaExceeded', 'disk full'))
          : Reflect.get(target, name, target).bind(target),
    });
    const workspace = open(failing);
    await workspace.start();
    await workspace.createReport(IDENTITY);
    isFull = true;
    type(workspace, 5);
    expect(await workspace.autosave.flush()).toEqual({ kind: 'unsaved', failure: 'quotaExceeded' });
    type(workspace, 6);
    expect(enteredValue(workspace.store.getSnapshot()!.report, RECEIVED)).toBe(6);
    expect((await workspace.openReport('elsewhere')).outcome).toBe('failed');
    isFull = false;
    await vi.advanceTimersByTimeAsync(3000);
    vi.useRealTimers();
    expect((await workspace.autosave.flush()).kind).toBe('saved');
    const again = open();
    await again.start();
    expect(enteredValue(again.store.getSnapshot()!.report, RECEIVED)).toBe(6);
  });

  it('never says 已保存 while a committed figure or letter is not on disk', async () => {
    const workspace = open();
    await workspace.start();
    await workspace.createReport(IDENTITY);
    expect(workspace.autosave.getState().kind).toBe('saved');
    workspace.store.dispatch([{ kind: 'narrative', section: 'overview', text: '本年度' }], '输入文字');
    expect(workspace.autosave.getState().kind).toBe('saving');
    await workspace.autosave.flush();
    expect(workspace.autosave.getState().kind).toBe('saved');
    type(workspace, 4);
    expect(workspace.autosave.getState().kind).toBe('saving');
    await workspace.autosave.flush();
    const loaded = await repository.loadReport(workspace.store.getSnapshot()!.id);
    expect(loaded && 'report' in loaded && loaded.report.narrative['overview']).toBe('本年度');
  });

  it('lets a report be typed in memory when the database cannot be opened, and says so', async () => {
    const failure = new StorageError('denied', 'no database here');
    const workspace = createWorkspace({
      store: createReportStore(),
      repository: unavailableRepository(failure),
      now: () => 0,
      storageFailure: 'denied',
    });
    await workspace.start();
    await workspace.createReport(IDENTITY);
    type(workspace, 4);
    expect(await workspace.autosave.flush()).toEqual({ kind: 'unsaved', failure: 'denied' });
    expect(enteredValue(workspace.store.getSnapshot()!.report, RECEIVED)).toBe(4);
    workspace.autosave.stop();
  });

  it('removes an example in one step and keeps it out of the previous-year look-up', async () => {
    const workspace = open();
    await workspace.start();
    await workspace.createReport(IDENTITY);
    const { report } = workspace.store.getSnapshot()!;
    await workspace.addReport({ ...report, organisation: '示例局' }, { isExample: true });
    expect(workspace.store.getSnapshot()!.isExample).toBe(true);
    expect(await idOf(repository, '示例局', 'own', 2021)).toBeUndefined();
    await workspace.deleteReport(workspace.store.getSnapshot()!.id);
    expect(workspace.store.getSnapshot()).toBeNull();
    expect(workspace.getState().entries).toHaveLength(1);
  });
});
