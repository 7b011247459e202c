// Two windows must not fight over the same data: the second start hands its command line to the first and ends.

import { app } from 'electron';

/** What a second start tells the first: Chromium reorders the command line it passes on, so ours goes beside it. */
export interface SecondStart {
  readonly commandLine: readonly string[];
  readonly folder: string;
}

/**
 * True when this is the only instance on its profile; `onSecondStart` is then called for every later start. False
 * when another one runs: this one has handed over and must end.
 */
export function holdSingleInstance(onSecondStart: (start: SecondStart) => void): boolean {
  const ownStart: SecondStart = { commandLine: process.argv, folder: process.cwd() };
  if (!app.requestSingleInstanceLock(ownStart as unknown as Record<string, unknown>)) return false;
  app.on('second-instance', (_event, commandLine, folder, handedOver) => {
    onSecondStart(parseSecondStart(handedOver) ?? { commandLine, folder });
  });
  return true;
}

/** What another process handed over, or undefined when it is not of our making. */
export function parseSecondStart(value: unknown): SecondStart | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { commandLine, folder } = value as Record<string, unknown>;
  if (typeof folder !== 'string' || !Array.isArray(commandLine)) return undefined;
  const words: unknown[] = commandLine;
  return words.every((word) => typeof word === 'string') ? { commandLine: words, folder } : undefined;
}
