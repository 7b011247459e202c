// What the window hears of the worker that exchanges data: how far it is, and a Chinese sentence when it is too slow or
// breaks down. Its thread is a stand-in here; real workers break in tests/e2e/browser/large-import.test.ts.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failureSentenceOf } from '../../../renderer/store/failure-sentence';
import type { ExchangeAnswer, ExchangeCall } from '../../../renderer/workers/exchange-messages';
import { startExchange } from '../../../renderer/workers/start-exchange';

const BYTES = new TextEncoder().encode('{}');
const COUNTS = { taken: 1, kept: 2, added: 3 };

/** A thread that answers when the test says so. */
class WorkerOnCall extends EventTarget {
  readonly calls: ExchangeCall[] = [];
  isEnded = false;
  onmessage = null;
  onmessageerror = null;
  onerror = null;

  postMessage(call: ExchangeCall): void {
    if (!this.isEnded) this.calls.push(call);
  }

  terminate(): void {
    this.isEnded = true;
  }

  answer(answer: ExchangeAnswer): void {
    this.dispatchEvent(new MessageEvent('message', { data: answer }));
  }

  /** As a thread does that cannot be loaded or throws outside of every call. */
  breakDown(): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message: 'Uncaught RangeError' }));
  }
}

/** What a promise rejected with. */
function refusalOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => expect.unreachable('it should have been refused'),
    (error: unknown) => error,
  );
}

let worker: WorkerOnCall;
beforeEach(() => {
  worker = new WorkerOnCall();
});
afterEach(() => void vi.useRealTimers());

describe('a worker', () => {
  it('gives each answer to the call it belongs to', async () => {
    const exchange = startExchange(worker);
    const preview = exchange.preview();
    const backup = exchange.backUp(7);
    expect(worker.calls).toMatchObject([
      { method: 'preview', words: [] },
      { method: 'backUp', words: [7] },
    ]);
    const [first, second] = worker.calls;
    worker.answer({ number: second!.number, result: 'the backup' });
    worker.answer({ number: first!.number, result: 'the preview' });
    expect(await preview).toBe('the preview');
    expect(await backup).toBe('the backup');
  });

  it('tells how far a merge is, and nothing more once it has ended', async () => {
    const exchange = startExchange(worker);
    const heard: number[] = [];
    const merging = exchange.merge(['take', 'skip'], 7, (done) => heard.push(done));
    const { number } = worker.calls[0]!;
    worker.answer({ number, done: 100 });
    worker.answer({ number, done: 150 });
    worker.answer({ number, result: COUNTS });
    worker.answer({ number, done: 250 });
    expect(await merging).toEqual(COUNTS);
    expect(heard).toEqual([100, 150]);
  });

  it('passes on why the database refused', async () => {
    const exchange = startExchange(worker);
    const merging = refusalOf(exchange.merge(['take'], 7));
    const { number } = worker.calls[0]!;
    worker.answer({ number, failure: { reason: 'quotaExceeded', detail: 'full' } });
    expect(await merging).toMatchObject({ reason: 'quotaExceeded', detail: 'full' });
    expect(worker.isEnded).toBe(false);
  });

  it('is ended with the exchange, and what it was doing is given up', async () => {
    const exchange = startExchange(worker);
    const merging = refusalOf(exchange.merge(['take'], 7));
    exchange.close();
    expect(worker.isEnded).toBe(true);
    expect(await merging).toMatchObject({ reason: 'interrupted' });
  });
});

describe('a worker that takes more than a minute to read a file', () => {
  beforeEach(() => void vi.useFakeTimers());

  it('is ended, and the file is refused with the limit', async () => {
    const exchange = startExchange(worker);
    const reading = exchange.readFile(BYTES, 7);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(worker.isEnded).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(worker.isEnded).toBe(true);
    expect(await reading).toMatchObject({
      kind: 'refused',
      refusal: { chinese: '60 秒内没有读完，文件可能已损坏或过于复杂。' },
    });
  });

  it('leaves nobody waiting who asks it something more', async () => {
    const exchange = startExchange(worker);
    const reading = exchange.readFile(BYTES, 7);
    await vi.advanceTimersByTimeAsync(60_000);
    await reading;
    expect(await refusalOf(exchange.preview())).toMatchObject({ reason: 'interrupted' });
  });

  it('may take as long as it needs for a merge', async () => {
    const exchange = startExchange(worker);
    const reading = exchange.readFile(BYTES, 7);
    worker.answer({ number: worker.calls[0]!.number, result: { kind: 'backup', damaged: [] } });
    await reading;
    const merging = exchange.merge(['take'], 7);
    await vi.advanceTimersByTimeAsync(600_000);
    worker.answer({ number: worker.calls[1]!.number, result: COUNTS });
    expect(await merging).toEqual(COUNTS);
  });
});

describe('a worker that breaks down', () => {
  it('in the middle of reading refuses the file', async () => {
    const reading = startExchange(worker).readFile(BYTES, 7);
    worker.breakDown();
    expect(await reading).toMatchObject({
      kind: 'refused',
      refusal: { chinese: expect.stringContaining('没有打开') },
    });
  });

  it('in the middle of a merge is ended before anybody is told, so that it cannot go on with it', async () => {
    const merging = refusalOf(startExchange(worker).merge(['take'], 7));
    worker.breakDown();
    expect(worker.isEnded).toBe(true);
    const refusal = await merging;
    expect(refusal).toMatchObject({ reason: 'interrupted', detail: 'Uncaught RangeError' });
    expect(failureSentenceOf(refusal)).toContain('中途停止');
  });

  it('with an answer that cannot be taken over rejects', async () => {
    const merging = refusalOf(startExchange(worker).merge(['take'], 7));
    worker.dispatchEvent(new MessageEvent('messageerror'));
    expect(await merging).toMatchObject({ reason: 'interrupted' });
    expect(worker.isEnded).toBe(true);
  });

  it('before it is asked refuses whatever it is asked', async () => {
    const exchange = startExchange(worker);
    worker.breakDown();
    expect(await exchange.readFile(BYTES, 7)).toMatchObject({ kind: 'refused' });
    expect(await refusalOf(exchange.backUp(7))).toMatchObject({ reason: 'interrupted' });
    expect(await refusalOf(exchange.preview())).toMatchObject({ reason: 'interrupted' });
  });
});
