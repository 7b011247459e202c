// What a backup or another computer's file would bring: each report with what is kept here beside it, chosen one by
// one before anything is stored.

import { useState } from 'react';
import type { Refusal } from '../../../shared/report/restore-report';
import { INCOMING_NAMES } from '../../../shared/text/keeping-words';
import { SCOPE_NAMES } from '../../../shared/text/report-words';
import type { ImportChoice, PreviewLine } from '../../workers/exchange';
import { GrowingRows } from '../GrowingRows';
import { momentText } from '../moment-text';
import { Modal } from '../Modal';
import './keeping.css';

interface ImportDialogProps {
  /** The file's name, for the title. */
  readonly source: string;
  readonly previews: readonly PreviewLine[];
  /** What could not be read of the file. */
  readonly damaged: readonly Refusal[];
  /** Stores what is chosen, one choice for each line, and then closes the dialog. */
  readonly onImport: (choices: readonly ImportChoice[], onProgress: (done: number) => void) => Promise<void>;
  readonly onClose: () => void;
}

export function ImportDialog({ source, previews, damaged, onImport, onClose }: ImportDialogProps) {
  const [choices, setChoices] = useState<readonly ImportChoice[]>(() => previews.map(firstChoice));
  const [done, setDone] = useState<number | null>(null);
  const chosen = choices.filter((choice) => choice !== 'skip').length;
  const isRunning = done !== null;
  const begin = (): void => {
    setDone(0);
    void onImport(choices, setDone);
  };
  return (
    <Modal
      title={`导入 ${source}`}
      size="table"
      onClose={() => !isRunning && onClose()}
      buttons={
        isRunning ? (
          <p className="importing" role="status">
            <progress max={chosen} value={done} /> 正在导入 {chosen} 份，请不要关闭程序…
          </p>
        ) : (
          <>
            <span className="count">
              被替换的内容会留作历史版本，两边的历史版本都保留。导入前不改动任何数据。
            </span>
            <button type="button" className="outlined" onClick={onClose}>
              取消
            </button>
            <button type="button" className="primary" disabled={chosen === 0} onClick={begin}>
              导入 {chosen} 份
            </button>
          </>
        )
      }
    >
      {damaged.map((refusal, index) => (
        <p key={index} className="obstacle" role="alert">
          {refusal.chinese}这一份没有列入下表。
        </p>
      ))}
      <p className="import-summary">{countsOf(previews)}</p>
      <table className="kept-reports">
        <thead>
          <tr>
            <th scope="col">报告</th>
            <th scope="col">与本机相比</th>
            <th scope="col">文件里的不同</th>
            <th scope="col">怎么办</th>
          </tr>
        </thead>
        <tbody>
          <GrowingRows
            rows={previews}
            render={(preview, index) => (
              <ImportRow
                key={index}
                preview={preview}
                choice={choices[index]!}
                isLocked={isRunning}
                onChoose={(choice) => setChoices(choices.map((one, at) => (at === index ? choice : one)))}
              />
            )}
          />
        </tbody>
      </table>
    </Modal>
  );
}

interface ImportRowProps {
  readonly preview: PreviewLine;
  readonly choice: ImportChoice;
  readonly isLocked: boolean;
  readonly onChoose: (choice: ImportChoice) => void;
}

function ImportRow({ preview, choice, isLocked, onChoose }: ImportRowProps) {
  return (
    <tr data-incoming={preview.outcome}>
      <th scope="row">
        {preview.organisation} {preview.year} 年度
        <small>{SCOPE_NAMES[preview.scope]}</small>
      </th>
      <td>
        {INCOMING_NAMES[preview.outcome]}
        {preview.isLocked && '，已定稿'}
        <small>
          {momentText(preview.updatedAt)}，{preview.revisions} 个历史版本
        </small>
      </td>
      <td className="account">{preview.account}</td>
      <td>
        <select
          aria-label={`${preview.organisation} ${preview.year} 年度怎么办`}
          value={choice}
          disabled={isLocked}
          onChange={(event) => {
            const picked = choicesFor(preview).find(([one]) => one === event.target.value);
            if (picked) onChoose(picked[0]);
          }}
        >
          {choicesFor(preview).map(([one, label]) => (
            <option key={one} value={one}>
              {label}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
}

/** “共 300 份：本机没有 280，与本机相同 20”. */
function countsOf(previews: readonly PreviewLine[]): string {
  const parts = (Object.keys(INCOMING_NAMES) as (keyof typeof INCOMING_NAMES)[]).flatMap((outcome) => {
    const count = previews.filter((one) => one.outcome === outcome).length;
    return count > 0 ? [`${INCOMING_NAMES[outcome]} ${count}`] : [];
  });
  return `共 ${previews.length} 份${parts.length > 0 ? `：${parts.join('，')}` : ''}`;
}

function firstChoice({ outcome, isLocked }: PreviewLine): ImportChoice {
  const isTaken = outcome === 'new' || outcome === 'damaged' || (outcome === 'newer' && !isLocked);
  return isTaken ? 'take' : 'keep';
}

function choicesFor({ outcome, isLocked }: PreviewLine): readonly (readonly [ImportChoice, string])[] {
  const skip = ['skip', '不导入'] as const;
  if (outcome === 'new') return [['take', '导入'], skip];
  if (outcome === 'damaged') return [['take', '用文件里的，损坏的记录移入回收站'], skip];
  if (outcome === 'same') return [['keep', '只合并历史版本'], skip];
  if (isLocked) return [['keep', '保留本机的，文件里的留作历史版本'], skip];
  return [['take', '用文件里的，本机的留作历史版本'], ['keep', '保留本机的，文件里的留作历史版本'], skip];
}
