// A window that follows another and takes over: it says so only once what it shows is the newest and can be edited.

import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { createReportStore } from '../../../renderer/store/report-store';
import { createWorkspace } from '../../../renderer/store/workspace';
import { enteredValue } from '../../../shared/report/report';
import { openFresh, reportOf, store as keep, SUMMARY, value } from '../database/stored-reports';

const CELL = 'requests.newlyReceived.naturalPerson';

it('takes over with what the other window saved last, and lets nobody type before', async () => {
  const repository = await openFresh();
  const id = await keep(repository, reportOf('甲局', 2023));
  let isHeld = false;
  let take = (): void => undefined;
  const store = createReportStore();
  const workspace = createWorkspace({
    store,
    repository,
    now: () => 2000,
    sharing: {
      lock: { isHeld: () => isHeld, onTaken: (listener) => (take = listener) },
      channel: { announce: () => undefined, onChange: () => undefined },
    },
  });
  await workspace.start();
  await workspace.openReport(id);
  expect(store.getSnapshot()!.isReadOnly).toBe(true);
  await repository.saveReport(id, reportOf('甲局', 2023, 'own', [value(CELL, 4)]), SUMMARY, undefined, 2000);

  const whenTaken: unknown[] = [];
  workspace.subscribe(() => {
    const { isReadOnly, report } = store.getSnapshot()!;
    if (!workspace.getState().isFollowing) whenTaken.push([isReadOnly, enteredValue(report, CELL)]);
  });
  isHeld = true;
  take();
  await vi.waitFor(() => expect(whenTaken.length).toBeGreaterThan(0));
  expect(whenTaken[0]).toEqual([false, 4]);
});
