// A thousand damaged databases: never an unhandled error, never a silent loss, never a wrong figure.

import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { openDatabase, type ReportDatabase } from '../../../renderer/database/database';
import { StorageError } from '../../../renderer/database/storage-error';
import { envelopeOf } from '../../../shared/report/restore-report';
import { EMPTY_HISTORY, recordStep } from '../../../shared/report/undo-history';
import { freshName, openFresh, reportOf, store, SUMMARY, value } from './stored-reports';

const SEEDS = 1000;
const CELL = 'requests.newlyReceived.naturalPerson';

/** A small generator that gives the same numbers for the same seed. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Damage = string | number | null | undefined | object;

/** Damages one field of one record: cut short, one character changed, replaced by nonsense, or removed. */
async function damage(database: ReportDatabase, next: (below: number) => number): Promise<void> {
  const table = [database.reports, database.contents, database.history, database.revisions][next(4)]!;
  const records: Record<string, unknown>[] = (await (table as typeof database.contents).toArray()) as never;
  const record = records[next(records.length)];
  if (!record) return;
  const keys = ['id', 'reportId', 'position', 'kind', 'at', 'organisationId', 'scope', 'year'];
  const fields = Object.keys(record).filter((field) => !keys.includes(field));
  const field = fields[next(fields.length)]!;
  const before = record[field];
  const nonsense: Damage[] = [null, undefined, -1, 'x', {}, [], Number.NaN];
  let after: unknown = nonsense[next(nonsense.length)];
  if (typeof before === 'string' && before.length > 0) {
    const at = next(before.length);
    const changed = String.fromCharCode(before.charCodeAt(at) ^ (1 << next(4)));
    if (next(3) > 0)
      after = next(2) ? before.slice(0, at) : before.slice(0, at) + changed + before.slice(at + 1);
  }
  if (next(8) === 0) Reflect.deleteProperty(record, field);
  else record[field] = after;
  await (table as typeof database.contents).put(record as never);
}

describe('a damaged database', () => {
  it(`never crashes, lies or hides a report, with ${SEEDS} kinds of damage`, async () => {
    const name = freshName();
    const repository = await openFresh(name);
    const reports = [2021, 2022, 2023].map((year) => reportOf('甲局', year, 'own', [value(CELL, year)]));
    const ids: string[] = [];
    for (const report of reports) {
      const id = await store(repository, report);
      const step = { label: '输入', forward: [value(CELL, 1)], inverse: [value(CELL, null)] };
      await repository.saveReport(id, report, SUMMARY, recordStep(EMPTY_HISTORY, step), 5);
      await repository.revisions.keep(id, report, '留', 6);
      ids.push(id);
    }
    const database = await openDatabase(name);
    const tables = [database.reports, database.contents, database.history, database.revisions] as const;
    const whole = await Promise.all(tables.map((table) => (table as typeof database.contents).toArray()));
    let refused = 0;
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const next = numbersFrom(seed);
      for (let times = next(3); times >= 0; times -= 1) await damage(database, next);
      const listed = await repository.listReports();
      expect(listed.map((entry) => entry.id).sort(), `seed ${seed}`).toEqual(ids.toSorted());
      for (const [index, id] of ids.entries()) {
        const loaded = await repository.loadReport(id);
        if (loaded && 'report' in loaded)
          expect(envelopeOf(loaded.report), `seed ${seed}`).toEqual(envelopeOf(reports[index]!));
        else {
          refused += 1;
          expect(loaded, `seed ${seed}`).toMatchObject({ id, damaged: { chinese: expect.any(String) } });
        }
        for (const { content } of await repository.revisions.list(id))
          if ('report' in content) expect(envelopeOf(content.report)).toEqual(envelopeOf(reports[index]!));
      }
      const all = await repository.exchange.readAll();
      expect(all.reports.length + all.damaged.length, `seed ${seed}`).toBeGreaterThanOrEqual(3);
      for (const [at, table] of tables.entries()) {
        await (table as typeof database.contents).clear();
        await (table as typeof database.contents).bulkPut(whole[at]!);
      }
    }
    expect(refused).toBeGreaterThan(SEEDS / 4);
    database.close();
  }, 120_000);

  it('without a readable version mark is refused, not guessed', async () => {
    for (const mark of [undefined, 'one', null, 1.5]) {
      const name = freshName();
      (await openFresh(name)).close();
      const database = await openDatabase(name);
      await database.about.put({ key: 'dataVersion', value: mark });
      database.close();
      await expect(openFresh(name)).rejects.toMatchObject({ reason: 'damaged' });
      await expect(openFresh(name)).rejects.toBeInstanceOf(StorageError);
    }
  });
});
