// `report check`: evaluates report files and prints what was found, as JSON for programs or as lines for people.

import { evaluateReport, type Evaluation } from '../../shared/engine/evaluate-report';
import type { Finding } from '../../shared/engine/check-rules';
import { describeFinding } from '../../shared/engine/explain-finding';
import type { Report } from '../../shared/report/report';
import type { Command } from './parse-arguments';
import { bilingual, type Console, type ExitCode, type Sentence } from './console';
import { matchPrevious, readReport } from './read-reports';

/** One element of the JSON array: a stable contract. */
export type CheckResult =
  | {
      readonly file: string;
      readonly formId: string;
      readonly organisation: string;
      readonly scope: Report['scope'];
      readonly year: number;
      /** Without the explained ones, as `warnings`. */
      readonly errors: number;
      readonly warnings: number;
      readonly explained: number;
      /** Blank entered cells. */
      readonly blanks: number;
      readonly emptySections: readonly string[];
      readonly findings: readonly CheckedFinding[];
    }
  | { readonly file: string; readonly unreadable: string };

export interface CheckedFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly explained: boolean;
  readonly provisional: boolean;
  readonly cells: readonly string[];
  readonly left: number;
  readonly right: number;
  readonly difference: number;
  readonly message: string;
}

/** Checks every file and prints the results; the exit code is that of the worst file. */
export async function checkReports(
  command: Extract<Command, { name: 'check' }>,
  console: Console,
): Promise<ExitCode> {
  const previous = command.previous === undefined ? undefined : await readReport(command.previous, console);
  const results: CheckResult[] = [];
  for (const file of command.files) {
    const read = await readReport(file, console);
    if (!read.ok) results.push(unreadable(file, read.reason));
    else if (previous && !previous.ok)
      results.push(unreadable(file, aboutPrevious(command, previous.reason)));
    else {
      const matched = matchPrevious(read.report, previous?.report, console);
      results.push(
        matched.ok
          ? resultOf(file, evaluateReport(read.report, previous?.report))
          : unreadable(file, matched.reason),
      );
    }
  }
  console.out(command.asJson ? `${JSON.stringify(results, null, 2)}\n` : results.map(linesOf).join('\n'));
  return Math.max(...results.map(exitCodeOf)) as ExitCode;
}

function aboutPrevious({ previous }: { readonly previous: string | undefined }, reason: Sentence): Sentence {
  return {
    chinese: `上年文件 ${previous ?? ''} 不能用：${reason.chinese}`,
    english: `The previous report ${previous ?? ''} cannot be used: ${reason.english}`,
  };
}

function unreadable(file: string, reason: Sentence): CheckResult {
  return { file, unreadable: bilingual(reason) };
}

function exitCodeOf(result: CheckResult): ExitCode {
  if ('unreadable' in result) return 2;
  return result.errors > 0 ? 1 : 0;
}

function resultOf(file: string, evaluation: Evaluation): CheckResult {
  const { report, counts, completeness } = evaluation;
  return {
    file,
    formId: report.form.definition.id,
    organisation: report.organisation,
    scope: report.scope,
    year: report.year,
    errors: counts.errors,
    warnings: counts.warnings,
    explained: counts.explained,
    blanks: completeness.blanks.length,
    emptySections: completeness.emptySections,
    findings: evaluation.findings.map((finding) => checkedFinding(evaluation, finding)),
  };
}

function checkedFinding(evaluation: Evaluation, finding: Finding): CheckedFinding {
  const { bound, explained, provisional, left, right, difference } = finding;
  const { message } = describeFinding(evaluation, finding);
  const { id: rule, severity } = bound.rule;
  return { rule, severity, explained, provisional, cells: bound.cells, left, right, difference, message };
}

/** What a person reads: one line about the file, then one a finding. */
function linesOf(result: CheckResult): string {
  if ('unreadable' in result) return `${result.file}\n  ${result.unreadable}\n`;
  const { errors, warnings, explained, blanks, emptySections } = result;
  const summary = bilingual({
    chinese: `错误 ${errors}，核实 ${warnings}，已说明 ${explained}，未填 ${blanks} 格，空白部分 ${emptySections.length} 个`,
    english: `${errors} errors, ${warnings} warnings, ${explained} explained, ${blanks} blank cells, ${emptySections.length} empty sections`,
  });
  return [
    `${result.file}：${result.organisation} ${result.year}`,
    `  ${summary}`,
    ...result.findings.map((finding) => `  ${labelOf(finding)} ${finding.rule}  ${finding.message}`),
    '',
  ].join('\n');
}

function labelOf({ severity, explained, provisional }: CheckedFinding): string {
  if (explained) return '[已说明 explained]';
  if (severity === 'warning') return '[核实 warning]';
  return provisional ? '[错误·未填完 error, provisional]' : '[错误 error]';
}
