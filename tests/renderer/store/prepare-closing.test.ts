// Closing the window loses nothing that was typed, and says so where it would.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ReportSnapshot } from '../../../renderer/store/report-store';
import { createAutosave } from '../../../renderer/store/autosave';
import { prepareClosing } from '../../../renderer/store/prepare-closing';
import { createReportStore, type ReportStore } from '../../../renderer/store/report-store';
import type { SnapshotKeeper } from '../../../renderer/store/snapshots';
import { StorageError } from '../../../renderer/database/storage-error';
import { formForYear } from '../../../shared/forms/form-registry';
import { emptyReport } from '../../../shared/report/report';

let store: ReportStore;
let onDisk: string | undefined;
let write: (snapshot: ReportSnapshot) => Promise<void>;

beforeEach(() => {
  vi.useFakeTimers();
  store = createReportStore();
  store.open({
    id: '1',
    report: emptyReport(formForYear(2023)!, { organisation: '甲局', scope: 'own', year: 2023 }),
  });
  onDisk = undefined;
  write = async ({ report }) => {
    onDisk = report.narrative['overview'];
  };
});
afterEach(() => vi.useRealTimers());

const autosave = () =>
  createAutosave({
    store,
    persist: async (snapshot) => {
      await write(snapshot);
      return snapshot.id;
    },
    now: () => 1,
    onSaved: () => undefined,
  });
const type = (text: string): void =>
  store.dispatch([{ kind: 'narrative', section: 'overview', text }], '输入文字');
const keeperThat = (act: () => void): SnapshotKeeper => ({
  begin: () => undefined,
  keepNow: async () => act(),
  onFailure: () => () => undefined,
});

it('writes what was typed a moment ago', async () => {
  const saving = autosave();
  type('刚输入');
  expect(await prepareClosing(saving, undefined)).toEqual({ outcome: 'flushed' });
  expect(onDisk).toBe('刚输入');
});

it('writes what is typed while the last snapshot is taken', async () => {
  const saving = autosave();
  type('先');
  expect(
    await prepareClosing(
      saving,
      keeperThat(() => type('先后')),
    ),
  ).toEqual({ outcome: 'flushed' });
  expect(onDisk).toBe('先后');
});

it('asks while a slow disk is still writing, in time for the desktop to hear of it, and takes no snapshot', async () => {
  const saving = autosave();
  const keep = vi.fn();
  write = () => new Promise(() => undefined);
  type('还没有写完');
  const answer = prepareClosing(saving, keeperThat(keep));
  await vi.advanceTimersByTimeAsync(2900);
  expect(await answer).toMatchObject({ outcome: 'unsaved', reason: expect.stringContaining('还在写入') });
  expect(keep).not.toHaveBeenCalled();
});

it('says why something cannot be written', async () => {
  const saving = autosave();
  write = () => Promise.reject(new StorageError('quotaExceeded', 'disk full'));
  type('写不进去');
  expect(await prepareClosing(saving, undefined)).toMatchObject({
    outcome: 'unsaved',
    reason: expect.stringContaining('磁盘空间不足'),
  });
  saving.stop();
});
