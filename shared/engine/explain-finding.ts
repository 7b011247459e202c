// Says a finding in the clerk's words, with the real figures, from the same terms that the rule computes with.
// Called only for findings that are shown or printed.

import type { BoundRelation, BoundTerm } from '../forms/compile-form';
import { rowName, sectionTitle } from '../forms/compile-form';
import { countOf } from '../report/cell-value';
import { formatDifference, formatFigure } from '../report/format-cell-value';
import type { Finding } from './check-rules';
import type { Evaluation } from './evaluate-report';
import { findClue } from './find-clue';
import { computeTotals } from './compute-totals';

export interface FindingText {
  /** Which column, row or section, by its official name. */
  readonly subject: string;
  /** What is wrong with it: “不平，相差 +1”. */
  readonly summary: string;
  /** The figures, one line a side: “一 4 + 二 0 = 4”, “三（七）3 + 四 0 = 3”. */
  readonly lines: readonly string[];
  /** What the figures suggest as the cause, when they do. */
  readonly clue: string | undefined;
  /** All of it in one sentence, without the clue. */
  readonly message: string;
}

/** The sentence of a finding of this evaluation. */
export function describeFinding(evaluation: Evaluation, finding: Finding): FindingText {
  const { bound } = finding;
  switch (bound.kind) {
    case 'relation':
      return describeRelation(evaluation, finding, bound);
    case 'declaredTotal': {
      const subject = bound.subjectLabel;
      const lines = [`按明细合计 ${formatFigure(finding.left)}`, `原文填报 ${formatFigure(finding.right)}`];
      return {
        subject,
        summary: `与明细合计不符，${differs(finding)}`,
        lines,
        clue: findClue(evaluation, finding),
        message: `${subject}：${lines.join('，')}，${differs(finding)}`,
      };
    }
    case 'swing': {
      const subject = bound.subjectLabel;
      const lines = [`今年 ${formatFigure(finding.left)}`, `上年 ${formatFigure(finding.right)}`];
      return {
        subject,
        summary: `与上年相差悬殊，${differs(finding)}`,
        lines,
        clue: undefined,
        message: `${subject}：${lines.join('，')}，${differs(finding)}`,
      };
    }
    case 'text':
      return describeText(evaluation, finding);
  }
}

/** The key of the section a finding belongs to, for lists that mix sections. */
export function sectionOfFinding(evaluation: Evaluation, finding: Finding): string {
  const { rule } = finding.bound;
  return 'table' in rule ? rule.table : evaluation.report.form.sectionByKey.get(rule.section)!.key;
}

function differs(finding: Finding): string {
  return `相差 ${finding.difference < 0 ? formatDifference(finding.difference) : formatFigure(finding.difference)}`;
}

function describeRelation(evaluation: Evaluation, finding: Finding, bound: BoundRelation): FindingText {
  const subject = bound.subjectLabel;
  const lines = [
    sideText(evaluation, bound, bound.left, finding.left),
    sideText(evaluation, bound, bound.right, finding.right),
  ];
  const hasPrevious = [...bound.left, ...bound.right].some((term) => term.previousYear);
  return {
    subject,
    summary: `${hasPrevious ? '与上年推算不一致' : '不平'}，${differs(finding)}`,
    lines,
    clue: findClue(evaluation, finding),
    message: `${subject}：${lines.join('，')}，${differs(finding)}`,
  };
}

/** “一 4 + 二 0 = 4”; a side of one term is just “四 4”. */
function sideText(
  evaluation: Evaluation,
  bound: BoundRelation,
  terms: readonly BoundTerm[],
  sum: number,
): string {
  const parts = terms.map((term, at) => {
    const sign = term.sign < 0 ? '− ' : at > 0 ? '+ ' : '';
    const name = `${term.previousYear ? '上年' : ''}${termName(evaluation, bound, term)}`;
    return `${sign}${name}${name.endsWith('）') ? '' : ' '}${formatFigure(termFigure(evaluation, term))}`;
  });
  return terms.length === 1 ? parts[0]! : `${parts.join(' ')} = ${formatFigure(sum)}`;
}

/** A term is named by what varies along the rule's axis: rows within a column, columns within a row. */
function termName(evaluation: Evaluation, bound: BoundRelation, term: BoundTerm): string {
  const cell = evaluation.report.form.cells[term.index]!;
  return bound.rule.forEach === 'column' ? rowName(cell.row) : cell.column.label;
}

function termFigure(evaluation: Evaluation, term: BoundTerm): number {
  if (!term.previousYear) return countOf(evaluation.totals.values[term.index]);
  const { report, previous } = evaluation;
  const index = previous?.form.indexByAddress.get(report.form.cells[term.index]!.address);
  return previous && index !== undefined ? countOf(computeTotals(previous).values[index]) : 0;
}

function describeText(evaluation: Evaluation, finding: Finding): FindingText {
  const { rule } = finding.bound;
  if (rule.kind !== 'textLength' && rule.kind !== 'textMention')
    throw new Error(`${rule.id} is not a rule on a text`);
  const subject = sectionTitle(evaluation.report.form.sectionByKey.get(rule.section)!);
  const [summary, line] =
    rule.kind === 'textLength'
      ? [
          `超出 ${formatFigure(finding.difference)} 字`,
          `共 ${formatFigure(finding.left)} 字，原则上不超过 ${formatFigure(finding.right)} 字`,
        ]
      : [`没有写到“${rule.phrase}”`, `应当写明“${rule.phrase}”的情况，没有也要写一句`];
  return { subject, summary, lines: [line], clue: undefined, message: `${subject}：${line}` };
}
