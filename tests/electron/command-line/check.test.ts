// `report check`: the stable contract of its JSON and exit codes, on the published reports and on damaged files.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckResult } from '../../../electron/command-line/check-reports';
import { runCommandLine } from '../../../electron/command-line/run-command-line';
import { writeReportFile } from '../../../shared/formats/report-file/report-file';
import type { Report } from '../../../shared/report/report';
import { sampleReport } from '../../helpers/sample-reports';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-check-'));
  for (const name of ['panyu', '014', '015', '016', '025', '034'])
    await put(`${name}.nianbao`, sampleReport(name));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function put(name: string, content: Report | string | Uint8Array): Promise<string> {
  const isReport = typeof content === 'object' && 'form' in content;
  await writeFile(join(folder, name), isReport ? writeReportFile(content) : content);
  return name;
}

async function run(...words: string[]): Promise<{ code: number; out: string; notice: string }> {
  let out = '';
  let notice = '';
  const code = await runCommandLine(words, {
    out: (text) => (out += text),
    notice: (text) => (notice += text),
    folder,
    environment: {},
  });
  return { code, out, notice };
}

async function check(...words: string[]): Promise<{ code: number; results: CheckResult[]; notice: string }> {
  const { code, out, notice } = await run('check', '--json', ...words);
  return { code, results: JSON.parse(out) as CheckResult[], notice };
}

async function checkOne(...words: string[]): Promise<Extract<CheckResult, { findings: unknown }>> {
  const { results } = await check(...words);
  const [result] = results;
  if (!result || 'unreadable' in result) throw new Error(JSON.stringify(results));
  return result;
}

const requests = (row: string, column: string): string => `requests.${row}.${column}`;
const balanceCells = (column: string): string[] =>
  ['newlyReceived', 'carriedOverFromLastYear', 'outcomeTotal', 'carriedForwardToNextYear'].map((row) =>
    requests(row, column),
  );

describe('report check on the published reports', () => {
  it('finds no error but two warnings in the Panyu report', async () => {
    const result = await checkOne('panyu.nianbao');
    expect(result).toMatchObject({
      file: 'panyu.nianbao',
      formId: 'annual-report-2021',
      organisation: '广州市番禺区人力资源和社会保障局',
      scope: 'own',
      year: 2021,
      errors: 0,
      warnings: 2,
      explained: 0,
      blanks: 0,
      emptySections: [],
    });
    expect(result.findings.map(({ rule, severity, cells }) => [rule, severity, cells])).toEqual([
      ['narrative.overviewLength', 'warning', []],
      ['narrative.processingFee', 'warning', []],
    ]);
  });

  it.each(['015.nianbao', '016.nianbao'])('finds nothing wrong in %s', async (file) => {
    const { code, results } = await check(file);
    expect(code).toBe(0);
    expect(results).toMatchObject([{ errors: 0, findings: [] }]);
  });

  it('finds no error in 016 with 015 as last year', async () => {
    const { code, results } = await check('016.nianbao', '--previous', '015.nianbao');
    expect(code).toBe(0);
    expect(results).toMatchObject([{ errors: 0 }]);
  });

  it('finds two columns of 025 out of balance', async () => {
    const { findings, errors } = await checkOne('025.nianbao');
    expect(errors).toBe(2);
    expect(findings).toMatchObject([
      {
        rule: 'requests.balance',
        severity: 'error',
        explained: false,
        provisional: false,
        cells: balanceCells('naturalPerson'),
        left: 1,
        right: 2,
        difference: -1,
      },
      { rule: 'requests.balance', cells: balanceCells('total'), left: 1, right: 2, difference: -1 },
    ]);
    for (const { message } of findings) expect(message).toMatch(/[\u4e00-\u9fff]/u);
  });

  it('finds two totals of 034 in wrong columns, and every column balanced', async () => {
    const { findings, errors, blanks } = await checkOne('034.nianbao');
    expect({ errors, blanks }).toEqual({ errors: 2, blanks: 3 });
    expect(findings).toMatchObject([
      {
        rule: 'requests.outcomeTotal',
        cells: [requests('outcomeTotal', 'naturalPerson')],
        left: 16,
        right: 18,
        difference: -2,
      },
      {
        rule: 'requests.outcomeTotal',
        cells: [requests('outcomeTotal', 'publicWelfareOrganisation')],
        left: 2,
        right: 0,
        difference: 2,
      },
    ]);
  });

  it('finds the details of 014 exceeding its totals by six', async () => {
    const { findings, errors, blanks, formId } = await checkOne('014.nianbao');
    expect({ errors, blanks, formId }).toEqual({ errors: 4, blanks: 8, formId: 'annual-report-2019' });
    expect(findings.map(({ rule, left, right, difference }) => [rule, left, right, difference])).toEqual([
      ['requests.balance', 20, 26, -6],
      ['requests.balance', 21, 27, -6],
      ['requests.outcomeTotal', 26, 20, 6],
      ['requests.outcomeTotal', 27, 21, 6],
    ]);
  });
});

describe('report check and its exit code', () => {
  it('ends with that of the worst file and answers for every file in order', async () => {
    const { code, results } = await check('015.nianbao', '025.nianbao', 'absent.nianbao');
    expect(code).toBe(2);
    expect(results.map(({ file }) => file)).toEqual(['015.nianbao', '025.nianbao', 'absent.nianbao']);
    expect((await check('015.nianbao', '025.nianbao')).code).toBe(1);
  });

  it('prints for people without --json, and nothing on stderr', async () => {
    const { code, out, notice } = await run('check', '025.nianbao');
    expect(code).toBe(1);
    expect(notice).toBe('');
    expect(out).toContain('自然人：一 1 + 二 0 = 1，三（七）1 + 四 1 = 2');
    expect(out).toContain('2 errors');
  });

  it.each([
    ['a missing file', 'absent.nianbao', '找不到'],
    ['a folder', '.', '文件夹'],
  ])('says in both languages why %s cannot be read', async (_, file, words) => {
    const { code, results } = await check(file);
    expect(code).toBe(2);
    expect(results).toHaveLength(1);
    const [result] = results as [{ file: string; unreadable: string }];
    expect(result.file).toBe(file);
    expect(result.unreadable).toContain(words);
    expect(result.unreadable).toMatch(/ \/ [A-Z]/u);
  });

  const envelope = {
    kind: 'gongkai-nianbao/report',
    schemaVersion: 1,
    formId: 'annual-report-2021',
    organisation: '某局',
    scope: 'own',
    year: 2021,
    values: {},
  };
  it.each([
    ['no JSON', '{"kind":', 'JSON'],
    ['another kind of file', '{"kind":"other"}', '不是政务公开年报'],
    ['a newer version', JSON.stringify({ ...envelope, schemaVersion: 2 }), '更新版本'],
    [
      'an unknown address',
      JSON.stringify({ ...envelope, values: { 'requests.typo.total': 1 } }),
      'requests.typo.total',
    ],
    [
      'a fraction for a count',
      JSON.stringify({ ...envelope, values: { 'requests.disclosed.naturalPerson': 1.5 } }),
      'requests.disclosed.naturalPerson',
    ],
    ['a year of another layout', JSON.stringify({ ...envelope, year: 2020 }), '2020'],
    [
      'a key that stands twice',
      JSON.stringify(envelope).replace('"values":{}', '"values":{"a":1,"a":2}'),
      'values.a',
    ],
    ['bytes that are no text', Uint8Array.of(0xff, 0xfe, 0x00, 0x80), 'UTF-8'],
  ])('refuses %s naming the place', async (_, content, place) => {
    const { code, results } = await check(await put('damaged.nianbao', content));
    expect(code).toBe(2);
    expect(results).toMatchObject([{ file: 'damaged.nianbao', unreadable: expect.stringContaining(place) }]);
  });
});

describe('report check with last year', () => {
  it('assesses the carry-over against it', async () => {
    const later = sampleReport('016');
    const index = later.form.indexByAddress.get(requests('carriedOverFromLastYear', 'naturalPerson'))!;
    const values = later.values.with(index, 9);
    await put('changed.nianbao', { ...later, values, declared: new Map() });
    const { findings } = await checkOne('changed.nianbao', '--previous', '015.nianbao');
    expect(findings.find(({ rule }) => rule === 'requests.carryOver')).toMatchObject({
      severity: 'error',
      cells: [requests('carriedOverFromLastYear', 'naturalPerson')],
      left: 9,
      right: 1,
      difference: 8,
    });
  });

  it('refuses a file of any other year', async () => {
    const { code, results } = await check('016.nianbao', '--previous', '014.nianbao');
    expect(code).toBe(2);
    expect(results).toMatchObject([{ file: '016.nianbao', unreadable: expect.stringContaining('2021') }]);
  });

  it('refuses a file that cannot be read', async () => {
    const { code, results } = await check('016.nianbao', '--previous', 'absent.nianbao');
    expect(code).toBe(2);
    expect(results).toMatchObject([
      { file: '016.nianbao', unreadable: expect.stringContaining('absent.nianbao') },
    ]);
  });

  it('only remarks that the unit has another name', async () => {
    await put('renamed.nianbao', { ...sampleReport('015'), organisation: '平潭综合实验区管委会' });
    const { code, notice } = await check('016.nianbao', '--previous', 'renamed.nianbao');
    expect(code).toBe(0);
    expect(notice).toContain('平潭综合实验区管委会');
  });
});

describe('report with wrong words', () => {
  it.each([
    [['check'], '报告文件'],
    [['check', '--colour', 'x.nianbao'], '选项'],
    [['list'], 'list'],
    [['export', '025.nianbao', '--to', 'xlsx'], '--out'],
    [['export', '025.nianbao', '--out', 'x'], '--to'],
    [['export', '025.nianbao', '--to', 'rtf', '--out', 'x'], 'word-html'],
  ])('says what is wrong with %j and ends with 2', async (words, place) => {
    const { code, out, notice } = await run(...words);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(notice).toContain(place);
  });

  it('keeps stdout a JSON array even then', async () => {
    expect((await run('check', '--json')).out).toBe('[]\n');
  });

  it('explains itself when asked', async () => {
    expect(await run('help')).toMatchObject({ code: 0, out: expect.stringContaining('report check FILE') });
  });

  it('reads a file with a byte order mark', async () => {
    const bytes = writeReportFile(sampleReport('015'));
    await put('mark.nianbao', Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes));
    expect((await check('mark.nianbao')).code).toBe(0);
  });
});
