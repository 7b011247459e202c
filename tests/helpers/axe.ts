// What axe finds on a page. Its source is sent over the debugging protocol: the page's own policy loads no script
// from elsewhere.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One line a violation: the rule, what it asks for, how often, and the first place. */
export async function axeComplaints(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const results = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return results.violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.length}) ${nodes[0]!.html.slice(0, 160)}`,
  );
}
