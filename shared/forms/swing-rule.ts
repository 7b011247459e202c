// The rule on large changes since last year, the same for every table. Data only.

import type { SwingRule } from './form-definition';

/** A change beyond the clerk's thresholds wants a look; it may well be right. */
export function swingRule(table: string, cells: SwingRule['cells']): SwingRule {
  return {
    kind: 'swing',
    id: `${table}.swing`,
    label: '与上年相差悬殊的数字，请核实',
    source: '不是官方勾稽，按填报人设定的幅度提醒核实',
    severity: 'warning',
    explainable: true,
    table,
    cells,
  };
}
