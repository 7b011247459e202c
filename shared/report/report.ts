// One filled report: whose it is, for which year, and a vector of values over its form's cells. It never changes;
// edits make a new one.

import type { CellAddress } from '../forms/cell-address';
import type { CompiledForm } from '../forms/compile-form';
import type { CellValue } from './cell-value';

/** own: 本机关, the organ's own report · consolidated: 汇总, the roll-up of the organs below it. */
export type ReportScope = 'own' | 'consolidated';

/** 未开始 · 有错误 · 填报中 · 校验通过. (已定稿 is decided by whoever keeps the report, not by its figures.) */
export type ReportState = 'untouched' | 'hasErrors' | 'inProgress' | 'passes';

/** A written explanation with the figures that it explains; when they change it has lapsed. */
export interface Explanation {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** Who answers for the report: 填表人, 审核人, 负责人, 联系电话, 填报日期; all optional. */
export type SignatoryRole = 'preparedBy' | 'reviewedBy' | 'responsible' | 'telephone' | 'date';

export type Signatories = Readonly<Partial<Record<SignatoryRole, string>>>;

export interface Report {
  readonly form: CompiledForm;
  readonly organisation: string;
  readonly scope: ReportScope;
  /** The calendar year reported on. */
  readonly year: number;
  /** One value for each of `form.cells`, at its index. Computed cells hold null: their totals are never stored. */
  readonly values: readonly CellValue[];
  /** Totals as the source printed them, by address; only where the source declared one. Typed reports have none. */
  readonly declared: ReadonlyMap<CellAddress, number | '/'>;
  /** Text by narrative section key; paragraphs are separated by line breaks. A missing key is an empty section. */
  readonly narrative: Readonly<Record<string, string>>;
  /** By rule and column, row or section, the key of the bound rule: `requests.carryOver:naturalPerson`. */
  readonly explanations: Readonly<Record<string, Explanation>>;
  readonly signatories: Signatories;
}

/** A report with nothing entered. The caller chooses the form that applies to the year. */
export function emptyReport(
  form: CompiledForm,
  identity: { readonly organisation: string; readonly scope: ReportScope; readonly year: number },
): Report {
  return {
    form,
    ...identity,
    values: form.cells.map(() => null),
    declared: new Map(),
    narrative: {},
    explanations: {},
    signatories: {},
  };
}

/** The value entered at an address; null when it is blank, computed or not a cell of the report's form. */
export function enteredValue(report: Report, address: string): CellValue {
  const index = report.form.indexByAddress.get(address);
  return index === undefined ? null : report.values[index]!;
}
