// What a paste makes of the clipboard: blocks, single values, merged cells, whole official tables of other programs.

import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rangeAt, wholeRange, type CellRange } from '../../../shared/clipboard/cell-range';
import { figureSheet, type FigureSheet } from '../../../shared/clipboard/figure-sheet';
import { paste, type PasteOutcome } from '../../../shared/clipboard/paste';
import { readClipboardText } from '../../../shared/clipboard/read-clipboard-text';
import { readClipboardHtml } from '../../../shared/clipboard/read-html-tables';
import { copyRange, copyTable } from '../../../shared/clipboard/write-clipboard';
import { layOutTable } from '../../../shared/document/lay-out-table';
import { computeTotals } from '../../../shared/engine/compute-totals';
import { tablesOf } from '../../../shared/forms/compile-form';
import { allForms, formForYear } from '../../../shared/forms/form-registry';
import { applyEdits } from '../../../shared/report/edits';
import { emptyReport, enteredValue, type Report } from '../../../shared/report/report';
import { arbitraryReport } from '../../helpers/arbitrary-report';

const form = formForYear(2021)!;
const blank = emptyReport(form, { organisation: '样例机关', scope: 'own', year: 2021 });
const computeValues = (report: Report): readonly (number | string | null)[] => computeTotals(report).values;

function sheetOf(table: string, of = form): FigureSheet {
  return figureSheet(
    of,
    tablesOf(of.definition).find(({ key }) => key === table)!,
  );
}

const requests = sheetOf('requests');

function at(address: string, sheet = requests): CellRange {
  return rangeAt(sheet.positions.get(form.indexByAddress.get(address)!)!);
}

function pasteText(text: string, range: CellRange, sheet = requests, into: Report = blank): PasteOutcome {
  return paste(into, sheet, range, readClipboardText(text), computeValues);
}

function after(outcome: PasteOutcome, into: Report = blank): Report {
  return applyEdits(into, outcome.edits).report;
}

/** 166 entered cells, each with another number. */
const different = applyEdits(
  blank,
  form.entered.map((index, number) => {
    const cell = form.cells[index]!;
    const value = cell.column.type === 'amount' ? `${number + 1}.5` : number + 1;
    return { kind: 'value' as const, address: cell.address, value };
  }),
).report;

describe('粘贴一块数字', () => {
  it('puts a block where the range begins', () => {
    const report = after(pasteText('1\t2\r\n3\t4\r\n', at('requests.disclosed.naturalPerson')));
    expect(enteredValue(report, 'requests.disclosed.naturalPerson')).toBe(1);
    expect(enteredValue(report, 'requests.disclosed.commercialEnterprise')).toBe(2);
    expect(enteredValue(report, 'requests.partiallyDisclosed.naturalPerson')).toBe(3);
    expect(enteredValue(report, 'requests.partiallyDisclosed.commercialEnterprise')).toBe(4);
  });

  it('puts one value into every entered cell of a range', () => {
    const { anchor } = at('requests.newlyReceived.otherOrganisation');
    const outcome = pasteText('7', { anchor, focus: { row: anchor.row + 1, column: anchor.column + 1 } });
    expect(outcome.taken).toBe(2);
    expect(outcome.refused).toEqual([]);
  });

  it('repeats a block over a range that is a multiple of it', () => {
    const { anchor } = at('requests.newlyReceived.naturalPerson');
    const outcome = pasteText('1\t2', { anchor, focus: { row: anchor.row + 1, column: anchor.column + 3 } });
    expect(outcome.taken).toBe(8);
  });

  it('lists what is no count, what differs from our total and what lies outside, and takes the rest', () => {
    const range = at('requests.newlyReceived.otherOrganisation');
    const outcome = pasteText('5\t6\t9\nabc\t0\t', range);
    expect(outcome.taken).toBe(1);
    expect(outcome.refused.map(({ place, text }) => [place, text])).toEqual([
      ['粘贴内容第 1 行第 3 列', '9'],
      ['二 其他', 'abc'],
      ['一 总计', '6'],
    ]);
    expect(outcome.refused[2]!.reason).toContain('按明细合计是 5');
    expect(enteredValue(after(outcome), 'requests.carriedOverFromLastYear.otherOrganisation')).toBeNull();
  });

  it('blanks a cell for a blank text, and never writes 0 for it', () => {
    const outcome = pasteText('\t5', at('requests.newlyReceived.naturalPerson'), requests, different);
    expect(enteredValue(after(outcome, different), 'requests.newlyReceived.naturalPerson')).toBeNull();
  });

  it('leaves the cells alone that a merged cell only covers', () => {
    const html = '<table><tr><td colspan=2>8</td><td>9</td></tr></table>';
    const range = at('requests.newlyReceived.naturalPerson');
    const report = after(
      paste(different, requests, range, readClipboardHtml(html), computeValues),
      different,
    );
    expect(enteredValue(report, 'requests.newlyReceived.naturalPerson')).toBe(8);
    expect(enteredValue(report, 'requests.newlyReceived.commercialEnterprise')).toBe(
      enteredValue(different, 'requests.newlyReceived.commercialEnterprise'),
    );
    expect(enteredValue(report, 'requests.newlyReceived.researchInstitution')).toBe(9);
  });

  it('reads a number that Word has broken over two lines, with spaces and entities around it', () => {
    const html = '<table><tr><td><p>1<br>2</p></td><td>&nbsp;３&#12288;</td><td>—</td></tr></table>';
    const range = at('requests.newlyReceived.naturalPerson');
    const report = after(paste(blank, requests, range, readClipboardHtml(html), computeValues));
    expect(enteredValue(report, 'requests.newlyReceived.naturalPerson')).toBe(12);
    expect(enteredValue(report, 'requests.newlyReceived.commercialEnterprise')).toBe(3);
    expect(enteredValue(report, 'requests.newlyReceived.researchInstitution')).toBe('/');
  });

  it('takes a block of a worksheet that LibreOffice wrote', () => {
    const file = new URL('../../fixtures/clipboard/libreoffice-calc-block.html', import.meta.url);
    const clipboard = readClipboardHtml(readFileSync(file, 'utf8'));
    const range = at('requests.newlyReceived.naturalPerson');
    const report = after(paste(different, requests, range, clipboard, computeValues), different);
    const value = (row: string, column: string): unknown => enteredValue(report, `requests.${row}.${column}`);
    expect(value('newlyReceived', 'naturalPerson')).toBe(1234);
    expect(value('newlyReceived', 'commercialEnterprise')).toBe(2_822_652);
    expect(value('carriedOverFromLastYear', 'naturalPerson')).toBe('/');
    expect(value('disclosed', 'naturalPerson')).toBeNull();
    expect(value('disclosed', 'commercialEnterprise')).toBe(56);
  });

  it('takes the exact figure that Excel shows shortened, and leaves out its row of column widths', () => {
    const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><!--StartFragment-->
      <tr height=19><td class=xl65 align=right x:num="24252.311082">24,252.31</td></tr>
      <!--EndFragment--><![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=72></td></tr>
      <![endif]></table></body></html>`.replace('<!--StartFragment-->', '<table><!--StartFragment-->');
    const sheet = sheetOf('proactive');
    const range = at('proactive.administrativeFees.feesCollected', sheet);
    const outcome = paste(blank, sheet, range, readClipboardHtml(html), computeValues);
    expect(outcome.taken).toBe(1);
    expect(enteredValue(after(outcome), 'proactive.administrativeFees.feesCollected')).toBe('24252.311082');
  });

  it('takes a quoted cell with a line break from a spreadsheet as one cell', () => {
    const outcome = pasteText('"1\n2"\t3\n4\t5', at('requests.newlyReceived.naturalPerson'));
    expect(outcome.edits).toHaveLength(4);
    expect(enteredValue(after(outcome), 'requests.newlyReceived.naturalPerson')).toBe(12);
  });

  it('converts an amount whose unit is certain and reads full-width figures', () => {
    const sheet = sheetOf('proactive');
    const range = at('proactive.administrativeFees.feesCollected', sheet);
    expect(
      enteredValue(after(pasteText('251000元', range, sheet)), 'proactive.administrativeFees.feesCollected'),
    ).toBe('25.1');
    const licence = at('proactive.licensing.decisionsThisYear', sheet);
    expect(
      enteredValue(after(pasteText('１，２３４', licence, sheet)), 'proactive.licensing.decisionsThisYear'),
    ).toBe(1234);
  });
});

describe('粘贴整张官方表', () => {
  for (const of of allForms())
    for (const table of tablesOf(of.definition))
      it(`finds every figure of ${of.definition.id} ${table.key} again, as HTML and as text`, () => {
        fc.assert(
          fc.property(arbitraryReport(), (report) => {
            if (report.form !== of) return;
            const empty = emptyReport(of, report);
            const copied = copyTable(layOutTable(of, table), computeValues(report));
            for (const clipboard of [readClipboardHtml(copied.html), readClipboardText(copied.text)]) {
              // Wherever the cursor stands: in another table.
              const sheet = sheetOf(table.key === 'requests' ? 'proactive' : 'requests', of);
              const outcome = paste(empty, sheet, rangeAt({ row: 0, column: 0 }), clipboard, computeValues);
              const expected = of.cells.map((cell) =>
                cell.table === table ? report.values[cell.index] : null,
              );
              expect(outcome.refused).toEqual([]);
              expect(applyEdits(empty, outcome.edits).report.values).toEqual(expected);
            }
          }),
          { numRuns: 40 },
        );
      });

  it('reads the whole report of 166 different numbers from three tables in one paste', () => {
    const html = tablesOf(form.definition)
      .map((table) => copyTable(layOutTable(form, table), computeValues(different)).html)
      .join('<p>五、</p>');
    const outcome = paste(blank, requests, wholeRange(requests), readClipboardHtml(html), computeValues);
    expect(outcome.tables.map(({ key }) => key)).toEqual(['proactive', 'requests', 'reviewAndLitigation']);
    expect(after(outcome).values).toEqual(different.values);
  });

  it('does not take an amount with its unit for a label, also behind a blank', () => {
    const old = formForYear(2019)!;
    const { definition } = old;
    const table = tablesOf(definition)[0]!;
    const address = 'proactive.procurement.procurementAmount';
    const filled = applyEdits(emptyReport(old, { organisation: '样例机关', scope: 'own', year: 2019 }), [
      { kind: 'value', address, value: '1690.9913万元' },
    ]).report;
    const { text } = copyTable(layOutTable(old, table), computeValues(filled));
    const empty = emptyReport(old, filled);
    const sheet = figureSheet(old, table);
    const outcome = paste(
      empty,
      sheet,
      rangeAt({ row: 0, column: 0 }),
      readClipboardText(text),
      computeValues,
    );
    expect(enteredValue(after(outcome, empty), address)).toBe('1690.9913万元');
  });

  it('takes the one row （六） of the older layout as 3.其他, with a notice', () => {
    const old = formForYear(2020)!;
    const table = tablesOf(old.definition).find(({ key }) => key === 'requests')!;
    const filled = applyEdits(
      emptyReport(old, { organisation: '样例机关', scope: 'own', year: 2020 }),
      old.entered
        .filter((index) => old.cells[index]!.table === table)
        .map((index) => ({ kind: 'value' as const, address: old.cells[index]!.address, value: 2 })),
    ).report;
    const { html } = copyTable(layOutTable(old, table), computeValues(filled));
    const outcome = paste(
      blank,
      requests,
      rangeAt({ row: 0, column: 0 }),
      readClipboardHtml(html),
      computeValues,
    );
    expect(enteredValue(after(outcome), 'requests.otherHandling.other.naturalPerson')).toBe(2);
    expect(outcome.notices.join()).toContain('（六）3.其他');
  });

  it('lists printed totals that differ from ours and leaves ours in place', () => {
    const { html } = copyTable(layOutTable(form, requests.table), computeValues(different));
    const total = String(computeValues(different)[form.indexByAddress.get('requests.newlyReceived.total')!]);
    const wrong = html.replace(`>${total}<`, '>99999<');
    const outcome = paste(
      blank,
      requests,
      rangeAt({ row: 0, column: 0 }),
      readClipboardHtml(wrong),
      computeValues,
    );
    expect(outcome.refused).toHaveLength(1);
    expect(outcome.refused[0]).toMatchObject({ place: '一 总计', text: '99999' });
  });

  it('names a line that the form does not have', () => {
    const text = '规章\t1\t2\t3\n行政规范性文件\t4\t5\t6\n红头文件\t7\t8\t9';
    const outcome = pasteText(text, at('proactive.regulations.inForce', sheetOf('proactive')));
    expect(outcome.taken).toBe(6);
    expect(outcome.refused).toEqual([{ place: '红头文件', text: '', reason: '表里没有这一行，没有填入。' }]);
  });

  it('does not guess when a line has too few figures', () => {
    const text =
      '一、本年新收政府信息公开申请数量\t1\t2\n二、上年结转政府信息公开申请数量\t1\t2\t3\t4\t5\t6\t21';
    const outcome = pasteText(text, rangeAt({ row: 0, column: 0 }));
    expect(outcome.taken).toBe(6);
    expect(outcome.refused[0]!.reason).toContain('对不上');
  });

  it('reads a report as it stands on a public page, cells merged as its text shows', () => {
    const text = readFileSync(
      new URL('../../fixtures/clipboard/panyu-2021-tables.txt', import.meta.url),
      'utf8',
    );
    const outcome = pasteText(text, rangeAt({ row: 0, column: 0 }));
    expect(outcome.refused).toEqual([]);
    expect(enteredValue(after(outcome), 'requests.newlyReceived.naturalPerson')).toBe(4);
    expect(enteredValue(after(outcome), 'requests.refused.internalAffairs.naturalPerson')).toBe(1);
    expect(outcome.taken).toBe(166);
  });
});

describe('复制再粘贴', () => {
  it('keeps a blank at the end of a column blank', () => {
    const sheet = requests;
    const range = { anchor: { row: 0, column: 0 }, focus: { row: 1, column: 0 } };
    const filled = after(pasteText('0', at('requests.newlyReceived.naturalPerson')));
    const { text } = copyRange(sheet, range, computeValues(filled));
    const outcome = paste(filled, sheet, range, readClipboardText(text), computeValues);
    expect(enteredValue(after(outcome), 'requests.carriedOverFromLastYear.naturalPerson')).toBeNull();
  });

  it('gives back any range, as text and as HTML', () => {
    fc.assert(
      fc.property(
        arbitraryReport(),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.nat({ max: 2 }),
        (report, a, b, c, d, which) => {
          const table = tablesOf(report.form.definition)[which]!;
          const sheet = figureSheet(report.form, table);
          const range = {
            anchor: { row: a % sheet.rowCount, column: b % sheet.columnCount },
            focus: { row: c % sheet.rowCount, column: d % sheet.columnCount },
          };
          const values = computeValues(report);
          const copied = copyRange(sheet, range, values);
          for (const clipboard of [readClipboardText(copied.text), readClipboardHtml(copied.html)]) {
            const outcome = paste(report, sheet, range, clipboard, computeValues);
            expect(outcome.refused).toEqual([]);
            expect(applyEdits(report, outcome.edits).report.values).toEqual(report.values);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('never throws, whatever lies in the clipboard', () => {
    const pieces = fc.constantFrom(
      '<table>',
      '</table>',
      '<tr>',
      '<td colspan=3>',
      '<td rowspan="9">',
      '</td>',
    );
    const noise = fc.array(
      fc.oneof(pieces, fc.string({ unit: 'binary' }), fc.constantFrom('规章', '\t', '\n', '"')),
    );
    fc.assert(
      fc.property(noise, fc.boolean(), (parts, asHtml) => {
        const text = parts.join('');
        const clipboard = asHtml ? readClipboardHtml(text) : readClipboardText(text);
        const outcome = paste(blank, requests, wholeRange(requests), clipboard, computeValues);
        applyEdits(blank, outcome.edits);
      }),
      { numRuns: 500 },
    );
  });
});
