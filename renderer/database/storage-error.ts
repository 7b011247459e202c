// Names what went wrong when the browser's database refused to open or to write. The sentence for the clerk is
// made by whoever shows it.

/**
 * quotaExceeded: disk or quota full · blocked: another window keeps an older database open · closed: the database
 * was closed under us (an update in another window) · denied: the browser allows no database here · newerDatabase:
 * written by a newer version of the program · damaged: the files cannot be read · missing: the report is no longer
 * there · elsewhere: another window of this data is editing · interrupted: the thread that was at work has ended before
 * it was done · unknown: anything else, see `detail`.
 */
export type StorageFailure =
  | 'quotaExceeded'
  | 'blocked'
  | 'closed'
  | 'denied'
  | 'newerDatabase'
  | 'damaged'
  | 'missing'
  | 'elsewhere'
  | 'interrupted'
  | 'unknown';

export class StorageError extends Error {
  override readonly name = 'StorageError';

  /** `detail` is the browser's own message, for a report to whoever maintains the program. */
  constructor(
    readonly reason: StorageFailure,
    readonly detail: string,
    cause?: unknown,
  ) {
    super(`${reason}: ${detail}`, { cause });
  }
}

const REASON_BY_NAME: Readonly<Record<string, StorageFailure>> = {
  QuotaExceededError: 'quotaExceeded',
  DatabaseClosedError: 'closed',
  InvalidStateError: 'closed',
  SecurityError: 'denied',
  NotAllowedError: 'denied',
  MissingAPIError: 'denied',
  MissingApiError: 'denied',
  VersionError: 'newerDatabase',
  TimeoutError: 'blocked',
  NotReadableError: 'damaged',
  DataError: 'damaged',
};

/** Turns whatever the database threw into a StorageError with the most telling reason in its chain of causes. */
export function toStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const names = namesIn(error);
  const known = names.map((name) => REASON_BY_NAME[name]).filter((reason) => reason !== undefined);
  // A full disk also closes the database: the quota is the reason that helps.
  const reason = known.find((one) => one !== 'closed') ?? known[0] ?? 'unknown';
  return new StorageError(reason, error instanceof Error ? error.message : String(error), error);
}

/** As `toStorageError`, for an open that failed: an unexplained failure to open means damaged files. */
export function toOpenError(error: unknown): StorageError {
  const named = toStorageError(error);
  if (!namesIn(error).includes('UnknownError')) return named;
  return new StorageError('damaged', named.detail, error);
}

function namesIn(error: unknown): string[] {
  const names: string[] = [];
  let current: unknown = error;
  for (let depth = 0; depth < 8 && typeof current === 'object' && current !== null; depth += 1) {
    if ('name' in current && typeof current.name === 'string') names.push(current.name);
    current = 'inner' in current ? current.inner : 'cause' in current ? current.cause : undefined;
  }
  return names;
}
