// `report export --to pdf` on a machine that has no browser: the application's own Electron prints.

import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DIST_FOLDER } from '../../../build/project';
import { writeReportFile } from '../../../shared/formats/report-file/report-file';
import { definedVariables } from '../../helpers/launch-chromium';
import { installedElectron } from '../../helpers/launch-electron';
import { hasPoppler, textOfPages } from '../../helpers/poppler';
import { expectedHeadings } from '../../helpers/printed-report';
import { sampleReport } from '../../helpers/sample-reports';

const PROGRAM = join(DIST_FOLDER, 'command-line/report.mjs');
const report = sampleReport('025');

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-pdf-export-'));
  await writeFile(join(folder, 'a.nianbao'), writeReportFile(report));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Exports in an environment without any browser. */
async function exportPdf(variables: Readonly<Record<string, string>>) {
  const { DISPLAY, WAYLAND_DISPLAY, ...others } = definedVariables(process.env);
  const screen = { ...(DISPLAY && { DISPLAY }), ...(WAYLAND_DISPLAY && { WAYLAND_DISPLAY }) };
  const env = { ...others, ...screen, NIANBAO_CHROMIUM: '', PATH: folder, ...variables };
  const words = [PROGRAM, 'export', 'a.nianbao', '--to', 'pdf', '--out', 'a.pdf'];
  return promisify(execFile)(process.execPath, words, { cwd: folder, env }).then(
    ({ stderr }) => ({ code: 0, notice: stderr }),
    (error: { code: number; stderr: string }) => ({ code: error.code, notice: error.stderr }),
  );
}

describe('a PDF from the command line without a browser', () => {
  it.runIf(hasPoppler())('is printed by Electron, marked and whole', { timeout: 120_000 }, async () => {
    // The report has errors: written, and said so.
    expect((await exportPdf({ NIANBAO_ELECTRON: installedElectron() })).code).toBe(1);
    const pages = await textOfPages(await readFile(join(folder, 'a.pdf')));
    expect(pages[0]).toContain('未通过校验');
    for (const heading of expectedHeadings(report)) expect(pages.join('')).toContain(heading);
    for (const page of pages) expect(page.trim()).not.toBe('');
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['without Electron', {}],
    ['without a screen', { NIANBAO_ELECTRON: 'electron', DISPLAY: '', WAYLAND_DISPLAY: '' }],
  ])('is refused in one sentence %s, and nothing is written', async (_, variables) => {
    const { code, notice } = await exportPdf(variables);
    expect(code).toBe(2);
    expect(notice).toMatch(/没有找到能用的.*NIANBAO_CHROMIUM/u);
    expect(await readdir(folder)).toEqual(['a.nianbao']);
  });
});
