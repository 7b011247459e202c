// How the difference of a comparison is written for a reader, the same in the window and in documents.

import { formatDifference, formatGrouped } from '../report/format-cell-value';
import type { ComparedLine } from './compare-reports';
import { DIFFERENT_MEANING } from './compare-reports';

/** “+44”, “−15,135.951082”, “0”; “口径不同” or “—” where there is nothing to state. */
export function differenceText({ comparison }: ComparedLine): string {
  if (comparison.kind === 'same') return '—';
  if (comparison.kind === 'incomparable') return comparison.isDifferentMeaning ? DIFFERENT_MEANING : '—';
  const { difference } = comparison;
  if (typeof difference === 'number') return formatDifference(difference);
  if (Number(difference) === 0) return '0';
  return difference.startsWith('-')
    ? `−${formatGrouped(difference.slice(1))}`
    : `+${formatGrouped(difference)}`;
}

/** “+209.5%”; “上年为 0” where there is no rate; empty without a difference. */
export function rateText({ comparison }: ComparedLine): string {
  if (comparison.kind !== 'numeric' || Number(comparison.difference) === 0) return '';
  if (comparison.rate === null) return `${comparison.earlierSide}为 0`;
  const percent = (Math.abs(comparison.rate) * 100).toFixed(1);
  return `${comparison.rate < 0 ? '−' : '+'}${formatGrouped(percent)}%`;
}

/** Why there is no difference, in a few words; undefined where there is one or nothing to explain. */
export function reasonText({ comparison }: ComparedLine): string | undefined {
  return comparison.kind === 'incomparable' ? comparison.reason : undefined;
}

/** The row of a line with the heads it stands under but the outermost: “（三）… 1.…”, “（六）…（各项合计）”. */
export function lineName({ label, cell: { row } }: ComparedLine): string {
  const [outermost, ...inner] = row.labelPath;
  return label ?? (inner.length === 0 ? outermost! : inner.join('\u3000'));
}

/** The column of a line with its unit: “本年收费金额（万元）”. */
export function lineColumn({ cell: { column } }: ComparedLine): string {
  return column.unit === undefined ? column.label : `${column.label}（${column.unit}）`;
}
