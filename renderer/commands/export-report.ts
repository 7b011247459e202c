// Writes the open report to a file: as documents, and as the report file. What makes documents is loaded on use.

import { writeReportFile } from '../../shared/formats/report-file/report-file';
import type { DocumentKind } from '../../shared/formats/write-report';
import type { FileKindName } from '../../shared/ipc/file-kinds';
import type { Platform } from '../platform/platform';
import type { ReportSnapshot } from '../store/report-store';
import type { Workspace } from '../store/workspace';
import type { Notify } from './notify';

/** Exports the complete report; one with errors says so on its first page and in its name. */
export async function exportReport(
  kind: DocumentKind,
  workspace: Workspace,
  platform: Platform,
  notify: Notify,
): Promise<void> {
  const snapshot = workspace.store.getSnapshot();
  if (!snapshot) return;
  const { writeReport } = await import('../../shared/formats/write-report');
  await saveBytes(
    snapshot,
    kind,
    await writeReport(kind, snapshot.evaluation, finality(snapshot)),
    platform,
    notify,
  );
}

/** Puts the body of the report into the clipboard, as HTML and as plain text, for the editor of a portal. */
export async function copyReportHtml(workspace: Workspace, notify: Notify): Promise<void> {
  const snapshot = workspace.store.getSnapshot();
  if (!snapshot) return;
  const [{ buildReportDocument }, { htmlBody }, { plainText }] = await Promise.all([
    import('../../shared/document/build-report-document'),
    import('../../shared/formats/html-body/write-html-body'),
    import('../../shared/formats/plain-text/write-plain-text'),
  ]);
  const document = buildReportDocument(snapshot.evaluation, finality(snapshot));
  const item = new ClipboardItem({
    'text/html': new Blob([htmlBody(document)], { type: 'text/html' }),
    'text/plain': new Blob([plainText(document)], { type: 'text/plain' }),
  });
  try {
    await navigator.clipboard.write([item]);
    notify({ tone: 'done', text: '网页正文已复制，可以粘贴到网站后台、Word 或 WPS。' });
  } catch (error) {
    notify({ tone: 'failed', text: `没有复制成功：${String(error)}。请改用导出网页正文。` });
  }
}

/** Saves the report file, from which everything can be opened again. */
export async function saveReportFile(
  workspace: Workspace,
  platform: Platform,
  notify: Notify,
): Promise<void> {
  const snapshot = workspace.store.getSnapshot();
  if (snapshot) await saveBytes(snapshot, 'report', writeReportFile(snapshot.report), platform, notify);
}

/** What documents say of 定稿: the day in local time on which it was, or nothing while the report is open. */
export function finality({ finalisedAt }: ReportSnapshot): { readonly finalisedOn?: string } {
  if (finalisedAt === null) return {};
  const day = new Date(finalisedAt);
  const twoDigits = (number: number): string => String(number).padStart(2, '0');
  return { finalisedOn: `${day.getFullYear()}-${twoDigits(day.getMonth() + 1)}-${twoDigits(day.getDate())}` };
}

/** Hands bytes to the platform's save dialog and tells the outcome. */
export async function saveBytes(
  snapshot: ReportSnapshot,
  kind: FileKindName,
  bytes: Uint8Array,
  platform: Platform,
  notify: Notify,
): Promise<void> {
  const { evaluation } = snapshot;
  const { suggestFileName } = await import('../../shared/document/suggest-file-name');
  const isDocument = kind !== 'report';
  const suggestedName = suggestFileName(
    evaluation,
    isDocument ? 'document' : 'report',
    finality(snapshot).finalisedOn,
  );
  const result = await platform.saveFile({ suggestedName, kind, bytes });
  if (result.outcome === 'failed') notify({ tone: 'failed', text: `没有写成：${result.reason}` });
  if (result.outcome !== 'saved') return;
  const isMarked = isDocument && evaluation.counts.errors > 0;
  const remark = isMarked ? '。报告还有错误，文件首页已注明未通过校验' : '';
  const reveal = platform.revealLastSaved;
  notify({
    tone: 'done',
    text: `已写入 ${result.name}${remark}`,
    ...(reveal && { action: { label: '打开所在文件夹', run: () => void reveal() } }),
  });
}
