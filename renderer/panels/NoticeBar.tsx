// Shows the newest message to the clerk below the commands, over no figure, with its action, also while a dialog is open.

import { useEffect, useLayoutEffect, useState, type MouseEvent } from 'react';
import { createPortal } from 'react-dom';
import type { Notice } from '../commands/notify';
import './notice-bar.css';

interface NoticeBarProps {
  readonly notice: Notice | null;
  readonly onClose: () => void;
}

/** How long a message stays, in milliseconds; failures stay until they are closed. */
const STAY = { passing: 1800, done: 12_000 } as const;

export function NoticeBar({ notice, onClose }: NoticeBarProps) {
  useEffect(() => {
    if (!notice || notice.tone === 'failed') return undefined;
    const timer = setTimeout(onClose, STAY[notice.tone]);
    return () => clearTimeout(timer);
  }, [notice, onClose]);

  // An open dialog lies above everything and takes the mouse for itself: then the message belongs into it.
  const [place] = useState(() => document.createElement('div'));
  useLayoutEffect(() => (document.querySelector('dialog[open]') ?? document.body).append(place));

  return createPortal(
    <div className="notice-place" role={notice?.tone === 'failed' ? 'alert' : 'status'}>
      {notice && (
        <div className={`notice ${notice.tone}`}>
          <span>{notice.text}</span>
          {notice.action && (
            <button
              type="button"
              className="link"
              onMouseDown={keepKeyboard}
              onClick={() => {
                notice.action?.run();
                onClose();
              }}
            >
              {notice.action.label}
            </button>
          )}
          {notice.tone !== 'passing' && (
            <button type="button" aria-label="关闭提示" onMouseDown={keepKeyboard} onClick={onClose}>
              ×
            </button>
          )}
        </div>
      )}
    </div>,
    place,
  );
}

/** The keyboard stays where it is when a message is answered with the mouse: in the cell or the text. */
function keepKeyboard(event: MouseEvent): void {
  event.preventDefault();
}
