// `report export`: what is written, what is marked, what is never replaced; and the command as npm starts it.

import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../electron/command-line/run-command-line';
import { DOCUMENT_KINDS } from '../../../shared/formats/write-report';
import { writeReportFile } from '../../../shared/formats/report-file/report-file';
import { readWorkbook } from '../../helpers/read-workbook';
import { sampleReport } from '../../helpers/sample-reports';

const PROJECT = new URL('../../..', import.meta.url).pathname;

let folder = '';
const environment: NodeJS.ProcessEnv = {};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-export-'));
  for (const name of ['panyu', '015', '016', '025'])
    await writeFile(join(folder, `${name}.nianbao`), writeReportFile(sampleReport(name)));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(...words: string[]): Promise<{ code: number; out: string; notice: string }> {
  let out = '';
  let notice = '';
  const code = await runCommandLine(words, {
    out: (text) => (out += text),
    notice: (text) => (notice += text),
    folder,
    environment,
  });
  return { code, out, notice };
}

describe('report export', () => {
  it.each(DOCUMENT_KINDS)(
    'writes %s where it is told to, in the caller’s folder, and leaves nothing else',
    async (kind) => {
      const before = await readdir(folder);
      const { code } = await run('export', 'panyu.nianbao', '--to', kind, '--out', 'out.file');
      expect(code).toBe(0);
      expect((await readFile(join(folder, 'out.file'))).length).toBeGreaterThan(1000);
      expect(await readdir(folder)).toEqual([...before, 'out.file'].toSorted());
    },
  );

  it('writes a report with errors too, marked inside, and ends with 1', async () => {
    const { code, notice } = await run('export', '025.nianbao', '--to', 'xlsx', '--out', 'a.xlsx');
    expect(code).toBe(1);
    expect(notice).toContain('2');
    const workbook = readWorkbook(await readFile(join(folder, 'a.xlsx')));
    expect(workbook.sheets[0]!.cells.get('A1')!.text).toContain('未通过校验');
  });

  it('compares with last year on the review notes', async () => {
    const { code } = await run(
      'export',
      '016.nianbao',
      '--to',
      'xlsx',
      '--out',
      'a.xlsx',
      '--previous',
      '015.nianbao',
    );
    expect(code).toBe(0);
    const notes = readWorkbook(await readFile(join(folder, 'a.xlsx'))).sheets.at(-1)!;
    const texts = [...notes.cells.values()].map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['2021年', '2022年']));
  });

  it('never replaces a file unless told to', async () => {
    await writeFile(join(folder, 'kept.doc'), 'kept');
    const words = ['export', 'panyu.nianbao', '--to', 'word-html', '--out', 'kept.doc'];
    const refused = await run(...words);
    expect(refused.code).toBe(2);
    expect(refused.notice).toContain('--overwrite');
    expect(await readFile(join(folder, 'kept.doc'), 'utf8')).toBe('kept');
    expect((await run(...words, '--overwrite')).code).toBe(0);
    expect(await readFile(join(folder, 'kept.doc'), 'utf8')).toContain('总体情况');
  });

  it.each([
    ['a folder in its place', 'there', '文件夹'],
    ['no such folder', 'nowhere/a.xlsx', '找不到'],
    ['a file where a folder should be', 'panyu.nianbao/a.xlsx', '不是文件夹'],
  ])('writes nothing for %s and says why', async (_, out, words) => {
    await mkdir(join(folder, 'there'));
    const before = await readdir(folder);
    const { code, notice } = await run('export', 'panyu.nianbao', '--to', 'xlsx', '--out', out);
    expect(code).toBe(2);
    expect(notice).toContain(words);
    expect(await readdir(folder)).toEqual(before);
  });

  it('writes nothing for a report or a last year that it cannot use', async () => {
    expect((await run('export', 'absent.nianbao', '--to', 'xlsx', '--out', 'a.xlsx')).code).toBe(2);
    const words = ['export', '016.nianbao', '--to', 'xlsx', '--out', 'a.xlsx', '--previous'];
    expect((await run(...words, '015.nianbao')).code).toBe(0);
    await rm(join(folder, 'a.xlsx'));
    expect((await run(...words, '016.nianbao')).code).toBe(2);
    expect(await readdir(folder)).not.toContain('a.xlsx');
  });
});

describe('the command line as npm starts it', () => {
  const call = (...words: string[]) =>
    promisify(execFile)('npm', ['--prefix', PROJECT, 'run', '-s', 'report', '--', ...words], {
      cwd: folder,
      env: { ...process.env, INIT_CWD: folder },
    }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
    );

  it(
    'prints one JSON array on stdout, resolves paths against the caller’s folder and ends with its code',
    { timeout: 120_000 },
    async () => {
      const checked = await call('check', '025.nianbao', 'panyu.nianbao', '--json');
      expect(checked.code).toBe(1);
      expect(JSON.parse(checked.stdout)).toMatchObject([{ file: '025.nianbao', errors: 2 }, { errors: 0 }]);
      const exported = await call('export', 'panyu.nianbao', '--to', 'xlsx', '--out', 'a.xlsx');
      expect(exported.code).toBe(0);
      expect(readWorkbook(await readFile(join(folder, 'a.xlsx'))).sheets).toHaveLength(5);
      expect((await call('check', 'absent.nianbao', '--json')).code).toBe(2);
    },
  );
});
