// Lets the window write what is pending before it closes: the desktop asks, waits at most three seconds, then the
// window closes. What is pending and how it is written is the window's affair.

import type { CloseAnswer } from '../shared/ipc/contract';

/** How long a window that does not answer may hold up its closing. */
export const LONGEST_WAIT_MILLISECONDS = 3000;

/** What the handshake needs of the desktop, so that it can be tested without one. */
export interface ClosingWindow {
  /** Sends the question to the page. */
  ask(): void;
  /** Shows that something is unsaved and why; true when the clerk wants to close all the same. */
  confirmLoss(reason: string): Promise<boolean>;
  /** Closes for good, without asking again. */
  close(): void;
}

export interface ClosingHandshake {
  /** The clerk, or the system, wants to close the window. While it is under way, further calls change nothing. */
  begin(): void;
  /** The page's answer; ignored when nothing was asked. */
  answer(answer: CloseAnswer): void;
  /** The page is gone and cannot answer: closes at once when it was asked. */
  pageGone(): void;
}

/** Starts with nothing under way. When the clerk decides against closing, the window simply stays. */
export function createClosingHandshake(window: ClosingWindow): ClosingHandshake {
  let timer: NodeJS.Timeout | undefined;
  let isConfirming = false;

  const stopWaiting = (): boolean => {
    const wasWaiting = timer !== undefined;
    clearTimeout(timer);
    timer = undefined;
    return wasWaiting;
  };
  const settle = async (reason: string): Promise<void> => {
    isConfirming = true;
    try {
      if (await window.confirmLoss(reason)) window.close();
    } finally {
      isConfirming = false;
    }
  };

  return {
    begin() {
      if (timer !== undefined || isConfirming) return;
      timer = setTimeout(() => {
        stopWaiting();
        window.close();
      }, LONGEST_WAIT_MILLISECONDS);
      window.ask();
    },
    answer(answer) {
      if (!stopWaiting()) return;
      if (answer.outcome === 'flushed') window.close();
      else void settle(answer.reason);
    },
    pageGone() {
      if (stopWaiting()) window.close();
    },
  };
}
