// The official form of 国办公开办函〔2019〕60号, for the report years 2019 and 2020. Data only.

import type { ColumnDefinition, FormDefinition } from './form-definition';
import { OTHER_HANDLING, OUTCOMES, requestsRules, requestsTable } from './requests-table';
import { swingRule } from './swing-rule';
import { REVIEW_AND_LITIGATION, REVIEW_AND_LITIGATION_TOTAL } from './review-and-litigation-table';

const NOTICE = '国办公开办函〔2019〕60号';

const ITEMS_LAST_YEAR: ColumnDefinition = {
  key: 'itemsLastYear',
  label: '上一年项目数量',
  type: 'count',
  hint: '上年底的事项数，与上年报告一致；不是办件量。',
};

const CHANGE_THIS_YEAR: ColumnDefinition = {
  key: 'changeThisYear',
  label: '本年增/减',
  type: 'signedCount',
  hint: '比上年增减的事项数，减少写负数。',
};

const DECISIONS: ColumnDefinition = {
  key: 'decisionsThisYear',
  label: '处理决定数量',
  type: 'count',
  hint: '本年作出的决定件数，含依法不公开的。',
};

export const annualReport2019 = {
  id: 'annual-report-2019',
  officialTitle: '政府信息公开工作年度报告',
  source: {
    title: '国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知',
    documentNumber: NOTICE,
    publishedOn: '2019-11-27',
  },
  appliesToYears: { from: 2019, to: 2020 },
  sections: [
    {
      kind: 'narrative',
      key: 'overview',
      number: '一',
      label: '总体情况',
      shortLabel: '总体情况',
      hint: '五个方面：主动公开、依申请、管理、平台、监督。',
      guidance: '写五个方面：主动公开、依申请公开、政府信息管理、平台建设、监督保障。',
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
            { key: 'newlyMade', label: '本年新制作数量', type: 'count', hint: '本年新制定的件数。' },
            {
              key: 'newlyDisclosed',
              label: '本年新公开数量',
              type: 'count',
              hint: '本年首次对外公开的件数。',
            },
            {
              key: 'disclosedInTotal',
              label: '对外公开总数量',
              type: 'count',
              hint: '年底对外公开的总件数，不小于本年新公开数。',
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
              labelPath: ['规范性文件'],
              aliases: ['行政规范性文件'],
              hint: '填行政规范性文件，不是全部发文；与司法行政台账核对。',
            },
          ],
        },
        {
          heading: '第二十条第（五）项',
          rowHead: '信息内容',
          columns: [ITEMS_LAST_YEAR, CHANGE_THIS_YEAR, DECISIONS],
          rows: [
            {
              key: 'licensing',
              labelPath: ['行政许可'],
              hint: '本年许可决定件数，公开不公开都算；不是事项数。',
            },
            {
              key: 'otherServices',
              labelPath: ['其他对外管理服务事项'],
              hint: '许可以外的对外管理服务事项，按事项数填。',
            },
          ],
        },
        {
          heading: '第二十条第（六）项',
          rowHead: '信息内容',
          columns: [ITEMS_LAST_YEAR, CHANGE_THIS_YEAR, DECISIONS],
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
          columns: [ITEMS_LAST_YEAR, CHANGE_THIS_YEAR],
          rows: [
            {
              key: 'administrativeFees',
              labelPath: ['行政事业性收费'],
              hint: '行政事业性收费：2021版填金额，2019版填项目数。',
            },
          ],
        },
        {
          heading: '第二十条第（九）项',
          rowHead: '信息内容',
          columns: [
            {
              key: 'procurementItems',
              label: '采购项目数量',
              type: 'count',
              hint: '本年集中采购项目个数。',
            },
            {
              key: 'procurementAmount',
              label: '采购总金额',
              type: 'asWritten',
              hint: '采购总金额，数字连单位一起写，如251000元。',
            },
          ],
          rows: [
            {
              key: 'procurement',
              labelPath: ['政府集中采购'],
              hint: '本年政府集中采购的项目数和总金额。',
            },
          ],
        },
      ],
    },
    requestsTable([
      {
        key: 'otherHandling',
        labelPath: [OUTCOMES, OTHER_HANDLING],
        hint: '2019版只有一行，逾期不补正等都在这里。',
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
      hint: '上级要求另写的重点工作放这里，没有也写一句。',
      guidance: '上级要求另写的重点工作放在这里；没有其他需要报告的事项也写一句。',
    },
  ],
  rules: [
    ...requestsRules(NOTICE),
    REVIEW_AND_LITIGATION_TOTAL,
    swingRule('proactive', 'all'),
    swingRule('reviewAndLitigation', 'totals'),
  ],
} as const satisfies FormDefinition;
