// Getting an Electron: what is fetched is checked before it is used, what hangs is given up, what fails is said.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assertIntegrity, supportsDevelopmentRuntime } from '../../build/development-runtime';
import { electronCommandLine, explainExit, hasDisplay, NO_DISPLAY } from '../../build/electron-command-line';
import { runInstaller } from '../../build/official-electron';
import { cacheFolder } from '../../build/project';
import { fileInTar, placeInRuntime } from '../../build/unpack-development-runtime';
import { StalledError, watchProgress } from '../../build/watch-progress';

describe('the development runtime', () => {
  it('exists for Linux on x64 alone', () => {
    expect(supportsDevelopmentRuntime('linux', 'x64')).toBe(true);
    expect(supportsDevelopmentRuntime('linux', 'arm64')).toBe(false);
    expect(supportsDevelopmentRuntime('win32', 'x64')).toBe(false);
  });

  it('is not used when its bytes are not the pinned ones', () => {
    const integrity =
      'sha512-MJ7MSJwS1utMxA9QyQLytNDtd+5RGnx6m808qG1M2G+YndNbxf9JlnDaNCVbRbDP2DDoH2Bdz33FVC6TrpzXbw==';
    expect(() => assertIntegrity(new TextEncoder().encode('data'), integrity)).toThrow(
      /校验不一致.*pinned checksum/,
    );
    expect(() => assertIntegrity(new TextEncoder().encode('abc'), sha512OfAbc)).not.toThrow();
  });
  const sha512OfAbc =
    'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==';

  it.each([
    ['Cypress/Cypress', 'electron'],
    ['Cypress/icudtl.dat', 'icudtl.dat'],
    ['Cypress/locales/zh-CN.pak', 'locales/zh-CN.pak'],
    ['Cypress/locales/fr.pak', undefined],
    ['Cypress/resources/app/package.json', undefined],
    ['Cypress/browser_v8_context_snapshot.bin', undefined],
    ['Cypress/', undefined],
  ])('takes of the archive what belongs to Electron: %s', (name, place) => {
    expect(placeInRuntime(name)).toBe(place);
  });

  it('finds a file in a tar archive behind others, and says when it is missing', () => {
    const entry = (name: string, contents: string): Buffer => {
      const header = Buffer.alloc(512);
      header.write(name, 0);
      header.write(contents.length.toString(8).padStart(11, '0'), 124);
      const padding = Buffer.alloc((512 - (contents.length % 512)) % 512);
      return Buffer.concat([header, Buffer.from(contents), padding]);
    };
    const tar = Buffer.concat([
      entry('package/a', 'x'.repeat(700)),
      entry('package/b', 'found'),
      Buffer.alloc(1024),
    ]);
    expect(Buffer.from(fileInTar(tar, 'package/b')).toString()).toBe('found');
    expect(() => fileInTar(tar, 'package/c')).toThrow('package/c is missing');
  });

  it('is kept outside the project, where NIANBAO_CACHE or the system says', () => {
    expect(cacheFolder({ NIANBAO_CACHE: '/chosen' })).toBe('/chosen');
    expect(cacheFolder({ XDG_CACHE_HOME: '/cache' })).toBe(join('/cache', 'gongkai-nianbao'));
    expect(cacheFolder({})).toMatch(/\.cache.gongkai-nianbao$/);
  });
});

describe('a download by another program', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-download-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const run = (script: string) =>
    spawn(process.execPath, ['-e', script, folder], { stdio: ['ignore', 'ignore', 'pipe'] });

  it('is given up when no first byte comes', async () => {
    const child = run('setTimeout(() => {}, 60_000)');
    await expect(watchProgress(child, [folder], { connectSeconds: 0.5, stallSeconds: 60 })).rejects.toThrow(
      StalledError,
    );
    await new Promise((resolve) =>
      child.signalCode === null ? child.once('exit', resolve) : resolve(undefined),
    );
    expect(child.signalCode).toBe('SIGKILL');
  });

  it('is given up when nothing more comes after the first bytes', async () => {
    const script = `require('fs').writeFileSync(process.argv[1] + '/part', 'x'); setTimeout(() => {}, 60_000)`;
    await expect(
      watchProgress(run(script), [folder], { connectSeconds: 60, stallSeconds: 0.5 }),
    ).rejects.toThrow(StalledError);
  });

  it('goes on as long as something comes', async () => {
    const script = `let n = 0; const timer = setInterval(() => {
      require('fs').appendFileSync(process.argv[1] + '/part', 'x'.repeat(100));
      if (++n === 15) clearInterval(timer);
    }, 100)`;
    await watchProgress(run(script), [folder], { connectSeconds: 1.2, stallSeconds: 1.2 });
  });

  it('passes on what the program complained about', async () => {
    const child = run(`console.error('no such host'); process.exit(1)`);
    await expect(watchProgress(child, [folder], { connectSeconds: 9, stallSeconds: 9 })).rejects.toThrow(
      'no such host',
    );
    const absent = spawn(join(folder, 'absent'));
    await expect(watchProgress(absent, [folder], { connectSeconds: 9, stallSeconds: 9 })).rejects.toThrow(
      'ENOENT',
    );
  });
});

describe('the official Electron', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-installer-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const install = (script: string) => {
    writeFileSync(join(folder, 'install.cjs'), script);
    return runInstaller(join(folder, 'install.cjs'), { connectSeconds: 1, stallSeconds: 1 });
  };

  it('is given up with a reason when the server does not answer, or refuses', async () => {
    expect(await install('setTimeout(() => {}, 60_000)')).toBe('服务器没有响应 / the server does not answer');
    expect(await install(`console.error('TypeError: fetch failed\\n at line 1'); process.exit(1)`)).toBe(
      'TypeError: fetch failed',
    );
  });

  it('downloads into a folder of its own, whose growth is watched, and leaves nothing there', async () => {
    const script = `const path = require('path').join(require('os').tmpdir(), 'part');
      require('fs').writeFileSync(path, 'x');
      require('fs').writeFileSync(__dirname + '/where', path)`;
    expect(await install(script)).toBeUndefined();
    const path = readFileSync(join(folder, 'where'), 'utf8');
    expect(path).toMatch(/gongkai-nianbao-electron-/);
    expect(existsSync(path)).toBe(false);
  });
});

describe('starting Electron', () => {
  const machine = { platform: 'linux', environment: { DISPLAY: ':0' }, isRoot: false };

  it('passes the words on as they are', () => {
    expect(electronCommandLine(['--remote-debugging-port=9', 'a.nianbao'], machine)).toEqual({
      words: ['--remote-debugging-port=9', 'a.nianbao'],
      remarks: [],
    });
  });
  it('adds --no-sandbox as root on Linux, and says so', () => {
    const { words, remarks } = electronCommandLine(['a.nianbao'], { ...machine, isRoot: true });
    expect(words).toEqual(['--no-sandbox', 'a.nianbao']);
    expect(remarks).toEqual([expect.stringMatching(/以 root 运行.*Running as root/)]);
    expect(electronCommandLine(['--no-sandbox'], { ...machine, isRoot: true }).words).toEqual([
      '--no-sandbox',
    ]);
    expect(electronCommandLine([], { ...machine, platform: 'darwin', isRoot: true }).words).toEqual([]);
  });
  it('draws through Wayland where there is nothing else', () => {
    const wayland = { ...machine, environment: { WAYLAND_DISPLAY: 'wayland-0' } };
    expect(electronCommandLine([], wayland).words).toEqual(['--ozone-platform=wayland']);
  });
  it('needs a display on Linux, and says what to do without', () => {
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasDisplay('win32', {})).toBe(true);
    expect(NO_DISPLAY).toMatch(/没有图形界面.*xvfb-run.*There is no display/);
  });
  it.each<[number | null, NodeJS.Signals | null, RegExp | undefined]>([
    [0, null, undefined],
    [null, 'SIGTERM', undefined],
    [3, null, undefined],
    [127, null, /缺少系统库.*libgtk-3-0/],
    [null, 'SIGTRAP', /沙盒.*--no-sandbox/],
    [133, null, /沙盒/],
    [1, null, /意外结束（1）.*unexpectedly \(1\)/],
    [null, 'SIGSEGV', /SIGSEGV/],
  ])('explains its end: code %s, signal %s', (code, signal, sentence) => {
    const explanation = explainExit(code, signal);
    if (sentence === undefined) expect(explanation).toBeUndefined();
    else expect(explanation).toMatch(sentence);
  });
});
