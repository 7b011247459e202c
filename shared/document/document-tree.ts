// What a finished document consists of, before any file format: titles, paragraphs, tables and page breaks. Every
// writer in shared/formats walks this tree; nothing here knows Word, HTML or Excel.

import type { BoundTerm } from '../forms/compile-form';
import type { FormCell } from '../forms/compile-form';
import type { CellValue } from '../report/cell-value';
import type { LaidOutRole } from './lay-out-table';

export interface ReportDocument {
  readonly properties: DocumentProperties;
  /** The cover page; empty when none is wanted. */
  readonly cover: readonly DocumentNode[];
  /** The report itself: title, then the six sections in order. */
  readonly body: readonly DocumentNode[];
  /** 审核说明: results of the checks, differences, explanations; empty when not wanted. */
  readonly reviewNotes: readonly DocumentNode[];
}

/** What file formats keep beside the text. */
export interface DocumentProperties {
  readonly title: string;
  readonly organisation: string;
  readonly subject: string;
  readonly keywords: string;
}

export type DocumentNode =
  /** The document's title, centred; `lines` are `text` broken where its sense allows it. */
  | { readonly kind: 'title'; readonly text: string; readonly lines: readonly string[] }
  /** A mark that must not be overlooked: 未通过校验. */
  | { readonly kind: 'notice'; readonly text: string }
  /** Level 1: “一、总体情况” · level 2: a heading within it. `section` names the form's section, when it is one. */
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string; readonly section?: string }
  /** Body text, first line indented by two characters. */
  | { readonly kind: 'paragraph'; readonly runs: readonly TextRun[]; readonly section?: string }
  /** A small line above or below a table, or a line standing alone. */
  | { readonly kind: 'note'; readonly text: string; readonly align: 'left' | 'centre' | 'right' }
  /** Organ and date below a finished document. */
  | { readonly kind: 'signature'; readonly text: string }
  | { readonly kind: 'table'; readonly table: DocumentTable }
  /** One line of the cover to be filled in by hand where nothing is known. */
  | { readonly kind: 'field'; readonly label: string; readonly text: string }
  /** Empty room of so many body lines. */
  | { readonly kind: 'space'; readonly lines: number };

/** Text in one face: `subheading` is a second-level heading that runs into its paragraph. */
export interface TextRun {
  readonly text: string;
  readonly face: 'body' | 'subheading';
}

export interface DocumentTable {
  /** The form's table key, or the name of a table of our own; unique in the document. */
  readonly key: string;
  /** A short name for a sheet or a caption: “表三”. */
  readonly name: string;
  /** The heading under which it stands, for a sheet of its own. */
  readonly heading: string;
  readonly rowCount: number;
  readonly headRowCount: number;
  readonly columns: readonly DocumentColumn[];
  /** They cover the rectangle exactly once, in reading order. */
  readonly cells: readonly DocumentCell[];
}

export interface DocumentColumn {
  /** Least width in characters of the table's font (a digit is half a character), padding not included. */
  readonly least: number;
  /** Share of the width that is left over; 0 keeps the column at its least width. */
  readonly grow: number;
}

export interface DocumentCell {
  readonly role: LaidOutRole | 'text';
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** What is printed. */
  readonly text: string;
  /** Where a figure comes from, for formats that compute. */
  readonly source?: CellSource;
}

export type CellSource =
  /** A cell of the form: entered, or computed by its formula (`cell.operands`). */
  | { readonly kind: 'formCell'; readonly cell: FormCell; readonly value: CellValue }
  /** A signed sum of cells of the form. */
  | { readonly kind: 'sum'; readonly terms: readonly BoundTerm[]; readonly value: number }
  /** Is a signed sum nought? `whenEmpty` stands while nothing is entered in the cells on which it rests. */
  | {
      readonly kind: 'verdict';
      readonly terms: readonly BoundTerm[];
      /** Indices of the entered cells on which it rests. */
      readonly rests: readonly number[];
      readonly whenZero: string;
      readonly otherwise: string;
      readonly whenEmpty: string;
    };

/** The nodes of all parts in the order in which they are printed. */
export function nodesOf(document: ReportDocument): readonly DocumentNode[] {
  return [...document.cover, ...document.body, ...document.reviewNotes];
}

/** The tables among these nodes. */
export function tablesIn(nodes: readonly DocumentNode[]): DocumentTable[] {
  return nodes.flatMap((node) => (node.kind === 'table' ? [node.table] : []));
}

/** A table's cells by the row in which they begin. */
export function rowsOf(table: DocumentTable): readonly (readonly DocumentCell[])[] {
  const rows: DocumentCell[][] = Array.from({ length: table.rowCount }, () => []);
  for (const cell of table.cells) rows[cell.row]!.push(cell);
  return rows;
}

/** Heads and figures stand in the middle; row heads of one row and running text begin at the left. */
export function alignmentOf(cell: DocumentCell): 'left' | 'centre' {
  if (cell.role === 'text') return 'left';
  return cell.role === 'rowHead' && cell.rowSpan === 1 ? 'left' : 'centre';
}
