// Brings a report in: from a report file, or the example that comes with the program. Nothing kept is overwritten.

import { readReportFile } from '../../shared/formats/report-file/report-file';
import { SCOPE_NAMES } from '../../shared/text/report-words';
import { STORAGE_FAILURE_SENTENCES } from '../../shared/text/storage-words';
import exampleReport from '../example/panyu-2021.nianbao?raw';
import { isListed, type OpenOutcome, type Workspace } from '../store/workspace';
import type { CommandContext } from './commands';
import type { Notify } from './notify';

/** Asks for a report file and opens it. */
export async function openReportFile(context: CommandContext): Promise<void> {
  const result = await context.platform.openFile({ kinds: ['report'] });
  if (result.outcome === 'failed') context.notify({ tone: 'failed', text: `打不开文件：${result.reason}` });
  if (result.outcome === 'opened') await takeReportFile(result, context.workspace, context.notify);
}

/** Stores and opens a report from the bytes of a file; a refused file changes nothing and is named. */
export async function takeReportFile(
  file: { readonly name: string; readonly bytes: Uint8Array },
  workspace: Workspace,
  notify: Notify,
): Promise<void> {
  const restored = readReportFile(file.bytes);
  if (!restored.ok) {
    notify({ tone: 'failed', text: `打不开 ${file.name}：${restored.refusal.chinese}` });
    return;
  }
  const { report } = restored;
  const outcome = await workspace.addReport(report, { isExample: false });
  if (outcome.outcome === 'opened') notify({ tone: 'done', text: `已打开 ${file.name}` });
  else if (outcome.outcome === 'exists')
    notify({
      tone: 'failed',
      text: `${report.organisation} ${report.year} 年度（${SCOPE_NAMES[report.scope]}）的报告已经在本机，没有改动。要用文件里的这一份，请先移走或删除本机的那份。`,
      action: { label: '打开本机的报告', run: () => void openKept(outcome.id, workspace, notify) },
    });
  else tellFailure(outcome, notify);
}

/** Opens a kept report; a damaged or missing one is told. */
export async function openKept(id: string, workspace: Workspace, notify: Notify): Promise<void> {
  tellFailure(await workspace.openReport(id), notify);
}

/** Opens a copy of the published example, or the one that is still there. */
export async function openExample(workspace: Workspace, notify: Notify): Promise<void> {
  const kept = workspace.getState().entries.find((entry) => isListed(entry) && entry.isExample);
  if (kept) return openKept(kept.id, workspace, notify);
  const restored = readReportFile(new TextEncoder().encode(exampleReport));
  if (!restored.ok) throw new Error(restored.refusal.english);
  tellFailure(await workspace.addReport(restored.report, { isExample: true }), notify);
}

/** Says why a report could not be opened; silent when it is open. */
export function tellFailure(outcome: OpenOutcome, notify: Notify): void {
  switch (outcome.outcome) {
    case 'opened':
      return;
    case 'exists':
      return notify({ tone: 'failed', text: '这个单位、范围和年度的报告已经在本机。' });
    case 'damaged':
      return notify({
        tone: 'failed',
        text: `这份报告的记录已损坏，没有打开：${outcome.damaged.damaged.chinese}`,
      });
    case 'failed':
      return notify({ tone: 'failed', text: failureSentence(outcome.reason) });
  }
}

function failureSentence(reason: Extract<OpenOutcome, { outcome: 'failed' }>['reason']): string {
  if (reason === 'noForm') return '没有适用于这一年的年报格式。';
  if (reason === 'unsaved') return '当前报告还没有保存成功，不能切换。请先另存报告文件，或等保存恢复。';
  return `打不开报告：${STORAGE_FAILURE_SENTENCES[reason]}`;
}
