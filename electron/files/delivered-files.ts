// Files that come from outside (a double click, the command line, a second start) wait here until the window
// fetches them, so that none is lost while it is still loading.

import { resolve } from 'node:path';
import { FILE_KINDS } from '../../shared/ipc/file-kinds';
import type { DeliveredFile } from '../../shared/ipc/contract';
import { readChosenFile } from './read-chosen-file';

const REPORT_ENDING = `.${FILE_KINDS.report.extension}`;

/** The report files named on a command line, made absolute from the folder in which it was typed. */
export function filesOnCommandLine(commandLine: readonly string[], folder: string): readonly string[] {
  return commandLine
    .slice(1)
    .filter((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith(REPORT_ENDING))
    .map((argument) => resolve(folder, argument));
}

export interface DeliveredFiles {
  /** Keeps these files' paths for the window and tells it. */
  deliver(paths: readonly string[]): void;
  /** Every waiting file, read now; afterwards none waits. */
  take(): Promise<readonly DeliveredFile[]>;
}

/** Starts with nothing waiting; `tell` is called whenever something is. */
export function createDeliveredFiles(tell: () => void): DeliveredFiles {
  let waiting: string[] = [];
  return {
    deliver(paths) {
      if (paths.length === 0) return;
      waiting.push(...paths);
      tell();
    },
    async take() {
      const taken = waiting;
      waiting = [];
      return Promise.all(taken.map((path) => readChosenFile(path)));
    },
  };
}
