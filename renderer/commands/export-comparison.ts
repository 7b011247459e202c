// A comparison leaves the window: as a workbook or a Word page, or on paper. What makes documents is loaded on use.

import type { DocumentKind } from '../../shared/formats/write-report';
import type { ComparisonExport } from '../panels/comparison/ComparisonDialog';
import type { Platform } from '../platform/platform';
import type { Notify } from './notify';

/** The kinds of file a comparison leaves as. */
export type ComparisonKind = Extract<DocumentKind, 'word-html' | 'xlsx'>;

/** Exports the lines on the screen, in their order. */
export async function exportComparison(
  kind: ComparisonKind,
  { compared, lines, captions }: ComparisonExport,
  platform: Platform,
  notify: Notify,
): Promise<void> {
  const [{ buildComparisonDocument }, { writeDocument }] = await Promise.all([
    import('../../shared/document/build-comparison-document'),
    import('../../shared/formats/write-report'),
  ]);
  const document = buildComparisonDocument(compared, lines, captions);
  const bytes = await writeDocument(kind, document);
  const result = await platform.saveFile({ suggestedName: document.properties.title, kind, bytes });
  if (result.outcome === 'failed') notify({ tone: 'failed', text: `没有写成：${result.reason}` });
  if (result.outcome === 'saved') notify({ tone: 'done', text: `已写入 ${result.name}` });
}

/** Opens the system's print dialog on the lines on the screen; it resolves when the dialog is closed. */
export async function printComparison({ compared, lines, captions }: ComparisonExport): Promise<void> {
  const [{ buildComparisonDocument }, { printDocument }] = await Promise.all([
    import('../../shared/document/build-comparison-document'),
    import('./print-report'),
  ]);
  await printDocument(buildComparisonDocument(compared, lines, captions));
}
