// Says in a few words what changed between two states of a report: “表三 3 格，第一部分文字”.

import { findCell } from '../forms/compile-form';
import type { Edit } from './edits';
import { editsBetween } from './edits-between';
import type { Report } from './report';

/** A short Chinese account without a full stop; “没有变化” when nothing did, “另一版式” across forms. */
export function accountOfChange(before: Report, after: Report): string {
  if (before.form !== after.form) return '另一版式';
  const edits = editsBetween(before, after);
  const parts = [
    ...tableParts(after, edits),
    ...textParts(after, edits),
    ...otherParts(before, after, edits),
  ];
  return parts.length === 0 ? '没有变化' : parts.join('，');
}

function tableParts(report: Report, edits: readonly Edit[]): string[] {
  const cells = edits.flatMap((edit) =>
    edit.kind === 'value' ? [findCell(report.form, edit.address)!] : [],
  );
  const tables = [...new Set(cells.map((cell) => cell.table))];
  return tables.map((table) => `表${table.number} ${cells.filter((cell) => cell.table === table).length} 格`);
}

function textParts(report: Report, edits: readonly Edit[]): string[] {
  return edits.flatMap((edit) =>
    edit.kind === 'narrative' ? [`第${report.form.sectionByKey.get(edit.section)!.number}部分文字`] : [],
  );
}

function otherParts(before: Report, after: Report, edits: readonly Edit[]): string[] {
  const declared = edits.filter(
    (edit) =>
      edit.kind === 'declared' &&
      (before.declared.get(edit.address as never) ?? null) !==
        (after.declared.get(edit.address as never) ?? null),
  ).length;
  const explanations = edits.filter((edit) => edit.kind === 'explanation').length;
  const hasSignatory = edits.some((edit) => edit.kind === 'signatory');
  return [
    ...(declared > 0 ? [`原文总计 ${declared} 格`] : []),
    ...(explanations > 0 ? [`说明 ${explanations} 条`] : []),
    ...(hasSignatory ? ['签署栏'] : []),
  ];
}
