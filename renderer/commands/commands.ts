// What every command does and when it can be used. Buttons, native menu and keyboard all run these.

import type { RefObject } from 'react';
import type { CommandId } from '../../shared/text/command-list';
import type { Workspace } from '../store/workspace';
import type { Platform } from '../platform/platform';
import { copyReportHtml, exportReport, saveReportFile } from './export-report';
import { openReportFile, openExample } from './open-report';
import { createKeepingCommands, NO_LAST_YEAR, type KeepingDialog } from './keeping-commands';
import type { Notify } from './notify';
import type { TableGridHandle } from '../grid/TableGrid';
import type { TableViewSettings } from '../grid/use-table-view';

export type DialogName = 'new-report' | 'preview' | 'help' | KeepingDialog;

export interface CommandContext {
  readonly workspace: Workspace;
  readonly platform: Platform;
  readonly notify: Notify;
  readonly showDialog: (dialog: DialogName) => void;
  /** The table on the screen, when there is one. */
  readonly table: RefObject<TableGridHandle | null>;
  readonly tableView: TableViewSettings;
}

export interface Command {
  readonly run: () => void | Promise<void>;
  /** Read anew whenever the window changes. */
  readonly isEnabled: () => boolean;
}

export type Commands = Readonly<Record<CommandId, Command>>;

/** One object per command, over what the window has. */
export function createCommands(context: CommandContext): Commands {
  const { workspace, platform, notify, showDialog, table, tableView } = context;
  const { store } = workspace;
  const always = (): boolean => true;
  const hasTable = (): boolean => table.current !== null;
  const canEdit = (): boolean => store.getSnapshot()?.isReadOnly === false;
  const canType = (): boolean => hasTable() && canEdit();
  const hasReport = (): boolean => store.getSnapshot() !== null;
  const commands: Commands = {
    'new-report': { run: () => showDialog('new-report'), isEnabled: always },
    'open-file': { run: () => openReportFile(context), isEnabled: always },
    'open-example': { run: () => openExample(workspace, notify), isEnabled: always },
    'save-as': { run: () => saveReportFile(workspace, platform, notify), isEnabled: hasReport },
    'export-docx': { run: () => exportReport('docx', workspace, platform, notify), isEnabled: hasReport },
    'export-word-html': {
      run: () => exportReport('word-html', workspace, platform, notify),
      isEnabled: hasReport,
    },
    'export-xlsx': { run: () => exportReport('xlsx', workspace, platform, notify), isEnabled: hasReport },
    'export-xls': { run: () => exportReport('xls', workspace, platform, notify), isEnabled: hasReport },
    'export-html-body': {
      run: () => exportReport('html-body', workspace, platform, notify),
      isEnabled: hasReport,
    },
    'copy-html': { run: () => copyReportHtml(workspace, notify), isEnabled: hasReport },
    preview: { run: () => showDialog('preview'), isEnabled: hasReport },
    undo: {
      run: () => takeBack('undo', () => store.undo(), notify),
      isEnabled: () => canEdit() && (store.getSnapshot()?.history.done.length ?? 0) > 0,
    },
    redo: {
      run: () => takeBack('redo', () => store.redo(), notify),
      isEnabled: () => canEdit() && (store.getSnapshot()?.history.undone.length ?? 0) > 0,
    },
    'find-row': { run: () => table.current?.find(), isEnabled: hasTable },
    'fill-zeros': { run: () => table.current?.fillZeros(), isEnabled: canType },
    'blank-table': { run: () => table.current?.blank(), isEnabled: canType },
    'enter-direction': { run: () => tableView.turnEnter(), isEnabled: hasReport },
    'last-year-line': {
      run: () => {
        if (tableView.showsLastYear || store.getSnapshot()?.evaluation.previous) tableView.turnLastYear();
        else notify({ tone: 'failed', text: NO_LAST_YEAR });
      },
      isEnabled: hasReport,
    },
    'zoom-in': { run: () => tableView.zoomBy(1), isEnabled: hasReport },
    'zoom-out': { run: () => tableView.zoomBy(-1), isEnabled: hasReport },
    'zoom-reset': { run: () => tableView.zoomBy(0), isEnabled: hasReport },
    ...createKeepingCommands(context),
    help: { run: () => showDialog('help'), isEnabled: always },
  };
  return { ...afterTyping(commands, table), undo: commands.undo, redo: commands.redo };
}

/** What is being typed is committed before a command runs: what leaves is what the window shows. */
function afterTyping(commands: Commands, table: CommandContext['table']): Commands {
  const entries = Object.entries(commands).map(([id, { run, isEnabled }]): [string, Command] => [
    id,
    { run: () => (finishTyping(table) ? run() : undefined), isEnabled },
  ]);
  return Object.fromEntries(entries) as Commands;
}

/** False while a figure is refused: it stays open with its reason beside it, and is seen to first. */
function finishTyping(table: CommandContext['table']): boolean {
  const active = document.activeElement;
  // An explanation is saved when its field is left.
  if (active instanceof HTMLTextAreaElement && active.closest('.findings-panel')) active.blur();
  return table.current?.finish() ?? true;
}

/** While a field of its own has the keyboard (a cell's editor, an explanation), its own typing is taken back. */
function takeBack(direction: 'undo' | 'redo', step: () => string | undefined, notify: Notify): void {
  const active = document.activeElement;
  const isField = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement;
  if (isField && !active.closest('.narrative')) {
    document.execCommand(direction);
    return;
  }
  const label = step();
  if (label !== undefined)
    notify({ tone: 'passing', text: `已${direction === 'undo' ? '撤销' : '重做'}：${label}` });
}
