// The cover of a report that is signed and stamped on paper: unit, year, and places for the people who answer for it.

import type { Report, SignatoryRole } from '../report/report';
import { SCOPE_NAMES } from '../text/report-words';
import { formatDate } from './dates';
import type { DocumentNode } from './document-tree';

/** Who signs, in the order of the cover, with what is printed before the name. */
const SIGNATORY_LABELS: readonly (readonly [role: SignatoryRole, label: string])[] = [
  ['preparedBy', '填表人'],
  ['reviewedBy', '审核人'],
  ['responsible', '负责人（签字）'],
  ['telephone', '联系电话'],
  ['date', '填报日期'],
];

/**
 * The nodes of the cover. Places for which nothing is known stay empty to be filled in by hand; the date falls back
 * to that of 定稿.
 */
export function buildCover(report: Report, finalisedOn: string | undefined): DocumentNode[] {
  const { signatories, form } = report;
  return [
    { kind: 'space', lines: 3 },
    title(report.organisation),
    title(`${report.year}年${form.definition.officialTitle}`),
    { kind: 'note', text: `（${SCOPE_NAMES[report.scope]}）`, align: 'centre' },
    { kind: 'space', lines: 3 },
    { kind: 'field', label: '单位（盖章）', text: report.organisation },
    ...SIGNATORY_LABELS.map(([role, label]): DocumentNode => {
      const text = signatories[role] ?? (role === 'date' ? (finalisedOn ?? '') : '');
      return { kind: 'field', label, text: role === 'date' ? formatDate(text) : text };
    }),
  ];
}

function title(text: string): DocumentNode {
  return { kind: 'title', text, lines: [text] };
}
