// Asks before reports are removed for good, which nothing brings back: Esc and Enter at first leave them where they are.

import { useId, useRef } from 'react';
import { useModalDialog } from '../use-modal-dialog';
import '../dialog.css';
import './keeping.css';

interface RemovalQuestionProps {
  /** What is to be removed, to stand after “彻底删除”. */
  readonly what: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

export function RemovalQuestion({ what, onConfirm, onCancel }: RemovalQuestionProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useModalDialog(dialog);
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      className="dialog removal"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-what`}
      onCancel={(event) => {
        event.preventDefault();
        // To React it has happened to the list behind as well, which stays open.
        event.stopPropagation();
        onCancel();
      }}
    >
      <h2 id={`${id}-title`}>彻底删除？</h2>
      <p id={`${id}-what`}>{what}，连同全部历史版本，将从本机彻底删除，不能恢复。</p>
      <div className="buttons">
        <button type="button" className="outlined" onClick={onCancel}>
          取消
        </button>
        <button type="button" className="primary danger" onClick={onConfirm}>
          彻底删除
        </button>
      </div>
    </dialog>
  );
}
