// The bin below the list of all reports: what lies in it and for how long, to be brought back or removed for good.

import { useState } from 'react';
import { BIN_PERIOD, DAY } from '../../../shared/report/revisions';
import { SCOPE_NAMES } from '../../../shared/text/report-words';
import type { DeletedReport } from '../../database/report-bin';
import { momentText } from '../moment-text';
import { RemovalQuestion } from './RemovalQuestion';

interface BinProps {
  readonly deleted: readonly DeletedReport[];
  readonly onRestore: (id: string) => void;
  /** Asked and confirmed already. */
  readonly onRemoveForGood: (ids: readonly string[]) => void;
}

interface Removal {
  readonly what: string;
  readonly ids: readonly string[];
}

export function Bin({ deleted, onRestore, onRemoveForGood }: BinProps) {
  const [asked, ask] = useState<Removal | null>(null);
  return (
    <>
      {deleted.length > 0 && (
        <details className="bin">
          <summary>回收站（{deleted.length}），删除 30 天内可以恢复</summary>
          <button
            type="button"
            className="link danger"
            onClick={() =>
              ask({ what: `回收站里的 ${deleted.length} 份报告`, ids: deleted.map(({ id }) => id) })
            }
          >
            清空回收站
          </button>
          <ul>
            {deleted.map((one) => (
              <li key={one.id}>
                <span>
                  {nameOf(one)}
                  <small>
                    删除于 {momentText(one.deletedAt)}，{daysLeftText(one.deletedAt)}
                  </small>
                </span>
                <button type="button" className="link" onClick={() => onRestore(one.id)}>
                  恢复
                </button>
                <button
                  type="button"
                  className="link danger"
                  onClick={() => ask({ what: nameOf(one), ids: [one.id] })}
                >
                  彻底删除
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      {asked && (
        <RemovalQuestion
          what={asked.what}
          onConfirm={() => {
            ask(null);
            onRemoveForGood(asked.ids);
          }}
          onCancel={() => ask(null)}
        />
      )}
    </>
  );
}

function nameOf({ report }: DeletedReport): string {
  if (!report) return '一份记录已损坏的报告';
  return `${report.organisation} ${report.year} 年度（${SCOPE_NAMES[report.scope]}）`;
}

/** How long a deleted report can still be brought back. */
function daysLeftText(deletedAt: number): string {
  const days = Math.ceil((deletedAt + BIN_PERIOD - Date.now()) / DAY);
  return days > 0 ? `还可以恢复 ${days} 天` : '今天起不再保留';
}
