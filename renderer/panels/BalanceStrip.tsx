// The balance strip under the window: one field per column of the rule that asks for it, green or the difference.

import { describeFinding } from '../../shared/engine/explain-finding';
import type { Assessment } from '../../shared/engine/check-rules';
import type { Evaluation } from '../../shared/engine/evaluate-report';
import { formatDifference } from '../../shared/report/format-cell-value';
import './balance-strip.css';

interface BalanceStripProps {
  readonly evaluation: Evaluation;
  /** Goes to the column's first cell. */
  readonly onJump: (section: string, address: string) => void;
}

export function BalanceStrip({ evaluation, onJump }: BalanceStripProps) {
  const columns = evaluation.assessments.filter(
    ({ bound }) => bound.rule.kind === 'relation' && bound.rule.inBalanceStrip,
  );
  return (
    <div className="balance-strip" role="group" aria-label="逐列平衡">
      {columns.map((assessment) => (
        <button
          type="button"
          key={assessment.bound.key}
          className={`balance ${toneOf(assessment)}`}
          title={explain(evaluation, assessment)}
          data-balance={assessment.bound.subject}
          onClick={() => onJump(tableOf(assessment), assessment.bound.cells[0]!)}
        >
          <span>{assessment.bound.subjectLabel}</span>
          <b>{verdictOf(assessment)}</b>
        </button>
      ))}
    </div>
  );
}

function tableOf({ bound }: Assessment): string {
  return bound.kind === 'relation' ? bound.rule.table : '';
}

function toneOf({ outcome, provisional }: Assessment): string {
  if (outcome === 'unfilled') return 'calm';
  if (outcome === 'fails') return provisional ? 'warn' : 'bad';
  return provisional ? 'calm' : 'ok';
}

function verdictOf({ outcome, provisional, left, right }: Assessment): string {
  if (outcome === 'unfilled') return '未填';
  if (outcome === 'fails') return `${provisional ? '未填完 ' : '相差 '}${formatDifference(left - right)}`;
  return provisional ? '平 · 未填完' : '平';
}

function explain(evaluation: Evaluation, assessment: Assessment): string {
  const finding = evaluation.findings.find(({ bound }) => bound === assessment.bound);
  return finding ? describeFinding(evaluation, finding).message : assessment.bound.rule.label;
}
