// Chinese text of the desktop around the window: native menu, dialogs and what went wrong with a file. Text of the
// commands stands in command-list.ts.

export const MENU_TEXT = {
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  quit: '退出',
  fullScreen: '全屏',
  reload: '重新载入（开发）',
  developerTools: '开发者工具（开发）',
  about: '关于政务公开年报',
} as const;

export const DIALOG_TEXT = {
  save: '保存',
  open: '打开',
  overwriteQuestion: (name: string) => `“${name}”已存在，要替换它吗？`,
  overwriteDetail: '替换后原来的文件不能恢复。',
  overwrite: '替换',
  cancel: '取消',
  unsavedQuestion: '还有内容没有保存，仍要关闭吗？',
  closeAnyway: '仍要关闭',
  goBack: '返回',
  windowGoneQuestion: '窗口意外停止了工作。',
  windowGoneDetail: '已录入的单元格都已保存。可以重新打开窗口，接着填写。',
  setAsideQuestion: '本机数据无法读取。要把它移到一边，再从自动备份恢复吗？',
  setAsideDetail: (folder: string) =>
    `无法读取的数据不会删除，移到“${folder}”下的 set-aside 文件夹。之后窗口重新打开，由您选择一份自动备份恢复。`,
  setAside: '移开并继续',
  reopen: '重新打开',
  quit: '退出',
} as const;

/** What is said when a newer version's data must not be touched. */
export const PROFILE_TEXT = {
  title: '数据由更新的版本保存',
  newer: (folder: string, needed: number, running: number) =>
    `这里的数据由更新的版本保存（内核 ${String(needed)}），本程序的内核是 ${String(running)}，打开会损坏数据，因此没有打开，也没有改动任何文件。` +
    `请使用上次使用的版本，或安装更新的版本。\n数据位置：${folder}`,
  unreadable: (file: string) =>
    `无法判断数据由哪个版本保存（文件“${file}”看不懂），为保护数据没有打开，也没有改动任何文件。` +
    '请安装最新版本；如果仍然出现，请把该文件所在的文件夹整个复制备份，再联系技术支持。',
} as const;

/** Why a file was not written or read; the window shows it as it stands. */
export const FILE_PROBLEM_TEXT = {
  diskFull: '磁盘已满，文件没有保存。请清理磁盘或换一个位置再保存。',
  notAllowed:
    '没有权限写入这个位置，或文件正被其他程序（如 Word、WPS、Excel）打开。请关闭它，或换一个位置再保存。',
  readOnlyDisk: '这个磁盘是只读的，文件没有保存。请换一个位置。',
  nameTooLong: '文件名太长，文件没有保存。请起一个短一些的名字。',
  folderGone: '这个文件夹已不存在，文件没有保存。请换一个位置。',
  notWritten: (code: string) => `文件没有保存（${code}）。请换一个位置再试。`,
  notReadable: (name: string, code: string) =>
    `“${name}”读不出来（${code}）。请检查文件是否还在、是否有权限。`,
  tooLarge: (name: string, megabytes: number) =>
    `“${name}”超过 ${String(megabytes)} MB，不是年报文件，没有打开。请确认选对了文件。`,
  notAFile: (name: string) => `“${name}”不是文件，没有打开。请选择一个文件。`,
  snapshotGone: '这份自动备份已不在原来的位置。请另选一份。',
  nothingSaved: '还没有保存过文件。',
  savedFileGone: (name: string) => `“${name}”已不在原来的位置。`,
} as const;

/** The lines under the version in 关于. */
export function aboutText(dataFolder: string, electronVersion: string, chromiumVersion: string): string {
  return `数据只保存在本机，不联网。\n数据位置：${dataFolder}\nElectron ${electronVersion} · Chromium ${chromiumVersion}`;
}

/** Where the data live, and what is said when the desktop does not answer. */
export const STORAGE_TEXT = {
  desktop: (folder: string, isDevelopmentProfile: boolean) =>
    `数据保存在本机${isDevelopmentProfile ? '的开发用位置，与正式版分开' : ''}：${folder}`,
  browser: (origin: string) =>
    `数据保存在这台电脑的这个浏览器里（${origin}）；清除浏览器数据会一并删除，请经常另存报告文件。`,
  desktopRefused: (reason: string) => `程序没有接受这个操作，文件没有改动（${reason}）。请重启程序再试。`,
} as const;
