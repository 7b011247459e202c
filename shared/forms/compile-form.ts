// A form definition turned once into index arrays, so that everything that follows from the figures can be
// recomputed on every key press. It adds no knowledge of its own to the definition.

import { cellAddress, type CellAddress } from './cell-address';
import type { Sum, Term } from './expressions';
import type {
  BlockDefinition,
  ColumnDefinition,
  DeclaredTotalRule,
  FormDefinition,
  RelationRule,
  RowDefinition,
  RuleDefinition,
  SectionDefinition,
  SwingRule,
  TableDefinition,
  TextLengthRule,
  TextMentionRule,
} from './form-definition';

/** One cell of one table. `index` is its place in a report's vector of values. */
export interface FormCell {
  readonly index: number;
  readonly address: CellAddress;
  readonly table: TableDefinition;
  readonly block: BlockDefinition;
  readonly row: RowDefinition;
  readonly column: ColumnDefinition;
  /** Indices of the cells this cell adds up; undefined for an entered cell. */
  readonly operands?: readonly number[];
}

/** A term of a rule bound to a cell. */
export interface BoundTerm {
  readonly index: number;
  readonly sign: 1 | -1;
  readonly previousYear: boolean;
}

interface BoundBase {
  /** The key of the column, row, total or section that is assessed. */
  readonly subject: string;
  readonly subjectLabel: string;
  /** The name of its finding and explanation, rule and subject: `requests.carryOver:naturalPerson`. */
  readonly key: string;
  /** The cells a finding points at; none for a text. */
  readonly cells: readonly CellAddress[];
}

/** A relation rule for one column or row: the sum of `left` is to equal the sum of `right`. */
export interface BoundRelation extends BoundBase {
  readonly kind: 'relation';
  readonly rule: RelationRule;
  readonly left: readonly BoundTerm[];
  readonly right: readonly BoundTerm[];
}

/** A declared-total rule for one computed cell. */
export interface BoundDeclaredTotal extends BoundBase {
  readonly kind: 'declaredTotal';
  readonly rule: DeclaredTotalRule;
  readonly index: number;
}

/** A rule on the text of one narrative section. */
export interface BoundText extends BoundBase {
  readonly kind: 'text';
  readonly rule: TextLengthRule | TextMentionRule;
}

/** A rule on the change of one count since last year. */
export interface BoundSwing extends BoundBase {
  readonly kind: 'swing';
  readonly rule: SwingRule;
  readonly index: number;
}

export type BoundRule = BoundRelation | BoundDeclaredTotal | BoundText | BoundSwing;

export interface CompiledForm {
  readonly definition: FormDefinition;
  /** All cells in the order of the definition; `cells[i].index === i`. */
  readonly cells: readonly FormCell[];
  /** Indices of the cells a clerk fills in. */
  readonly entered: readonly number[];
  /** Indices of the computed cells, each after everything it adds up. */
  readonly computed: readonly number[];
  /** For each cell, the computed cells that depend on it, directly or through other totals. */
  readonly dependents: readonly (readonly number[])[];
  /** Rules bound to cells, in the order of the definition, then of columns or rows. */
  readonly rules: readonly BoundRule[];
  /** Keys of the narrative sections in official order. */
  readonly narratives: readonly string[];
  readonly indexByAddress: ReadonlyMap<string, number>;
  readonly sectionByKey: ReadonlyMap<string, SectionDefinition>;
}

/** The cell at an address, or undefined when the form has none there. */
export function findCell(form: CompiledForm, address: string): FormCell | undefined {
  const index = form.indexByAddress.get(address);
  return index === undefined ? undefined : form.cells[index];
}

/** The official name of a row as findings print it: its short label, else its own label. */
export function rowName(row: RowDefinition): string {
  return row.shortLabel ?? row.labelPath.at(-1)!;
}

/** A section's fixed official title with its ordinal: “三、…”. */
export function sectionTitle(section: SectionDefinition): string {
  return `${section.number}、${section.label}`;
}

/** The tables of a form in official order. */
export function tablesOf(definition: FormDefinition): readonly TableDefinition[] {
  return definition.sections.filter((section) => section.kind === 'table');
}

/**
 * Compiles a definition. Throws an Error naming the rule or formula when a term names a row or column that
 * the table does not have, or when formulas depend on each other in a circle: both are faults of the definition.
 */
export function compileForm(definition: FormDefinition): CompiledForm {
  const cells = tablesOf(definition)
    .flatMap(cellsOfTable)
    .map((cell, index) => ({ ...cell, index }));
  const indexByAddress = new Map<string, number>(cells.map((cell) => [cell.address, cell.index]));
  const locate = (table: string, row: string, column: string): number | undefined =>
    indexByAddress.get(cellAddress(table, row, column));
  const bound: FormCell[] = cells.map((cell) => bindFormula(cell, locate));
  return {
    definition,
    cells: bound,
    entered: bound.filter((cell) => !cell.operands).map((cell) => cell.index),
    computed: orderComputed(bound),
    dependents: findDependents(bound),
    rules: definition.rules.flatMap((rule) => bindRule(definition, bound, rule, locate)),
    narratives: definition.sections.filter(({ kind }) => kind === 'narrative').map(({ key }) => key),
    indexByAddress,
    sectionByKey: new Map(definition.sections.map((section) => [section.key, section])),
  };
}

type Locate = (table: string, row: string, column: string) => number | undefined;

function cellsOfTable(table: TableDefinition): Omit<FormCell, 'index'>[] {
  return table.blocks.flatMap((block) =>
    block.rows.flatMap((row) =>
      block.columns.map((column) => ({
        address: cellAddress(table.key, row.key, column.key),
        table,
        block,
        row,
        column,
      })),
    ),
  );
}

function bindFormula(cell: FormCell, locate: Locate): FormCell {
  const formula: Sum | undefined = cell.row.formula ?? cell.column.formula;
  if (!formula) return cell;
  const operands = formula.map((term) => {
    const [row, column] = meet(term, cell.row.key, cell.column.key);
    const index = locate(cell.table.key, row, column);
    if (index === undefined)
      throw new Error(`${cell.address}: formula names an unknown cell ${row}.${column}`);
    if (term.negative || term.previousYear)
      throw new Error(`${cell.address}: a total only adds this year's cells`);
    return index;
  });
  return { ...cell, operands };
}

/** The row and column a term means when it is evaluated for this row and column. */
function meet(term: Term, row: string, column: string): readonly [row: string, column: string] {
  return 'row' in term ? [term.row, column] : [row, term.column];
}

function orderComputed(cells: readonly FormCell[]): number[] {
  const order: number[] = [];
  const state = new Map<number, 'visiting' | 'done'>();
  const visit = (index: number): void => {
    const { operands, address } = cells[index]!;
    if (!operands || state.get(index) === 'done') return;
    if (state.get(index) === 'visiting') throw new Error(`${address}: formula depends on itself`);
    state.set(index, 'visiting');
    operands.forEach(visit);
    state.set(index, 'done');
    order.push(index);
  };
  cells.forEach((cell) => visit(cell.index));
  return order;
}

function findDependents(cells: readonly FormCell[]): number[][] {
  const direct: number[][] = cells.map(() => []);
  for (const cell of cells) for (const operand of cell.operands ?? []) direct[operand]!.push(cell.index);
  return direct.map((first) => {
    const found = new Set<number>();
    const add = (index: number): void => {
      if (found.has(index)) return;
      found.add(index);
      direct[index]!.forEach(add);
    };
    first.forEach(add);
    return [...found].sort((a, b) => a - b);
  });
}

function bindRule(
  definition: FormDefinition,
  cells: readonly FormCell[],
  rule: RuleDefinition,
  locate: Locate,
): BoundRule[] {
  switch (rule.kind) {
    case 'relation':
      return bindRelation(cells, rule, locate);
    case 'declaredTotal':
      return bindDeclaredTotal(cells, rule);
    case 'swing':
      return bindSwing(cells, rule);
    case 'textLength':
    case 'textMention': {
      const section = definition.sections.find(({ key }) => key === rule.section);
      if (section?.kind !== 'narrative') throw new Error(`${rule.id}: no narrative section ${rule.section}`);
      return [
        { kind: 'text', rule, ...named(rule, section.key), subjectLabel: sectionTitle(section), cells: [] },
      ];
    }
  }
}

function bindRelation(cells: readonly FormCell[], rule: RelationRule, locate: Locate): BoundRelation[] {
  const along = cells.filter((cell) => cell.table.key === rule.table);
  const subjects = new Map<string, FormCell>();
  for (const cell of along) {
    const key = rule.forEach === 'column' ? cell.column.key : cell.row.key;
    if (!subjects.has(key) && (!rule.only || rule.only.includes(key))) subjects.set(key, cell);
  }
  if (subjects.size === 0 || (rule.only && subjects.size !== rule.only.length))
    throw new Error(`${rule.id}: names a ${rule.forEach} that ${rule.table} does not have`);
  return [...subjects].map(([subject, sample]) => {
    const bind = (sum: Sum): BoundTerm[] =>
      sum.map((term) => {
        const [row, column] = meet(term, sample.row.key, sample.column.key);
        const index = locate(rule.table, row, column);
        if (index === undefined) throw new Error(`${rule.id}: names an unknown cell ${row}.${column}`);
        return { index, sign: term.negative ? -1 : 1, previousYear: term.previousYear ?? false };
      });
    const left = bind(rule.left);
    const right = bind(rule.right);
    const pointed = rule.pointsAt ? bind(rule.pointsAt) : [...left, ...right];
    return {
      kind: 'relation',
      rule,
      ...named(rule, subject),
      subjectLabel: rule.forEach === 'column' ? sample.column.label : rowName(sample.row),
      left,
      right,
      cells: pointed.filter((term) => !term.previousYear).map((term) => cells[term.index]!.address),
    };
  });
}

function bindDeclaredTotal(cells: readonly FormCell[], rule: DeclaredTotalRule): BoundDeclaredTotal[] {
  const bound = cells.filter(
    (cell) =>
      cell.operands &&
      cell.table.key === rule.table &&
      (rule.row === undefined || cell.row.key === rule.row) &&
      (rule.column === undefined || cell.column.key === rule.column) &&
      cell.row.key !== rule.exceptRow,
  );
  if (bound.length === 0) throw new Error(`${rule.id}: finds no computed cell in ${rule.table}`);
  return bound.map((cell) => ({
    kind: 'declaredTotal',
    rule,
    ...named(rule, `${cell.row.key}.${cell.column.key}`),
    subjectLabel: joinLabels(rowName(cell.row), cell.column.label),
    cells: [cell.address],
    index: cell.index,
  }));
}

function bindSwing(cells: readonly FormCell[], rule: SwingRule): BoundSwing[] {
  const bound = cells.filter(
    ({ table, column }) =>
      table.key === rule.table &&
      (column.type === 'count' || column.type === 'amount') &&
      (rule.cells === 'all' || column.formula),
  );
  if (bound.length === 0) throw new Error(`${rule.id}: finds no count or amount in ${rule.table}`);
  return bound.map((cell) => ({
    kind: 'swing',
    rule,
    ...named(rule, `${cell.row.key}.${cell.column.key}`),
    subjectLabel: joinLabels(rowName(cell.row), cell.column.label),
    cells: [cell.address],
    index: cell.index,
  }));
}

function named(rule: RuleDefinition, subject: string): { readonly subject: string; readonly key: string } {
  return { subject, key: `${rule.id}:${subject}` };
}

/** Two labels in one name: a space parts them unless a closing bracket does. */
function joinLabels(first: string, second: string): string {
  return first.endsWith('）') ? `${first}${second}` : `${first} ${second}`;
}
