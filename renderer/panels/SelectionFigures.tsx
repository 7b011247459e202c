// Sum, count and average of the selected cells, as a spreadsheet shows them.

import type { SelectionSummary } from '../../shared/clipboard/summarise-cells';
import { formatGrouped } from '../../shared/report/format-cell-value';

export function SelectionFigures({ summary }: { readonly summary: SelectionSummary }) {
  return (
    <span className="selection-figures">
      合计 {formatGrouped(summary.sum)} · 计数 {summary.count}
      {summary.average !== undefined && ` · 平均 ${formatGrouped(summary.average)}`}
    </span>
  );
}
