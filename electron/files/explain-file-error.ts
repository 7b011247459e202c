// Turns a system's file error into the Chinese sentence that the window shows: what happened and the way out.

import { FILE_PROBLEM_TEXT } from '../../shared/text/desktop-text';

const WRITE_SENTENCES: Readonly<Record<string, string>> = {
  ENOSPC: FILE_PROBLEM_TEXT.diskFull,
  EDQUOT: FILE_PROBLEM_TEXT.diskFull,
  EACCES: FILE_PROBLEM_TEXT.notAllowed,
  EPERM: FILE_PROBLEM_TEXT.notAllowed,
  // Windows, while Word or Excel has the file open.
  EBUSY: FILE_PROBLEM_TEXT.notAllowed,
  EROFS: FILE_PROBLEM_TEXT.readOnlyDisk,
  ENAMETOOLONG: FILE_PROBLEM_TEXT.nameTooLong,
  ENOENT: FILE_PROBLEM_TEXT.folderGone,
  ENOTDIR: FILE_PROBLEM_TEXT.folderGone,
};

/** Why a file was not written. */
export function explainWriteError(error: unknown): string {
  const code = errorCode(error);
  const known = Object.hasOwn(WRITE_SENTENCES, code) ? WRITE_SENTENCES[code] : undefined;
  return known ?? FILE_PROBLEM_TEXT.notWritten(code);
}

/** Why the file of this name was not read. */
export function explainReadError(name: string, error: unknown): string {
  return FILE_PROBLEM_TEXT.notReadable(name, errorCode(error));
}

/** The system's code (ENOSPC), else the error's own words. */
function errorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : String(error);
}
