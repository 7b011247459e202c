// Two reports side by side: every line with both figures, difference and rate, filtered and sorted as asked, and the
// course of one line over the years. It compares nothing itself.

import { useMemo, useState, type ReactNode } from 'react';
import { compareReports } from '../../../shared/compare/compare-reports';
import { selectLines, sortBySize } from '../../../shared/compare/select-lines';
import type { SwingThresholds } from '../../../shared/engine/large-swing';
import { sectionTitle, tablesOf } from '../../../shared/forms/compile-form';
import type { Report } from '../../../shared/report/report';
import type { ComparisonCaptions } from '../../../shared/document/build-comparison-document';
import { printComparison, type ComparisonKind } from '../../commands/export-comparison';
import { Modal } from '../Modal';
import { ComparisonTable } from './ComparisonTable';
import { YearsChart } from './YearsChart';
import './comparison.css';

interface ComparisonDialogProps {
  readonly title: string;
  readonly current: Report;
  readonly earlier: Report;
  readonly captions: ComparisonCaptions;
  /** Where the two sides are chosen. */
  readonly sides: ReactNode;
  /** All kept years of the unit, for the line chart; at least the two compared. */
  readonly years: readonly Report[];
  /** What counts as a large change, here and in the checks. */
  readonly thresholds: SwingThresholds;
  readonly onThresholds: (thresholds: SwingThresholds) => void;
  readonly onExport: (kind: ComparisonKind, lines: ComparisonExport) => void;
  readonly onClose: () => void;
}

export interface ComparisonExport {
  readonly compared: ReturnType<typeof compareReports>;
  readonly lines: ReturnType<typeof selectLines>;
  readonly captions: ComparisonCaptions;
}

type Show = 'all' | 'changed' | 'large';

export function ComparisonDialog(props: ComparisonDialogProps) {
  const { current, earlier, captions, years, thresholds, onExport } = props;
  const [show, setShow] = useState<Show>('changed');
  const [table, setTable] = useState('');
  const [isBySize, setBySize] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const compared = useMemo(() => compareReports(current, earlier), [current, earlier]);
  const lines = useMemo(() => {
    const selected = selectLines(compared.lines, {
      changedOnly: show === 'changed',
      ...(show === 'large' && { largeOnly: thresholds }),
      ...(table !== '' && { table }),
    });
    return isBySize ? sortBySize(selected) : selected;
  }, [compared, show, table, isBySize, thresholds]);
  const chosenLine = compared.lines.find((line) => line.key === chosen);
  const canExport = lines.length > 0;
  const exported = { compared, lines, captions };

  return (
    <Modal
      title={props.title}
      size="full"
      onClose={props.onClose}
      buttons={
        <>
          <span className="count">{lines.length} 行</span>
          <button
            type="button"
            className="outlined"
            disabled={!canExport}
            onClick={() => onExport('xlsx', exported)}
          >
            导出 Excel
          </button>
          <button
            type="button"
            className="outlined"
            disabled={!canExport}
            onClick={() => onExport('word-html', exported)}
          >
            导出 Word 网页
          </button>
          <button
            type="button"
            className="outlined"
            disabled={!canExport}
            onClick={() => void printComparison(exported)}
          >
            打印…
          </button>
          <button type="button" className="primary" onClick={props.onClose}>
            关闭
          </button>
        </>
      }
    >
      <div className="comparison">
        {props.sides}
        <div className="filters">
          <div className="segments" role="group" aria-label="显示哪些行">
            {(['changed', 'large', 'all'] as const).map((choice) => (
              <button
                key={choice}
                type="button"
                aria-pressed={show === choice}
                onClick={() => setShow(choice)}
              >
                {{ changed: '有变化', large: '大幅变化', all: '全部' }[choice]}
              </button>
            ))}
          </div>
          {show === 'large' && <Thresholds value={thresholds} onChange={props.onThresholds} />}
          <select aria-label="哪张表" value={table} onChange={(event) => setTable(event.target.value)}>
            <option value="">全部表格</option>
            {tablesOf(current.form.definition).map((one) => (
              <option key={one.key} value={one.key}>
                {sectionTitle(one)}
              </option>
            ))}
          </select>
          <label className="by-size">
            <input type="checkbox" checked={isBySize} onChange={() => setBySize(!isBySize)} />
            按变化大小排列
          </label>
        </div>
        <ComparisonTable
          lines={lines}
          captions={captions}
          isGrouped={!isBySize}
          chosen={chosen}
          onChoose={setChosen}
        />
        {chosenLine && years.length > 1 && <YearsChart line={chosenLine} years={years} />}
      </div>
    </Modal>
  );
}

interface ThresholdsProps {
  readonly value: SwingThresholds;
  readonly onChange: (value: SwingThresholds) => void;
}

function Thresholds({ value, onChange }: ThresholdsProps) {
  const read = (text: string): number => Math.max(0, Math.floor(Number(text)) || 0);
  return (
    <span className="thresholds">
      相差至少
      <input
        type="number"
        aria-label="相差至少多少"
        min={0}
        value={value.absolute}
        onChange={(event) => onChange({ ...value, absolute: read(event.target.value) })}
      />
      且变化至少
      <input
        type="number"
        aria-label="变化至少百分之几"
        min={0}
        value={Math.round(value.rate * 100)}
        onChange={(event) => onChange({ ...value, rate: read(event.target.value) / 100 })}
      />
      %，校验也按此提醒
    </span>
  );
}
