// Report files that cannot be taken: each gets a sentence that names the file and the place, and nothing changes.

import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LARGEST_FILE_BYTES } from '../../../shared/ipc/file-kinds';
import { envelopeOf } from '../../../shared/report/restore-report';
import { launchChromium, type RunningChromium } from '../../helpers/launch-chromium';
import { sampleReport } from '../../helpers/sample-reports';
import { cellOf, showSection } from '../../helpers/type-report';

const report = sampleReport('panyu');
const envelope = envelopeOf(report);
const RECEIVED = 'requests.newlyReceived.naturalPerson';

const REFUSED: readonly (readonly [what: string, contents: string, sentence: string])[] = [
  ['cut off in the middle', JSON.stringify(envelope).slice(0, 400), '可能已损坏'],
  ['of another program', '{"kind":"something else"}', '不是政务公开年报的报告文件'],
  ['from a newer version', JSON.stringify({ ...envelope, schemaVersion: 2 }), '请先升级本程序'],
  ['for a year without a form', JSON.stringify({ ...envelope, year: 1999 }), '不适用于 1999 年度'],
  [
    'with text in a count cell',
    JSON.stringify({ ...envelope, values: { ...envelope.values, [RECEIVED]: '四件' } }),
    RECEIVED,
  ],
  [
    'with a cell that the form does not have',
    JSON.stringify({ ...envelope, values: { ...envelope.values, 'requests.nowhere.total': 1 } }),
    'requests.nowhere.total',
  ],
];

describe('a report file', () => {
  let running: RunningChromium;
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-refused-'));
  beforeAll(async () => {
    running = await launchChromium();
  });
  afterAll(async () => {
    await running.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const openFile = async (name: string, contents: string): Promise<void> => {
    const path = join(folder, name);
    writeFileSync(path, contents);
    await choose(path);
  };

  const choose = async (path: string): Promise<void> => {
    const chooser = running.page.waitForEvent('filechooser');
    await running.page.locator('[data-command="open-file"]').click();
    await (await chooser).setFiles(path);
  };

  it('that is whole is stored and opened', async () => {
    await openFile('年报.nianbao', JSON.stringify(envelope));
    await running.page.locator('.top-bar', { hasText: report.organisation }).waitFor();
    await showSection(running.page, 'requests');
    expect(await cellOf(running.page, report, RECEIVED).innerText()).toBe('4');
  });

  it.each(REFUSED)(
    '%s is refused by name and place, and the open report stays',
    async (_what, contents, sentence) => {
      await openFile('坏文件.nianbao', contents);
      const alert = running.page.locator('.notice.failed', { hasText: '坏文件.nianbao' });
      await alert.waitFor();
      expect(await alert.innerText()).toContain(sentence);
      await running.page.getByRole('button', { name: '关闭提示' }).click();
      expect(await cellOf(running.page, report, RECEIVED).innerText()).toBe('4');
    },
  );

  it('above 128 MB is refused unread, and the open report stays', async () => {
    const path = join(folder, '太大.nianbao');
    writeFileSync(path, JSON.stringify({ ...envelope, values: { [RECEIVED]: 99 } }));
    truncateSync(path, LARGEST_FILE_BYTES + 1);
    const workers: string[] = [];
    running.page.on('worker', (worker) => workers.push(worker.url()));
    await choose(path);
    await running.page.locator('.notice.failed', { hasText: '“太大.nianbao”超过 128 MB' }).waitFor();
    expect(workers).toEqual([]);
    await running.page.getByRole('button', { name: '关闭提示' }).click();
    expect(await cellOf(running.page, report, RECEIVED).innerText()).toBe('4');
  });

  it('for a report that is kept already never overwrites it', async () => {
    await openFile('又一份.nianbao', JSON.stringify({ ...envelope, values: { [RECEIVED]: 99 } }));
    await running.page.locator('.notice, dialog[open]', { hasText: report.organisation }).first().waitFor();
    expect(await cellOf(running.page, report, RECEIVED).innerText()).toBe('4');
  });
});
