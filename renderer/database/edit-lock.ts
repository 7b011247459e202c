// Two windows or tabs on the same data: one edits, the others follow. The browser's own lock decides, so that a
// window that is killed lets go at once.

/** A window's claim to edit. */
export interface EditLock {
  isHeld(): boolean;
  /** Calls back once when this window, following until now, may edit. */
  onTaken(listener: () => void): void;
}

const LOCK_NAME = 'gongkai-nianbao editing';

/** The claim of a window that shares its data with no other. */
export const SOLE_WINDOW: EditLock = { isHeld: () => true, onTaken: () => undefined };

/**
 * Claims editing for as long as this window lives; resolves as soon as it is known whether another window has it.
 * Where the browser has no locks this window edits.
 */
export function claimEditing(
  locks: LockManager | undefined = globalThis.navigator?.locks,
): Promise<EditLock> {
  if (!locks) return Promise.resolve(SOLE_WINDOW);
  let isHeld = false;
  let listener: () => void = () => undefined;
  const lock: EditLock = { isHeld: () => isHeld, onTaken: (taken) => (listener = taken) };
  const forLife = new Promise<never>(() => undefined);
  return new Promise((resolve) => {
    const take = (): Promise<never> => {
      isHeld = true;
      resolve(lock);
      listener();
      return forLife;
    };
    const wait = (): void => {
      resolve(lock);
      void locks.request(LOCK_NAME, take);
    };
    void locks.request(LOCK_NAME, { ifAvailable: true }, (granted) => (granted ? take() : wait()));
  });
}
