// Left: whose reports are kept, the years of the open unit, and the six sections of the open report.

import { memo, type ReactNode } from 'react';
import type { Evaluation } from '../../shared/engine/evaluate-report';
import { countCharacters } from '../../shared/engine/count-characters';
import { isTextOfLastYear } from '../../shared/engine/start-next-year';
import { sectionOfFinding } from '../../shared/engine/explain-finding';
import { findCell, type CompiledForm } from '../../shared/forms/compile-form';
import type { SectionDefinition } from '../../shared/forms/form-definition';
import { FINALISED } from '../../shared/text/keeping-words';
import { STATE_NAMES } from '../../shared/text/report-words';
import type { ListedReport } from '../database/report-repository';
import type { ReportSnapshot } from '../store/report-store';
import { isListed, type WorkspaceState } from '../store/workspace';
import { MOST_UNITS, unitName } from './units';
import './navigation.css';

interface NavigationProps {
  readonly state: WorkspaceState;
  readonly snapshot: ReportSnapshot;
  /** What could help with a damaged record, shown below its message. */
  readonly snapshots: ReactNode;
  readonly onOpen: (id: string) => void;
  /** Shows the list of all reports, in which a unit among very many is found. */
  readonly onShowAll: () => void;
  readonly onShowSection: (section: string) => void;
  readonly onRemoveExample: (id: string) => void;
}

export const Navigation = memo(function Navigation(props: NavigationProps) {
  const { state, snapshot, snapshots, onOpen, onShowAll, onShowSection, onRemoveExample } = props;
  const { report, evaluation } = snapshot;
  const listed = state.entries.filter(isListed);
  const kept = listed.filter((entry) => !entry.isExample);
  const example = listed.find((entry) => entry.isExample);
  const damaged = state.entries.filter((entry) => 'damaged' in entry);
  const current = snapshot.isExample ? [] : reportsOfUnit(kept, report);
  const units = firstUnits(kept);
  return (
    <nav className="navigation" aria-label="年度和部分">
      {units.length > (current.length > 0 ? 1 : 0) && units.length <= MOST_UNITS && (
        <label className="unit">
          <span>单位</span>
          <select
            aria-label="单位"
            value={current.length > 0 ? unitKey(report) : ''}
            onChange={(event) => {
              const unit = units.find((one) => unitKey(one) === event.target.value);
              if (unit) onOpen(reportsOfUnit(kept, unit)[0]!.id);
            }}
          >
            {current.length === 0 && <option value="">选择单位</option>}
            {units.map((unit) => (
              <option key={unitKey(unit)} value={unitKey(unit)}>
                {unitName(unit)}
              </option>
            ))}
          </select>
        </label>
      )}
      {units.length > MOST_UNITS && (
        <button type="button" className="outlined other-unit" onClick={onShowAll}>
          换一个单位…
        </button>
      )}
      {current.length > 0 && (
        <>
          <h2>年度</h2>
          <ul>
            {current.map((entry) => (
              <li key={entry.id}>
                <button
                  type="button"
                  aria-current={entry.id === snapshot.id ? 'true' : undefined}
                  onClick={() => onOpen(entry.id)}
                >
                  {entry.year} <StateBadge entry={entry} />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {example && (
        <>
          <h2>示例</h2>
          <ul>
            <li className="example">
              <button
                type="button"
                aria-current={example.id === snapshot.id ? 'true' : undefined}
                onClick={() => onOpen(example.id)}
              >
                {example.year} 年报示例
              </button>
              <button
                type="button"
                className="remove"
                title="移除示例"
                aria-label="移除示例"
                onClick={() => onRemoveExample(example.id)}
              >
                ×
              </button>
            </li>
          </ul>
        </>
      )}
      <h2>{report.year} 年度报告</h2>
      <ul>
        {report.form.definition.sections.map((section) => (
          <li key={section.key}>
            <button
              type="button"
              data-section={section.key}
              aria-current={section.key === state.section ? 'page' : undefined}
              onClick={() => onShowSection(section.key)}
            >
              {section.number}、{section.shortLabel}
              <SectionBadge section={section} evaluation={evaluation} />
            </button>
          </li>
        ))}
      </ul>
      {damaged.map((entry) => (
        <p key={entry.id} className="damaged" role="alert">
          有一份报告的记录已损坏，已单独搁置：{entry.damaged.chinese}
        </p>
      ))}
      {damaged.length > 0 && snapshots}
    </nav>
  );
});

function StateBadge({ entry }: { readonly entry: ListedReport }) {
  if (entry.finalisedAt !== null) return <i className="badge ok">{FINALISED}</i>;
  if (entry.state === 'hasErrors') return <i className="badge bad">{entry.errors} 错误</i>;
  if (entry.state === 'passes') return <i className="badge ok">通过</i>;
  return <small>{STATE_NAMES[entry.state]}</small>;
}

/** Errors and warnings of the section, else what is missing, else the length of a text. */
function SectionBadge({ section, evaluation }: { section: SectionDefinition; evaluation: Evaluation }) {
  const { report, completeness, findings } = evaluation;
  const open = findings.filter(
    (finding) => !finding.explained && sectionOfFinding(evaluation, finding) === section.key,
  );
  const errors = open.filter(({ bound, provisional }) => bound.rule.severity === 'error' && !provisional);
  if (errors.length > 0) return <CountBadge tone="bad" count={errors.length} meaning="处错误" />;
  if (open.length > 0) return <CountBadge tone="warn" count={open.length} meaning="处需要核实或还没填完" />;
  if (section.kind === 'narrative') {
    if (isTextOfLastYear(report, evaluation.previous, section.key))
      return <i className="badge warn">上年文字</i>;
    const length = countCharacters(report.narrative[section.key] ?? '');
    return <small>{length === 0 ? '未填' : `${length}字`}</small>;
  }
  const blanks = blanksOf(report.form, section.key, completeness.blanks);
  return blanks > 0 ? (
    <CountBadge tone="calm" count={blanks} meaning="格未填" />
  ) : (
    <small aria-label="已填完">✓</small>
  );
}

function CountBadge({
  tone,
  count,
  meaning,
}: {
  tone: 'bad' | 'warn' | 'calm';
  count: number;
  meaning: string;
}) {
  return (
    <i className={`badge count ${tone}`} title={`${count} ${meaning}`}>
      {count}
      <span className="only-read-aloud"> {meaning}</span>
    </i>
  );
}

function blanksOf(form: CompiledForm, table: string, blanks: readonly string[]): number {
  return blanks.filter((address) => findCell(form, address)?.table.key === table).length;
}

type Unit = Pick<ListedReport, 'organisation' | 'scope'>;

function unitKey({ organisation, scope }: Unit): string {
  return `${organisation}\n${scope}`;
}

/** Each unit and scope once, in the order of the list; no more than one above `MOST_UNITS`. */
function firstUnits(reports: readonly ListedReport[]): readonly Unit[] {
  const units = new Map<string, Unit>();
  for (const entry of reports) {
    units.set(unitKey(entry), entry);
    if (units.size > MOST_UNITS) break;
  }
  return [...units.values()];
}

/** The years of one unit, newest first. */
function reportsOfUnit(reports: readonly ListedReport[], unit: Unit): readonly ListedReport[] {
  return reports
    .filter((entry) => entry.organisation === unit.organisation && entry.scope === unit.scope)
    .sort((a, b) => b.year - a.year);
}
