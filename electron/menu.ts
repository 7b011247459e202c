// The native menu, made from the list of commands: choosing one sends its id to the window, which knows what it
// does. Clipboard and window commands are the system's own.

import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import {
  COMMAND_MENUS,
  COMMANDS,
  type CommandEntry,
  type CommandId,
  type CommandMenu,
} from '../shared/text/command-list';
import { MENU_TEXT } from '../shared/text/desktop-text';

export interface MenuActions {
  /** A command of the list was chosen. */
  readonly choose: (command: CommandId) => void;
  readonly showAbout: () => void;
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

/** Sets the application's menu; the developer's entries appear in development alone. */
export function setApplicationMenu(actions: MenuActions, isDevelopment: boolean): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(actions, isDevelopment)));
}

/** The menu as data, in the order of COMMAND_MENUS. */
export function menuTemplate(actions: MenuActions, isDevelopment: boolean): MenuItemConstructorOptions[] {
  const commands = (menu: CommandMenu): MenuItemConstructorOptions[] =>
    COMMANDS.filter((command) => command.menu === menu).flatMap((command) => commandItems(command, actions));
  const own: Readonly<Record<CommandMenu, readonly MenuItemConstructorOptions[]>> = {
    file: [SEPARATOR, { label: MENU_TEXT.quit, click: () => app.quit() }],
    edit: [
      SEPARATOR,
      { role: 'cut', label: MENU_TEXT.cut },
      { role: 'copy', label: MENU_TEXT.copy },
      { role: 'paste', label: MENU_TEXT.paste },
      { role: 'selectAll', label: MENU_TEXT.selectAll },
    ],
    report: [],
    view: viewItems(isDevelopment),
    help: [SEPARATOR, { label: MENU_TEXT.about, click: actions.showAbout }],
  };
  return (Object.keys(COMMAND_MENUS) as CommandMenu[]).map((menu) => ({
    label: COMMAND_MENUS[menu],
    submenu: [...commands(menu), ...own[menu]],
  }));
}

function commandItems(
  command: CommandEntry & { id: CommandId },
  actions: MenuActions,
): MenuItemConstructorOptions[] {
  const item: MenuItemConstructorOptions = {
    id: command.id,
    label: command.label,
    click: () => actions.choose(command.id),
    ...(command.shortcut === undefined ? {} : { accelerator: command.shortcut }),
  };
  return command.startsGroup ? [SEPARATOR, item] : [item];
}

function viewItems(isDevelopment: boolean): readonly MenuItemConstructorOptions[] {
  const developer: MenuItemConstructorOptions[] = [
    SEPARATOR,
    { role: 'reload', label: MENU_TEXT.reload },
    { role: 'toggleDevTools', label: MENU_TEXT.developerTools },
  ];
  return [
    SEPARATOR,
    { role: 'togglefullscreen', label: MENU_TEXT.fullScreen },
    ...(isDevelopment ? developer : []),
  ];
}
