// The official form is data: its labels and keys stand in shared/forms and nowhere else.

import { describe, expect, it } from 'vitest';
import type { SectionDefinition, TableDefinition } from '../../shared/forms/form-definition';
import { allForms } from '../../shared/forms/form-registry';
import { sourceFiles } from '../helpers/source-files';

/** Shorter labels (其他, 总计, 行政许可) are ordinary words. */
const SHORTEST_LABEL = 6;

const sections = allForms().flatMap(({ definition }): readonly SectionDefinition[] => definition.sections);
const tables = sections.filter((section): section is TableDefinition => section.kind === 'table');
const blocks = tables.flatMap((table) => table.blocks);

const labels = new Set(
  [
    ...sections.map((section) => section.label),
    ...tables.flatMap((table) => table.corner ?? []),
    ...blocks.flatMap((block) => [block.heading ?? '', block.rowHead ?? '']),
    ...blocks.flatMap((block) => block.columns.flatMap((column) => [column.label, ...(column.groups ?? [])])),
    ...blocks.flatMap((block) => block.rows.flatMap((row) => row.labelPath)),
  ].filter((label) => [...label].length >= SHORTEST_LABEL),
);

/** Keys that no other word of the code could be: several words in one, or parts joined by a dot. */
const keys = new Set(
  blocks
    .flatMap((block) => [...block.columns.map(({ key }) => key), ...block.rows.map(({ key }) => key)])
    .filter((key) => /[a-z][A-Z]|\./.test(key)),
);

const files = sourceFiles('shared', 'renderer', 'electron', 'build').filter(
  ({ path }) => !path.startsWith('shared/forms/'),
);

describe('the official wording', () => {
  it('is known to this test', () => {
    expect(labels.size).toBeGreaterThan(40);
    expect(keys.size).toBeGreaterThan(30);
    expect(labels).toContain('8.属于行政查询事项');
    expect(keys).toContain('refused.stateSecret');
  });

  it('stands in shared/forms alone', () => {
    const found = files.flatMap(({ path, code }) =>
      [...labels].filter((label) => code.includes(label)).map((label) => `${path}: ${label}`),
    );
    expect(found).toEqual([]);
  });

  it('is named by keys in shared/forms alone', () => {
    const patterns = [...keys].map(
      (key) => [key, new RegExp(`(?<![\\w$])${key.replaceAll('.', '\\.')}(?![\\w$])`)] as const,
    );
    const found = files.flatMap(({ path, code }) =>
      patterns.filter(([, pattern]) => pattern.test(code)).map(([key]) => `${path}: ${key}`),
    );
    expect(found).toEqual([]);
  });
});
