// What an official form says, as plain JSON-serialisable data: sections, tables, rows, columns, totals and rules.
// Every grid, total, check, document, import and comparison reads this; nothing here computes or draws.

import type { Sum } from './expressions';

/** count: whole number ≥ 0 · signedCount: whole number · amount: exact decimal ≥ 0 · asWritten: number and unit as the source has them. */
export type ColumnType = 'count' | 'signedCount' | 'amount' | 'asWritten';

export type Severity = 'error' | 'warning';

export interface FormDefinition {
  readonly id: string;
  /** 政府信息公开工作年度报告, without unit and year. */
  readonly officialTitle: string;
  readonly source: {
    readonly title: string;
    readonly documentNumber: string;
    /** The day on which 中国政府网 published it, ISO date. */
    readonly publishedOn: string;
  };
  /** Report years, both ends included; no `to` means still in force. */
  readonly appliesToYears: { readonly from: number; readonly to?: number };
  readonly sections: readonly SectionDefinition[];
  readonly rules: readonly RuleDefinition[];
  /** How the figures compare with those of earlier layouts where equal addresses alone do not say it. */
  readonly comparesWith?: readonly EarlierLayout[];
}

/** Cells of the same address mean the same in both layouts; this says what holds for the others. */
export interface EarlierLayout {
  readonly formId: string;
  /** By table key: why a cell that only one of the layouts has cannot be compared. A short Chinese phrase. */
  readonly reasons: Readonly<Record<string, string>>;
  /** One row of the earlier layout has the meaning of several rows here, taken together. */
  readonly sums: readonly RowSum[];
}

export interface RowSum {
  readonly table: string;
  readonly earlierRow: string;
  readonly rows: readonly string[];
  /** How a comparison names the rows taken together. */
  readonly label: string;
}

export type SectionDefinition = NarrativeDefinition | TableDefinition;

interface SectionBase {
  readonly key: string;
  /** The official ordinal, “三”. */
  readonly number: string;
  /** The official title without its ordinal. */
  readonly label: string;
  /** A few characters for navigation, not official. */
  readonly shortLabel: string;
  /** Other titles under which published reports carry this section; an import accepts them. */
  readonly aliases?: readonly string[];
  /** One sentence of help, at most 40 characters. */
  readonly hint?: string;
}

export interface NarrativeDefinition extends SectionBase {
  readonly kind: 'narrative';
  /** What the section is to cover, shown while it is empty. */
  readonly guidance: string;
}

export interface TableDefinition extends SectionBase {
  readonly kind: 'table';
  /**
   * stacked: blocks one below the other, each with its heading and its own column heads (表二) ·
   * matrix: one block, row heads on the left, column heads above (表三) ·
   * side-by-side: the rows of one block printed next to each other in a single line of figures (表四).
   */
  readonly arrangement: 'stacked' | 'matrix' | 'side-by-side';
  /** The unit of counts, for the table's caption, “件”. */
  readonly unit?: string;
  /** The sentence printed in the merged corner cell. */
  readonly corner?: string;
  readonly blocks: readonly BlockDefinition[];
}

export interface BlockDefinition {
  /** Printed above the block (表二: “第二十条第（一）项”). Never part of an address. */
  readonly heading?: string;
  /** The head over the row labels (表二: “信息内容”). */
  readonly rowHead?: string;
  readonly columns: readonly ColumnDefinition[];
  readonly rows: readonly RowDefinition[];
}

export interface ColumnDefinition {
  readonly key: string;
  readonly label: string;
  /** Outer heads above this column, outermost first (表三: 申请人情况, 法人或其他组织). */
  readonly groups?: readonly string[];
  readonly type: ColumnType;
  /** The unit printed in the head, “万元”. */
  readonly unit?: string;
  /** Makes the whole column computed: terms are columns of the same row. */
  readonly formula?: Sum;
  readonly aliases?: readonly string[];
  readonly hint?: string;
}

export interface RowDefinition {
  readonly key: string;
  /** The official row heads from the outermost merged head to the row's own label, which is the last. */
  readonly labelPath: readonly string[];
  /** How findings name the row, “三（七）”; without it the last of `labelPath`. */
  readonly shortLabel?: string;
  /** Makes the whole row computed: terms are rows of the same column. It wins over a column's formula. */
  readonly formula?: Sum;
  readonly aliases?: readonly string[];
  readonly hint?: string;
}

interface RuleBase {
  readonly id: string;
  /** The rule in one Chinese sentence. */
  readonly label: string;
  /** The official wording's document, or “表内总计之义”. */
  readonly source: string;
  readonly severity: Severity;
  /** May a written explanation settle a finding of this rule? */
  readonly explainable: boolean;
}

/** left = right along one axis of a table, once for every column or row. */
export interface RelationRule extends RuleBase {
  readonly kind: 'relation';
  readonly table: string;
  readonly forEach: 'column' | 'row';
  /** Only these columns or rows; without it all that have every cell the rule names. */
  readonly only?: readonly string[];
  readonly left: Sum;
  readonly right: Sum;
  /** The addresses a finding points at, as terms; without it every cell of this year in `left` and `right`. */
  readonly pointsAt?: Sum;
  /** whenFilled: not assessed while any cell is blank. always: assessed, provisional while a cell is blank. */
  readonly assessed: 'always' | 'whenFilled';
  /** Shown per column in the balance strip under the window. */
  readonly inBalanceStrip?: true;
}

/** The total that the source printed equals the total computed by the cell's formula; it never restates the sum. */
export interface DeclaredTotalRule extends RuleBase {
  readonly kind: 'declaredTotal';
  readonly table: string;
  /** Only computed cells of this row … */
  readonly row?: string;
  /** … or of this column, but for the rows named. */
  readonly column?: string;
  readonly exceptRow?: string;
}

/** A section's text has at most so many characters. */
export interface TextLengthRule extends RuleBase {
  readonly kind: 'textLength';
  readonly section: string;
  readonly atMost: number;
}

/** A section's text, when there is any, mentions a phrase. */
export interface TextMentionRule extends RuleBase {
  readonly kind: 'textMention';
  readonly section: string;
  readonly phrase: string;
}

/** A count has changed beyond the clerk's thresholds since last year. Assessed only where thresholds are given. */
export interface SwingRule extends RuleBase {
  readonly kind: 'swing';
  readonly table: string;
  /** all: every count of the table · totals: only those of computed columns. */
  readonly cells: 'all' | 'totals';
}

export type RuleDefinition = RelationRule | DeclaredTotalRule | TextLengthRule | TextMentionRule | SwingRule;
