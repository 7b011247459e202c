// What the window asks of the place it runs in, desktop or browser: files, menu commands, closing, where the data
// live. The window knows this interface alone.

import type {
  CloseAnswer,
  DeliveredFile,
  KeepSnapshotRequest,
  KeepSnapshotResult,
  ListedSnapshot,
  OpenFileRequest,
  OpenFileResult,
  PrintToPdfResult,
  RevealResult,
  SaveFileRequest,
  SaveFileResult,
  SetDataAsideResult,
} from '../../shared/ipc/contract';
import type { Unsubscribe } from '../../shared/ipc/desktop-bridge';
import type { CommandId } from '../../shared/text/command-list';

export interface Platform {
  readonly kind: 'desktop' | 'browser';
  /** The application's version, “0.1.0”. */
  readonly version: string;
  /**
   * Writes a finished file where the clerk says. In a browser it is a download: `saved` then means handed to the
   * browser, whose own dialog or folder takes over.
   */
  saveFile(request: SaveFileRequest): Promise<SaveFileResult>;
  /** Lets the clerk choose one file. What stands in it is untrusted. */
  openFile(request: OpenFileRequest): Promise<OpenFileResult>;
  /** The page as a PDF, as its print style sheet lays it out; a browser leaves that to its print dialog. */
  readonly printToPdf?: () => Promise<PrintToPdfResult>;
  /** Rotating copies of all reports beside the profile; absent in a browser. */
  readonly snapshots?: {
    keep(request: KeepSnapshotRequest): Promise<KeepSnapshotResult>;
    /** Newest first. */
    list(): Promise<readonly ListedSnapshot[]>;
    read(at: number): Promise<DeliveredFile>;
    /** Moves a database that cannot be opened aside, when the clerk agrees; the page is then loaded anew. */
    setDataAside(): Promise<SetDataAsideResult>;
  };
  /** Shows the file saved last in its folder; absent where that is impossible. */
  readonly revealLastSaved?: () => Promise<RevealResult>;
  /** A command of the native menu was chosen; a browser has none. The keyboard is the window's own affair. */
  onCommand(listener: (command: CommandId) => void): Unsubscribe;
  /** A report file was double-clicked or named on the command line, also before this listener was there. */
  onFileDelivered(listener: (file: DeliveredFile) => void): Unsubscribe;
  /**
   * Called before the window closes, to write what is pending; one listener, the last one set. On the desktop the
   * window waits up to three seconds and asks the clerk when the answer is `unsaved`. A browser does not wait: it asks
   * the clerk at once where `isPending` says that something is not on disk yet.
   */
  onBeforeClose(listener: () => Promise<CloseAnswer>, isPending: () => boolean): Unsubscribe;
  /** Where the data live, in one Chinese sentence for the window. */
  describeStorage(): Promise<string>;
}
