// What the desktop remembers is comfort: it survives a restart, and damage to it costs nothing else.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSettings, parseSettings } from '../../electron/desktop-settings';

const window = { bounds: { x: 1, y: 2, width: 1000, height: 700 }, isMaximised: false };

describe('desktop settings', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-settings-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are there at the next start, each change beside the others', () => {
    const settings = openSettings(folder);
    settings.change({ window });
    settings.change({ lastFolder: '/documents' });
    expect(openSettings(folder).read()).toEqual({ window, lastFolder: '/documents' });
  });
  it('are the defaults when the file is damaged', () => {
    writeFileSync(join(folder, 'desktop-settings.json'), '{"window":');
    expect(openSettings(folder).read()).toEqual({});
  });
  it.each([undefined, '', 'null', '4', '[]', '{"window":{},"lastFolder":4}'])(
    'leave out what %j does not say',
    (text) => {
      expect(parseSettings(text)).toEqual({});
    },
  );
  it('report a folder that cannot be written, and go on', () => {
    const report = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const settings = openSettings(join(folder, 'gone'));
    settings.change({ lastFolder: '/documents' });
    expect(settings.read()).toEqual({ lastFolder: '/documents' });
    expect(report).toHaveBeenCalledWith(expect.stringContaining('ENOENT'));
    report.mockRestore();
  });
});
