// @vitest-environment jsdom
// The window's platform in a plain browser: downloads, a file chooser, and writing what is pending when the page
// leaves.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBrowserPlatform } from '../../../renderer/platform/browser-platform';
import type { CloseAnswer } from '../../../shared/ipc/contract';
import { LARGEST_FILE_BYTES } from '../../../shared/ipc/file-kinds';

interface Download {
  readonly name: string;
  readonly contents: Blob;
}

describe('the browser platform', () => {
  const platform = createBrowserPlatform();
  let downloads: Download[];
  let blobs: Blob[];
  let choosers: HTMLInputElement[];
  const chooser = (): HTMLInputElement | undefined => choosers.at(-1);

  beforeEach(() => {
    downloads = [];
    blobs = [];
    choosers = [];
    URL.createObjectURL = (blob) => `blob:${String(blobs.push(blob as Blob) - 1)}`;
    URL.revokeObjectURL = vi.fn();
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      const contents = blobs[Number(this.href.replace('blob:', ''))];
      if (contents !== undefined) downloads.push({ name: this.download, contents });
    });
    vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (this: HTMLInputElement) {
      choosers.push(this);
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  it('saves as a download under the suggested name, with its extension and type', async () => {
    vi.useFakeTimers();
    const bytes = new TextEncoder().encode('内容');
    expect(await platform.saveFile({ suggestedName: '年报', kind: 'word-html', bytes })).toEqual({
      outcome: 'saved',
      name: '年报.doc',
    });
    expect(await platform.saveFile({ suggestedName: '年报.nianbao', kind: 'report', bytes })).toMatchObject({
      name: '年报.nianbao',
    });
    expect(downloads.map(({ name, contents }) => [name, contents.type, contents.size])).toEqual([
      ['年报.doc', 'application/msword', 6],
      ['年报.nianbao', 'application/json', 6],
    ]);
    expect(URL.revokeObjectURL).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60_000);
    expect(URL.revokeObjectURL).toHaveBeenCalledTimes(2);
  });

  const choose = (file: unknown): void => {
    Object.defineProperty(chooser(), 'files', { value: file === undefined ? [] : [file] });
    chooser()?.dispatchEvent(new Event('change'));
  };

  it('opens the file that is chosen, among those of the kinds asked for', async () => {
    const opened = platform.openFile({ kinds: ['report', 'xlsx'] });
    expect(chooser()?.accept).toBe('.nianbao,.xlsx');
    choose({
      name: '去年.nianbao',
      size: 2,
      arrayBuffer: () => Promise.resolve(new TextEncoder().encode('{}').buffer),
    });
    const file = await opened;
    expect(file).toMatchObject({ outcome: 'opened', name: '去年.nianbao' });
    expect(new TextDecoder().decode('bytes' in file ? file.bytes : undefined)).toBe('{}');
  });

  it('answers cancelled when nothing is chosen', async () => {
    const dismissed = platform.openFile({ kinds: ['report'] });
    chooser()?.dispatchEvent(new Event('cancel'));
    expect(await dismissed).toEqual({ outcome: 'cancelled' });
    const emptied = platform.openFile({ kinds: ['report'] });
    choose(undefined);
    expect(await emptied).toEqual({ outcome: 'cancelled' });
  });

  it('says when a file is too large or cannot be read', async () => {
    const large = platform.openFile({ kinds: ['report'] });
    choose({ name: '大.nianbao', size: LARGEST_FILE_BYTES + 1 });
    expect(await large).toMatchObject({
      outcome: 'failed',
      reason: expect.stringContaining('“大.nianbao”超过 128 MB'),
    });
    const gone = platform.openFile({ kinds: ['report'] });
    choose({
      name: '走.nianbao',
      size: 1,
      arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')),
    });
    expect(await gone).toMatchObject({ outcome: 'failed', reason: expect.stringContaining('NotFoundError') });
  });

  it('has no menu, no delivered files and no folder to show', () => {
    expect(platform.revealLastSaved).toBeUndefined();
    expect(typeof platform.onCommand(() => undefined)).toBe('function');
    expect(typeof platform.onFileDelivered(() => undefined)).toBe('function');
  });

  it('writes what is pending when the page leaves, not when it is only hidden, until it unsubscribes', () => {
    const flush = vi.fn(() => Promise.resolve<CloseAnswer>({ outcome: 'flushed' }));
    const unsubscribe = platform.onBeforeClose(flush, () => false);
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(flush).not.toHaveBeenCalled();
    window.dispatchEvent(new Event('pagehide'));
    expect(flush).toHaveBeenCalledTimes(1);
    unsubscribe();
    window.dispatchEvent(new Event('pagehide'));
    expect(flush).toHaveBeenCalledTimes(1);
  });

  it('lets the browser ask before leaving while something is pending, which it begins to write', () => {
    const flush = vi.fn(() => Promise.reject(new Error('full')));
    let isPending = true;
    const unsubscribe = platform.onBeforeClose(flush, () => isPending);
    const leave = (): boolean => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(leave()).toBe(false);
    expect(flush).toHaveBeenCalledTimes(1);
    isPending = false;
    expect(leave()).toBe(true);
    unsubscribe();
  });

  it('says that the data live in this browser', async () => {
    expect(await platform.describeStorage()).toMatch(/保存在这台电脑的这个浏览器里（http:\/\/localhost/);
  });
});
