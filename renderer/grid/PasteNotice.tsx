// After a paste or a fill: what was taken, and every text that was not, with its place and the reason.

import { describePaste, type PasteOutcome } from '../../shared/clipboard/paste';

/** The list, until the clerk closes it or the next paste replaces it. */
export function PasteNotice({
  outcome,
  onClose,
}: {
  readonly outcome: PasteOutcome;
  readonly onClose: () => void;
}): React.JSX.Element {
  return (
    <section className="paste-notice" role="status" aria-label="粘贴结果">
      <header>
        <strong>{describePaste(outcome)}</strong>
        <button type="button" onClick={onClose}>
          知道了
        </button>
      </header>
      {outcome.notices.map((notice) => (
        <p key={notice}>{notice}</p>
      ))}
      {outcome.refused.length > 0 && (
        <ul tabIndex={0} aria-label="没有填入的内容">
          {outcome.refused.map(({ place, text, reason }, index) => (
            <li key={index}>
              <b>{place}</b>
              {text !== '' && <q>{text}</q>}
              <span>{reason}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
