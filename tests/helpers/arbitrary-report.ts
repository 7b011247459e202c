// Arbitrary reports and edits for properties: any layout, any value a cell may hold, any order of edits.

import fc from 'fast-check';
import type { FormCell } from '../../shared/forms/compile-form';
import { allForms } from '../../shared/forms/form-registry';
import { LARGEST_COUNT, type CellValue } from '../../shared/report/cell-value';
import { applyEdits, type Edit } from '../../shared/report/edits';
import { emptyReport, type Report, type SignatoryRole } from '../../shared/report/report';

/** Any value that a cell of this column may hold, blank included. */
export function arbitraryValue(cell: FormCell): fc.Arbitrary<CellValue> {
  const blanks: fc.Arbitrary<CellValue>[] = [fc.constant(null), fc.constant('/'), fc.constant(0)];
  switch (cell.column.type) {
    case 'count':
      return fc.oneof(...blanks, fc.nat({ max: 30 }), fc.nat({ max: LARGEST_COUNT }));
    case 'signedCount':
      return fc.oneof(
        ...blanks,
        fc.integer({ min: -LARGEST_COUNT, max: LARGEST_COUNT }).map((n) => n + 0),
      );
    case 'amount':
      return fc.oneof(
        fc.constantFrom<CellValue>(null, '/', '0'),
        fc
          .tuple(fc.nat({ max: 999_999 }), fc.nat({ max: 999_999 }))
          .map(([whole, decimals]) => `${whole}.${String(decimals).padStart(6, '0')}`),
      );
    case 'asWritten':
      return fc.constantFrom<CellValue>(null, '/', '251000元', '1690.9913万元');
  }
}

/** Any edit that this report's form accepts. */
export function arbitraryEdit(report: Report): fc.Arbitrary<Edit> {
  const { form } = report;
  const entered = fc.constantFrom(...form.entered.map((index) => form.cells[index]!));
  const computed = fc.constantFrom(...form.computed.map((index) => form.cells[index]!));
  const explainable = form.rules.filter(({ rule }) => rule.explainable).map(({ key }) => key);
  const text = fc.constantFrom('', '一段', '第一段\n第二段', '本年没有收取信息处理费。');
  return fc.oneof(
    {
      weight: 6,
      arbitrary: entered.chain((cell) =>
        arbitraryValue(cell).map((value): Edit => ({ kind: 'value', address: cell.address, value })),
      ),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(computed, fc.oneof(fc.nat({ max: 30 }), fc.constantFrom<'/' | null>('/', null)))
        .map(([cell, value]): Edit => ({ kind: 'declared', address: cell.address, value })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...form.narratives), text)
        .map(([section, written]): Edit => ({ kind: 'narrative', section, text: written })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...explainable), fc.integer(), fc.boolean())
        .map(([key, left, isWritten]): Edit => ({
          kind: 'explanation',
          key,
          explanation: isWritten ? { text: '已核实', left, right: 0 } : null,
        })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom<SignatoryRole>('preparedBy', 'date'), text)
        .map(([role, written]): Edit => ({ kind: 'signatory', role, text: written })),
    },
  );
}

/** A report of either layout after some edits. */
export function arbitraryReport(): fc.Arbitrary<Report> {
  const empty = fc.constantFrom(...allForms()).map((form) =>
    emptyReport(form, {
      organisation: '某县某局',
      scope: 'own',
      year: form.definition.appliesToYears.from,
    }),
  );
  return empty.chain((report) =>
    fc.array(arbitraryEdit(report), { maxLength: 60 }).map((edits) => applyEdits(report, edits).report),
  );
}
