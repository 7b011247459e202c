// Above: whose report of which year in which state, and the commands.

import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { CommandId } from '../../shared/text/command-list';
import { FINALISED } from '../../shared/text/keeping-words';
import { SCOPE_NAMES, STATE_NAMES } from '../../shared/text/report-words';
import type { Commands } from '../commands/commands';
import type { ReportSnapshot } from '../store/report-store';
import { CommandButton } from './CommandButton';
import type { FoldedPanels } from './folded-panels';
import './top-bar.css';

interface TopBarProps {
  readonly snapshot: ReportSnapshot | null;
  readonly commands: Commands;
  readonly folded: FoldedPanels;
  readonly onFold: (side: keyof FoldedPanels) => void;
}

export function TopBar({ snapshot, commands, folded, onFold }: TopBarProps) {
  const button = (id: CommandId, label: string): ReactNode => (
    <CommandButton id={id} label={label} commands={commands} />
  );
  return (
    <header className="top-bar">
      {snapshot && (
        <button
          type="button"
          className="fold"
          aria-pressed={!folded.left}
          title={folded.left ? '展开年度和部分' : '收起年度和部分'}
          onClick={() => onFold('left')}
        >
          ☰
        </button>
      )}
      <div className="unit">{snapshot ? <OpenReport snapshot={snapshot} /> : <b>政务公开年报</b>}</div>
      {snapshot && (
        <>
          {button('undo', '撤销')}
          {button('redo', '重做')}
          <div className="rule" />
        </>
      )}
      {button('new-report', '新建')}
      {button('open-file', '打开')}
      {snapshot && (
        <>
          {button('save-as', '另存')}
          {button('compare', '对比上年')}
          {button('history', '历史')}
          <ExportMenu commands={commands} />
          {snapshot.finalisedAt === null ? button('finalise', '定稿') : button('reopen', '重新打开')}
        </>
      )}
      <div className="rule" />
      {button('help', '帮助')}
      {snapshot && (
        <button
          type="button"
          aria-pressed={!folded.right}
          title={folded.right ? '展开校验' : '收起校验'}
          onClick={() => onFold('right')}
        >
          {folded.right ? '◂ 校验' : '校验 ▸'}
        </button>
      )}
    </header>
  );
}

function OpenReport({ snapshot }: { readonly snapshot: ReportSnapshot }) {
  const { report, evaluation, isExample, finalisedAt } = snapshot;
  return (
    <>
      <b title={report.organisation}>{report.organisation}</b>
      <span>
        {report.year} 年度 · {SCOPE_NAMES[report.scope]} ·{' '}
        {finalisedAt === null ? STATE_NAMES[evaluation.state] : FINALISED}
      </span>
      {isExample && <i className="badge warn">示例</i>}
    </>
  );
}

/** The ways out of the program, the most asked for first. */
const EXPORTS: readonly (readonly [id: CommandId, label: string])[] = [
  ['export-docx', 'Word 文档（.docx）'],
  ['export-word-html', 'Word 网页（.doc）'],
  ['export-xlsx', 'Excel 工作簿（.xlsx）'],
  ['export-xls', '旧版 Excel（.xls）'],
  ['preview', '预览、打印和 PDF'],
  ['export-html-body', '门户网站用的网页正文（.html）'],
  ['copy-html', '复制网页正文，粘贴到网站后台'],
];

function ExportMenu({ commands }: { readonly commands: Commands }) {
  const [isOpen, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    const closeOutside = (event: Event): void => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, [isOpen]);

  return (
    <div
      className="export-menu"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false);
      }}
    >
      <button type="button" className="primary" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        导出 ▾
      </button>
      {isOpen && (
        <div className="choices">
          {EXPORTS.map(([id, label]) => (
            <CommandButton key={id} id={id} label={label} commands={commands} onRun={() => setOpen(false)} />
          ))}
        </div>
      )}
    </div>
  );
}
