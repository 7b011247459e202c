// What a report must show in any document: the figures by address, and the narrative paragraphs by section.

import { computeTotals } from '../../shared/engine/compute-totals';
import { tablesOf } from '../../shared/forms/compile-form';
import type { Report } from '../../shared/report/report';
import type { Grid } from './table-grid';
import { plain } from './table-grid';
import { readOfficialTable } from './read-official-table';

/** The figure that stands at every address of the form: entered, or our total. A blank is the empty text. */
export function expectedFigures(report: Report): Map<string, string> {
  const { values } = computeTotals(report);
  return new Map(report.form.cells.map(({ address, index }) => [address, String(values[index] ?? '')]));
}

/** The figures of the official tables as read from a document's grids, which stand in the form's order. */
export function readFigures(report: Report, grids: readonly Grid[]): Map<string, string> {
  const tables = tablesOf(report.form.definition);
  if (grids.length !== tables.length) throw new Error(`${grids.length} tables instead of ${tables.length}`);
  return new Map(tables.flatMap((table, at) => [...readOfficialTable(table, grids[at]!)]));
}

/** The paragraphs of all narrative sections in order, as a reader sees them. */
export function expectedParagraphs(report: Report): string[] {
  return report.form.narratives.flatMap((section) =>
    (report.narrative[section] ?? '')
      .split(/[\r\n]+/u)
      .map(plain)
      .filter((text) => text !== ''),
  );
}

/** The fixed titles of the six sections. */
export function expectedHeadings(report: Report): string[] {
  return report.form.definition.sections.map(({ number, label }) => `${number}、${label}`);
}
