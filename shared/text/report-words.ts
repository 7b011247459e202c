// Chinese words of the interface for states and scopes. Words of the official form stand in shared/forms.

/** 本机关 or 汇总. */
export const SCOPE_NAMES = { own: '本机关', consolidated: '汇总' } as const;

/** The states a report can be in, as the clerk sees them. */
export const STATE_NAMES = {
  untouched: '未开始',
  hasErrors: '有错误',
  inProgress: '填报中',
  passes: '校验通过',
} as const;

export const SEVERITY_NAMES = { error: '错误', warning: '核实' } as const;

/** Who answers for a report, in the order of the cover. */
export const SIGNATORY_NAMES = [
  ['preparedBy', '填表人'],
  ['reviewedBy', '审核人'],
  ['responsible', '负责人'],
  ['telephone', '联系电话'],
  ['date', '填报日期'],
] as const;
