// Small things the desktop remembers between starts: window place and last folder. They are comfort, never data:
// a damaged or missing file only means the defaults.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WindowPlace } from './window-place';
import { parseWindowPlace } from './window-place';
import { writeFileSafely } from './write-file-safely';

export interface DesktopSettings {
  readonly window?: WindowPlace;
  /** The folder of the last file saved or opened through a dialog. */
  readonly lastFolder?: string;
}

const SETTINGS_FILE = 'desktop-settings.json';

export interface SettingsKeeper {
  read(): DesktopSettings;
  /** Changes the fields given and keeps the others. */
  change(changes: DesktopSettings): void;
}

/** Keeps the settings in this profile folder. A failure to write them is reported and otherwise ignored. */
export function openSettings(folder: string): SettingsKeeper {
  const file = join(folder, SETTINGS_FILE);
  let settings = parseSettings(readText(file));
  return {
    read: () => settings,
    change(changes) {
      settings = { ...settings, ...changes };
      try {
        writeFileSafely(file, `${JSON.stringify(settings, undefined, 2)}\n`);
      } catch (error) {
        console.error(`desktop settings were not written: ${String(error)}`);
      }
    },
  };
}

/** The settings in this text; whatever is not understood is left out. */
export function parseSettings(text: string | undefined): DesktopSettings {
  let value: unknown;
  try {
    value = JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
  if (typeof value !== 'object' || value === null) return {};
  const { window, lastFolder } = value as Record<string, unknown>;
  const place = parseWindowPlace(window);
  return {
    ...(place === undefined ? {} : { window: place }),
    ...(typeof lastFolder === 'string' ? { lastFolder } : {}),
  };
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
