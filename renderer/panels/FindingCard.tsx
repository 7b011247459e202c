// One finding: what is wrong with which figures, where, what may have caused it, and what settles it.

import { useId, useState, type FocusEvent } from 'react';
import type { Finding } from '../../shared/engine/check-rules';
import type { Evaluation } from '../../shared/engine/evaluate-report';
import { describeFinding, sectionOfFinding } from '../../shared/engine/explain-finding';
import type { Edit } from '../../shared/report/edits';
import { useReportStore } from '../store/use-report';

interface FindingCardProps {
  readonly evaluation: Evaluation;
  readonly finding: Finding;
  readonly isReadOnly: boolean;
  readonly isExplaining: boolean;
  readonly onExplain: (isOpen: boolean) => void;
  readonly onAdopt: () => void;
  /** Puts last year's figure in place; empty where that is not the matter. */
  readonly carriedIn: readonly Edit[];
  readonly onJump: (section: string, address: string | undefined) => void;
}

export function FindingCard(props: FindingCardProps) {
  const { evaluation, finding, isReadOnly, isExplaining, carriedIn, onExplain, onAdopt, onJump } = props;
  const store = useReportStore();
  const { bound, explained, lapsed } = finding;
  const text = describeFinding(evaluation, finding);
  const explanation = evaluation.report.explanations[bound.key];
  return (
    <li className={`finding ${toneOf(finding)}`} data-finding={bound.key}>
      <button
        type="button"
        className="jump"
        onClick={() => onJump(sectionOfFinding(evaluation, finding), bound.cells[0])}
      >
        <span className="headline">
          <b>{text.subject}</b> {text.summary}
          {finding.provisional && <i className="badge warn">未填完</i>}
        </span>
        {text.lines.map((line) => (
          <span key={line} className="figures">
            {line}
          </span>
        ))}
        {text.clue !== undefined && <span className="clue">线索：{text.clue}</span>}
      </button>
      {explanation && (
        <p className="explanation">{`${lapsed ? '说明已过期' : '已说明'}：${explanation.text}`}</p>
      )}
      {!isReadOnly && bound.kind === 'declaredTotal' && (
        <button type="button" className="link" onClick={onAdopt}>
          采用计算值
        </button>
      )}
      {!isReadOnly && carriedIn.length > 0 && !explained && (
        <button type="button" className="link" onClick={() => store.dispatch(carriedIn, '带入上年结转')}>
          采用上年数
        </button>
      )}
      {!isReadOnly && bound.rule.explainable && !isExplaining && (
        <button type="button" className="link" onClick={() => onExplain(true)}>
          {explained || lapsed ? '修改说明' : '填写说明'}
        </button>
      )}
      {isExplaining && (
        <ExplanationForm finding={finding} text={explanation?.text ?? ''} onClose={() => onExplain(false)} />
      )}
    </li>
  );
}

function toneOf({ explained, provisional, bound }: Finding): string {
  if (explained) return 'calm';
  if (bound.rule.severity === 'warning' || provisional) return 'warn';
  return 'bad';
}

interface ExplanationFormProps {
  readonly finding: Finding;
  readonly text: string;
  readonly onClose: () => void;
}

function ExplanationForm({ finding, text, onClose }: ExplanationFormProps) {
  const store = useReportStore();
  const [draft, setDraft] = useState(text);
  const fieldId = useId();
  const { bound, left, right } = finding;

  const save = (): void => {
    const written = draft.trim();
    const explanation = written === '' ? null : { text: written, left, right };
    store.dispatch([{ kind: 'explanation', key: bound.key, explanation }], '填写说明');
    onClose();
  };

  /** What is written is not lost to a click elsewhere; leaving for another program leaves the field as it is. */
  const saveWhenLeft = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    const isLeft = !currentTarget.contains(relatedTarget) && !currentTarget.contains(document.activeElement);
    if (isLeft && draft.trim() !== '' && draft.trim() !== text) save();
  };

  return (
    <form
      className="explain"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onBlur={saveWhenLeft}
    >
      <label htmlFor={fieldId}>写明原因，随报告保存；数字再变时要重写。</label>
      <textarea
        id={fieldId}
        autoFocus
        rows={3}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
        }}
      />
      <div>
        <button type="submit" className="primary" disabled={draft.trim() === '' && text === ''}>
          {draft.trim() === '' && text !== '' ? '撤回说明' : '保存说明'}
        </button>
        <button type="button" onClick={onClose}>
          取消
        </button>
      </div>
    </form>
  );
}
