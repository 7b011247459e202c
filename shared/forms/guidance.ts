// Finds the 填报说明 of a row, a column or a table. The texts are large and loaded on use; import this module with
// `import()` from a window.

import { OTHER_TABLES_GUIDANCE } from './guidance-other-tables';
import { REQUESTS_GUIDANCE } from './guidance-requests';

export interface GuidanceEntry {
  /** Table and row key, table and column key, or the table's key alone. Never an address. */
  readonly subject: string;
  /** Only this layout; without it every layout that has the row or column. */
  readonly formId?: string;
  /** Our own words; ※ stands where no document says it. */
  readonly paragraphs: readonly string[];
  /** Document and article. */
  readonly source: string;
}

/** The sentence that explains ※ wherever it is shown. */
export const NOT_IN_DOCUMENTS = '※ 文件没有明说，请按本级主管部门口径。';

const ENTRIES: readonly GuidanceEntry[] = [...REQUESTS_GUIDANCE, ...OTHER_TABLES_GUIDANCE];

/**
 * What is written about a subject of a layout: `requests`, `requests.newlyReceived` or `requests.total`. Undefined
 * where nothing is written; a text for the layout goes before one for all.
 */
export function findGuidance(formId: string, subject: string): GuidanceEntry | undefined {
  const entries = ENTRIES.filter((entry) => entry.subject === subject);
  return entries.find((entry) => entry.formId === formId) ?? entries.find((entry) => !entry.formId);
}
