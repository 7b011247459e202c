// What the window and the desktop say to each other: one type maps every call to its request and response, one
// every event to its payload. No call takes a path or a channel name. Nothing is sent or checked here.

import type { CommandId } from '../text/command-list';
import type { FileKindName } from './file-kinds';

export interface SaveFileRequest {
  /** A name, never a path; the desktop replaces what a file name cannot hold and adds the extension. */
  readonly suggestedName: string;
  readonly kind: FileKindName;
  readonly bytes: Uint8Array;
}

/** `reason` and `problem` are Chinese sentences for the window; `name` is the file's name without its folder. */
export type SaveFileResult =
  | { readonly outcome: 'saved'; readonly name: string }
  | { readonly outcome: 'cancelled' }
  | { readonly outcome: 'failed'; readonly reason: string };

export interface OpenFileRequest {
  /** At least one; the dialog offers them in this order. */
  readonly kinds: readonly FileKindName[];
}

export interface OpenedFile {
  readonly outcome: 'opened';
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type OpenFileResult =
  OpenedFile | { readonly outcome: 'cancelled' } | { readonly outcome: 'failed'; readonly reason: string };

/** A file that came from outside: a double click, the command line, a second start. */
export type DeliveredFile = OpenedFile | { readonly outcome: 'failed'; readonly reason: string };

export type RevealResult =
  { readonly outcome: 'revealed' } | { readonly outcome: 'failed'; readonly reason: string };

export type PrintToPdfResult =
  | { readonly outcome: 'printed'; readonly bytes: Uint8Array }
  | { readonly outcome: 'failed'; readonly reason: string };

/** A copy of all reports for the folder of rotating copies beside the profile. */
export interface KeepSnapshotRequest {
  readonly bytes: Uint8Array;
  /** False when some record is damaged and stands in no new snapshot: those that have it must not go for this one. */
  readonly isWhole: boolean;
}

export interface ListedSnapshot {
  /** When it was written; milliseconds since 1970. */
  readonly at: number;
  /** False when damaged records had to be left out of it. */
  readonly isWhole: boolean;
}

export type KeepSnapshotResult =
  { readonly outcome: 'kept' } | { readonly outcome: 'failed'; readonly reason: string };

export type SetDataAsideResult =
  | { readonly outcome: 'aside' }
  | { readonly outcome: 'cancelled' }
  | { readonly outcome: 'failed'; readonly reason: string };

/** One of the moments that `list-snapshots` gave. */
export interface ReadSnapshotRequest {
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface ApplicationInformation {
  readonly version: string;
  readonly electronVersion: string;
  readonly chromiumVersion: string;
  /** The folder that holds the data, as the system writes it. */
  readonly dataFolder: string;
  /** The data stand in the development profile, apart from those of the released application. */
  readonly isDevelopmentProfile: boolean;
}

/** What the window answers when it is about to be closed. */
export type CloseAnswer =
  { readonly outcome: 'flushed' } | { readonly outcome: 'unsaved'; readonly reason: string };

/** Window → desktop. */
export interface IpcCalls {
  'save-file': { readonly request: SaveFileRequest; readonly response: SaveFileResult };
  'open-file': { readonly request: OpenFileRequest; readonly response: OpenFileResult };
  'reveal-last-saved': { readonly request: undefined; readonly response: RevealResult };
  'take-delivered-files': { readonly request: undefined; readonly response: readonly DeliveredFile[] };
  /** Prints the page as it is, with its print style sheet, into a PDF. */
  'print-to-pdf': { readonly request: undefined; readonly response: PrintToPdfResult };
  'keep-snapshot': { readonly request: KeepSnapshotRequest; readonly response: KeepSnapshotResult };
  /** Newest first. */
  'list-snapshots': { readonly request: undefined; readonly response: readonly ListedSnapshot[] };
  'read-snapshot': { readonly request: ReadSnapshotRequest; readonly response: DeliveredFile };
  /** Asks the clerk and moves a database that cannot be opened aside; the page is loaded anew when it is done. */
  'set-data-aside': { readonly request: undefined; readonly response: SetDataAsideResult };
  'application-information': { readonly request: undefined; readonly response: ApplicationInformation };
  'answer-close': { readonly request: CloseAnswer; readonly response: undefined };
}

/** Desktop → window. */
export interface IpcEvents {
  /** A command of the native menu was chosen. */
  command: CommandId;
  /** Files are waiting; the window fetches them with `take-delivered-files`. */
  'files-delivered': undefined;
  /** The window is about to close and asks to write what is pending, then to answer with `answer-close`. */
  'before-close': undefined;
}

export type IpcCallName = keyof IpcCalls;
export type IpcEventName = keyof IpcEvents;

/** Every call by name, for the gateway and the preload; a call that is not listed does not exist. */
export const IPC_CALL_NAMES = [
  'save-file',
  'open-file',
  'reveal-last-saved',
  'take-delivered-files',
  'print-to-pdf',
  'keep-snapshot',
  'list-snapshots',
  'read-snapshot',
  'set-data-aside',
  'application-information',
  'answer-close',
] as const satisfies readonly IpcCallName[];
