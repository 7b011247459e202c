// The commands on kept years: comparison, revisions, 定稿, the next year, all reports, backup and import.

import type { CommandId } from '../../shared/text/command-list';
import type { Refusal } from '../../shared/report/restore-report';
import { failureSentenceOf } from '../store/failure-sentence';
import { LARGEST_FILE_BYTES } from '../../shared/ipc/file-kinds';
import { createReportKeeping } from '../store/report-keeping';
import type { Exchange, PreviewLine } from '../workers/exchange';
import type { Command, CommandContext } from './commands';
import { tellWhile } from './notify';
import { openKept, openReportFile, tellFailure } from './open-report';

/** What a file would bring, shown before anything is stored. */
export interface ImportRequest {
  readonly dialog: 'import';
  readonly source: string;
  /** Holds the file; whoever closes the dialog closes it. */
  readonly exchange: Exchange;
  readonly previews: readonly PreviewLine[];
  readonly damaged: readonly Refusal[];
}

export type KeepingDialog = (typeof NAMED_DIALOGS)[number] | ImportRequest;

const NAMED_DIALOGS = ['compare', 'history', 'finalise', 'all-reports'] as const;

/** Is this dialog one of those on kept years? */
export function isKeepingDialog(dialog: unknown): dialog is KeepingDialog {
  if (typeof dialog === 'object' && dialog !== null) return 'dialog' in dialog && dialog.dialog === 'import';
  return NAMED_DIALOGS.some((name) => name === dialog);
}

type KeepingCommand = Extract<
  CommandId,
  | 'compare'
  | 'history'
  | 'finalise'
  | 'reopen'
  | 'next-year'
  | 'carry-in'
  | 'all-reports'
  | 'backup'
  | 'import-backup'
>;

/** The commands over what the window has. */
export function createKeepingCommands(context: CommandContext): Readonly<Record<KeepingCommand, Command>> {
  const { workspace, notify, showDialog } = context;
  const { store } = workspace;
  const keeping = createReportKeeping(workspace);
  const isKept = (): boolean => store.getSnapshot()?.isExample === false;
  const isFinal = (): boolean => store.getSnapshot()?.finalisedAt != null;
  return {
    compare: {
      run: () => {
        if (store.getSnapshot()?.evaluation.previous) showDialog('compare');
        else
          notify({
            tone: 'failed',
            text: NO_LAST_YEAR,
            action: { label: '与其他报告对比', run: () => showDialog('compare') },
          });
      },
      isEnabled: isKept,
    },
    history: { run: () => showDialog('history'), isEnabled: isKept },
    finalise: { run: () => showDialog('finalise'), isEnabled: () => isKept() && !isFinal() },
    reopen: {
      run: () => guarded(context, () => keeping.reopen()),
      isEnabled: () => isKept() && isFinal(),
    },
    'next-year': {
      run: () =>
        guarded(context, async () => {
          const outcome = await keeping.continueInNextYear();
          if (outcome.outcome === 'exists') await openKept(outcome.id, workspace, notify);
          else tellFailure(outcome, notify);
        }),
      isEnabled: isKept,
    },
    'carry-in': {
      run: () => {
        const outcome = keeping.carryIn();
        if (outcome === 'noLastYear') notify({ tone: 'failed', text: NO_LAST_YEAR });
        else notify({ tone: 'passing', text: CARRIED_IN[outcome] });
      },
      isEnabled: () => isKept() && store.getSnapshot()?.isReadOnly === false,
    },
    'all-reports': { run: () => showDialog('all-reports'), isEnabled: () => true },
    backup: {
      run: () => guarded(context, () => backUp(context)),
      isEnabled: () => workspace.getState().entries.length > 0,
    },
    'import-backup': { run: () => openReportFile(context), isEnabled: () => true },
  };
}

/** Why nothing can be compared with last year. */
export const NO_LAST_YEAR =
  '本机没有这个单位上一年度的报告，无法对比。可以先打开上年的报告文件，或新建上一年度补录。';

const CARRIED_IN = {
  carried: '已带入上年报告的结转数，可以撤销。',
  nothing: '上年结转各格与上年报告一致，没有要带入的。',
} as const;

/** Everything kept, in one file where the clerk wants it; what could not be read is named. */
async function backUp({ workspace, platform, notify }: CommandContext): Promise<void> {
  await workspace.autosave.flush();
  const exchange = workspace.openExchange();
  const work = exchange.backUp(workspace.now()).finally(() => exchange.close());
  const { bytes, reports, damaged } = await tellWhile(work, '正在备份全部报告…', notify);
  if (bytes.byteLength > LARGEST_FILE_BYTES) return notify({ tone: 'failed', text: TOO_MUCH });
  const day = new Date(workspace.now()).toLocaleDateString('sv-SE');
  const result = await platform.saveFile({ suggestedName: `年报备份${day}`, kind: 'report', bytes });
  if (result.outcome === 'failed') notify({ tone: 'failed', text: `没有写成备份：${result.reason}` });
  if (result.outcome !== 'saved') return;
  const left = damaged > 0 ? `；有 ${damaged} 份记录已损坏，没有备份` : '';
  notify({
    tone: damaged > 0 ? 'failed' : 'done',
    text: `已备份 ${reports} 份报告到 ${result.name}${BACKED_UP[platform.kind]}${left}`,
  });
}

/** A browser lets no program read what it has downloaded. */
const BACKED_UP = {
  desktop: '，并已读回核对',
  browser: '，由浏览器下载，程序无法读回核对，请到下载文件夹确认',
} as const;

const TOO_MUCH = `全部报告连同历史版本超过 ${LARGEST_FILE_BYTES / 1024 / 1024} MB，装不进一个备份文件，没有备份。请逐份另存，或删除不再需要的报告后再备份。`;

/** A database that refuses is told; anything else is a fault of the program and goes on. */
async function guarded({ notify }: CommandContext, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    notify({ tone: 'failed', text: failureSentenceOf(error) });
  }
}
