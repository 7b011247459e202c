// Table 三, 收到和处理政府信息公开申请情况, as both layouts have it but for row （六）, with its rules. Data only.

import { sumOfColumns, sumOfRows } from './expressions';
import { swingRule } from './swing-rule';
import type { ColumnDefinition, RowDefinition, RuleDefinition, TableDefinition } from './form-definition';

export const OUTCOMES = '三、本年度办理结果';
export const OTHER_HANDLING = '（六）其他处理';

const REFUSED = '（三）不予公开';
const UNAVAILABLE = '（四）无法提供';
const NOT_PROCESSED = '（五）不予处理';

const APPLICANTS = '申请人情况';
const ORGANISATIONS = '法人或其他组织';

const TOTAL_MEANING = '表内“总计”之义';

const APPLICANT_COLUMNS: readonly ColumnDefinition[] = [
  {
    key: 'naturalPerson',
    label: '自然人',
    groups: [APPLICANTS],
    type: 'count',
    hint: '以个人名义申请的；律师代个人也在这列。',
  },
  {
    key: 'commercialEnterprise',
    label: '商业企业',
    groups: [APPLICANTS, ORGANISATIONS],
    type: 'count',
    hint: '以公司、企业名义申请的。',
  },
  {
    key: 'researchInstitution',
    label: '科研机构',
    groups: [APPLICANTS, ORGANISATIONS],
    type: 'count',
    hint: '以研究院所等科研机构名义申请的。',
  },
  {
    key: 'publicWelfareOrganisation',
    label: '社会公益组织',
    groups: [APPLICANTS, ORGANISATIONS],
    type: 'count',
    hint: '以基金会、公益社团等名义申请的。',
  },
  {
    key: 'legalServiceOrganisation',
    label: '法律服务机构',
    groups: [APPLICANTS, ORGANISATIONS],
    type: 'count',
    hint: '律所等以自己名义申请的；代理他人看被代理人。',
  },
  {
    key: 'otherOrganisation',
    label: '其他',
    groups: [APPLICANTS, ORGANISATIONS],
    type: 'count',
    hint: '前面都不合适的组织。',
  },
];

const APPLICANT_KEYS = APPLICANT_COLUMNS.map((column) => column.key);

const TOTAL_COLUMN: ColumnDefinition = {
  key: 'total',
  label: '总计',
  type: 'count',
  hint: '自动相加，不用填。',
  formula: sumOfColumns(...APPLICANT_KEYS),
};

const RECEIVED_ROWS: readonly RowDefinition[] = [
  {
    key: 'newlyReceived',
    labelPath: ['一、本年新收政府信息公开申请数量'],
    shortLabel: '一',
    hint: '收到日在今年1月1日至12月31日的申请。',
  },
  {
    key: 'carriedOverFromLastYear',
    labelPath: ['二、上年结转政府信息公开申请数量'],
    shortLabel: '二',
    hint: '等于上年报告第四项，逐列相同。',
  },
];

/** （一） to （五）. */
const OUTCOME_ROWS: readonly RowDefinition[] = [
  {
    key: 'disclosed',
    labelPath: [OUTCOMES, '（一）予以公开'],
    aliases: ['（一）予以公开部分', '（一）予 以公开'],
    hint: '全部提供或告知了获取途径的。',
  },
  {
    key: 'partiallyDisclosed',
    labelPath: [OUTCOMES, '（二）部分公开（区分处理的，只计这一情形，不计其他情形）'],
    shortLabel: '（二）部分公开',
    hint: '给一部分的只计这里，不再计入其他行。',
  },
  {
    key: 'refused.stateSecret',
    labelPath: [OUTCOMES, REFUSED, '1.属于国家秘密'],
    shortLabel: '（三）1.属于国家秘密',
    hint: '依法定密的国家秘密；工作秘密不算。',
  },
  {
    key: 'refused.prohibitedByLaw',
    labelPath: [OUTCOMES, REFUSED, '2.其他法律行政法规禁止公开'],
    shortLabel: '（三）2.其他法律行政法规禁止公开',
    hint: '法律、行政法规明文禁止公开的。',
  },
  {
    key: 'refused.endangersSecurity',
    labelPath: [OUTCOMES, REFUSED, '3.危及“三安全一稳定”'],
    shortLabel: '（三）3.危及“三安全一稳定”',
    hint: '可能危及国家、公共、经济安全或社会稳定的。',
  },
  {
    key: 'refused.thirdPartyRights',
    labelPath: [OUTCOMES, REFUSED, '4.保护第三方合法权益'],
    shortLabel: '（三）4.保护第三方合法权益',
    hint: '涉商业秘密、个人隐私，第三方有理由不同意的。',
  },
  {
    key: 'refused.internalAffairs',
    labelPath: [OUTCOMES, REFUSED, '5.属于三类内部事务信息'],
    shortLabel: '（三）5.属于三类内部事务信息',
    aliases: ['5.属于三类内容事务信息'],
    hint: '只有三类：人事、后勤、内部工作流程。',
  },
  {
    key: 'refused.deliberativeProcess',
    labelPath: [OUTCOMES, REFUSED, '6.属于四类过程性信息'],
    shortLabel: '（三）6.属于四类过程性信息',
    hint: '只有四类：讨论记录、过程稿、磋商信函、请示报告。',
  },
  {
    key: 'refused.enforcementCaseFile',
    labelPath: [OUTCOMES, REFUSED, '7.属于行政执法案卷'],
    shortLabel: '（三）7.属于行政执法案卷',
    hint: '行政执法案卷里的信息，决定不给的。',
  },
  {
    key: 'refused.administrativeInquiry',
    labelPath: [OUTCOMES, REFUSED, '8.属于行政查询事项'],
    shortLabel: '（三）8.属于行政查询事项',
    hint: '工商、不动产登记资料等，告知另按规定查询的。',
  },
  {
    key: 'unavailable.notHeld',
    labelPath: [OUTCOMES, UNAVAILABLE, '1.本机关不掌握相关政府信息'],
    shortLabel: '（四）1.本机关不掌握相关政府信息',
    hint: '检索没有，或不归本机关公开、已告知去处的。',
  },
  {
    key: 'unavailable.requiresCreation',
    labelPath: [OUTCOMES, UNAVAILABLE, '2.没有现成信息需要另行制作'],
    shortLabel: '（四）2.没有现成信息需要另行制作',
    hint: '没有现成的，要加工汇总才有的。',
  },
  {
    key: 'unavailable.stillUnclear',
    labelPath: [OUTCOMES, UNAVAILABLE, '3.补正后申请内容仍不明确'],
    shortLabel: '（四）3.补正后申请内容仍不明确',
    hint: '补正了仍不明确；没补正的填（六）。',
  },
  {
    key: 'notProcessed.petition',
    labelPath: [OUTCOMES, NOT_PROCESSED, '1.信访举报投诉类申请'],
    shortLabel: '（五）1.信访举报投诉类申请',
    hint: '以公开申请做信访举报投诉的；新收照计。',
  },
  {
    key: 'notProcessed.duplicate',
    labelPath: [OUTCOMES, NOT_PROCESSED, '2.重复申请'],
    shortLabel: '（五）2.重复申请',
    hint: '同一人申请相同信息，此前已答复过。',
  },
  {
    key: 'notProcessed.publishedMaterial',
    labelPath: [OUTCOMES, NOT_PROCESSED, '3.要求提供公开出版物'],
    shortLabel: '（五）3.要求提供公开出版物',
    hint: '要公报、报刊、书籍，已告知获取途径的。',
  },
  {
    key: 'notProcessed.excessive',
    labelPath: [OUTCOMES, NOT_PROCESSED, '4.无正当理由大量反复申请'],
    shortLabel: '（五）4.无正当理由大量反复申请',
    hint: '数量频次过大、理由不合理，告知不予处理的。',
  },
  {
    key: 'notProcessed.confirmation',
    labelPath: [OUTCOMES, NOT_PROCESSED, '5.要求行政机关确认或重新出具已获取信息'],
    shortLabel: '（五）5.要求行政机关确认或重新出具已获取信息',
    hint: '已有该信息，又要求确认或再出具的。',
  },
];

const CARRIED_FORWARD_ROW: RowDefinition = {
  key: 'carriedForwardToNextYear',
  labelPath: ['四、结转下年度继续办理'],
  shortLabel: '四',
  hint: '12月31日没办结的；明年第二行照抄这里。',
};

/**
 * Table 三 with the rows that a layout has under （六）. Row （七） adds up all rows from （一） to （六）:
 * what is added to the table is added to the total.
 */
export function requestsTable(otherHandlingRows: readonly RowDefinition[]): TableDefinition {
  const outcomes = [...OUTCOME_ROWS, ...otherHandlingRows];
  const outcomeTotal: RowDefinition = {
    key: 'outcomeTotal',
    labelPath: [OUTCOMES, '（七）总计'],
    shortLabel: '三（七）',
    hint: '（一）至（六）自动相加，不用填。',
    formula: sumOfRows(...outcomes.map((row) => row.key)),
  };
  return {
    kind: 'table',
    key: 'requests',
    number: '三',
    label: '收到和处理政府信息公开申请情况',
    shortLabel: '依申请公开',
    hint: '每列都要平：一加二等于三（七）加四；一件只一个结果。',
    arrangement: 'matrix',
    unit: '件',
    corner: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
    blocks: [
      {
        columns: [...APPLICANT_COLUMNS, TOTAL_COLUMN],
        rows: [...RECEIVED_ROWS, ...outcomes, outcomeTotal, CARRIED_FORWARD_ROW],
      },
    ],
  };
}

/** The rules of table 三; `notice` is the document whose annex prints the balance. */
export function requestsRules(notice: string): readonly RuleDefinition[] {
  return [
    {
      kind: 'relation',
      id: 'requests.balance',
      label: '第一项加第二项之和，等于第三项加第四项之和',
      source: `${notice}附件，表三表头所印勾稽关系`,
      severity: 'error',
      explainable: false,
      table: 'requests',
      forEach: 'column',
      left: sumOfRows('newlyReceived', 'carriedOverFromLastYear'),
      right: sumOfRows('outcomeTotal', 'carriedForwardToNextYear'),
      assessed: 'always',
      inBalanceStrip: true,
    },
    {
      kind: 'declaredTotal',
      id: 'requests.rowTotal',
      label: '每行总计等于六类申请人之和',
      source: TOTAL_MEANING,
      severity: 'error',
      explainable: false,
      table: 'requests',
      column: 'total',
      exceptRow: 'outcomeTotal',
    },
    {
      kind: 'declaredTotal',
      id: 'requests.outcomeTotal',
      label: '（七）总计等于（一）至（六）各行之和',
      source: TOTAL_MEANING,
      severity: 'error',
      explainable: false,
      table: 'requests',
      row: 'outcomeTotal',
    },
    {
      kind: 'relation',
      id: 'requests.carryOver',
      label: '上年结转等于上年报告的结转下年度继续办理',
      source: '表内行名之义',
      severity: 'error',
      explainable: true,
      table: 'requests',
      forEach: 'column',
      only: APPLICANT_KEYS,
      left: [{ row: 'carriedOverFromLastYear' }],
      right: [{ row: 'carriedForwardToNextYear', previousYear: true }],
      assessed: 'whenFilled',
    },
    swingRule('requests', 'totals'),
  ];
}
