// The empty state: what this is, in two lines, and the ways to begin or to go on.

import type { ReactNode } from 'react';
import { SCOPE_NAMES } from '../../shared/text/report-words';
import type { Commands } from '../commands/commands';
import type { ListedReport } from '../database/report-repository';
import './first-start.css';

interface FirstStartProps {
  /** Reports that are kept, none of which is open. */
  readonly entries: readonly ListedReport[];
  /** Where data are kept, as a sentence. */
  readonly storage: string;
  /** False when the kept data may not be touched by this version. */
  readonly canBegin: boolean;
  readonly commands: Commands;
  /** The automatic snapshots, where they could help. */
  readonly snapshots: ReactNode;
  readonly onOpen: (id: string) => void;
}

/** So many reports are named here; the others are found in the list of all. */
const SHOWN = 8;

export function FirstStart({ entries, storage, canBegin, commands, snapshots, onOpen }: FirstStartProps) {
  const way = (id: 'new-report' | 'open-example' | 'open-file', label: string, look: string) => (
    <button type="button" className={look} disabled={!canBegin} onClick={() => void commands[id].run()}>
      {label}
    </button>
  );
  return (
    <main className="first-start">
      <div>
        <h1>政务公开年报</h1>
        <p>在与官方格式一样的表里填写政府信息公开工作年度报告，边填边核对，每一格随填随存。</p>
        <p>填完直接导出 Word 和 Excel。不联网，数据只留在这台电脑上。</p>
        <div className="ways">
          {way('new-report', '新建年报', 'primary')}
          {way('open-example', '打开示例', 'outlined')}
          {way('open-file', '打开报告文件', 'outlined')}
        </div>
        {snapshots}
        {entries.length > 0 && (
          <ul aria-label="已有的报告">
            {entries.slice(0, SHOWN).map((entry) => (
              <li key={entry.id}>
                <button type="button" className="link" onClick={() => onOpen(entry.id)}>
                  {entry.organisation} {entry.year} 年度（{SCOPE_NAMES[entry.scope]}）
                </button>
              </li>
            ))}
            {entries.length > SHOWN && (
              <li>
                <button type="button" className="link" onClick={() => void commands['all-reports'].run()}>
                  全部 {entries.length} 份报告…
                </button>
              </li>
            )}
          </ul>
        )}
        <small>{storage}</small>
      </div>
    </main>
  );
}
