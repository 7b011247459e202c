// One page with a table, as tests handle it: cells by address, stored values, keys, what is focused.

import type { Locator, Page } from 'playwright-core';
import type { CellValue } from '../../../../shared/report/cell-value';

export class TablePage {
  constructor(readonly page: Page) {}

  cell(address: string): Locator {
    return this.page.locator(`[id="cell-${address}"]`);
  }

  /** The committed value at an address. */
  stored(address: string): Promise<CellValue | undefined> {
    return this.page.evaluate((wanted) => {
      const { report } = window.harness.store.getSnapshot()!;
      return report.values[report.form.indexByAddress.get(wanted)!];
    }, address);
  }

  /** All committed values in form order. */
  values(): Promise<readonly CellValue[]> {
    return this.page.evaluate(() => window.harness.store.getSnapshot()!.report.values);
  }

  /** The labels of the undo steps. */
  steps(): Promise<readonly string[]> {
    return this.page.evaluate(() =>
      window.harness.store.getSnapshot()!.history.done.map((step) => step.label),
    );
  }

  /** The address of the cell that has the focus. */
  focused(): Promise<string | undefined> {
    return this.page.evaluate(() => document.activeElement?.id.replace('cell-', ''));
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** How many cells are selected. */
  selected(): Promise<number> {
    return this.page.locator('[aria-selected="true"][data-cell]').count();
  }

  summary(): Promise<string> {
    return this.page.locator('#summary').innerText();
  }

  /** Puts text and HTML into the real clipboard, as another program does. */
  async fillClipboard(contents: { readonly text: string; readonly html?: string }): Promise<void> {
    await this.page.evaluate(async ({ text, html }) => {
      const kinds = { 'text/plain': text, ...(html === undefined ? {} : { 'text/html': html }) };
      const blobs = Object.entries(kinds).map(
        ([type, content]) => [type, new Blob([content], { type })] as const,
      );
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    }, contents);
  }

  /** The text and the HTML in the real clipboard. */
  readClipboard(): Promise<{ text: string; html: string }> {
    return this.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string): Promise<string> =>
        item?.types.includes(type) ? (await item.getType(type)).text() : '';
      return { text: await read('text/plain'), html: await read('text/html') };
    });
  }
}
