// Writes the open report to a file: as documents, and as the report file. File formats are loaded on use.

import { suggestFileName } from '../../shared/report/suggest-file-name';
import type { FileKindName } from '../../shared/ipc/file-kinds';
import type { Evaluation } from '../../shared/engine/evaluate-report';
import type { Platform } from '../platform/platform';
import type { ReportSnapshot } from '../store/report-store';
import type { Workspace } from '../store/workspace';
import type { Notify } from './notify';

type DocumentKind = 'word-html';

const WRITERS: Readonly<Record<DocumentKind, (evaluation: Evaluation) => Promise<Uint8Array<ArrayBuffer>>>> =
  {
    'word-html': async (evaluation) => {
      const [{ buildReportDocument }, { writeWordHtml }] = await Promise.all([
        import('../../shared/document/build-report-document'),
        import('../../shared/formats/word-html/write-word-html'),
      ]);
      return writeWordHtml(buildReportDocument(evaluation));
    },
  };

/** Exports the complete report; one with errors says so on its first page and in its name. */
export async function exportReport(
  kind: DocumentKind,
  workspace: Workspace,
  platform: Platform,
  notify: Notify,
): Promise<void> {
  const snapshot = committed(workspace);
  if (!snapshot) return;
  await saveBytes(snapshot, kind, () => WRITERS[kind](snapshot.evaluation), platform, notify);
}

/** Saves the report file, from which everything can be opened again. */
export async function saveReportFile(
  workspace: Workspace,
  platform: Platform,
  notify: Notify,
): Promise<void> {
  const snapshot = committed(workspace);
  if (!snapshot) return;
  const write = async (): Promise<Uint8Array> => {
    const { writeReportFile } = await import('../../shared/formats/report-file/report-file');
    return writeReportFile(snapshot.report);
  };
  await saveBytes(snapshot, 'report', write, platform, notify);
}

/** A value still in its editor is committed first: what leaves is what the window shows. */
function committed({ store }: Workspace): ReportSnapshot | null {
  const active = document.activeElement;
  if (active instanceof HTMLElement && store.getSnapshot()?.pending) active.blur();
  return store.getSnapshot();
}

async function saveBytes(
  { report, evaluation }: ReportSnapshot,
  kind: FileKindName,
  write: () => Promise<Uint8Array>,
  platform: Platform,
  notify: Notify,
): Promise<void> {
  const hasErrors = evaluation.counts.errors > 0;
  const suggestedName = suggestFileName(report, kind !== 'report' && hasErrors);
  const result = await platform.saveFile({ suggestedName, kind, bytes: await write() });
  if (result.outcome === 'failed') notify({ tone: 'failed', text: `没有写成：${result.reason}` });
  if (result.outcome !== 'saved') return;
  const remark = kind !== 'report' && hasErrors ? '。报告还有错误，文件首页已注明未通过校验' : '';
  const reveal = platform.revealLastSaved;
  notify({
    tone: 'done',
    text: `已写入 ${result.name}${remark}`,
    ...(reveal && { action: { label: '打开所在文件夹', run: () => void reveal() } }),
  });
}
