// Every formula of the workbook, computed by LibreOffice from nothing but the entered cells: our cached results are
// taken out of the file before it is opened.

import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildReportDocument } from '../../../shared/document/build-report-document';
import { evaluateReport } from '../../../shared/engine/evaluate-report';
import { writeExcel } from '../../../shared/formats/excel/write-excel';
import { applyEdits } from '../../../shared/report/edits';
import type { Report } from '../../../shared/report/report';
import { convertFiles, hasLibreOffice } from '../../helpers/libre-office';
import { readWorkbook, sheetNamed, type Workbook } from '../../helpers/read-workbook';
import { reportOfDifferentNumbers } from '../../helpers/report-of-different-numbers';
import { sampleReport } from '../../helpers/sample-reports';

/** Blanks, “/” and numbers mixed, so that all three outcomes of a total occur. */
function reportWithGaps(): Report {
  const base = reportOfDifferentNumbers();
  const { form } = base;
  const edits = form.entered.flatMap((index, at) => {
    const { address } = form.cells[index]!;
    if (address.startsWith('requests.refused.'))
      return [{ kind: 'value' as const, address, value: '/' as const }];
    if (address.startsWith('requests.notProcessed.'))
      return [{ kind: 'value' as const, address, value: null }];
    return at % 3 === 0
      ? [{ kind: 'value' as const, address, value: at % 2 === 0 ? null : ('/' as const) }]
      : [];
  });
  return applyEdits(base, edits).report;
}

function bytesOf(report: Report): Uint8Array {
  return writeExcel(buildReportDocument(evaluateReport(report), { reviewNotes: true }));
}

/** The same workbook without any cached result. */
function withoutResults(workbook: Workbook): Uint8Array {
  const parts = [...workbook.parts].map(([path, xml]): [string, Uint8Array] => [
    path,
    strToU8(xml.replace(/(<f[^>]*>[^<]*<\/f>|<f[^>]*\/>)<v>[^<]*<\/v>/gu, '$1')),
  ]);
  return zipSync(Object.fromEntries(parts));
}

/** Every cell's text by sheet and reference; a number as digits. */
function textsOf(workbook: Workbook): Map<string, string> {
  return new Map(
    workbook.sheets.flatMap((sheet) =>
      [...sheet.cells.values()]
        .filter(({ text }) => text !== '')
        .map(({ reference, text }): [string, string] => [`${sheet.name}!${reference}`, text]),
    ),
  );
}

describe.runIf(hasLibreOffice())('the formulas of the workbook, recalculated by LibreOffice', () => {
  it('give our totals, links and balances in every cell', { timeout: 120_000 }, async () => {
    const reports = new Map<string, Report>([
      ['panyu.xlsx', sampleReport('panyu')],
      ['unbalanced.xlsx', sampleReport('025')],
      ['older.xlsx', sampleReport('014')],
      ['amounts.xlsx', sampleReport('015')],
      ['different.xlsx', reportOfDifferentNumbers()],
      ['gaps.xlsx', reportWithGaps()],
    ]);
    const ours = new Map([...reports].map(([name, report]) => [name, readWorkbook(bytesOf(report))]));
    const stripped = new Map([...ours].map(([name, workbook]) => [name, withoutResults(workbook)]));
    const recalculated = await convertFiles(stripped, 'xlsx');
    for (const name of reports.keys()) {
      const theirs = readWorkbook(recalculated.get(name)!);
      expect(textsOf(theirs)).toEqual(textsOf(ours.get(name)!));
      const formulas = [...sheetNamed(theirs, '表三').cells.values()].filter(({ formula }) => formula);
      expect(formulas).toHaveLength(
        [...sheetNamed(ours.get(name)!, '表三').cells.values()].filter(({ formula }) => formula).length,
      );
    }
  });
});
