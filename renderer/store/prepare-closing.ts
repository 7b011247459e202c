// What the window does before it closes: writes what is pending, hands over a last snapshot, and says whether anything
// would be lost. Asking the clerk and closing are the platform's business.

import type { CloseAnswer } from '../../shared/ipc/contract';
import { STILL_SAVING_SENTENCE, STORAGE_FAILURE_SENTENCES } from '../../shared/text/storage-words';
import type { Autosave, SaveState } from './autosave';
import type { SnapshotKeeper } from './snapshots';

/** The desktop takes a window that has not answered after three seconds for one that can save nothing any more. */
const LONGEST_WRITING = 2000;

/**
 * Writes everything and answers. A disk that is still writing after two seconds is not waited for: the answer is then
 * `unsaved`, so that the clerk is asked. A snapshot that takes too long is left behind: the next start takes it again.
 */
export async function prepareClosing(
  autosave: Autosave,
  snapshotKeeper: SnapshotKeeper | undefined,
): Promise<CloseAnswer> {
  const answer = answerOf(await withinPatience(autosave.flush()));
  if (answer.outcome === 'unsaved' || !snapshotKeeper) return answer;
  await snapshotKeeper.keepNow();
  // The window has been there all the while: something may have been typed.
  return answerOf(await withinPatience(autosave.flush()));
}

function answerOf(state: SaveState | undefined): CloseAnswer {
  if (state === undefined) return { outcome: 'unsaved', reason: STILL_SAVING_SENTENCE };
  if (state.kind === 'unsaved')
    return { outcome: 'unsaved', reason: STORAGE_FAILURE_SENTENCES[state.failure]! };
  return { outcome: 'flushed' };
}

/** The state, or undefined when writing goes on for too long. */
async function withinPatience(flushed: Promise<SaveState>): Promise<SaveState | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const impatient = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), LONGEST_WRITING);
  });
  try {
    return await Promise.race([flushed, impatient]);
  } finally {
    clearTimeout(timer);
  }
}
