// What the window asks of whatever it runs in: the desktop application or a plain browser. The window never
// knows which; it only leaves out what is not offered.

import type {
  CloseAnswer,
  DeliveredFile,
  OpenFileRequest,
  OpenFileResult,
  SaveFileRequest,
  SaveFileResult,
} from '../../shared/ipc/contract';
import type { RevealResult } from '../../shared/ipc/contract';
import type { Unsubscribe } from '../../shared/ipc/desktop-bridge';
import type { CommandId } from '../../shared/text/command-list';

export interface Platform {
  /** The version of the program, “0.1.0”. */
  readonly version: string;
  /** Shortcuts arrive as commands from a native menu; otherwise the window listens to the keys itself. */
  readonly hasNativeMenu: boolean;
  /** Where the data are kept, as a Chinese sentence for the clerk. */
  describeStorage(): string;
  saveFile(request: SaveFileRequest): Promise<SaveFileResult>;
  openFile(request: OpenFileRequest): Promise<OpenFileResult>;
  /** Shows the file written last in its folder; absent where the system does not allow it. */
  readonly revealLastSaved?: () => Promise<RevealResult>;
  onCommand(listener: (command: CommandId) => void): Unsubscribe;
  /** Files opened from outside; those that came before the first listener wait for it. */
  onFileDelivered(listener: (file: DeliveredFile) => void): Unsubscribe;
  /** One listener; it writes what is pending and says whether everything is kept. */
  onBeforeClose(listener: () => Promise<CloseAnswer>): Unsubscribe;
}
