// Answers the window's calls on automatic snapshots: what the folder throws becomes a sentence. No call names a path.

import { explainWriteError } from '../files/explain-file-error';
import type { IpcHandlers } from '../ipc/gateway';
import type { SnapshotFolder } from './snapshot-folder';

type SnapshotCall = 'keep-snapshot' | 'list-snapshots' | 'read-snapshot';

/** The handlers over a folder. `list-snapshots` rejects when the folder is there and cannot be read. */
export function answerSnapshots(folder: SnapshotFolder, now: () => number): Pick<IpcHandlers, SnapshotCall> {
  return {
    'keep-snapshot': ({ bytes, isWhole }) => {
      try {
        folder.keep(bytes, isWhole, now());
        return Promise.resolve({ outcome: 'kept' });
      } catch (error) {
        return Promise.resolve({ outcome: 'failed', reason: explainWriteError(error) });
      }
    },
    'list-snapshots': async () => folder.list(),
    'read-snapshot': ({ at }) => folder.read(at),
  };
}
