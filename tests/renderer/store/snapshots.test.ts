// When a snapshot of everything kept goes to the desktop, what stands in it, and that a failed one is told once.

import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../../renderer/database/database';
import { openReportRepository } from '../../../renderer/database/dexie-report-repository';
import type { ReportRepository } from '../../../renderer/database/report-repository';
import { StorageError } from '../../../renderer/database/storage-error';
import { unavailableRepository } from '../../../renderer/database/unavailable-repository';
import type { Platform } from '../../../renderer/platform/platform';
import { createReportStore } from '../../../renderer/store/report-store';
import { createSnapshotKeeper, needsSnapshot } from '../../../renderer/store/snapshots';
import { createWorkspace, type Workspace } from '../../../renderer/store/workspace';
import { readBackupFile } from '../../../shared/formats/backup-file/backup-file';
import type { KeepSnapshotResult } from '../../../shared/ipc/contract';
import { enteredValue } from '../../../shared/report/report';
import { idOf } from '../database/stored-reports';

const CELL = 'requests.newlyReceived.naturalPerson';
const IDENTITY = { organisation: '某局', scope: 'own', year: 2021 } as const;
const HOUR = 3_600_000;

let repository: ReportRepository;
let workspace: Workspace;
let now: number;
let number = 0;
/** What the desktop was handed, and what it answers. */
let written: Uint8Array[];
let wholeness: boolean[];
let answer: KeepSnapshotResult;

const snapshots: NonNullable<Platform['snapshots']> = {
  keep: ({ bytes, isWhole }) => {
    if (answer.outcome === 'kept') written.push(bytes);
    wholeness.push(isWhole);
    return Promise.resolve(answer);
  },
  list: () => Promise.resolve([]),
  read: () => Promise.resolve({ outcome: 'failed', reason: '' }),
  setDataAside: () => Promise.resolve({ outcome: 'cancelled' }),
};

beforeEach(async () => {
  number += 1;
  now = 1_700_000_000_000;
  written = [];
  wholeness = [];
  answer = { outcome: 'kept' };
  repository = await openReportRepository({
    newId: () => crypto.randomUUID(),
    databaseName: `snapshots-${number}`,
  });
  workspace = createWorkspace({ store: createReportStore(), repository, now: () => now });
  // The database itself goes by its own timers.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  repository.close();
});

async function type(value: number): Promise<void> {
  workspace.store.dispatch([{ kind: 'value', address: CELL, value }], '输入');
  await workspace.autosave.flush();
}

/** Lets the time pass; the snapshot that falls due then has been handed over, or has failed, afterwards. */
async function pass(milliseconds: number): Promise<void> {
  now += milliseconds;
  await vi.advanceTimersByTimeAsync(milliseconds);
}

function figuresIn(bytes: Uint8Array | undefined): readonly unknown[] {
  const read = readBackupFile(bytes!);
  if (!read.ok) throw new Error(read.refusal.english);
  return read.backup.reports.map(({ report }) => enteredValue(report, CELL));
}

describe('automatic snapshots', () => {
  it('are kept after the start, when there is anything to keep', async () => {
    await workspace.start();
    await workspace.createReport(IDENTITY);
    await type(4);
    const keeper = createSnapshotKeeper(workspace, snapshots);
    keeper.begin();
    await pass(3000);
    await vi.waitFor(() => expect(written.map(figuresIn)).toEqual([[4]]));
  });

  it('are not kept of nothing', async () => {
    await workspace.start();
    const keeper = createSnapshotKeeper(workspace, snapshots);
    keeper.begin();
    await pass(2 * HOUR);
    await keeper.keepNow();
    expect(written).toEqual([]);
  });

  it('are kept at most once an hour, with everything that was saved meanwhile, and only when something was', async () => {
    await workspace.start();
    await workspace.createReport(IDENTITY);
    const keeper = createSnapshotKeeper(workspace, snapshots);
    keeper.begin();
    await pass(3000);
    await vi.waitFor(() => expect(written).toHaveLength(1));
    await type(5);
    await pass(HOUR / 2);
    await type(6);
    expect(written).toHaveLength(1);
    await pass(HOUR / 2);
    await vi.waitFor(() => expect(written).toHaveLength(2));
    expect(figuresIn(written[1])).toEqual([6]);
    await pass(5 * HOUR);
    expect(written).toHaveLength(2);
    // Long after the last one the next save waits for nothing but a pause in the work.
    await type(7);
    await pass(19_000);
    await type(8);
    await pass(19_000);
    expect(written).toHaveLength(2);
    await pass(1000);
    await vi.waitFor(() => expect(written).toHaveLength(3));
  });

  it('are kept on closing when something changed since the last one, and not otherwise', async () => {
    await workspace.start();
    await workspace.createReport(IDENTITY);
    const keeper = createSnapshotKeeper(workspace, snapshots);
    await keeper.keepNow();
    await keeper.keepNow();
    expect(written).toHaveLength(1);
    await type(8);
    await keeper.keepNow();
    expect(written.map(figuresIn)).toEqual([[null], [8]]);
  });

  it('that fail are told once until one succeeds, and are tried again', async () => {
    await workspace.start();
    await workspace.createReport(IDENTITY);
    answer = { outcome: 'failed', reason: '磁盘已满。' };
    const keeper = createSnapshotKeeper(workspace, snapshots);
    await keeper.keepNow();
    const told: string[] = [];
    // The window is drawn after the first attempt: it is told all the same.
    keeper.onFailure((reason) => told.push(reason));
    await keeper.keepNow();
    await keeper.keepNow();
    expect(told).toEqual(['磁盘已满。']);
    answer = { outcome: 'kept' };
    await keeper.keepNow();
    expect(written).toHaveLength(1);
    await type(9);
    answer = { outcome: 'failed', reason: '没有权限。' };
    await keeper.keepNow();
    expect(told).toEqual(['磁盘已满。', '没有权限。']);
  });

  it('that cannot even be read from the database are told too, and nothing throws', async () => {
    await workspace.start();
    await workspace.createReport(IDENTITY);
    const keeper = createSnapshotKeeper(workspace, snapshots);
    const told: string[] = [];
    keeper.onFailure((reason) => told.push(reason));
    repository.close();
    await keeper.keepNow();
    expect(told).toEqual([expect.stringMatching(/读不出来/)]);
  });

  it('say whether a damaged record had to be left out', async () => {
    await workspace.start();
    await workspace.createReport(IDENTITY);
    await workspace.createReport({ ...IDENTITY, year: 2022 });
    const keeper = createSnapshotKeeper(workspace, snapshots);
    await keeper.keepNow();
    const database = await openDatabase(`snapshots-${number}`);
    const id = (await idOf(repository, '某局', 'own', 2021))!;
    await database.contents.update(id, { text: '{' });
    database.close();
    await type(3);
    await keeper.keepNow();
    expect(wholeness).toEqual([true, false]);
    expect(figuresIn(written[1])).toEqual([3]);
  });

  it('are never kept of a database that could not be opened', async () => {
    const failure = new StorageError('damaged', 'x');
    const broken = createWorkspace({
      store: createReportStore(),
      repository: unavailableRepository(failure),
      now: () => now,
      storageFailure: 'damaged',
    });
    await broken.start();
    await broken.createReport(IDENTITY);
    const keeper = createSnapshotKeeper(broken, snapshots);
    keeper.begin();
    await pass(2 * HOUR);
    await keeper.keepNow();
    expect(written).toEqual([]);
  });
});

describe('what is on the disk could help', () => {
  it('when nothing is kept, and no longer when something is', async () => {
    expect(needsSnapshot(workspace)).toBe(false);
    await workspace.start();
    expect(needsSnapshot(workspace)).toBe(true);
    await workspace.createReport(IDENTITY);
    expect(needsSnapshot(workspace)).toBe(false);
  });

  it.each([
    ['damaged', true],
    ['denied', false],
    ['newerDatabase', false],
  ] as const)('when the database is %s: %s', async (reason, helps) => {
    const broken = createWorkspace({
      store: createReportStore(),
      repository: unavailableRepository(new StorageError(reason, 'x')),
      now: () => now,
      storageFailure: reason,
    });
    await broken.start();
    expect(needsSnapshot(broken)).toBe(helps);
  });
});
