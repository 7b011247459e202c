// A crash between two writes leaves the last whole state: each piece of work on the database is broken off at every
// one of its writes in turn, and afterwards the database holds what it held before, to the last record.

import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { openDatabase } from '../../../renderer/database/database';
import type { ChosenReport, MergeChoice } from '../../../renderer/database/exchanged-report';
import type { ReportRepository } from '../../../renderer/database/report-repository';
import { StorageError } from '../../../renderer/database/storage-error';
import type { Report } from '../../../shared/report/report';
import { MINUTE } from '../../../shared/report/revisions';
import { EMPTY_HISTORY, recordStep } from '../../../shared/report/undo-history';
import { freshName, openFresh, reportOf, store, SUMMARY, value } from './stored-reports';

const CELL = 'requests.newlyReceived.naturalPerson';
const NOW = Date.UTC(2026, 0, 20, 4, 0, 0);

const holding = (figure: number, year = 2023): Report => reportOf('甲局', year, 'own', [value(CELL, figure)]);

const EDIT = [value(CELL, 6)];
const STEP = recordStep(EMPTY_HISTORY, { label: '输入', forward: EDIT, inverse: [value(CELL, 5)] });

/** A report from another computer, changed after everything here, with a kept state of its own. */
const arriving = (choice: MergeChoice, report: Report): ChosenReport => ({
  incoming: {
    report,
    updatedAt: NOW + MINUTE,
    finalisedAt: null,
    revisions: [{ at: NOW - 2 * MINUTE, kind: 'named', name: '送审稿', report: holding(3) }],
  },
  choice,
  summary: SUMMARY,
});

interface Kept {
  /** A report with a figure, an undo step and a revision. */
  readonly report: string;
  /** A report in the bin, with the same. */
  readonly deleted: string;
}

type Work = (repository: ReportRepository, kept: Kept) => Promise<unknown>;

const WORK: readonly (readonly [name: string, work: Work])[] = [
  [
    'saving a figure with its undo step and the replaced state',
    (repository, { report }) => repository.saveReport(report, holding(6), SUMMARY, STEP, NOW),
  ],
  [
    'making a report of a new unit',
    (repository) =>
      repository.createReport(reportOf('乙局', 2023), { isExample: false, now: NOW, summary: SUMMARY }),
  ],
  ['deleting a report', (repository, { report }) => repository.deleteReport(report, NOW)],
  ['taking a deletion back', (repository, { deleted }) => repository.bin.restore(deleted)],
  ['emptying the bin', (repository) => repository.bin.purge(NOW * 2)],
  ['removing a deleted report for good', (repository, { deleted }) => repository.bin.remove([deleted])],
  ['renaming a unit', (repository) => repository.renameOrganisation('甲局', '丙局')],
  [
    'keeping a state by name',
    (repository, { report }) => repository.revisions.keep(report, holding(5), '留存', NOW),
  ],
  [
    'merging a report in place of the one kept here',
    (repository) => repository.exchange.merge([arriving('take', holding(7))], NOW),
  ],
  [
    'merging a report beside the one kept here',
    (repository) => repository.exchange.merge([arriving('keep', holding(7))], NOW),
  ],
  [
    'merging a report of a new unit',
    (repository) => repository.exchange.merge([arriving('take', reportOf('乙局', 2023))], NOW),
  ],
  [
    'merging a report in place of a damaged record',
    (repository) => repository.exchange.merge([arriving('take', holding(7, 2022))], NOW),
  ],
  [
    'merging one report of each kind',
    (repository) =>
      repository.exchange.merge(
        [
          arriving('take', holding(7)),
          arriving('take', reportOf('乙局', 2023)),
          arriving('keep', holding(8)),
        ],
        NOW,
      ),
  ],
  ['定稿', (repository, { report }) => repository.revisions.finalise(report, holding(5), SUMMARY, NOW)],
];

async function filled(name: string): Promise<Kept> {
  const repository = await openFresh(name);
  const report = await store(repository, holding(4));
  await repository.saveReport(report, holding(5), SUMMARY, STEP, NOW - MINUTE);
  const deleted = await store(repository, holding(9, 2021));
  await repository.saveReport(deleted, holding(8, 2021), SUMMARY, STEP, NOW - MINUTE);
  await repository.deleteReport(deleted, NOW - MINUTE);
  const damaged = await store(repository, holding(9, 2022));
  repository.close();
  const database = await openDatabase(name);
  await database.contents.update(damaged, { text: '{' });
  database.close();
  return { report, deleted };
}

/** Every record of every table. */
async function recordsOf(name: string): Promise<unknown> {
  const database = await openDatabase(name);
  const records = await Promise.all(
    database.tables.map(async (table) => [table.name, await table.toArray()] as const),
  );
  database.close();
  return Object.fromEntries(records);
}

/** Counts the writes from now on; the one of this number ends its transaction as a crash would. */
function breakOffAt(number: number): { readonly writes: () => number } {
  let writes = 0;
  for (const method of ['put', 'add', 'delete'] as const) {
    const original = IDBObjectStore.prototype[method] as (...words: unknown[]) => IDBRequest;
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
      this: IDBObjectStore,
      ...words: unknown[]
    ) {
      writes += 1;
      if (writes === number) this.transaction.abort();
      return original.apply(this, words) as never;
    });
  }
  return { writes: () => writes };
}

afterEach(() => vi.restoreAllMocks());

it.each(WORK)('%s, broken off at any of its writes, leaves everything as it was', async (_name, work) => {
  let number = 1;
  for (; ; number += 1) {
    const name = freshName();
    const kept = await filled(name);
    const before = await recordsOf(name);
    const repository = await openFresh(name);
    const { writes } = breakOffAt(number);
    const outcome = await work(repository, kept).then(
      () => 'done',
      (error: unknown) => error,
    );
    const isBrokenOff = writes() >= number;
    vi.restoreAllMocks();
    repository.close();
    if (!isBrokenOff) {
      expect(outcome).toBe('done');
      expect(await recordsOf(name)).not.toEqual(before);
      break;
    }
    expect(outcome).toBeInstanceOf(StorageError);
    expect(await recordsOf(name), `broken off at write ${number}`).toEqual(before);
  }
  expect(number, 'writes that were broken off').toBeGreaterThan(1);
});
