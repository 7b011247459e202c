// How a window closes: it asks the page, waits three seconds at most, and asks the clerk when something is unsaved.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClosingHandshake, type ClosingHandshake } from '../../electron/closing-handshake';

describe('the closing handshake', () => {
  const ask = vi.fn();
  const close = vi.fn();
  let decide: (closesAnyway: boolean) => void;
  const confirmLoss = vi.fn(() => new Promise<boolean>((resolve) => (decide = resolve)));
  let handshake: ClosingHandshake;
  beforeEach(() => {
    vi.useFakeTimers();
    vi.clearAllMocks();
    handshake = createClosingHandshake({ ask, close, confirmLoss });
  });
  afterEach(() => vi.useRealTimers());

  it('closes once the page has written everything', () => {
    handshake.begin();
    expect(ask).toHaveBeenCalledTimes(1);
    expect(close).not.toHaveBeenCalled();
    handshake.answer({ outcome: 'flushed' });
    expect(close).toHaveBeenCalledTimes(1);
  });
  it('closes after three seconds without an answer, and not before', () => {
    handshake.begin();
    vi.advanceTimersByTime(2999);
    expect(close).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(close).toHaveBeenCalledTimes(1);
  });
  it('does not ask twice while it waits', () => {
    handshake.begin();
    handshake.begin();
    expect(ask).toHaveBeenCalledTimes(1);
  });
  it('shows the clerk what is unsaved, with no time limit, and stays when told so', async () => {
    handshake.begin();
    handshake.answer({ outcome: 'unsaved', reason: '磁盘已满' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(confirmLoss).toHaveBeenCalledWith('磁盘已满');
    expect(close).not.toHaveBeenCalled();
    decide(false);
    await vi.advanceTimersByTimeAsync(0);
    expect(close).not.toHaveBeenCalled();
    handshake.begin();
    expect(ask).toHaveBeenCalledTimes(2);
  });
  it('closes all the same when the clerk says so', async () => {
    handshake.begin();
    handshake.answer({ outcome: 'unsaved', reason: '磁盘已满' });
    decide(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(close).toHaveBeenCalledTimes(1);
  });
  it('ignores an answer that nobody asked for', () => {
    handshake.answer({ outcome: 'flushed' });
    handshake.pageGone();
    expect(close).not.toHaveBeenCalled();
  });
  it('closes at once when the page is gone while it was asked', () => {
    handshake.begin();
    handshake.pageGone();
    expect(close).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(5000);
    expect(close).toHaveBeenCalledTimes(1);
  });
});
