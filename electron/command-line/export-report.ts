// `report export`: writes one report as a document. Errors in the figures are marked inside the document and in the
// exit code; they never prevent it.

import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { evaluateReport } from '../../shared/engine/evaluate-report';
import {
  DOCUMENT_KINDS,
  isDocumentKind,
  writePrintPage,
  writeReport,
} from '../../shared/formats/write-report';
import type { Command } from './parse-arguments';
import { bilingual, fileFailure, type Console, type ExitCode, type Sentence } from './console';
import { printPdf } from './print-pdf';
import { matchPrevious, readReport } from './read-reports';

const PDF = 'pdf';
/** What `--to` takes. */
export const EXPORT_KINDS: readonly string[] = [...DOCUMENT_KINDS, PDF];

/** Exports one report; 0 written, 1 written with errors, 2 nothing written. */
export async function exportReport(
  command: Extract<Command, { name: 'export' }>,
  console: Console,
): Promise<ExitCode> {
  const refuse = (about: string, reason: Sentence): ExitCode => {
    console.notice(`${about}：${bilingual(reason)}\n`);
    return 2;
  };
  const { kind } = command;
  if (kind !== PDF && !isDocumentKind(kind))
    return refuse('--to', {
      chinese: `不认识“${kind}”，可以是：${EXPORT_KINDS.join('、')}。`,
      english: `Unknown kind ${kind}; known are ${EXPORT_KINDS.join(', ')}.`,
    });
  const read = await readReport(command.file, console);
  if (!read.ok) return refuse(command.file, read.reason);
  const previous = command.previous === undefined ? undefined : await readReport(command.previous, console);
  if (previous && !previous.ok) return refuse(command.previous ?? '', previous.reason);
  const matched = matchPrevious(read.report, previous?.report, console);
  if (!matched.ok) return refuse(command.previous ?? '', matched.reason);
  const path = resolve(console.folder, command.out);
  const obstacle = await findObstacle(path, command.overwrite);
  if (obstacle) return refuse(command.out, obstacle);
  const evaluation = evaluateReport(read.report, previous?.report);
  try {
    const written =
      kind === PDF
        ? await printPdf(await writePrintPage(evaluation), console)
        : { ok: true as const, bytes: await writeReport(kind, evaluation) };
    if (!written.ok) return refuse(command.out, written.reason);
    await writeWhole(path, written.bytes);
  } catch (error) {
    return refuse(command.out, fileFailure(error));
  }
  const { errors } = evaluation.counts;
  console.out(`${bilingual({ chinese: '已写入', english: 'written' })}: ${command.out}\n`);
  if (errors === 0) return 0;
  console.notice(
    `${bilingual({
      chinese: `报告有 ${errors} 处错误，文件首页已注明未通过校验。`,
      english: `The report has ${errors} errors; the first page of the file says so.`,
    })}\n`,
  );
  return 1;
}

/** What stands where the file is to be written, when it must not be replaced. */
async function findObstacle(path: string, overwrite: boolean): Promise<Sentence | undefined> {
  try {
    const found = await stat(path);
    if (found.isDirectory())
      return { chinese: '这是文件夹，请写明文件名。', english: 'This is a folder; name a file.' };
    if (overwrite) return undefined;
    return {
      chinese: '文件已经存在；要替换它请加 --overwrite。',
      english: 'The file exists already; add --overwrite to replace it.',
    };
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isAbsent ? undefined : fileFailure(error);
  }
}

/** Writes beside the place first and moves it there whole, so that a full disk leaves no half document. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
