// The document tree of a report: sections in order, marks, cover, review notes; and how its tables meet the page.

import { describe, expect, it } from 'vitest';
import { buildReportDocument, FAILED_MARK } from '../../../shared/document/build-report-document';
import {
  nodesOf,
  tablesIn,
  type DocumentNode,
  type ReportDocument,
} from '../../../shared/document/document-tree';
import { fitTable } from '../../../shared/document/fit-table';
import { paragraphsOf, runsOf } from '../../../shared/document/narrative-paragraphs';
import { textArea } from '../../../shared/document/page-geometry';
import { pageSections } from '../../../shared/document/page-sections';
import { evaluateReport } from '../../../shared/engine/evaluate-report';
import { allForms } from '../../../shared/forms/form-registry';
import { applyEdits } from '../../../shared/report/edits';
import { emptyReport, type Report } from '../../../shared/report/report';
import { reportOfDifferentNumbers } from '../../helpers/report-of-different-numbers';
import { sampleReport } from '../../helpers/sample-reports';

type Options = Parameters<typeof buildReportDocument>[1];

function build(report: Report, options?: Options, previous?: Report): ReportDocument {
  return buildReportDocument(evaluateReport(report, previous), options);
}

function textsOf(nodes: readonly DocumentNode[], kind: DocumentNode['kind']): string[] {
  return nodes.flatMap((node) => (node.kind === kind && 'text' in node ? [node.text] : []));
}

describe('the document of a report', () => {
  it.each(allForms().map((form) => [form.definition.id, form] as const))(
    'has the six sections of %s in order',
    (_, form) => {
      const year = form.definition.appliesToYears.from;
      const { body } = build(emptyReport(form, { organisation: '某局', scope: 'own', year }));
      expect(textsOf(body, 'title')).toEqual([`某局${year}年政府信息公开工作年度报告`]);
      expect(textsOf(body, 'heading').map((text) => text.slice(0, 2))).toEqual([
        '一、',
        '二、',
        '三、',
        '四、',
        '五、',
        '六、',
      ]);
      expect(tablesIn(body)).toHaveLength(3);
    },
  );

  it('is marked before its title as long as an error is open', () => {
    const { body } = build(sampleReport('025'));
    expect(body[0]).toMatchObject({ kind: 'notice', text: expect.stringContaining(FAILED_MARK) });
    expect(textsOf(build(sampleReport('panyu')).body, 'notice')).toEqual([]);
  });

  it('is marked on its cover when it has one', () => {
    const { cover, body } = build(sampleReport('025'), { cover: true });
    expect(cover[0]).toMatchObject({ kind: 'notice' });
    expect(textsOf(body, 'notice')).toEqual([]);
  });

  it('carries its organ and date at its end once it is final', () => {
    const { body } = build(sampleReport('panyu'), { finalisedOn: '2022-01-05' });
    expect(textsOf(body, 'signature')).toEqual(['广州市番禺区人力资源和社会保障局', '2022年1月5日']);
    expect(textsOf(build(sampleReport('panyu')).body, 'signature')).toEqual([]);
  });

  it('leaves places on the cover for whoever is not known', () => {
    const report = { ...sampleReport('panyu'), signatories: { preparedBy: '张三', date: '2022-01-05' } };
    const { cover } = build(report, { cover: true });
    const fields = cover.flatMap((node) => (node.kind === 'field' ? [[node.label, node.text]] : []));
    expect(fields).toEqual([
      ['单位（盖章）', '广州市番禺区人力资源和社会保障局'],
      ['填表人', '张三'],
      ['审核人', ''],
      ['负责人（签字）', ''],
      ['联系电话', ''],
      ['填报日期', '2022年1月5日'],
    ]);
  });

  it('prints our totals, whatever the source declared', () => {
    const table = tablesIn(build(sampleReport('034')).body)[1]!;
    const total = table.cells.find(
      ({ source }) =>
        source?.kind === 'formCell' && source.cell.address === 'requests.outcomeTotal.naturalPerson',
    );
    expect(total?.text).toBe('16');
  });
});

describe('the review notes', () => {
  const notes = (report: Report, previous?: Report): readonly DocumentNode[] =>
    build(report, { reviewNotes: true }, previous).reviewNotes;
  const tableNamed = (nodes: readonly DocumentNode[], key: string) =>
    tablesIn(nodes).find((table) => table.key === key);
  const rowsOfTable = (nodes: readonly DocumentNode[], key: string): string[][] => {
    const rows: string[][] = [];
    for (const { row, text } of tableNamed(nodes, key)?.cells ?? []) (rows[row] ??= []).push(text);
    return rows.slice(1);
  };

  it('show the seven balances with their sides and the difference', () => {
    const rows = rowsOfTable(notes(sampleReport('025')), 'requests.balance');
    expect(rows).toHaveLength(7);
    expect(rows[0]).toEqual(['自然人', '1', '2', '−1', '不平']);
    expect(rows[1]!.slice(1)).toEqual(['0', '0', '0', '平']);
  });

  it('list every finding with its nature and explanation', () => {
    const rows = rowsOfTable(notes(sampleReport('025')), 'findings');
    expect(rows).toHaveLength(2);
    expect(rows[0]![3]).toBe('错误');
    expect(textsOf(notes(sampleReport('015')), 'title')).toEqual(['审核说明']);
    expect(tableNamed(notes(sampleReport('015')), 'findings')).toBeUndefined();
  });

  it('print an explanation, and say when it has lapsed', () => {
    const key = 'narrative.processingFee:other';
    const explained = (left: number): string[] | undefined => {
      const explanation = { text: '见第五部分', left, right: 1 };
      const { report } = applyEdits(sampleReport('panyu'), [{ kind: 'explanation', key, explanation }]);
      return rowsOfTable(notes(report), 'findings')[1];
    };
    expect(explained(0)).toMatchObject({ 3: '已说明', 4: '见第五部分' });
    expect(explained(5)).toMatchObject({ 3: '核实', 4: '（已过期）见第五部分' });
  });

  it('compare the key figures with last year, when it is known', () => {
    const rows = rowsOfTable(notes(sampleReport('016'), sampleReport('015')), 'keyFigures');
    expect(rows.find(([name]) => name === '表二\u3000行政许可')).toEqual([
      '表二\u3000行政许可',
      '本年处理决定数量',
      '2,293',
      '10,690',
      '+8,397',
      '+366.2%',
    ]);
    expect(tableNamed(notes(sampleReport('016')), 'keyFigures')).toBeUndefined();
  });

  it('say where last year’s layout gives a figure another meaning', () => {
    const rows = rowsOfTable(notes(sampleReport('015'), sampleReport('014')), 'keyFigures');
    expect(rows.find(([name, column]) => name === '表二\u3000规章' && column === '现行有效件数')![4]).toBe(
      '口径不同',
    );
  });
});

describe('a table on the page', () => {
  it.each(
    [sampleReport('panyu'), reportOfDifferentNumbers(2021), reportOfDifferentNumbers(2020)].flatMap(
      (report) =>
        tablesIn(build(report).body).map((table) => [`${report.year} ${table.name}`, table] as const),
    ),
  )('%s fits the width of its page and one page of it', (_, table) => {
    const { columnWidths, orientation, fitsOnePage } = fitTable(table);
    const width = columnWidths.reduce((sum, one) => sum + one, 0);
    expect(width).toBeLessThanOrEqual(textArea(orientation).width + 0.01);
    expect(fitsOnePage).toBe(true);
  });

  it('stays upright for a report of usual size', () => {
    const sections = pageSections(build(sampleReport('panyu')));
    expect(sections.map(({ orientation }) => orientation)).toEqual(['portrait']);
  });

  it('is turned with its heading when its figures need the width, and the text after it is upright again', () => {
    const base = reportOfDifferentNumbers();
    const values = base.values.map((value, at) =>
      base.form.cells[at]!.table.key === 'reviewAndLitigation' && typeof value === 'number'
        ? 100_000_000 + at
        : value,
    );
    const sections = pageSections(build({ ...base, values }));
    expect(sections.map(({ orientation }) => orientation)).toEqual(['portrait', 'landscape', 'portrait']);
    expect(sections[1]!.nodes.map(({ kind }) => kind)).toEqual(['heading', 'table']);
    expect(sections[2]!.nodes[0]).toMatchObject({ kind: 'heading', section: 'problems' });
  });

  it('loses no node on its way to pages', () => {
    const document = build(sampleReport('025'), { cover: true, reviewNotes: true });
    const placed = pageSections(document).flatMap(({ nodes }) => nodes.map(({ kind }) => kind));
    expect(placed).toEqual(nodesOf(document).map(({ kind }) => kind));
  });
});

describe('the paragraphs of a narrative section', () => {
  it('are its lines without indents and blank lines', () => {
    expect(paragraphsOf('\u3000\u3000第一段\r\n\r\n  第二段\u3000\n')).toEqual(['第一段', '第二段']);
  });

  it.each([
    ['（一）主动公开情况。', [['（一）主动公开情况。', 'subheading']]],
    [
      '(四) 平台建设。全年运行平稳。',
      [
        ['(四) 平台建设。', 'subheading'],
        ['全年运行平稳。', 'body'],
      ],
    ],
    ['一是力度不够。', [['一是力度不够。', 'body']]],
    ['（见附件）另行报送。', [['（见附件）另行报送。', 'body']]],
    [`（一）${'很长'.repeat(30)}。`, [[`（一）${'很长'.repeat(30)}。`, 'body']]],
  ])('sets %s in the right face', (paragraph, runs) => {
    expect(runsOf(paragraph).map(({ text, face }) => [text, face])).toEqual(runs);
  });
});
