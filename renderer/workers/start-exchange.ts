// Starts the worker that exchanges data and speaks with it. What it cannot finish in time is ended and refused.

import { StorageError } from '../database/storage-error';
import type { Exchange, ReadFile } from './exchange';
import type { ExchangeAnswer, ExchangeCall } from './exchange-messages';

/** The largest file that is opened takes some seconds, on a slow machine many; only one made to harm takes this long. */
const READING_LIMIT_SECONDS = 60;

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((done: number) => void) | undefined;
}

/**
 * An exchange in a worker of its own. Close it: the worker ends then, whatever it was doing. A worker that breaks down is
 * ended, and whatever it owes or is asked afterwards rejects with `interrupted`.
 */
export function startExchange(worker: Worker = newWorker()): Exchange {
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  let ended: StorageError | undefined;

  const end = (detail: string): void => {
    worker.terminate();
    ended ??= new StorageError('interrupted', detail);
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.addEventListener('message', ({ data }: MessageEvent<ExchangeAnswer>) => {
    const call = waiting.get(data.number);
    if (!call) return;
    if ('done' in data) return call.onProgress?.(data.done);
    waiting.delete(data.number);
    if ('failure' in data) call.reject(new StorageError(data.failure.reason, data.failure.detail));
    else call.resolve(data.result as never);
  });
  // It did not load or has broken down: what it has begun must not go on behind a message that it failed.
  worker.addEventListener('error', ({ message }) => end(message));
  worker.addEventListener('messageerror', () => end('an answer could not be taken over'));

  const call = <Name extends ExchangeCall['method']>(
    method: Name,
    words: Parameters<Exchange[Name]>,
    onProgress?: (done: number) => void,
  ): ReturnType<Exchange[Name]> => {
    calls += 1;
    const number = calls;
    return new Promise((resolve, reject) => {
      if (ended) return reject(ended);
      waiting.set(number, { resolve, reject, onProgress });
      worker.postMessage({ number, method, words });
    }) as ReturnType<Exchange[Name]>;
  };

  return {
    backUp: (now) => call('backUp', [now]),
    readFile: (bytes, now) => withinLimit(call('readFile', [bytes, now]), () => end('reading took too long')),
    preview: () => call('preview', []),
    recount: (places, swing) => call('recount', [places, swing]),
    merge: (choices, now, onProgress) => call('merge', [choices, now], onProgress),
    close: () => end('the exchange was closed'),
  };
}

function newWorker(): Worker {
  return new Worker(new URL('./exchange-worker.ts', import.meta.url), { type: 'module' });
}

/** The answer, or a refusal when the worker has not read the file in time or has broken over it. */
async function withinLimit(reading: Promise<ReadFile>, end: () => void): Promise<ReadFile> {
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    end();
  }, READING_LIMIT_SECONDS * 1000);
  try {
    return await reading;
  } catch {
    return { kind: 'refused', refusal: isLate ? TOO_SLOW : BROKEN };
  } finally {
    clearTimeout(timer);
  }
}

const TOO_SLOW = {
  chinese: `${READING_LIMIT_SECONDS} 秒内没有读完，文件可能已损坏或过于复杂。`,
  english: `The file was not read within ${READING_LIMIT_SECONDS} seconds.`,
};

const BROKEN = {
  chinese: '读取时内存不足或程序出错，没有打开。请关闭其他程序后再试。',
  english: 'Reading the file ran out of memory or failed.',
};
