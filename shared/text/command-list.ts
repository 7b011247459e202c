// Every command of the application once: its name, place in the native menu and shortcut. The window's buttons,
// the menu and the keyboard read this list; what a command does stands in renderer/commands.

export type CommandMenu = 'file' | 'edit' | 'report' | 'view' | 'help';

export interface CommandEntry {
  readonly id: string;
  /** The Chinese name on the button and in the menu. */
  readonly label: string;
  readonly menu: CommandMenu;
  /** In Electron's accelerator notation, CmdOrCtrl+S. */
  readonly shortcut?: string;
  /** Draws a line above it in the menu. */
  readonly startsGroup?: true;
}

export const COMMAND_MENUS: Readonly<Record<CommandMenu, string>> = {
  file: '文件',
  edit: '编辑',
  report: '报告',
  view: '视图',
  help: '帮助',
};

export const COMMANDS = [
  { id: 'new-report', label: '新建年度报告…', menu: 'file', shortcut: 'CmdOrCtrl+N' },
  { id: 'open-file', label: '打开报告文件…', menu: 'file', shortcut: 'CmdOrCtrl+O' },
  { id: 'open-example', label: '打开示例', menu: 'file' },
  { id: 'all-reports', label: '全部报告…', menu: 'file', shortcut: 'CmdOrCtrl+L' },
  { id: 'save-as', label: '另存报告文件…', menu: 'file', shortcut: 'CmdOrCtrl+Shift+S', startsGroup: true },
  { id: 'export-docx', label: '导出 Word…', menu: 'file', shortcut: 'CmdOrCtrl+E', startsGroup: true },
  { id: 'export-word-html', label: '导出 Word 网页…', menu: 'file', shortcut: 'CmdOrCtrl+Alt+E' },
  { id: 'export-xlsx', label: '导出 Excel…', menu: 'file', shortcut: 'CmdOrCtrl+Shift+E' },
  { id: 'export-xls', label: '导出旧版 Excel…', menu: 'file', shortcut: 'CmdOrCtrl+Alt+X' },
  { id: 'export-html-body', label: '导出网页正文…', menu: 'file', shortcut: 'CmdOrCtrl+Alt+H' },
  { id: 'copy-html', label: '复制网页正文', menu: 'file', shortcut: 'CmdOrCtrl+Shift+C' },
  { id: 'preview', label: '预览、打印和 PDF…', menu: 'file', shortcut: 'CmdOrCtrl+P', startsGroup: true },
  { id: 'backup', label: '备份全部…', menu: 'file', shortcut: 'CmdOrCtrl+Shift+K', startsGroup: true },
  { id: 'import-backup', label: '从备份恢复或合并…', menu: 'file' },
  { id: 'undo', label: '撤销', menu: 'edit', shortcut: 'CmdOrCtrl+Z' },
  { id: 'redo', label: '重做', menu: 'edit', shortcut: 'CmdOrCtrl+Y' },
  { id: 'find-row', label: '查找行…', menu: 'edit', shortcut: 'CmdOrCtrl+F', startsGroup: true },
  { id: 'fill-zeros', label: '本表补零', menu: 'edit', shortcut: 'CmdOrCtrl+B' },
  { id: 'blank-table', label: '清空本表', menu: 'edit', shortcut: 'CmdOrCtrl+Shift+Delete' },
  { id: 'carry-in', label: '带入上年结转', menu: 'edit', shortcut: 'CmdOrCtrl+Shift+I' },
  { id: 'compare', label: '对比上年…', menu: 'report', shortcut: 'CmdOrCtrl+Shift+D' },
  { id: 'history', label: '历史版本…', menu: 'report', shortcut: 'CmdOrCtrl+H' },
  { id: 'next-year', label: '接着建下一年度', menu: 'report', shortcut: 'CmdOrCtrl+Shift+N' },
  { id: 'finalise', label: '定稿…', menu: 'report', shortcut: 'CmdOrCtrl+Shift+F', startsGroup: true },
  { id: 'reopen', label: '重新打开已定稿的报告', menu: 'report', shortcut: 'CmdOrCtrl+Shift+O' },
  { id: 'enter-direction', label: '回车向下或向右', menu: 'view', shortcut: 'CmdOrCtrl+Shift+Enter' },
  { id: 'last-year-line', label: '显示上年数字', menu: 'view', shortcut: 'CmdOrCtrl+Shift+L' },
  { id: 'zoom-in', label: '放大', menu: 'view', shortcut: 'CmdOrCtrl+=', startsGroup: true },
  { id: 'zoom-out', label: '缩小', menu: 'view', shortcut: 'CmdOrCtrl+-' },
  { id: 'zoom-reset', label: '实际大小', menu: 'view', shortcut: 'CmdOrCtrl+0' },
  { id: 'help', label: '使用说明', menu: 'help', shortcut: 'CmdOrCtrl+F1' },
] as const satisfies readonly CommandEntry[];

export type CommandId = (typeof COMMANDS)[number]['id'];
