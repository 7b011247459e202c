// What a backup or another computer's file would bring: each report with what is kept here beside it, chosen one by
// one before anything is stored.

import { useState } from 'react';
import { accountOfChange } from '../../../shared/report/account-of-change';
import type { Refusal } from '../../../shared/report/restore-report';
import { INCOMING_NAMES } from '../../../shared/text/keeping-words';
import { SCOPE_NAMES } from '../../../shared/text/report-words';
import type { ImportPreview, MergeChoice } from '../../database/report-exchange';
import { momentText } from '../history/moment-text';
import { Modal } from '../Modal';
import './keeping.css';

export interface ChosenImport {
  readonly preview: ImportPreview;
  readonly choice: MergeChoice;
}

interface ImportDialogProps {
  /** The file's name, for the title. */
  readonly source: string;
  readonly previews: readonly ImportPreview[];
  /** What could not be read of the file. */
  readonly damaged: readonly Refusal[];
  readonly onImport: (chosen: readonly ChosenImport[]) => void;
  readonly onClose: () => void;
}

type Choice = MergeChoice | 'skip';

export function ImportDialog({ source, previews, damaged, onImport, onClose }: ImportDialogProps) {
  const [choices, setChoices] = useState<readonly Choice[]>(() => previews.map(firstChoice));
  const chosen = previews.flatMap((preview, index): ChosenImport[] => {
    const choice = choices[index]!;
    return choice === 'skip' ? [] : [{ preview, choice }];
  });
  return (
    <Modal
      title={`导入 ${source}`}
      size="table"
      onClose={onClose}
      buttons={
        <>
          <span className="count">
            被替换的内容会留作历史版本，两边的历史版本都保留。导入前不改动任何数据。
          </span>
          <button type="button" className="outlined" onClick={onClose}>
            取消
          </button>
          <button
            type="button"
            className="primary"
            disabled={chosen.length === 0}
            onClick={() => onImport(chosen)}
          >
            导入 {chosen.length} 份
          </button>
        </>
      }
    >
      {damaged.map((refusal) => (
        <p key={refusal.chinese} className="obstacle" role="alert">
          {refusal.chinese}这一份没有列入下表。
        </p>
      ))}
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
          {previews.map((preview, index) => (
            <tr key={keyOf(preview)} data-incoming={preview.outcome}>
              <th scope="row">
                {preview.incoming.report.organisation} {preview.incoming.report.year} 年度
                <small>{SCOPE_NAMES[preview.incoming.report.scope]}</small>
              </th>
              <td>
                {INCOMING_NAMES[preview.outcome]}
                {preview.isLocked && '，已定稿'}
                <small>
                  {momentText(preview.incoming.updatedAt)}，{preview.incoming.revisions.length} 个历史版本
                </small>
              </td>
              <td className="account">
                {preview.kept && preview.outcome !== 'same'
                  ? accountOfChange(preview.kept, preview.incoming.report)
                  : ''}
              </td>
              <td>
                <select
                  aria-label={`${preview.incoming.report.year} 年度怎么办`}
                  value={choices[index]}
                  onChange={(event) =>
                    setChoices(
                      choices.map((one, at) => (at === index ? (event.target.value as Choice) : one)),
                    )
                  }
                >
                  {choicesFor(preview).map(([choice, label]) => (
                    <option key={choice} value={choice}>
                      {label}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}

function keyOf({ incoming: { report } }: ImportPreview): string {
  return `${report.organisation} ${report.scope} ${report.year}`;
}

function firstChoice({ outcome, isLocked }: ImportPreview): Choice {
  const isTaken = outcome === 'new' || outcome === 'damaged' || (outcome === 'newer' && !isLocked);
  return isTaken ? 'take' : 'keep';
}

function choicesFor({ outcome, isLocked }: ImportPreview): readonly (readonly [Choice, string])[] {
  const skip = ['skip', '不导入'] as const;
  if (outcome === 'new') return [['take', '导入'], skip];
  if (outcome === 'damaged') return [['take', '用文件里的，损坏的记录移入回收站'], skip];
  if (outcome === 'same') return [['keep', '只合并历史版本'], skip];
  if (isLocked) return [['keep', '保留本机的，文件里的留作历史版本'], skip];
  return [['take', '用文件里的，本机的留作历史版本'], ['keep', '保留本机的，文件里的留作历史版本'], skip];
}
