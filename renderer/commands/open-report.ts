// Brings a report in: from a report file, or the example that comes with the program. Nothing kept is overwritten.

import { readReportFile } from '../../shared/formats/report-file/report-file';
import { STORAGE_FAILURE_SENTENCES } from '../../shared/text/storage-words';
import exampleReport from '../example/panyu-2021.nianbao?raw';
import { failureSentenceOf } from '../store/failure-sentence';
import { restoreReport, type Refusal } from '../../shared/report/restore-report';
import { isListed, type OpenOutcome, type Workspace } from '../store/workspace';
import type { Exchange } from '../workers/exchange';
import type { CommandContext } from './commands';
import { tellWhile, type Notify } from './notify';

/** Asks for a report file or a backup and opens it. */
export async function openReportFile(context: CommandContext): Promise<void> {
  const result = await context.platform.openFile({ kinds: ['report'] });
  if (result.outcome === 'failed') context.notify({ tone: 'failed', text: `打不开文件：${result.reason}` });
  if (result.outcome === 'opened') await takeReportFile(result, context);
}

/**
 * Takes a file from outside: a new report is stored and opened; a backup, or a report that is kept already, is shown
 * beside what is kept before anything is stored. A refused file changes nothing and is named.
 */
export async function takeReportFile(
  file: { readonly name: string; readonly bytes: Uint8Array },
  context: TakingContext,
): Promise<void> {
  const exchange = context.workspace.openExchange();
  let isHandedOn = false;
  try {
    isHandedOn = await takeFile(file, exchange, context);
  } catch (error) {
    context.notify({ tone: 'failed', text: failureSentenceOf(error) });
  } finally {
    if (!isHandedOn) exchange.close();
  }
}

type TakingContext = Pick<CommandContext, 'workspace' | 'notify' | 'showDialog'>;

/** Answers whether a dialog has taken over the exchange. */
async function takeFile(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  exchange: Exchange,
  context: TakingContext,
): Promise<boolean> {
  const { workspace, notify } = context;
  const reading = exchange.readFile(bytes, workspace.now());
  const file = await tellWhile(reading, `正在读取 ${name}…`, notify);
  if (file.kind === 'refused') {
    notify({ tone: 'failed', text: `打不开 ${name}：${file.refusal.chinese}` });
    return false;
  }
  if (file.kind === 'backup') return showImport(name, exchange, file.damaged, context);
  const restored = restoreReport(file.envelope);
  if (!restored.ok) throw new Error(restored.refusal.english);
  const outcome = await workspace.addReport(restored.report, { isExample: false });
  if (outcome.outcome === 'opened') notify({ tone: 'done', text: `已打开 ${name}` });
  if (outcome.outcome !== 'exists') {
    tellFailure(outcome, notify);
    return false;
  }
  // A database that refuses to say has its message on importing.
  const [line] = await exchange.preview().catch(() => []);
  if (line?.outcome !== 'same') return showImport(name, exchange, [], context);
  await openKept(outcome.id, workspace, notify);
  notify({ tone: 'done', text: `${name} 与本机保存的内容相同，已打开` });
  return false;
}

async function showImport(
  source: string,
  exchange: Exchange,
  damaged: readonly Refusal[],
  { workspace, notify, showDialog }: TakingContext,
): Promise<true> {
  await workspace.autosave.flush();
  const previews = await tellWhile(exchange.preview(), `正在比较 ${source} 与本机…`, notify);
  showDialog({ dialog: 'import', source, exchange, previews, damaged });
  return true;
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
