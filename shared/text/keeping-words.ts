// Chinese words of the interface for kept years: revisions, imports, comparison.

/** What kind of kept state a revision is. */
export const REVISION_NAMES = {
  automatic: '自动保存',
  named: '留存版本',
  finalised: '定稿',
  reopened: '重新打开',
  replaced: '导入前的内容',
  received: '从别处收到、未采用',
} as const;

/** What an import finds of a report. */
export const INCOMING_NAMES = {
  new: '本机没有',
  same: '与本机相同',
  newer: '文件里的较新',
  older: '本机的较新',
  damaged: '本机的记录已损坏',
} as const;

export const FINALISED = '已定稿';
