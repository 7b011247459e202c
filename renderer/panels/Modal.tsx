// The frame of a large dialog: a title, a body that scrolls, buttons below. Esc closes it.

import { useId, useRef, type ReactNode } from 'react';
import { useModalDialog } from './use-modal-dialog';
import './dialog.css';
import './modal.css';

interface ModalProps {
  readonly title: string;
  /** wide: for text · table: as wide as the window, as high as it needs · full: fills the window. */
  readonly size: 'wide' | 'table' | 'full';
  readonly children: ReactNode;
  /** Below the body, at the right. */
  readonly buttons?: ReactNode;
  readonly onClose: () => void;
}

export function Modal({ title, size, children, buttons, onClose }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useModalDialog(dialog);
  return (
    <dialog
      ref={dialog}
      className={`dialog modal ${size}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" className="close" aria-label="关闭" title="关闭（Esc）" onClick={onClose}>
          ×
        </button>
      </header>
      <div className="modal-body">{children}</div>
      {buttons !== undefined && <div className="buttons">{buttons}</div>}
    </dialog>
  );
}
