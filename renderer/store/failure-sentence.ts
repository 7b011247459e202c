// Says why the database refused, for commands and panels, which do not know the database.

import { STORAGE_FAILURE_SENTENCES } from '../../shared/text/storage-words';
import { toStorageError } from '../database/storage-error';

/** The Chinese sentence for whatever a call to the repository rejected with. */
export function failureSentenceOf(error: unknown): string {
  const { reason } = toStorageError(error);
  return STORAGE_FAILURE_SENTENCES[reason] ?? STORAGE_FAILURE_SENTENCES['unknown']!;
}
