// A screen for windows on machines that have none: Xvfb, as large as an office screen. Does nothing where there is
// one already, or where the system always has one.

import { spawn } from 'node:child_process';

const SCREEN = '1920x1080x24';

/** Sets DISPLAY for this process and its children and answers how to end the screen again. Throws without Xvfb. */
export async function startDisplay(): Promise<() => void> {
  const hasDisplay = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'];
  if (process.platform !== 'linux' || hasDisplay !== undefined) return () => undefined;
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    server.stdio[3]?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    server.once('error', () => reject(new Error('没有图形界面，也没有 Xvfb / No display, and no Xvfb.')));
    server.once('exit', () => reject(new Error('Xvfb 没有启动 / Xvfb did not start.')));
  });
  process.env['DISPLAY'] = `:${number}`;
  const end = (): void => void server.kill();
  process.once('exit', end);
  return () => {
    process.off('exit', end);
    delete process.env['DISPLAY'];
    end();
  };
}
