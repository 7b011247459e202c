// 校验: every finding at once, what is still to be filled in, and what has been explained. It checks nothing itself.

import { memo, useState } from 'react';
import type { Finding } from '../../shared/engine/check-rules';
import type { Evaluation } from '../../shared/engine/evaluate-report';
import { carriedInEdits, isTextOfLastYear } from '../../shared/engine/start-next-year';
import { findCell, sectionTitle } from '../../shared/forms/compile-form';
import type { Edit } from '../../shared/report/edits';
import { useReportStore } from '../store/use-report';
import { FindingCard } from './FindingCard';
import './findings-panel.css';

interface FindingsPanelProps {
  readonly evaluation: Evaluation;
  readonly isReadOnly: boolean;
  /** Goes to the cell, or to the section when there is no address. */
  readonly onJump: (section: string, address: string | undefined) => void;
}

export const FindingsPanel = memo(function FindingsPanel({
  evaluation,
  isReadOnly,
  onJump,
}: FindingsPanelProps) {
  const store = useReportStore();
  const [explaining, setExplaining] = useState<string | null>(null);
  const { counts, completeness, findings } = evaluation;
  const missing = completeness.blanks.length + completeness.emptySections.length;
  const parts = missingParts(evaluation);
  const firm = counts.errors - counts.provisionalErrors;
  const differing = findings.filter(({ bound }) => bound.kind === 'declaredTotal');

  const adopt = (chosen: readonly Finding[]): void =>
    store.dispatch(
      chosen.flatMap(({ bound }) =>
        bound.cells.map((address) => ({ kind: 'declared' as const, address, value: null })),
      ),
      '采用计算值',
    );

  return (
    <aside className="findings-panel" aria-label="校验">
      <h2>
        校验
        <span className="counts" role="status">
          {firm > 0 && <i className="badge bad">{firm} 错误</i>}
          {counts.provisionalErrors > 0 && (
            <i className="badge warn">{counts.provisionalErrors} 错误未填完</i>
          )}
          {counts.warnings > 0 && <i className="badge warn">{counts.warnings} 核实</i>}
          {missing > 0 && <i className="badge calm">{missing} 未填</i>}
          {counts.explained > 0 && <i className="badge calm">{counts.explained} 已说明</i>}
          {counts.errors + counts.warnings + missing === 0 && <i className="badge ok">通过</i>}
        </span>
      </h2>
      {differing.length > 1 && !isReadOnly && (
        <button type="button" className="outlined adopt-all" onClick={() => adopt(differing)}>
          {differing.length} 处总计全部采用计算值
        </button>
      )}
      <ul>
        {inOrder(findings).map((finding) => (
          <FindingCard
            key={finding.bound.key}
            evaluation={evaluation}
            finding={finding}
            isReadOnly={isReadOnly}
            isExplaining={explaining === finding.bound.key}
            onExplain={(isOpen) => setExplaining(isOpen ? finding.bound.key : null)}
            onAdopt={() => adopt([finding])}
            carriedIn={carriedInFor(evaluation, finding)}
            onJump={onJump}
          />
        ))}
        {parts.map(({ section, title, text, address }) => (
          <li key={section} className="finding calm">
            <button type="button" className="jump" onClick={() => onJump(section, address)}>
              <b>{title}</b> {text}
            </button>
          </li>
        ))}
      </ul>
      {findings.length === 0 && parts.length === 0 && (
        <p className="all-well">各项校验全部通过，可以导出。</p>
      )}
    </aside>
  );
});

/** Errors, then warnings, then what rests on blanks, then what is explained; within each as the form has them. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const rank = (finding: Finding): number => {
    if (finding.explained) return 3;
    if (finding.provisional) return 2;
    return finding.bound.rule.severity === 'error' ? 0 : 1;
  };
  return [...findings].sort((a, b) => rank(a) - rank(b));
}

interface MissingPart {
  readonly section: string;
  readonly title: string;
  readonly text: string;
  readonly address: string | undefined;
}

/** The edit that puts last year's figure in place, where a finding says that it is another one. */
function carriedInFor({ report, previous }: Evaluation, { bound }: Finding): readonly Edit[] {
  if (!previous || bound.kind !== 'relation' || !bound.right[0]?.previousYear) return [];
  return carriedInEdits(report.form, previous).filter(
    (edit) => edit.kind === 'value' && edit.address === bound.cells[0],
  );
}

/** What is not filled in, and texts that are still last year's. */
function missingParts({ report, previous, completeness }: Evaluation): readonly MissingPart[] {
  return report.form.definition.sections.flatMap((section): MissingPart[] => {
    const { key } = section;
    const title = sectionTitle({ ...section, label: section.shortLabel });
    if (completeness.emptySections.includes(key))
      return [{ section: key, title, text: '未填写', address: undefined }];
    if (isTextOfLastYear(report, previous, key))
      return [{ section: key, title, text: '还是上年文字', address: undefined }];
    const blanks = completeness.blanks.filter((address) => findCell(report.form, address)?.table.key === key);
    if (blanks.length === 0) return [];
    return [{ section: key, title, text: `${blanks.length} 格未填`, address: blanks[0] }];
  });
}
