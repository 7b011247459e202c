// The object that the preload puts into the page as `window.nianbao`: the whole of what a page can ask of the
// desktop. Its names are pinned by a test.

import type { CommandId } from '../text/command-list';
import type {
  ApplicationInformation,
  CloseAnswer,
  DeliveredFile,
  KeepSnapshotRequest,
  KeepSnapshotResult,
  ListedSnapshot,
  OpenFileRequest,
  OpenFileResult,
  PrintToPdfResult,
  ReadSnapshotRequest,
  RevealResult,
  SaveFileRequest,
  SaveFileResult,
  SetDataAsideResult,
} from './contract';

/** Ends a subscription. */
export type Unsubscribe = () => void;

export interface DesktopBridge {
  /** Asks where to and writes the file whole, or leaves what was there untouched. */
  saveFile(request: SaveFileRequest): Promise<SaveFileResult>;
  openFile(request: OpenFileRequest): Promise<OpenFileResult>;
  /** Shows the file written last in its folder. */
  revealLastSaved(): Promise<RevealResult>;
  /** The page as a PDF, as its print style sheet lays it out. */
  printToPdf(): Promise<PrintToPdfResult>;
  /** Keeps a copy of all reports beside the profile; older ones go in turn. */
  keepSnapshot(request: KeepSnapshotRequest): Promise<KeepSnapshotResult>;
  /** Newest first. */
  listSnapshots(): Promise<readonly ListedSnapshot[]>;
  readSnapshot(request: ReadSnapshotRequest): Promise<DeliveredFile>;
  /** Moves a database that cannot be opened aside, when the clerk agrees; the page is then loaded anew. */
  setDataAside(): Promise<SetDataAsideResult>;
  applicationInformation(): Promise<ApplicationInformation>;
  onCommand(listener: (command: CommandId) => void): Unsubscribe;
  /** Files that came in before the first listener wait for it. */
  onFileDelivered(listener: (file: DeliveredFile) => void): Unsubscribe;
  /** One listener; it writes what is pending and says whether everything is kept. */
  onBeforeClose(listener: () => Promise<CloseAnswer>): Unsubscribe;
}

/** The bridge's name on `window`. */
export const BRIDGE_NAME = 'nianbao';
