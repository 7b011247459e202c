// The tables for people who see otherwise: axe on every table and overlay, in light, dark and high contrast; names,
// roles and states of the cells; everything within reach of the keyboard.

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { axeComplaints } from '../helpers/axe';
import { openHarness, type OpenHarness } from '../renderer/grid/harness/open-harness';
import { TablePage } from '../renderer/grid/harness/table-page';

let harness: OpenHarness;
let table: TablePage;

beforeAll(async () => {
  harness = await openHarness();
});
afterEach(() => table.page.close());
afterAll(() => harness.dispose());

const complaints = (): Promise<readonly string[]> => axeComplaints(table.page);

describe('无障碍', () => {
  for (const key of ['proactive', 'requests', 'reviewAndLitigation'])
    for (const scheme of ['light', 'dark'] as const)
      it(`gives axe nothing to say about ${key} in ${scheme}`, async () => {
        table = new TablePage(await harness.openTable(key, 'errors'));
        await table.page.emulateMedia({ colorScheme: scheme });
        await table.page.locator('[data-cell]').first().click();
        await table.press('Shift+ArrowRight');
        expect(await complaints()).toEqual([]);
      });

  it('gives axe nothing to say about an editor with a refusal, the help, the search and the list after a paste', async () => {
    table = new TablePage(await harness.openTable('requests', 'panyu'));
    await table.cell('requests.newlyReceived.naturalPerson').click();
    await table.page.keyboard.type('4件');
    await table.press('Enter');
    expect(await complaints()).toEqual([]);
    await table.press('Escape', 'F1');
    await table.page.getByRole('dialog', { name: '填报说明' }).getByText('依据').first().waitFor();
    expect(await complaints()).toEqual([]);
    await table.press('Escape', 'Control+f');
    expect(await complaints()).toEqual([]);
    await table.press('Escape');
    await table.fillClipboard({ text: 'abc\tdef' });
    await table.press('Control+v');
    await table.page.getByRole('status', { name: '粘贴结果' }).waitFor();
    expect(await complaints()).toEqual([]);
  });

  it('names every cell by row, column and figure, and says what is locked and what is wrong', async () => {
    table = new TablePage(await harness.openTable('requests', 'errors'));
    const grid = table.page.getByRole('grid', { name: '三、收到和处理政府信息公开申请情况' });
    expect(await grid.getByRole('gridcell').count()).toBe(175);
    expect(await grid.getByRole('gridcell', { name: '1.属于国家秘密，自然人：0' }).count()).toBe(1);
    expect(await grid.locator('[aria-readonly="true"]').count()).toBe(31);
    expect(await grid.locator('[aria-invalid="true"]').count()).toBeGreaterThan(0);
    expect(await grid.getByRole('columnheader', { name: '商业企业' }).count()).toBe(1);
    expect(await grid.getByRole('rowheader', { name: '（三）不予公开' }).count()).toBe(1);
  });

  it('is one stop for Tab, at the cell where the keyboard stood', async () => {
    table = new TablePage(await harness.openTable('requests', 'panyu'));
    expect(await table.page.locator('.table-grid [tabindex="0"]').count()).toBe(1);
    await table.press('Tab');
    expect(await table.focused()).toBe('requests.newlyReceived.naturalPerson');
    await table.press('ArrowDown', 'Shift+Tab');
    expect(await table.focused()).toBe('requests.newlyReceived.otherOrganisation');
    await table.press('Control+Home', 'Shift+Tab');
    expect(await table.focused()).not.toContain('requests.');
    await table.cell('requests.carriedForwardToNextYear.otherOrganisation').click();
    await table.press('Tab');
    expect(await table.focused()).not.toContain('requests.');
  });

  it('shows focus, selection and errors where Windows replaces the colours', async () => {
    table = new TablePage(await harness.openTable('requests', 'errors'));
    await table.page.emulateMedia({ forcedColors: 'active' });
    await table.cell('requests.newlyReceived.commercialEnterprise').click();
    const look = await table.cell('requests.newlyReceived.commercialEnterprise').evaluate((element) => ({
      outline: getComputedStyle(element).outlineStyle,
      figure: getComputedStyle(element.querySelector('.figure')!).textDecorationLine,
    }));
    expect(look).toEqual({ outline: 'solid', figure: 'underline' });
  });
});
