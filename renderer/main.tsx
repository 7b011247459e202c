// Starts the window: opens the database, ties store, workspace and platform together, mounts the application.

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { openReportRepository } from './database/dexie-report-repository';
import { claimEditing } from './database/edit-lock';
import type { ReportRepository } from './database/report-repository';
import { openChangeChannel, shareRepository } from './database/shared-repository';
import { toStorageError, type StorageError } from './database/storage-error';
import { unavailableRepository } from './database/unavailable-repository';
import { currentPlatform } from './platform/current-platform';
import { prepareClosing } from './store/prepare-closing';
import { createReportStore } from './store/report-store';
import { createSnapshotKeeper } from './store/snapshots';
import { ReportStoreContext } from './store/use-report';
import { WorkspaceContext } from './store/use-workspace';
import { createWorkspace } from './store/workspace';
import { startExchange } from './workers/start-exchange';
import './theme.css';

async function openRepository(): Promise<{ repository: ReportRepository; failure?: StorageError }> {
  try {
    return { repository: await openReportRepository({ newId: () => crypto.randomUUID() }) };
  } catch (error) {
    const failure = toStorageError(error);
    return { repository: unavailableRepository(failure), failure };
  }
}

/** Resolves when the window has painted what there is to paint, also where it is hidden and paints nothing. */
function whenIdle(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 50 }));
}

async function start(): Promise<void> {
  const platform = currentPlatform();
  const [storage, { repository: own, failure }, lock] = await Promise.all([
    platform.describeStorage(),
    openRepository(),
    claimEditing(),
  ]);
  const sharing = { lock, channel: openChangeChannel() };
  const repository = failure ? own : shareRepository(own, lock, sharing.channel);
  const store = createReportStore();
  const workspace = createWorkspace({
    store,
    repository,
    now: Date.now,
    openExchange: startExchange,
    storageFailure: failure?.reason,
    sharing,
  });
  const snapshotKeeper = platform.snapshots && createSnapshotKeeper(workspace, platform.snapshots);
  platform.onBeforeClose(
    () => {
      const active = document.activeElement;
      if (active instanceof HTMLElement) active.blur();
      return prepareClosing(workspace.autosave, snapshotKeeper);
    },
    () => ['saving', 'unsaved'].includes(workspace.autosave.getState().kind),
  );
  let isDrawn = false;
  await workspace.start(async () => {
    if (isDrawn) return;
    isDrawn = true;
    createRoot(document.getElementById('root')!).render(
      <StrictMode>
        <WorkspaceContext value={workspace}>
          <ReportStoreContext value={store}>
            <App platform={platform} storage={storage} snapshotKeeper={snapshotKeeper} />
          </ReportStoreContext>
        </WorkspaceContext>
      </StrictMode>,
    );
    await whenIdle();
  });
  snapshotKeeper?.begin();
  // The lists of what is kept open at once when this part of the program is there before they are asked for. Where it
  // cannot be read, whoever asks for one of them is told.
  import('./panels/keeping/KeepingDialogs').catch(() => undefined);
  // Tidying is no reason to wait or to trouble anybody: what is left in the bin goes at the next start.
  repository.bin.purge(Date.now()).catch(() => undefined);
}

void start();
