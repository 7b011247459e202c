// 审核说明: what the checks found, with the real figures and the explanations given, for whoever reviews the report.
// It prints what the engine says and judges nothing itself.

import type { Assessment, Finding } from '../engine/check-rules';
import type { Evaluation } from '../engine/evaluate-report';
import { describeFinding } from '../engine/explain-finding';
import { rowName, type BoundRelation, type BoundTerm, type CompiledForm } from '../forms/compile-form';
import { formatDifference, formatFigure } from '../report/format-cell-value';
import { SCOPE_NAMES, SEVERITY_NAMES } from '../text/report-words';
import { buildKeyFigures } from './build-key-figures';
import type { CellSource, DocumentColumn, DocumentNode } from './document-tree';
import { simpleTable, type SimpleCell } from './simple-table';

const TITLE = '审核说明';
const OUTCOMES = { holds: '平', fails: '不平', unfilled: '未填' } as const;

/** The nodes of the review notes of this evaluation; the findings stand in the order of the definition. */
export function buildReviewNotes(evaluation: Evaluation): DocumentNode[] {
  const { report, previous } = evaluation;
  const parts: [heading: string, nodes: DocumentNode[]][] = [
    ['勾稽关系', buildBalances(evaluation)],
    ['校验结果', buildFindings(evaluation)],
  ];
  if (previous) parts.push(['与上年主要数字对比', [buildKeyFigures(report, previous)]]);
  return [
    { kind: 'title', text: TITLE, lines: [TITLE] },
    {
      kind: 'note',
      align: 'centre',
      text: `${report.organisation}\u3000${report.year}年度\u3000${SCOPE_NAMES[report.scope]}\u3000依据${report.form.definition.source.documentNumber}`,
    },
    { kind: 'paragraph', runs: [{ text: summaryOf(evaluation), face: 'body' }] },
    ...parts.flatMap(([text, nodes]): DocumentNode[] => [{ kind: 'heading', level: 2, text }, ...nodes]),
  ];
}

function summaryOf({ counts, completeness, report }: Evaluation): string {
  const open = counts.errors === 0 ? '各项硬性校验均无错误' : `有 ${counts.errors} 处错误`;
  const sections = completeness.emptySections.map(
    (key) => `第${report.form.sectionByKey.get(key)!.number}部分`,
  );
  const parts = [
    open,
    `需要核实 ${counts.warnings} 处`,
    `已作说明 ${counts.explained} 处`,
    completeness.blanks.length === 0 ? '表格没有未填的格子' : `未填 ${completeness.blanks.length} 格`,
    ...(sections.length > 0 ? [`${sections.join('、')}没有文字`] : []),
  ];
  return `${parts.join('；')}。`;
}

/** The rules that the window shows in its balance strip, column by column, as sums that a spreadsheet can follow. */
function buildBalances(evaluation: Evaluation): DocumentNode[] {
  const strip = evaluation.assessments.filter(isInStrip);
  const rules = [...new Set(strip.map(({ bound }) => bound.rule))];
  return rules.flatMap((rule): DocumentNode[] => {
    const rows = strip.filter(({ bound }) => bound.rule === rule);
    const name = (terms: readonly BoundTerm[]): string =>
      terms.map((term) => rowName(evaluation.report.form.cells[term.index]!.row)).join('＋');
    const { left, right } = rows[0]!.bound;
    return [
      { kind: 'note', text: `${rule.label}。`, align: 'left' },
      {
        kind: 'table',
        table: simpleTable({
          key: rule.id,
          name: TITLE,
          heading: TITLE,
          heads: ['项目', name(left), name(right), '相差', '结果'],
          columns: BALANCE_COLUMNS,
          rows: rows.map((row) => balanceRow(evaluation.report.form, row)),
        }),
      },
    ];
  });
}

const BALANCE_COLUMNS: readonly DocumentColumn[] = [
  { least: 8, grow: 2 },
  { least: 5, grow: 1 },
  { least: 5, grow: 1 },
  { least: 4, grow: 1 },
  { least: 4, grow: 1 },
];

interface StripAssessment extends Assessment {
  readonly bound: BoundRelation;
}

function isInStrip(assessment: Assessment): assessment is StripAssessment {
  const { bound } = assessment;
  return bound.kind === 'relation' && bound.rule.inBalanceStrip === true;
}

function balanceRow(form: CompiledForm, { bound, outcome, left, right }: StripAssessment): SimpleCell[] {
  const terms = [...bound.left, ...bound.right.map(negated)];
  const rests = [...new Set(terms.flatMap((term) => enteredBehind(form, term.index)))];
  const verdict: CellSource = {
    kind: 'verdict',
    terms,
    rests,
    whenZero: OUTCOMES.holds,
    otherwise: OUTCOMES.fails,
    whenEmpty: OUTCOMES.unfilled,
  };
  return [
    { text: bound.subjectLabel, role: 'rowHead' },
    figure(bound.left, left),
    figure(bound.right, right),
    { ...figure(terms, left - right), text: formatDifference(left - right) },
    { text: OUTCOMES[outcome], role: 'figure', source: verdict },
  ];
}

/** The entered cells that a cell adds up, or the cell itself. */
function enteredBehind(form: CompiledForm, index: number): number[] {
  const { operands } = form.cells[index]!;
  return operands ? operands.flatMap((operand) => enteredBehind(form, operand)) : [index];
}

function figure(terms: readonly BoundTerm[], value: number): SimpleCell {
  return { text: formatFigure(value), role: 'figure', source: { kind: 'sum', terms, value } };
}

function negated(term: BoundTerm): BoundTerm {
  return { ...term, sign: term.sign === 1 ? -1 : 1 };
}

function buildFindings(evaluation: Evaluation): DocumentNode[] {
  if (evaluation.findings.length === 0)
    return [{ kind: 'paragraph', runs: [{ text: '各项校验均没有发现问题。', face: 'body' }] }];
  return [
    {
      kind: 'table',
      table: simpleTable({
        key: 'findings',
        name: TITLE,
        heading: TITLE,
        heads: ['序号', '校验项', '情况', '性质', '说明'],
        columns: FINDING_COLUMNS,
        rows: evaluation.findings.map((finding, at) => findingRow(evaluation, finding, at)),
      }),
    },
  ];
}

const FINDING_COLUMNS: readonly DocumentColumn[] = [
  { least: 2.2, grow: 0 },
  { least: 6, grow: 2 },
  { least: 8, grow: 3 },
  { least: 3.2, grow: 0 },
  { least: 6, grow: 3 },
];

function findingRow(evaluation: Evaluation, finding: Finding, at: number): SimpleCell[] {
  const { message, clue } = describeFinding(evaluation, finding);
  const explanation = evaluation.report.explanations[finding.bound.key];
  const text = explanation ? `${finding.lapsed ? '（已过期）' : ''}${explanation.text}` : '';
  return [
    { text: String(at + 1), role: 'figure' },
    { text: finding.bound.rule.label },
    { text: clue ? `${message}。${clue}` : message },
    { text: natureOf(finding), role: 'figure' },
    { text },
  ];
}

function natureOf({ explained, provisional, bound }: Finding): string {
  if (explained) return '已说明';
  const { severity } = bound.rule;
  return SEVERITY_NAMES[severity] + (severity === 'error' && provisional ? '（未填完）' : '');
}
