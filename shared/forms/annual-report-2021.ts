// The official form of 国办公开办函〔2021〕30号, in force for report years from 2021. Data only.

import type { ColumnDefinition, FormDefinition } from './form-definition';
import { OTHER_HANDLING, OUTCOMES, requestsRules, requestsTable } from './requests-table';
import { swingRule } from './swing-rule';
import { REVIEW_AND_LITIGATION, REVIEW_AND_LITIGATION_TOTAL } from './review-and-litigation-table';

const NOTICE = '国办公开办函〔2021〕30号';

const DECISIONS: ColumnDefinition = {
  key: 'decisionsThisYear',
  label: '本年处理决定数量',
  type: 'count',
  hint: '本年作出的决定件数，含依法不公开的。',
};

export const annualReport2021 = {
  id: 'annual-report-2021',
  officialTitle: '政府信息公开工作年度报告',
  source: {
    title: '国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知',
    documentNumber: NOTICE,
    publishedOn: '2021-09-29',
  },
  appliesToYears: { from: 2021 },
  sections: [
    {
      kind: 'narrative',
      key: 'overview',
      number: '一',
      label: '总体情况',
      shortLabel: '总体情况',
      hint: '五个方面：主动公开、依申请、管理、平台、监督；原则上不超千字。',
      guidance:
        '写五个方面：主动公开、依申请公开、政府信息管理、平台建设、监督保障。整节原则上不超过一千字。',
    },
    {
      kind: 'table',
      key: 'proactive',
      number: '二',
      label: '主动公开政府信息情况',
      shortLabel: '主动公开',
      hint: '数字截至12月31日；只填表，不另加文字。',
      arrangement: 'stacked',
      blocks: [
        {
          heading: '第二十条第（一）项',
          rowHead: '信息内容',
          columns: [
            {
              key: 'issuedThisYear',
              label: '本年制发件数',
              type: 'count',
              hint: '本年1月1日至12月31日制发的件数。',
            },
            {
              key: 'repealedThisYear',
              label: '本年废止件数',
              aliases: ['本年废纸件数'],
              type: 'count',
              hint: '本年废止、宣布失效的件数，清理废止的别漏。',
            },
            {
              key: 'inForce',
              label: '现行有效件数',
              type: 'count',
              hint: '年底仍有效的总数；一般等于上年有效加制发减废止。',
            },
          ],
          rows: [
            {
              key: 'regulations',
              labelPath: ['规章'],
              hint: '有规章制定权的才填；县乡和普通部门一般没有。',
            },
            {
              key: 'normativeDocuments',
              labelPath: ['行政规范性文件'],
              aliases: ['规范性文件'],
              hint: '填行政规范性文件，不是全部发文；与司法行政台账核对。',
            },
          ],
        },
        {
          heading: '第二十条第（五）项',
          rowHead: '信息内容',
          columns: [DECISIONS],
          rows: [
            {
              key: 'licensing',
              labelPath: ['行政许可'],
              hint: '本年许可决定件数，公开不公开都算；不是事项数。',
            },
          ],
        },
        {
          heading: '第二十条第（六）项',
          rowHead: '信息内容',
          columns: [DECISIONS],
          rows: [
            {
              key: 'penalty',
              labelPath: ['行政处罚'],
              hint: '本年处罚决定件数，全部都算，不只是网上公示的。',
            },
            { key: 'coercion', labelPath: ['行政强制'], hint: '本年行政强制决定件数，不与处罚混填。' },
          ],
        },
        {
          heading: '第二十条第（八）项',
          rowHead: '信息内容',
          columns: [
            {
              key: 'feesCollected',
              label: '本年收费金额',
              unit: '万元',
              type: 'amount',
              hint: '单位万元，小数写全不四舍五入；380元写0.038。',
            },
          ],
          rows: [
            {
              key: 'administrativeFees',
              labelPath: ['行政事业性收费'],
              hint: '行政事业性收费：2021版填金额，2019版填项目数。',
            },
          ],
        },
      ],
    },
    requestsTable([
      {
        key: 'otherHandling.supplementOverdue',
        labelPath: [
          OUTCOMES,
          OTHER_HANDLING,
          '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
        ],
        shortLabel: '（六）1.逾期不补正',
        hint: '过期没补正、不再处理的；补了仍不明确填（四）3。',
      },
      {
        key: 'otherHandling.feeOverdue',
        labelPath: [
          OUTCOMES,
          OTHER_HANDLING,
          '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
        ],
        shortLabel: '（六）2.逾期未缴纳费用',
        hint: '收到收费通知次日起20个工作日内没缴费的。',
      },
      {
        key: 'otherHandling.other',
        labelPath: [OUTCOMES, OTHER_HANDLING, '3.其他'],
        // Some units still print the one row of the layout before.
        aliases: [OTHER_HANDLING],
        shortLabel: '（六）3.其他',
        hint: '只放极少数，如主动撤回；偏多会被追问。',
      },
    ]),
    REVIEW_AND_LITIGATION,
    {
      kind: 'narrative',
      key: 'problems',
      number: '五',
      label: '存在的主要问题及改进情况',
      shortLabel: '问题及改进',
      aliases: ['政府信息公开工作存在的主要问题及改进情况'],
      hint: '写今年的问题和改法，不照抄去年。',
      guidance: '写今年存在的主要问题和改进办法，最好交代上年所列问题改得怎么样。不写成成绩，不逐年照抄。',
    },
    {
      kind: 'narrative',
      key: 'other',
      number: '六',
      label: '其他需要报告的事项',
      shortLabel: '其他事项',
      hint: '必须写信息处理费收没收、收多少（元）；没收也写。',
      guidance:
        '必须写信息处理费的收取情况，没收也要写一句，如：本年没有收取信息处理费；或：本年收取信息处理费 N 件、共 X 元。上级要求另写的重点工作也放这里。',
    },
  ],
  rules: [
    ...requestsRules(NOTICE),
    REVIEW_AND_LITIGATION_TOTAL,
    swingRule('proactive', 'all'),
    swingRule('reviewAndLitigation', 'totals'),
    {
      kind: 'relation',
      id: 'proactive.inForce',
      label: '上年现行有效加本年制发减本年废止，一般等于现行有效',
      source: '不是官方勾稽，按列名之义提醒核实',
      severity: 'warning',
      explainable: true,
      table: 'proactive',
      forEach: 'row',
      only: ['regulations', 'normativeDocuments'],
      left: [
        { column: 'inForce', previousYear: true },
        { column: 'issuedThisYear' },
        { column: 'repealedThisYear', negative: true },
      ],
      right: [{ column: 'inForce' }],
      pointsAt: [{ column: 'inForce' }],
      assessed: 'always',
    },
    {
      kind: 'textLength',
      id: 'narrative.overviewLength',
      label: '第一部分原则上不超过一千字',
      source: NOTICE,
      severity: 'warning',
      explainable: true,
      section: 'overview',
      atMost: 1000,
    },
    {
      kind: 'textMention',
      id: 'narrative.processingFee',
      label: '第六部分应当报告信息处理费的收取情况',
      source: NOTICE,
      severity: 'warning',
      explainable: true,
      section: 'other',
      phrase: '信息处理费',
    },
  ],
  comparesWith: [
    {
      formId: 'annual-report-2019',
      reasons: {
        proactive: '两版表二统计口径不同，只有处理决定数量可比',
        requests: '2019 版（六）不分项，三项合计可比',
      },
      sums: [
        {
          table: 'requests',
          earlierRow: 'otherHandling',
          rows: ['otherHandling.supplementOverdue', 'otherHandling.feeOverdue', 'otherHandling.other'],
          label: `${OTHER_HANDLING}（各项合计）`,
        },
      ],
    },
  ],
} as const satisfies FormDefinition;
