// The lines of a comparison as a table: figures, difference, rate, and a bar that lets a large change be seen.

import { Fragment, useEffect, useRef } from 'react';
import type { ComparedLine } from '../../../shared/compare/compare-reports';
import {
  differenceText,
  lineColumn,
  lineName,
  rateText,
  reasonText,
} from '../../../shared/compare/format-comparison';
import { changeOf } from '../../../shared/compare/select-lines';
import type { ComparisonCaptions } from '../../../shared/document/build-comparison-document';
import { sectionTitle } from '../../../shared/forms/compile-form';
import { formatGrouped } from '../../../shared/report/format-cell-value';

interface ComparisonTableProps {
  readonly lines: readonly ComparedLine[];
  readonly captions: ComparisonCaptions;
  /** Under the heading of their table; else all in one list. */
  readonly isGrouped: boolean;
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}

export function ComparisonTable({ lines, captions, isGrouped, chosen, onChoose }: ComparisonTableProps) {
  if (lines.length === 0) return <p className="empty">没有符合条件的行。</p>;
  const largest = new Map<string, number>();
  for (const line of lines)
    largest.set(scaleOf(line), Math.max(largest.get(scaleOf(line)) ?? 0, changeOf(line)));
  return (
    <div className="lines">
      <table>
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">类别</th>
            <th scope="col" className="figure">
              {captions.earlier}
            </th>
            <th scope="col" className="figure">
              {captions.current}
            </th>
            <th scope="col" className="figure">
              增减
            </th>
            <th scope="col" className="figure">
              增减率
            </th>
            <th scope="col">变化</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => {
            const { table } = line.cell;
            const isFirst = isGrouped && lines[at - 1]?.cell.table.key !== table.key;
            return (
              <Fragment key={line.key}>
                {isFirst && (
                  <tr className="group">
                    <th scope="rowgroup" colSpan={7}>
                      {sectionTitle(table)}
                    </th>
                  </tr>
                )}
                <Line
                  line={line}
                  share={changeOf(line) / (largest.get(scaleOf(line)) || 1)}
                  isChosen={line.key === chosen}
                  onChoose={onChoose}
                />
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Bars are drawn to one scale within a table; amounts have their own. */
function scaleOf({ cell }: ComparedLine): string {
  return `${cell.table.key} ${cell.column.type}`;
}

interface LineProps {
  readonly line: ComparedLine;
  /** The size of the change against the largest of its table, 0 to 1. */
  readonly share: number;
  readonly isChosen: boolean;
  readonly onChoose: (key: string) => void;
}

function Line({ line, share, isChosen, onChoose }: LineProps) {
  const { comparison } = line;
  const sign = comparison.kind === 'numeric' ? Math.sign(Number(comparison.difference)) : 0;
  const tone = sign > 0 ? 'rise' : sign < 0 ? 'fall' : 'level';
  const row = useRef<HTMLTableRowElement>(null);
  // The chart takes room from the lines: the one it draws stays in view.
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    <tr
      ref={row}
      className={isChosen ? 'chosen' : undefined}
      data-line={line.key}
      tabIndex={0}
      aria-selected={isChosen}
      onClick={() => onChoose(line.key)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') onChoose(line.key);
      }}
    >
      <th scope="row">{lineName(line)}</th>
      <td>{lineColumn(line)}</td>
      <td className="figure">{formatGrouped(line.earlier)}</td>
      <td className="figure">{formatGrouped(line.current)}</td>
      <td className={`figure ${tone}`}>{differenceText(line)}</td>
      <td className="figure">{rateText(line)}</td>
      <td className="bar-cell">
        {sign !== 0 ? (
          <span className="bar" aria-hidden="true">
            <i className={tone} style={{ width: `${Math.max(2, Math.sqrt(share) * 50)}%` }} />
          </span>
        ) : (
          <small>{reasonText(line)}</small>
        )}
      </td>
    </tr>
  );
}
