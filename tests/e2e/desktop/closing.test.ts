// The window writes what is pending before it closes, never hangs when the page does not answer, and asks when
// something could not be kept.

import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { CloseAnswer } from '../../../shared/ipc/contract';
import { launchElectron, type RunningElectron } from '../../helpers/launch-electron';

declare const window: Window & {
  nianbao: { onBeforeClose(listener: () => Promise<CloseAnswer>): () => void };
};

async function launch(): Promise<RunningElectron> {
  const running = await launchElectron();
  onTestFinished(() => running.dispose());
  return running;
}

function windowCount(running: RunningElectron): Promise<number> {
  return running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
}

function askToClose(running: RunningElectron): Promise<void> {
  return running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
}

describe('关闭窗口', () => {
  it('waits until the page has written what was pending', async () => {
    const running = await launch();
    await running.page.evaluate(() => {
      window.nianbao.onBeforeClose(
        () =>
          new Promise((resolve) => {
            // Long enough that a window which does not wait would be gone.
            setTimeout(() => {
              localStorage.setItem('pending', 'kept');
              resolve({ outcome: 'flushed' });
            }, 800);
          }),
      );
    });
    const again = await running.reopen();
    onTestFinished(() => again.dispose());
    expect(await again.page.evaluate(() => localStorage.getItem('pending'))).toBe('kept');
  });

  it('closes after three seconds when the page does not answer', async () => {
    const running = await launch();
    await running.page.evaluate(() => {
      window.nianbao.onBeforeClose(() => new Promise(() => undefined));
    });
    const asked = performance.now();
    await running.close();
    expect(performance.now() - asked).toBeGreaterThan(2900);
  });

  it('asks the clerk when something is not kept: stays open on 返回, closes on 仍要关闭', async () => {
    const running = await launch();
    await running.page.evaluate(() => {
      window.nianbao.onBeforeClose(() => Promise.resolve({ outcome: 'unsaved', reason: '磁盘已满' }));
    });
    await running.answerMessageBox(0);
    await askToClose(running);
    await vi.waitFor(async () => {
      expect(await running.shownMessageBoxes()).toEqual(['还有内容没有保存，仍要关闭吗？\n磁盘已满']);
    });
    expect(await windowCount(running)).toBe(1);
    await running.answerMessageBox(1);
    await running.close();
    expect(running.process.exitCode).toBe(0);
  });

  it('keeps what is pending when the system ends the program', async () => {
    const running = await launch();
    await running.page.evaluate(() => {
      window.nianbao.onBeforeClose(() => {
        localStorage.setItem('pending', 'kept at the end');
        return Promise.resolve({ outcome: 'flushed' });
      });
    });
    running.process.kill('SIGTERM');
    const again = await launchAfterEnd(running);
    expect(await again.page.evaluate(() => localStorage.getItem('pending'))).toBe('kept at the end');
  });
});

async function launchAfterEnd(running: RunningElectron): Promise<RunningElectron> {
  await new Promise((resolve) => running.process.once('exit', resolve));
  const again = await launchElectron({ profile: running.profile });
  onTestFinished(() => again.dispose());
  return again;
}
