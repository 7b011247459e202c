// Typing in the official tables with real key presses in a real Chromium: what a clerk's hands know from a
// spreadsheet, refusals at the cell, the first key of an input method.

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openHarness, type OpenHarness } from '../renderer/grid/harness/open-harness';

let harness: OpenHarness;
let page: Page;

beforeAll(async () => {
  harness = await openHarness();
});
afterEach(() => page.close());
afterAll(async () => {
  expect(harness.complaints).toEqual([]);
  await harness.dispose();
});

function cell(address: string): ReturnType<Page['locator']> {
  return page.locator(`[id="cell-${address}"]`);
}

function stored(address: string): Promise<unknown> {
  return page.evaluate((wanted) => {
    const { report } = window.harness.store.getSnapshot()!;
    return report.values[report.form.indexByAddress.get(wanted)!];
  }, address);
}

function focused(): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.id.replace('cell-', ''));
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

describe('填写表格', () => {
  it('replaces a figure by typing, and Enter goes down', async () => {
    page = await harness.openTable('requests', 'panyu');
    await cell('requests.newlyReceived.commercialEnterprise').click();
    await press('1', '2', 'Enter', '3', 'NumpadEnter');
    expect(await stored('requests.newlyReceived.commercialEnterprise')).toBe(12);
    expect(await stored('requests.carriedOverFromLastYear.commercialEnterprise')).toBe(3);
    expect(await focused()).toBe('requests.disclosed.commercialEnterprise');
  });

  it('shows totals while a figure is being typed, before it is committed', async () => {
    page = await harness.openTable('requests', 'panyu');
    await cell('requests.newlyReceived.naturalPerson').click();
    await press('7');
    expect(await cell('requests.newlyReceived.total').innerText()).toBe('7');
    expect(await stored('requests.newlyReceived.naturalPerson')).toBe(4);
    await press('Escape');
    expect(await cell('requests.newlyReceived.total').innerText()).toBe('4');
    expect(await focused()).toBe('requests.newlyReceived.naturalPerson');
  });

  it('passes over computed cells with Tab, Enter and arrows', async () => {
    page = await harness.openTable('requests', 'panyu');
    await cell('requests.newlyReceived.otherOrganisation').click();
    await press('Tab');
    expect(await focused()).toBe('requests.carriedOverFromLastYear.naturalPerson');
    await press('Shift+Tab', 'ArrowRight');
    expect(await focused()).toBe('requests.newlyReceived.otherOrganisation');
    await cell('requests.otherHandling.other.naturalPerson').click();
    await press('ArrowDown');
    expect(await focused()).toBe('requests.carriedForwardToNextYear.naturalPerson');
    await press('Enter');
    expect(await focused()).toBe('requests.newlyReceived.commercialEnterprise');
  });

  it('refuses what is no count at the cell, with the reason, until it is corrected or escaped', async () => {
    page = await harness.openTable('requests', 'panyu');
    for (const [typed, reason] of [
      ['-3', '不能是负数'],
      ['1.5', '必须是整数'],
      ['abc', '不是数字'],
      ['4件', '不要带“件”'],
    ] as const) {
      await cell('requests.newlyReceived.naturalPerson').click();
      await page.keyboard.type(typed);
      await press('Enter');
      expect(await page.getByRole('alert').innerText()).toContain(reason);
      expect(await page.locator('.cell-editor').inputValue()).toBe(typed);
      expect(await page.locator('.cell-editor').getAttribute('aria-invalid')).toBe('true');
      expect(await stored('requests.newlyReceived.naturalPerson')).toBe(4);
      await press('Escape');
      expect(await page.locator('.cell-editor').count()).toBe(0);
    }
    await page.keyboard.type('-3');
    await press('Enter', 'Backspace', 'Backspace', '9', 'Enter');
    expect(await stored('requests.newlyReceived.naturalPerson')).toBe(9);
  });

  it('edits in place with F2 and by double click', async () => {
    page = await harness.openTable('requests', 'panyu');
    await cell('requests.newlyReceived.naturalPerson').click();
    await press('F2', '5', 'Enter');
    expect(await stored('requests.newlyReceived.naturalPerson')).toBe(45);
    await cell('requests.newlyReceived.naturalPerson').dblclick();
    await press('ArrowLeft', 'Backspace', 'Enter');
    expect(await stored('requests.newlyReceived.naturalPerson')).toBe(5);
  });

  it('blanks with Delete, and a blank cell shows nothing', async () => {
    page = await harness.openTable('requests', 'panyu');
    await cell('requests.newlyReceived.naturalPerson').click();
    await press('Delete');
    expect(await stored('requests.newlyReceived.naturalPerson')).toBeNull();
    expect(await cell('requests.newlyReceived.naturalPerson').innerText()).toBe('');
    expect(await cell('requests.newlyReceived.naturalPerson').getAttribute('aria-label')).toContain('未填');
  });

  it('opens the field before an input method composes its first key', async () => {
    page = await harness.openTable('requests', 'panyu');
    await cell('requests.newlyReceived.naturalPerson').click();
    const field = await page.evaluate(() => {
      const target = document.activeElement!;
      const key = new KeyboardEvent('keydown', { key: 'Process', bubbles: true, cancelable: true });
      Object.defineProperty(key, 'keyCode', { value: 229 });
      const notCancelled = target.dispatchEvent(key);
      const editor = document.activeElement as HTMLInputElement;
      return { notCancelled, isField: editor.className === 'cell-editor', text: editor.value };
    });
    expect(field).toEqual({ notCancelled: true, isField: true, text: '' });
    const client = await page.context().newCDPSession(page);
    await client.send('Input.imeSetComposition', { text: '1', selectionStart: 1, selectionEnd: 1 });
    await client.send('Input.insertText', { text: '１２' });
    await press('Enter');
    expect(await stored('requests.newlyReceived.naturalPerson')).toBe(12);
  });

  it('blanks nothing when an input method opens the field and writes nothing', async () => {
    page = await harness.openTable('requests', 'panyu');
    await cell('requests.newlyReceived.naturalPerson').click();
    await page.evaluate(() => {
      const key = new KeyboardEvent('keydown', { key: 'Process', bubbles: true, cancelable: true });
      Object.defineProperty(key, 'keyCode', { value: 229 });
      document.activeElement!.dispatchEvent(key);
    });
    await press('Enter');
    expect(await stored('requests.newlyReceived.naturalPerson')).toBe(4);
    expect(await focused()).toBe('requests.carriedOverFromLastYear.naturalPerson');
    await press('7', 'Backspace', 'Enter');
    expect(await stored('requests.carriedOverFromLastYear.naturalPerson')).toBeNull();
  });

  it('locks computed cells and marks them for a screen reader', async () => {
    page = await harness.openTable('requests', 'panyu');
    const total = cell('requests.newlyReceived.total');
    await total.click();
    await press('5');
    expect(await page.locator('.cell-editor').count()).toBe(0);
    expect(await total.getAttribute('aria-readonly')).toBe('true');
    expect(await page.getByRole('status').innerText()).toContain('自动计算');
  });

  it('changes nothing in a report that is only to be read, and says so', async () => {
    page = await harness.openTable('requests', 'panyu&read-only');
    const first = cell('requests.newlyReceived.naturalPerson');
    await first.click();
    expect(await first.getAttribute('aria-readonly')).toBe('true');
    await press('5', 'Delete', 'Control+d');
    expect(await page.locator('.cell-editor').count()).toBe(0);
    expect(await stored('requests.newlyReceived.naturalPerson')).toBe(4);
    expect(await page.getByRole('status').innerText()).toContain('不能修改');
  });

  it('marks the cells of a finding and shows a printed total beside ours', async () => {
    page = await harness.openTable('requests', 'errors');
    const wrong = cell('requests.newlyReceived.commercialEnterprise');
    expect(await wrong.getAttribute('data-mark')).toBe('error');
    expect(await wrong.getAttribute('aria-invalid')).toBe('true');
    expect(await cell('requests.outcomeTotal.naturalPerson').innerText()).toMatch(/4\s*原文 18/u);
  });

  it('marks the row that was taken from last year, until a figure of it changes', async () => {
    page = await harness.openTable('requests', 'panyu&previous');
    const label = page.getByRole('rowheader', { name: '二、上年结转政府信息公开申请数量' });
    expect(await label.getAttribute('data-carried')).toBe('取自 2020 年');
    await cell('requests.carriedOverFromLastYear.naturalPerson').click();
    await press('1', 'Enter');
    expect(await label.getAttribute('data-carried')).toBeNull();
    expect(await cell('requests.carriedOverFromLastYear.naturalPerson').getAttribute('data-mark')).toBe(
      'error',
    );
  });

  it('goes to the cell of a finding, a computed one too', async () => {
    page = await harness.openTable('requests', 'panyu');
    await page.evaluate(() => window.harness.goTo('requests.outcomeTotal.total'));
    await expect.poll(focused).toBe('requests.outcomeTotal.total');
  });

  it('commits what was typed when the focus leaves the table', async () => {
    page = await harness.openTable('requests', 'panyu');
    await cell('requests.newlyReceived.naturalPerson').click();
    await press('8');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    expect(await stored('requests.newlyReceived.naturalPerson')).toBe(8);
  });

  it('fills all three tables with digits and Enter only', async () => {
    page = await harness.openTable('proactive', 'empty');
    await page.locator('[data-cell]').first().click();
    for (let number = 1; number <= 166; number += 1) {
      await page.keyboard.type(String(number));
      await press('Enter');
    }
    const values = await page.evaluate(() => {
      const { report } = window.harness.store.getSnapshot()!;
      return report.form.entered.map((index) => report.values[index]);
    });
    expect(new Set(values.map(String)).size).toBe(166);
    expect(values).not.toContain(null);
  });
});
