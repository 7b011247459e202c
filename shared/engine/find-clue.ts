// Looks for what may have caused a difference: figures that equal it, a case counted twice, two transposed digits,
// a total in the wrong column. A clue is a hint to look, never a correction.

import { rowName, type BoundRelation, type BoundTerm, type FormCell } from '../forms/compile-form';
import { countOf } from '../report/cell-value';
import { formatFigure } from '../report/format-cell-value';
import type { Finding } from './check-rules';
import type { Evaluation } from './evaluate-report';

/** One Chinese sentence, or undefined when the figures suggest nothing. */
export function findClue(evaluation: Evaluation, finding: Finding): string | undefined {
  const { bound } = finding;
  if (bound.kind === 'declaredTotal') return misplacedTotal(evaluation, finding);
  if (bound.kind !== 'relation' || bound.rule.forEach !== 'column') return undefined;
  if ([...bound.left, ...bound.right].some((term) => term.previousYear)) return undefined;
  return (
    countedTwice(evaluation, bound, finding.difference) ??
    transposedDigits(evaluation, bound, finding.difference) ??
    equalFigures(evaluation, bound, finding.difference)
  );
}

/** The entered cells below a term, in this column; for the total column they are the rows' totals. */
function details(evaluation: Evaluation, term: BoundTerm): readonly FormCell[] {
  const { cells } = evaluation.report.form;
  const cell = cells[term.index]!;
  const isSumOfRows = cell.row.formula !== undefined;
  return isSumOfRows ? cell.operands!.map((index) => cells[index]!) : [cell];
}

function figureOf(evaluation: Evaluation, cell: FormCell): number {
  return countOf(evaluation.totals.values[cell.index]);
}

/** Two terms of the heavier side hold the same surplus: one case counted under both. */
function countedTwice(evaluation: Evaluation, bound: BoundRelation, difference: number): string | undefined {
  const surplus = Math.abs(difference);
  const heavier = difference > 0 ? bound.left : bound.right;
  const matches = heavier.map((term) =>
    details(evaluation, term).filter((cell) => figureOf(evaluation, cell) === surplus),
  );
  if (matches.length !== 2 || matches.some((cells) => cells.length === 0)) return undefined;
  const names = matches.map((cells) => cells.map((cell) => rowName(cell.row)).join('、'));
  return `${names.join(' 与 ')} 各有 ${formatFigure(surplus)}，可能同一件计了两次`;
}

/** A difference divisible by nine that vanishes when two neighbouring digits of one figure change places. */
function transposedDigits(
  evaluation: Evaluation,
  bound: BoundRelation,
  difference: number,
): string | undefined {
  if (difference % 9 !== 0) return undefined;
  const sides = [
    { terms: bound.left, wanted: -difference },
    { terms: bound.right, wanted: difference },
  ];
  for (const { terms, wanted } of sides)
    for (const cell of terms.flatMap((term) => details(evaluation, term))) {
      const figure = figureOf(evaluation, cell);
      const swapped = neighboursSwapped(figure).find((other) => other - figure === wanted);
      if (swapped !== undefined)
        return `${rowName(cell.row)} 填的是 ${formatFigure(figure)}，若应为 ${formatFigure(swapped)} 就平了，请核对数字有没有写颠倒`;
    }
  return undefined;
}

function neighboursSwapped(figure: number): number[] {
  const digits = String(figure);
  return Array.from(
    { length: digits.length - 1 },
    (_, at) => digits.slice(0, at) + digits[at + 1]! + digits[at]! + digits.slice(at + 2),
  )
    .filter((text) => !text.startsWith('0'))
    .map(Number);
}

/** Figures of the heavier side that equal the difference: counted once too often, or forgotten on the other side. */
function equalFigures(evaluation: Evaluation, bound: BoundRelation, difference: number): string | undefined {
  const wanted = Math.abs(difference);
  const names = (difference > 0 ? bound.left : bound.right)
    .flatMap((term) => details(evaluation, term))
    .filter((cell) => figureOf(evaluation, cell) === wanted)
    .map((cell) => rowName(cell.row));
  if (names.length === 0 || names.length > 3) return undefined;
  return `${names.join('、')} 正好是 ${formatFigure(wanted)}，请先核对`;
}

/** Another declared total of the same row is off by the opposite amount: the figure stands in the wrong column. */
function misplacedTotal(evaluation: Evaluation, finding: Finding): string | undefined {
  const { cells } = evaluation.report.form;
  if (finding.bound.kind !== 'declaredTotal') return undefined;
  const own = cells[finding.bound.index]!;
  for (const other of evaluation.findings) {
    if (other.bound.kind !== 'declaredTotal' || other === finding) continue;
    const cell = cells[other.bound.index]!;
    if (cell.row === own.row && other.difference === -finding.difference)
      return `同一行的${cell.column.label}正好相差 ${formatFigure(other.difference)}，原文可能把数字记错了列`;
  }
  return undefined;
}
