// What Electron is told on its command line on this machine, and what its end means in words. Pure: starts nothing.

/** The machine, as far as Electron's switches depend on it. */
export interface Machine {
  readonly platform: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly isRoot: boolean;
}

/** Said when there is no screen to open a window on. */
export const NO_DISPLAY =
  '没有图形界面（DISPLAY 和 WAYLAND_DISPLAY 都没有设置）：请在桌面中运行；没有桌面的机器上可用 xvfb-run -a npm start 试运行，或用 npm start -- --no-open 只提供浏览器版 / ' +
  'There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set): run it in a desktop session, try it with `xvfb-run -a npm start`, or serve the browser edition alone with `npm start -- --no-open`.';

/** Is there a screen? Only Linux can be without one. */
export function hasDisplay(platform: string, environment: NodeJS.ProcessEnv): boolean {
  return platform !== 'linux' || isSet(environment['DISPLAY']) || isSet(environment['WAYLAND_DISPLAY']);
}

/** The words after the application's folder: what the machine needs, then what was passed on, and what to say of it. */
export function electronCommandLine(
  passedOn: readonly string[],
  { platform, environment, isRoot }: Machine,
): { readonly words: readonly string[]; readonly remarks: readonly string[] } {
  const words: string[] = [];
  const remarks: string[] = [];
  if (platform === 'linux' && isRoot && !passedOn.includes('--no-sandbox')) {
    words.push('--no-sandbox');
    remarks.push(
      '以 root 运行，Chromium 的沙盒不可用，已加上 --no-sandbox / Running as root: Chromium has no sandbox there, --no-sandbox was added.',
    );
  }
  if (platform === 'linux' && !isSet(environment['DISPLAY']) && isSet(environment['WAYLAND_DISPLAY'])) {
    words.push('--ozone-platform=wayland');
  }
  return { words: [...words, ...passedOn], remarks };
}

const MISSING_LIBRARIES =
  'Electron 缺少系统库，请安装（Debian / Ubuntu）/ Electron lacks system libraries, install them (Debian / Ubuntu): ' +
  'apt-get install libgtk-3-0 libnss3 libasound2 libgbm1 libatk-bridge2.0-0 libcups2 libdrm2 libxkbcommon0 libxcomposite1 libxdamage1 libxrandr2 libxfixes3';
const NO_SANDBOX =
  'Electron 启动时中止，多半是系统不允许它的沙盒；开发时可用 npm start -- --no-sandbox / ' +
  'Electron was aborted as it started, most likely because this system refuses its sandbox; for development use `npm start -- --no-sandbox`.';
const NO_LIBRARY_CODE = 127;
const TRAP_CODE = 133;
const REFUSED_PROFILE_CODE = 3;

/** Why Electron ended, in one sentence; undefined when it ended well, was ended on purpose, or has said it itself. */
export function explainExit(code: number | null, signal: NodeJS.Signals | null): string | undefined {
  if (signal === 'SIGTRAP' || code === TRAP_CODE) return NO_SANDBOX;
  if (code === NO_LIBRARY_CODE) return MISSING_LIBRARIES;
  if (code === 0 || code === REFUSED_PROFILE_CODE || signal === 'SIGTERM' || signal === 'SIGINT')
    return undefined;
  const end = signal ?? String(code);
  return `Electron 意外结束（${end}）/ Electron ended unexpectedly (${end}).`;
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
