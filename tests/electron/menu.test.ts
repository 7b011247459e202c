// The native menu is the list of commands, in Chinese, with the system's own commands beside them.

import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { COMMANDS, type CommandEntry } from '../../shared/text/command-list';

const double = await vi.hoisted(async () =>
  (await import('../helpers/electron-double')).createElectronDouble(),
);
vi.mock('electron', () => double.module);
const { menuTemplate } = await import('../../electron/menu');

const choose = vi.fn();
const items = (isDevelopment: boolean): MenuItemConstructorOptions[] =>
  menuTemplate({ choose, showAbout: () => undefined }, isDevelopment).flatMap(
    ({ submenu }) => submenu as MenuItemConstructorOptions[],
  );

describe('the native menu', () => {
  it('offers every command once, under its name and with its shortcut, and sends its id', () => {
    for (const command of COMMANDS as readonly CommandEntry[]) {
      const found = items(false).filter(({ id }) => id === command.id);
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({ label: command.label });
      expect(found[0]?.accelerator).toBe(command.shortcut);
      (found[0]?.click as unknown as () => void)();
      expect(choose).toHaveBeenLastCalledWith(command.id);
    }
  });

  it('is Chinese throughout, also where the system would speak', () => {
    for (const { type, label } of items(true))
      if (type !== 'separator') expect(label).toMatch(/[\u4e00-\u9fff]/);
  });

  it('has the clipboard commands of the system', () => {
    expect(items(false).flatMap(({ role }) => role ?? [])).toEqual([
      'cut',
      'copy',
      'paste',
      'selectAll',
      'togglefullscreen',
    ]);
  });

  it('has the developer’s commands in development alone', () => {
    const roles = (isDevelopment: boolean): unknown[] => items(isDevelopment).map(({ role }) => role);
    expect(roles(true)).toContain('toggleDevTools');
    expect(roles(false)).not.toContain('toggleDevTools');
    expect(roles(false)).not.toContain('reload');
  });

  it('gives no shortcut to two commands', () => {
    const shortcuts = items(true).flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });
});
