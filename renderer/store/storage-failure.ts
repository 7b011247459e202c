// Says why the database refused, in the clerk's words.

import { STORAGE_FAILURE_SENTENCES } from '../../shared/text/storage-words';
import { toStorageError } from '../database/storage-error';

/** The Chinese sentence for whatever a call to the repository rejected with, with the way out. */
export function failureText(error: unknown): string {
  return STORAGE_FAILURE_SENTENCES[toStorageError(error).reason] ?? STORAGE_FAILURE_SENTENCES['unknown']!;
}
