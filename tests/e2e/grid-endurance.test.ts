// Long sessions on the tables: typing faster than any hand, a thousand edits of every kind undone to the start,
// several official tables pasted again and again.

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openHarness, type OpenHarness } from '../renderer/grid/harness/open-harness';
import { TablePage } from '../renderer/grid/harness/table-page';

let harness: OpenHarness;
let table: TablePage;

beforeAll(async () => {
  harness = await openHarness();
});
afterEach(() => table.page.close());
afterAll(async () => {
  expect(harness.complaints).toEqual([]);
  await harness.dispose();
});

/** A sequence that looks random and is the same on every machine. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Everything of the committed report that an undo must give back. */
function contents(): Promise<string> {
  return table.page.evaluate(() => {
    const { values, declared, narrative, explanations, signatories } =
      window.harness.store.getSnapshot()!.report;
    return JSON.stringify([values, [...declared], narrative, explanations, signatories]);
  });
}

describe('长时间填写', () => {
  it('drops and reorders nothing when 500 cells are typed without a pause', async () => {
    table = new TablePage(await harness.openTable('requests', 'empty'));
    const client = await table.page.context().newCDPSession(table.page);
    const cells = 144;
    let number = 1000;
    for (let round = 0; round < 4; round += 1) {
      await table.cell('requests.newlyReceived.naturalPerson').click();
      const first = number;
      const keys: Promise<unknown>[] = [];
      const send = (key: string, code: number, text: string): void => {
        const event = { key, windowsVirtualKeyCode: code, text };
        keys.push(client.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event }));
        keys.push(client.send('Input.dispatchKeyEvent', { type: 'keyUp', key, windowsVirtualKeyCode: code }));
      };
      // The last cell of the table would lead on to the next one.
      for (let cell = 0; cell < cells - 1; cell += 1) {
        for (const digit of String(number)) send(digit, digit.charCodeAt(0), digit);
        send('Enter', 13, '\r');
        number += 1;
      }
      await Promise.all(keys);
      const typed = await table.page.evaluate(() => {
        const { report } = window.harness.store.getSnapshot()!;
        const columns = new Map<string, unknown[]>();
        for (const cell of report.form.cells)
          if (cell.table.key === 'requests' && !cell.operands)
            columns.set(cell.column.key, [
              ...(columns.get(cell.column.key) ?? []),
              report.values[cell.index],
            ]);
        return [...columns.values()].flat();
      });
      expect(typed.slice(0, cells - 1)).toEqual(
        Array.from({ length: cells - 1 }, (_, index) => first + index),
      );
    }
  });

  it('takes a thousand edits of every kind back to the first, byte for byte, and forward again', async () => {
    table = new TablePage(await harness.openTable('requests', 'errors'));
    const before = await contents();
    const random = sequence(20_211_231);
    const arrows = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const;
    await table.cell('requests.disclosed.naturalPerson').click();
    await table.fillClipboard({ text: '7\t8\n9\t10' });
    for (let edit = 0; edit < 1000; edit += 1) {
      const steps = Math.floor(random() * 3);
      for (let step = 0; step < steps; step += 1) await table.press(arrows[Math.floor(random() * 4)]!);
      const kind = random();
      if (kind < 0.7) {
        await table.press(String(Math.floor(random() * 10)), random() < 0.5 ? 'Enter' : 'ArrowDown');
        // Enter behind the last cell of the table has led on to the next one.
        if (!(await table.focused())?.startsWith('requests.'))
          await table.page.evaluate(() => window.harness.goTo('requests.disclosed.naturalPerson'));
      } else if (kind < 0.8) await table.press('Shift+ArrowDown', 'Delete');
      else if (kind < 0.88) await table.press('Shift+ArrowRight', 'Control+r');
      else if (kind < 0.97) await table.press('Control+v');
      else if (kind < 0.985) await table.page.evaluate(() => window.harness.table().fillZeros());
      else await table.page.evaluate(() => window.harness.table().blank());
    }
    const after = await contents();
    expect(after).not.toBe(before);
    expect((await table.steps()).length).toBeGreaterThan(500);
    await table.page.evaluate(() => {
      while (window.harness.store.undo() !== undefined);
    });
    expect(await contents()).toBe(before);
    await table.page.evaluate(() => {
      while (window.harness.store.redo() !== undefined);
    });
    expect(await contents()).toBe(after);
  });
});
