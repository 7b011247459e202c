// Table 四, 政府信息公开行政复议、行政诉讼情况, the same in both layouts, with its rule. Data only.

import { sumOfColumns } from './expressions';
import type { RuleDefinition, TableDefinition } from './form-definition';

const LITIGATION = '行政诉讼';

export const REVIEW_AND_LITIGATION: TableDefinition = {
  kind: 'table',
  key: 'reviewAndLitigation',
  number: '四',
  label: '政府信息公开行政复议、行政诉讼情况',
  shortLabel: '复议诉讼',
  aliases: ['因政府信息公开工作被申请行政复议、提起行政诉讼情况'],
  hint: '只填政府信息公开案件；作为复议机关的共同被告不计。',
  arrangement: 'side-by-side',
  unit: '件',
  blocks: [
    {
      columns: [
        { key: 'upheld', label: '结果维持', type: 'count', hint: '原行为没被改的。' },
        {
          key: 'corrected',
          label: '结果纠正',
          type: 'count',
          hint: '被撤销、变更、确认违法或责令重做的。',
        },
        {
          key: 'otherResult',
          label: '其他结果',
          type: 'count',
          hint: '撤回、终止、不予受理等不判对错的。',
        },
        { key: 'pending', label: '尚未审结', type: 'count', hint: '12月31日还没有结果的。' },
        {
          key: 'total',
          label: '总计',
          type: 'count',
          hint: '自动相加，不用填。',
          formula: sumOfColumns('upheld', 'corrected', 'otherResult', 'pending'),
        },
      ],
      rows: [
        {
          key: 'reconsideration',
          labelPath: ['行政复议'],
          hint: '本机关当被申请人的公开类复议案件。',
        },
        {
          key: 'litigation.direct',
          labelPath: [LITIGATION, '未经复议直接起诉'],
          hint: '没经复议就起诉的；不予公开的现在要先复议。',
        },
        {
          key: 'litigation.afterReconsideration',
          labelPath: [LITIGATION, '复议后起诉'],
          hint: '先复议、又起诉的。',
        },
      ],
    },
  ],
};

export const REVIEW_AND_LITIGATION_TOTAL: RuleDefinition = {
  kind: 'declaredTotal',
  id: 'reviewAndLitigation.total',
  label: '总计等于四种结果之和',
  source: '表内“总计”之义',
  severity: 'error',
  explainable: false,
  table: 'reviewAndLitigation',
  column: 'total',
};
