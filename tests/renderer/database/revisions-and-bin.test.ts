// Kept states, 定稿, the bin and renaming, on a real (in-memory) IndexedDB.

import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../renderer/database/database';
import { applyEdits } from '../../../shared/report/edits';
import { editsBetween } from '../../../shared/report/edits-between';
import { enteredValue, type Report } from '../../../shared/report/report';
import { BIN_PERIOD, MINUTE } from '../../../shared/report/revisions';
import { EMPTY_HISTORY, recordStep } from '../../../shared/report/undo-history';
import { idOf, freshName, openFresh, reportOf, store, SUMMARY, value } from './stored-reports';

const CELL = 'requests.newlyReceived.naturalPerson';
const START = Date.UTC(2026, 0, 20, 4, 0, 0);

const holding = (figure: number): Report => reportOf('甲局', 2023, 'own', [value(CELL, figure)]);

async function figuresKept(
  repository: Awaited<ReturnType<typeof openFresh>>,
  id: string,
): Promise<unknown[]> {
  const revisions = await repository.revisions.list(id);
  return revisions.map(({ kind, name, content }) => [
    kind,
    name,
    'report' in content ? enteredValue(content.report, CELL) : 'damaged',
  ]);
}

describe('automatic revisions', () => {
  it('keep the last state of each minute of work, not every key', async () => {
    const repository = await openFresh();
    const id = await store(repository, holding(1));
    await repository.saveReport(id, holding(2), SUMMARY, undefined, START);
    await repository.saveReport(id, holding(3), SUMMARY, undefined, START + 10_000);
    expect(await figuresKept(repository, id)).toEqual([['automatic', '', 1]]);

    await repository.saveReport(id, holding(4), SUMMARY, undefined, START + MINUTE);
    await repository.saveReport(id, holding(4), SUMMARY, undefined, START + 5 * MINUTE);

    expect(await figuresKept(repository, id)).toEqual([
      ['automatic', '', 3],
      ['automatic', '', 1],
    ]);
  });

  it('are thinned with age while work goes on', async () => {
    const repository = await openFresh();
    const id = await store(repository, holding(0));
    for (let minute = 0; minute < 180; minute += 1)
      await repository.saveReport(id, holding(minute + 1), SUMMARY, undefined, START + minute * MINUTE);
    const kept = await repository.revisions.list(id);
    // An hour of minutes, two hours of hours, the day of 1970 of the first state.
    expect(kept.length).toBeLessThanOrEqual(64);
    expect(kept.length).toBeGreaterThanOrEqual(60);
  });

  it('are not made of an empty form', async () => {
    const repository = await openFresh();
    const created = await repository.createReport(reportOf('甲局', 2023), {
      isExample: false,
      now: 0,
      summary: { ...SUMMARY, state: 'untouched' },
    });
    const id = 'id' in created ? created.id : '';
    await repository.saveReport(id, holding(1), SUMMARY, undefined, START);
    expect(await repository.revisions.list(id)).toEqual([]);
  });
});

describe('revisions', () => {
  it('kept by name stay, and can be restored as an edit that can be undone', async () => {
    const repository = await openFresh();
    const id = await store(repository, holding(5));
    await repository.revisions.keep(id, holding(5), '送审稿', START);
    await repository.saveReport(id, holding(9), SUMMARY, undefined, START + 1);

    const [revision] = await repository.revisions.list(id);
    if (!revision || !('report' in revision.content)) throw new Error('not kept');
    const restored = applyEdits(holding(9), editsBetween(holding(9), revision.content.report));

    expect(revision).toMatchObject({ kind: 'named', name: '送审稿', at: START });
    expect(enteredValue(restored.report, CELL)).toBe(5);
    expect(enteredValue(applyEdits(restored.report, restored.inverse).report, CELL)).toBe(9);
  });

  it('of a damaged text are listed as damaged and hide no other', async () => {
    const name = freshName();
    const repository = await openFresh(name);
    const id = await store(repository, holding(5));
    await repository.revisions.keep(id, holding(5), '一', START);
    await repository.revisions.keep(id, holding(6), '二', START + 1);
    const database = await openDatabase(name);
    await database.revisions
      .filter((one) => one.name === '一')
      .modify((one: { text: string }) => {
        one.text = one.text.replace(':5', ':7');
      });
    database.close();
    expect(await figuresKept(repository, id)).toEqual([
      ['named', '二', 6],
      ['named', '一', 'damaged'],
    ]);
  });

  it('lock a finalised report and open it again, keeping both', async () => {
    const repository = await openFresh();
    const id = await store(repository, holding(5));
    await repository.revisions.finalise(id, holding(5), { ...SUMMARY, state: 'passes' }, START);
    expect(await repository.loadReport(id)).toMatchObject({ finalisedAt: START });
    expect(await repository.listReports()).toMatchObject([{ finalisedAt: START, state: 'passes' }]);

    await repository.revisions.reopen(id, START + 1);

    expect(await repository.loadReport(id)).toMatchObject({ finalisedAt: null });
    expect(await figuresKept(repository, id)).toEqual([
      ['reopened', '', 5],
      ['finalised', '', 5],
    ]);
    await expect(repository.revisions.reopen('nobody', 1)).rejects.toMatchObject({ reason: 'missing' });
  });
});

describe('the bin', () => {
  it('gives a deleted report back with its undo steps and revisions', async () => {
    const repository = await openFresh();
    const id = await store(repository, holding(5));
    const history = recordStep(EMPTY_HISTORY, {
      label: '输入',
      forward: [value(CELL, 5)],
      inverse: [value(CELL, null)],
    });
    await repository.saveReport(id, holding(5), SUMMARY, history, START);
    await repository.revisions.keep(id, holding(5), '留', START);
    await repository.deleteReport(id, START);
    expect(await repository.bin.list()).toMatchObject([
      { id, deletedAt: START, report: { organisation: '甲局', year: 2023 } },
    ]);

    expect(await repository.bin.restore(id)).toEqual({ restored: id });

    expect(await repository.loadReport(id)).toMatchObject({ history, isHistoryLost: false });
    expect(await repository.revisions.list(id)).toHaveLength(1);
    expect(await repository.bin.list()).toEqual([]);
    expect(await repository.bin.restore(id)).toBeUndefined();
  });

  it('does not overwrite a report that took the place meanwhile', async () => {
    const repository = await openFresh();
    const id = await store(repository, holding(5));
    await repository.deleteReport(id, START);
    const other = await store(repository, holding(6));
    expect(await repository.bin.restore(id)).toEqual({ exists: other });
    expect(await repository.bin.list()).toHaveLength(1);
  });

  it('is emptied by hand of what is named, with all that was kept of it, and of nothing else', async () => {
    const name = freshName();
    const repository = await openFresh(name);
    const step = { label: '输入', forward: [value(CELL, 5)], inverse: [value(CELL, null)] };
    const history = recordStep(EMPTY_HISTORY, step);
    const ids: string[] = [];
    for (const year of [2021, 2022, 2023]) {
      const report = reportOf('甲局', year, 'own', [value(CELL, 5)]);
      const id = await store(repository, report);
      await repository.saveReport(id, report, SUMMARY, history, START);
      await repository.revisions.keep(id, report, '留', START);
      await repository.deleteReport(id, START);
      ids.push(id);
    }
    const [removed, kept, restored] = ids as [string, string, string];
    await repository.bin.restore(restored);

    // One that has been brought back meanwhile is no longer in the bin: it stays.
    await repository.bin.remove([removed, restored, 'never there']);

    expect((await repository.bin.list()).map((one) => one.id)).toEqual([kept]);
    expect(await repository.bin.restore(removed)).toBeUndefined();
    expect(await repository.loadReport(restored)).toMatchObject({ history, isHistoryLost: false });
    const database = await openDatabase(name);
    for (const table of [database.revisions, database.history]) {
      const owners = (await table.toArray()).map((one) => one.reportId);
      expect(new Set(owners)).toEqual(new Set([kept, restored]));
    }
    database.close();
    repository.close();
  });

  it('is emptied of what has lain in it for thirty days, and of nothing else', async () => {
    const name = freshName();
    const repository = await openFresh(name);
    const old = await store(repository, holding(5));
    await repository.revisions.keep(old, holding(5), '留', START);
    await repository.deleteReport(old, START);
    const young = await store(repository, holding(6));
    await repository.revisions.keep(young, holding(6), '留', START);
    await repository.deleteReport(young, START + 2);

    await repository.bin.purge(START + BIN_PERIOD + 1);

    expect((await repository.bin.list()).map((one) => one.id)).toEqual([young]);
    const database = await openDatabase(name);
    expect((await database.revisions.toArray()).map((one) => one.reportId)).toEqual([young]);
    database.close();
  });
});

describe('renaming a unit', () => {
  it('renames all its reports, those in the bin too, and no other unit’s', async () => {
    const repository = await openFresh();
    const [own, rollUp, deleted] = [
      await store(repository, reportOf('甲局', 2023)),
      await store(repository, reportOf('甲局', 2023, 'consolidated')),
      await store(repository, reportOf('甲局', 2022)),
    ];
    const other = await store(repository, reportOf('乙局', 2023));
    await repository.deleteReport(deleted, START);

    expect(await repository.renameOrganisation('甲局', '乙局')).toBe('taken');
    expect(await repository.renameOrganisation('丙局', '丁局')).toBe('unknown');
    expect(await repository.renameOrganisation('甲局', '甲委')).toBe('renamed');

    for (const id of [own, rollUp])
      expect(await repository.loadReport(id)).toMatchObject({ report: { organisation: '甲委' } });
    expect(await repository.loadReport(other)).toMatchObject({ report: { organisation: '乙局' } });
    expect(await idOf(repository, '甲委', 'own', 2023)).toBe(own);
    expect(await idOf(repository, '甲局', 'own', 2023)).toBeUndefined();
    await repository.bin.restore(deleted);
    expect(await repository.loadReport(deleted)).toMatchObject({ report: { organisation: '甲委' } });
  });
});
