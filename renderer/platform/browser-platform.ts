// The platform in a plain browser: files leave as downloads and come in through a file chooser. There is no menu,
// and no file is ever delivered from outside.

import { FILE_KINDS, LARGEST_FILE_BYTES, type FileKindName } from '../../shared/ipc/file-kinds';
import type {
  CloseAnswer,
  OpenFileRequest,
  OpenFileResult,
  SaveFileRequest,
  SaveFileResult,
} from '../../shared/ipc/contract';
import type { Unsubscribe } from '../../shared/ipc/desktop-bridge';
import { FILE_PROBLEM_TEXT, STORAGE_TEXT } from '../../shared/text/desktop-text';
import type { Platform } from './platform';

/** How long a download's address stays valid: browsers read it after the click, some of them after a dialog. */
const ADDRESS_LIFETIME_MILLISECONDS = 60_000;

/** The platform over this page's document. */
export function createBrowserPlatform(page: Window = window): Platform {
  return {
    kind: 'browser',
    version: __APPLICATION_VERSION__,
    saveFile: (request) => Promise.resolve(download(page, request)),
    openFile: (request) => chooseFile(page, request),
    onCommand: () => () => undefined,
    onFileDelivered: () => () => undefined,
    onBeforeClose: (listener, isPending) => flushOnLeaving(page, listener, isPending),
    describeStorage: () => Promise.resolve(STORAGE_TEXT.browser(page.location.origin)),
  };
}

function download(page: Window, { suggestedName, kind, bytes }: SaveFileRequest): SaveFileResult {
  const { extension, mediaType } = FILE_KINDS[kind];
  const ending = `.${extension}`;
  const name = suggestedName.toLowerCase().endsWith(ending) ? suggestedName : suggestedName + ending;
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType }));
  const link = page.document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), ADDRESS_LIFETIME_MILLISECONDS);
  return { outcome: 'saved', name };
}

const CHOICE_ID = 'file-choice';

/** The field stands in the page, unseen, until there is an answer: one that stands nowhere may be gone before. */
function chooseFile(page: Window, { kinds }: OpenFileRequest): Promise<OpenFileResult> {
  // Older browsers do not say that a choice was cancelled.
  page.document.getElementById(CHOICE_ID)?.remove();
  const input = page.document.createElement('input');
  input.id = CHOICE_ID;
  input.type = 'file';
  input.hidden = true;
  input.accept = kinds.map((kind: FileKindName) => `.${FILE_KINDS[kind].extension}`).join(',');
  return new Promise((resolve) => {
    input.addEventListener('cancel', () => {
      input.remove();
      resolve({ outcome: 'cancelled' });
    });
    input.addEventListener('change', () => {
      input.remove();
      const file = input.files?.[0];
      if (file === undefined) resolve({ outcome: 'cancelled' });
      else void readFile(file).then(resolve);
    });
    page.document.body.append(input);
    input.click();
  });
}

async function readFile(file: File): Promise<OpenFileResult> {
  if (file.size > LARGEST_FILE_BYTES) {
    const megabytes = LARGEST_FILE_BYTES / 1024 / 1024;
    return { outcome: 'failed', reason: FILE_PROBLEM_TEXT.tooLarge(file.name, megabytes) };
  }
  try {
    return { outcome: 'opened', name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch (error) {
    const code = error instanceof Error ? error.name : String(error);
    return { outcome: 'failed', reason: FILE_PROBLEM_TEXT.notReadable(file.name, code) };
  }
}

/**
 * A browser waits for nothing, and a tab that is closed takes with it what it has just begun to write: while something
 * is pending the browser asks the clerk before leaving. A page that is only hidden is left alone: a half-typed cell
 * waits for the clerk to come back, and text is written in a moment anyway.
 */
function flushOnLeaving(
  page: Window,
  listener: () => Promise<CloseAnswer>,
  isPending: () => boolean,
): Unsubscribe {
  const flush = (): void => {
    // What cannot be written has its message in the window, and is pending.
    listener().catch(() => undefined);
  };
  const warn = (event: BeforeUnloadEvent): void => {
    flush();
    if (isPending()) event.preventDefault();
  };
  page.addEventListener('pagehide', flush);
  page.addEventListener('beforeunload', warn);
  return () => {
    page.removeEventListener('pagehide', flush);
    page.removeEventListener('beforeunload', warn);
  };
}
