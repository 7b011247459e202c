// The 填报说明 of a row and a column beside the table: the short sentence at once, the long text with its source as
// soon as it is loaded.

import { useEffect, useState } from 'react';
import type { GuidanceEntry } from '../../shared/forms/guidance';
import type { HelpSubject } from './help-subjects';

export interface ShownHelp {
  readonly subjects: readonly HelpSubject[];
  /** Where it is shown, from the upper left corner of the table's frame. */
  readonly left: number;
  readonly top: number;
  /** It ends at `top` instead of beginning there. */
  readonly opensUpwards: boolean;
  /** Opened by F1: it takes the focus and stays until Escape. */
  readonly isPinned: boolean;
}

interface Guidance {
  readonly entries: readonly (GuidanceEntry | undefined)[];
  readonly notInDocuments: string;
}

/** The card. It never covers the place that it explains. */
export function CellHelp({
  help,
  formId,
  onClose,
}: {
  readonly help: ShownHelp;
  readonly formId: string;
  readonly onClose: () => void;
}): React.JSX.Element {
  const guidance = useGuidance(formId, help.subjects);
  const isUncertain = guidance?.entries.some((entry) => entry?.paragraphs.join('').includes('※')) ?? false;
  return (
    <div
      className="cell-help"
      role={help.isPinned ? 'dialog' : 'tooltip'}
      aria-label="填报说明"
      tabIndex={help.isPinned ? 0 : -1}
      ref={(element) => {
        if (help.isPinned) element?.focus({ preventScroll: true });
      }}
      style={{ left: help.left, top: help.top, translate: help.opensUpwards ? '0 -100%' : undefined }}
      onKeyDown={(event) => {
        if (!['Escape', 'F1', 'Enter'].includes(event.key)) return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
      onBlur={onClose}
    >
      {help.subjects.map((subject, index) => (
        <section key={subject.key}>
          <h2>{subject.title}</h2>
          {subject.hint !== undefined && <p className="hint">{subject.hint}</p>}
          {guidance?.entries[index]?.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {guidance?.entries[index] && <p className="source">依据：{guidance.entries[index].source}</p>}
        </section>
      ))}
      {isUncertain && <p className="source">{guidance?.notInDocuments}</p>}
    </div>
  );
}

function useGuidance(formId: string, subjects: readonly HelpSubject[]): Guidance | undefined {
  const [guidance, setGuidance] = useState<Guidance>();
  useEffect(() => {
    let isShown = true;
    void import('../../shared/forms/guidance').then(({ findGuidance, NOT_IN_DOCUMENTS }) => {
      if (!isShown) return;
      setGuidance({
        entries: subjects.map((subject) => findGuidance(formId, subject.key)),
        notInDocuments: NOT_IN_DOCUMENTS,
      });
    });
    return () => {
      isShown = false;
    };
  }, [formId, subjects]);
  return guidance;
}
