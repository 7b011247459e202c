// Reads the golden cases of tests/cases: what a clerk fills in, and what the program must say to it.

import type { SwingThresholds } from '../../shared/engine/large-swing';
import type { CompiledForm, FormCell } from '../../shared/forms/compile-form';
import { formForYear } from '../../shared/forms/form-registry';
import type { CellValue } from '../../shared/report/cell-value';
import type { Explanation, Report, ReportState } from '../../shared/report/report';
import { REPORT_KIND, REPORT_SCHEMA_VERSION, restoreReport } from '../../shared/report/restore-report';

export interface ExpectedFinding {
  readonly rule: string;
  /** The column, row, total or section. */
  readonly of: string;
  readonly left: number;
  readonly right: number;
  readonly difference: number;
  readonly provisional?: boolean;
  readonly explained?: boolean;
  readonly lapsed?: boolean;
  readonly message?: string;
}

interface Filled {
  /** What stands in every entered cell that `given` does not name: 0, or null for blank. */
  readonly others: 0 | null;
  readonly given: Readonly<Record<string, number | string>>;
}

type Text = string | { readonly repeat: string; readonly times: number; readonly then: string };

export interface GoldenCase extends Filled {
  readonly name: string;
  /** Runs once for the layout of each year. */
  readonly years: readonly number[];
  readonly declared?: Readonly<Record<string, number | '/'>>;
  readonly narrative?: Readonly<Record<string, Text>>;
  readonly explanations?: Readonly<Record<string, Explanation>>;
  /** Last year's report of the same unit. */
  readonly previous?: Filled;
  /** The clerk's thresholds for large changes; without them these rules are not assessed. */
  readonly swing?: SwingThresholds;
  readonly totals?: Readonly<Record<string, CellValue>>;
  /** `rule:subject` that must hold, be neutral because nothing is entered, or not be assessed at all. */
  readonly holds?: readonly string[];
  readonly unfilled?: readonly string[];
  readonly notAssessed?: readonly string[];
  /** Every finding, in order. */
  readonly findings: readonly ExpectedFinding[];
  readonly state?: ReportState;
}

export interface RunnableCase {
  readonly title: string;
  readonly year: number;
  readonly file: string;
  readonly golden: GoldenCase;
}

const FILES = import.meta.glob<readonly GoldenCase[]>('../cases/*.json', { eager: true, import: 'default' });

/** Every case, once for each of its years. */
export function goldenCases(): readonly RunnableCase[] {
  return Object.entries(FILES).flatMap(([path, cases]) =>
    cases.flatMap((golden) =>
      golden.years.map((year) => ({
        title: `${year} ${golden.name}`,
        year,
        file: path.split('/').at(-1)!,
        golden,
      })),
    ),
  );
}

/** The report a case describes; it passes the same gate as a file. */
export function reportOfCase({ golden, year }: RunnableCase): Report {
  return restore(year, golden, {
    declared: golden.declared,
    explanations: golden.explanations,
    narrative:
      golden.narrative &&
      Object.fromEntries(Object.entries(golden.narrative).map(([section, text]) => [section, textOf(text)])),
  });
}

/** Last year's report of a case, when it has one. */
export function previousOfCase({ golden, year }: RunnableCase): Report | undefined {
  return golden.previous && restore(year - 1, golden.previous, {});
}

function restore(year: number, filled: Filled, rest: object): Report {
  const form = formForYear(year)!;
  const restored = restoreReport({
    kind: REPORT_KIND,
    schemaVersion: REPORT_SCHEMA_VERSION,
    formId: form.definition.id,
    organisation: '某县某局',
    scope: 'own',
    year,
    values: { ...(filled.others === 0 && zeros(form)), ...filled.given },
    ...Object.fromEntries(Object.entries(rest).filter(([, part]) => part !== undefined)),
  });
  if (!restored.ok) throw new Error(restored.refusal.chinese);
  return restored.report;
}

function zeros(form: CompiledForm): Record<string, number | string> {
  const zero = (cell: FormCell): number | string =>
    cell.column.type === 'asWritten' ? '0元' : cell.column.type === 'amount' ? '0' : 0;
  return Object.fromEntries(
    form.entered.map((index) => [form.cells[index]!.address, zero(form.cells[index]!)]),
  );
}

function textOf(text: Text): string {
  return typeof text === 'string' ? text : text.repeat.repeat(text.times) + text.then;
}
