// Ranges, filling, copy and paste with real keys, mouse and clipboard in a real Chromium.

import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openHarness, type OpenHarness } from '../renderer/grid/harness/open-harness';
import { TablePage } from '../renderer/grid/harness/table-page';

let harness: OpenHarness;
let table: TablePage;

async function open(key: string, report: string): Promise<void> {
  table = new TablePage(await harness.openTable(key, report));
}

beforeAll(async () => {
  harness = await openHarness();
});
afterEach(() => table.page.close());
afterAll(async () => {
  expect(harness.complaints).toEqual([]);
  await harness.dispose();
});

describe('选区', () => {
  it('is drawn by dragging, by Shift+click and by Shift+arrows, and summed', async () => {
    await open('requests', 'different');
    const from = table.cell('requests.newlyReceived.naturalPerson');
    await from.hover();
    await table.page.mouse.down();
    await table.cell('requests.carriedOverFromLastYear.commercialEnterprise').hover();
    await table.page.mouse.up();
    expect(await table.selected()).toBe(4);
    expect(await table.summary()).toBe('合计 58 计数 4 平均 14.5');
    await table.cell('requests.carriedOverFromLastYear.researchInstitution').click({ modifiers: ['Shift'] });
    expect(await table.selected()).toBe(6);
    await table.press('Shift+ArrowDown');
    expect(await table.selected()).toBe(9);
    await table.press('ArrowDown');
    expect(await table.selected()).toBe(0);
    expect(await table.summary()).toBe('');
  });

  it('takes a row by its label, a column by its head, all by Ctrl+A', async () => {
    await open('requests', 'different');
    await table.page.getByText('（一）予以公开').click();
    expect(await table.selected()).toBe(7);
    await table.page.getByText('（三）不予公开').click();
    expect(await table.selected()).toBe(8 * 7);
    await table.page.locator('.ag-header-cell', { hasText: '科研机构' }).click();
    expect(await table.selected()).toBe(25);
    await table.page.locator('.ag-header-group-cell', { hasText: '申请人情况' }).click();
    expect(await table.selected()).toBe(150);
    await table.press('Control+a');
    expect(await table.selected()).toBe(175);
  });

  it('is blanked as one undo step, and the focus stays after undo', async () => {
    await open('requests', 'different');
    await table.cell('requests.disclosed.naturalPerson').click();
    await table.press('Shift+ArrowRight', 'Shift+ArrowDown', 'Delete');
    expect(await table.steps()).toEqual(['清除']);
    expect(await table.stored('requests.partiallyDisclosed.commercialEnterprise')).toBeNull();
    await table.page.evaluate(() => window.harness.store.undo());
    expect(await table.stored('requests.partiallyDisclosed.commercialEnterprise')).not.toBeNull();
    expect(await table.focused()).toBe('requests.disclosed.naturalPerson');
  });

  it('keeps Enter and Tab inside, and takes one figure into all its cells with Ctrl+Enter', async () => {
    await open('requests', 'different');
    await table.cell('requests.newlyReceived.naturalPerson').click();
    await table.press('Shift+ArrowDown', 'Shift+ArrowRight');
    await table.press('1', 'Enter', '2', 'Enter', '3', 'Enter', '4', 'Enter');
    expect(await table.focused()).toBe('requests.newlyReceived.naturalPerson');
    expect(await table.stored('requests.carriedOverFromLastYear.commercialEnterprise')).toBe(4);
    expect(await table.summary()).toBe('合计 10 计数 4 平均 2.5');
    await table.press('Tab');
    expect(await table.focused()).toBe('requests.newlyReceived.commercialEnterprise');
    await table.press('7', 'Control+Enter');
    expect(await table.summary()).toBe('合计 28 计数 4 平均 7');
  });

  it('goes to the edges with Ctrl, Home and End', async () => {
    await open('requests', 'different');
    await table.cell('requests.disclosed.researchInstitution').click();
    await table.press('Control+ArrowDown');
    expect(await table.focused()).toBe('requests.carriedForwardToNextYear.researchInstitution');
    await table.press('Home');
    expect(await table.focused()).toBe('requests.carriedForwardToNextYear.naturalPerson');
    await table.press('Control+Home');
    expect(await table.focused()).toBe('requests.newlyReceived.naturalPerson');
    await table.press('Control+End');
    expect(await table.focused()).toBe('requests.carriedForwardToNextYear.otherOrganisation');
  });
});

describe('填充', () => {
  it('fills down with Ctrl+D and right with Ctrl+R, totals left out', async () => {
    await open('requests', 'different');
    const first = await table.stored('requests.otherHandling.other.naturalPerson');
    await table.cell('requests.otherHandling.other.naturalPerson').click();
    await table.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
    expect(await table.stored('requests.carriedForwardToNextYear.naturalPerson')).toBe(first);
    await table.cell('requests.newlyReceived.naturalPerson').click();
    await table.press('Shift+ArrowRight', 'Shift+ArrowRight', 'Control+r');
    expect(await table.stored('requests.newlyReceived.researchInstitution')).toBe(
      await table.stored('requests.newlyReceived.naturalPerson'),
    );
    expect(await table.steps()).toEqual(['填充', '填充']);
  });

  it('draws figures out with the handle', async () => {
    await open('requests', 'different');
    await table.cell('requests.newlyReceived.naturalPerson').click();
    await table.page.locator('.fill-handle').hover();
    await table.page.mouse.down();
    await table.cell('requests.partiallyDisclosed.naturalPerson').hover();
    await table.page.mouse.up();
    const first = await table.stored('requests.newlyReceived.naturalPerson');
    expect(await table.stored('requests.disclosed.naturalPerson')).toBe(first);
    expect(await table.stored('requests.partiallyDisclosed.naturalPerson')).toBe(first);
    expect(await table.selected()).toBe(4);
  });

  it('writes zeros into blanks and blanks the table, one undo step each', async () => {
    await open('reviewAndLitigation', 'empty');
    await table.page.evaluate(() => window.harness.table().fillZeros());
    expect(await table.stored('reviewAndLitigation.litigation.direct.pending')).toBe(0);
    expect(await table.stored('requests.newlyReceived.naturalPerson')).toBeNull();
    await table.page.evaluate(() => window.harness.table().blank());
    expect(await table.stored('reviewAndLitigation.litigation.direct.pending')).toBeNull();
    expect(await table.steps()).toEqual(['补零', '清空']);
  });
});

describe('剪贴板', () => {
  it('copies a block as text and as a table with borders', async () => {
    await open('requests', 'different');
    await table.cell('requests.newlyReceived.naturalPerson').click();
    await table.press('Shift+ArrowDown', 'Shift+ArrowRight', 'Control+c');
    const { text, html } = await table.readClipboard();
    expect(text.replaceAll('\r', '')).toBe('11\t12\n17\t18');
    expect(html).toContain('border');
    await table.cell('requests.disclosed.naturalPerson').click();
    await table.press('Control+v');
    expect(await table.stored('requests.partiallyDisclosed.commercialEnterprise')).toBe(18);
    expect(await table.steps()).toEqual(['粘贴']);
  });

  it('cuts a block', async () => {
    await open('requests', 'different');
    await table.cell('requests.newlyReceived.naturalPerson').click();
    await table.press('Control+x', 'ArrowDown', 'Control+v');
    expect(await table.stored('requests.newlyReceived.naturalPerson')).toBeNull();
    expect(await table.stored('requests.carriedOverFromLastYear.naturalPerson')).toBe(11);
  });

  it('copies the whole table with its heads and pastes it into an empty report, from another table', async () => {
    await open('requests', 'different');
    await table.cell('requests.newlyReceived.naturalPerson').click();
    await table.press('Control+a', 'Control+c');
    const { text, html } = await table.readClipboard();
    expect(html).toContain('rowspan="22"');
    const expected = await table.values();
    await table.page.close();
    await open('proactive', 'empty');
    await table.fillClipboard({ text, html });
    await table.page.locator('[data-cell]').first().click();
    await table.press('Control+v');
    const values = await table.values();
    expect(values.slice(10, 185)).toEqual(expected.slice(10, 185));
    expect(await table.page.getByRole('status', { name: '粘贴结果' }).innerText()).toContain('144 格');
  });

  it('lists what was refused, with place and reason, and gives the focus back', async () => {
    await open('requests', 'panyu');
    await table.fillClipboard({ text: '5\t4件\n-3\t1.5' });
    await table.cell('requests.disclosed.naturalPerson').click();
    await table.press('Control+v');
    const notice = table.page.getByRole('status', { name: '粘贴结果' });
    expect(await notice.locator('li').allInnerTexts()).toHaveLength(3);
    expect(await notice.innerText()).toContain('（一）予以公开 商业企业');
    expect(await table.stored('requests.partiallyDisclosed.naturalPerson')).toBe(0);
    await notice.getByRole('button').click();
    expect(await table.focused()).toBe('requests.disclosed.naturalPerson');
  });

  for (const [name, taken] of [
    ['word-table-3.html', 144],
    ['libreoffice-writer-table-3.html', 144],
    ['libreoffice-calc-tables.html', 166],
  ] as const)
    it(`takes the official tables of ${name}`, async () => {
      await open('reviewAndLitigation', 'empty');
      const html = readFileSync(new URL(`../fixtures/clipboard/${name}`, import.meta.url), 'utf8');
      await table.fillClipboard({ text: '', html });
      await table.page.locator('[data-cell]').first().click();
      await table.press('Control+v');
      const filled = (await table.values()).filter((value) => value !== null);
      expect(filled).toHaveLength(taken);
      expect(new Set(filled.map(String)).size).toBe(taken);
    });
});

describe('查找和填报说明', () => {
  it('jumps to a row by part of its label or by the initials of its pinyin', async () => {
    await open('requests', 'panyu');
    await table.cell('requests.newlyReceived.naturalPerson').click();
    await table.press('Control+f');
    await table.page.keyboard.type('执法案卷');
    await table.press('Enter');
    expect(await table.focused()).toBe('requests.refused.enforcementCaseFile.naturalPerson');
    await table.press('Control+f');
    await table.page.keyboard.type('xzqz');
    await table.page.getByRole('option', { name: '行政强制' }).waitFor();
    await table.press('Enter');
    await expect.poll(() => table.focused()).toBe('proactive.coercion.decisionsThisYear');
  });

  it('explains the row and column of a cell with F1 and goes back with Escape', async () => {
    await open('requests', 'panyu');
    await table.cell('requests.refused.stateSecret.naturalPerson').click();
    await table.press('F1');
    const help = table.page.getByRole('dialog', { name: '填报说明' });
    await help.getByText('定密依据').waitFor();
    expect(await help.innerText()).toContain('依据：《政府信息公开条例》第14条');
    await table.press('Escape');
    expect(await table.focused()).toBe('requests.refused.stateSecret.naturalPerson');
  });

  it('explains a column when the pointer rests on its head', async () => {
    await open('requests', 'panyu');
    await table.page.locator('.ag-header-cell', { hasText: '商业企业' }).hover();
    await table.page.getByRole('tooltip', { name: '填报说明' }).getByText('营利性').waitFor();
  });
});
