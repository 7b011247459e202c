// All kept reports: search, open, rename a unit, delete, and bring back from the bin. Thousands stay fast, because
// only the rows on the screen are drawn.

import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { SCOPE_NAMES, STATE_NAMES } from '../../../shared/text/report-words';
import { FINALISED } from '../../../shared/text/keeping-words';
import type { ListedReport, ReportEntry } from '../../database/report-repository';
import type { DeletedReport } from '../../database/report-bin';
import { isListed } from '../../store/workspace';
import { momentText } from '../moment-text';
import { Modal } from '../Modal';
import { Bin } from './Bin';
import { VirtualRows } from './VirtualRows';
import './keeping.css';

interface ReportsDialogProps {
  readonly entries: readonly ReportEntry[];
  /** The list is still being read. */
  readonly isReading: boolean;
  readonly loadBin: () => Promise<readonly DeletedReport[]>;
  readonly onOpen: (id: string) => void;
  readonly onRename: (organisation: string, newName: string) => void;
  readonly onDelete: (entry: ListedReport) => void;
  readonly onRestore: (id: string) => void;
  readonly onRemoveForGood: (ids: readonly string[]) => void;
  readonly onClose: () => void;
}

const ROW_HEIGHT = 34;

export function ReportsDialog(props: ReportsDialogProps) {
  const { entries, isReading, loadBin, onOpen, onClose } = props;
  const [search, setSearch] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const [bin, setBin] = useState<readonly DeletedReport[]>([]);
  const [renaming, setRenaming] = useState<string | null>(null);
  useEffect(() => {
    let isShown = true;
    // A bin that cannot be read shows as empty; the reports themselves have their own message.
    loadBin().then(
      (deleted) => isShown && setBin(deleted),
      () => undefined,
    );
    return () => {
      isShown = false;
    };
  }, [loadBin, entries]);
  const kept = useMemo(() => entries.filter(isListed).filter((entry) => !entry.isExample), [entries]);
  const shown = useMemo(() => found(kept, search), [kept, search]);

  // The dialog has given the keyboard to its first button.
  useLayoutEffect(() => field.current?.focus(), []);
  const openFirst = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || search.trim() === '') return;
    // The rest of this press would reach whatever has the keyboard once the list is closed.
    event.preventDefault();
    if (shown[0]) onOpen(shown[0].id);
  };

  return (
    <Modal
      title="全部报告"
      size="full"
      onClose={onClose}
      buttons={
        <>
          <span className="count">
            共 {kept.length} 份{search.trim() !== '' && `，找到 ${shown.length} 份`}
          </span>
          <button type="button" className="primary" onClick={onClose}>
            关闭
          </button>
        </>
      }
    >
      <div className="all-reports">
        <input
          ref={field}
          type="search"
          aria-label="查找"
          placeholder="按单位、年度、状态查找，回车打开第一份"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={openFirst}
        />
        {renaming !== null && (
          <RenameUnit
            key={renaming}
            organisation={renaming}
            onRename={(newName) => {
              setRenaming(null);
              props.onRename(renaming, newName);
            }}
            onCancel={() => setRenaming(null)}
          />
        )}
        {shown.length === 0 && <p className="empty">{isReading ? '正在读取全部报告…' : '没有找到。'}</p>}
        <VirtualRows
          rows={shown}
          rowHeight={ROW_HEIGHT}
          keyOf={(entry) => entry.id}
          render={(entry) => (
            <>
              <button type="button" className="link name" onClick={() => onOpen(entry.id)}>
                {entry.organisation}
              </button>
              <span>{entry.year} 年度</span>
              <span>{SCOPE_NAMES[entry.scope]}</span>
              <span className="state">{stateText(entry)}</span>
              <span className="when">{momentText(entry.updatedAt)}</span>
              <span className="actions">
                <button type="button" className="link" onClick={() => setRenaming(entry.organisation)}>
                  单位改名
                </button>
                <button type="button" className="link danger" onClick={() => props.onDelete(entry)}>
                  删除
                </button>
              </span>
            </>
          )}
        />
        <Bin deleted={bin} onRestore={props.onRestore} onRemoveForGood={props.onRemoveForGood} />
      </div>
    </Modal>
  );
}

interface RenameUnitProps {
  readonly organisation: string;
  readonly onRename: (newName: string) => void;
  readonly onCancel: () => void;
}

function RenameUnit({ organisation, onRename, onCancel }: RenameUnitProps) {
  const [name, setName] = useState(organisation);
  return (
    <form
      className="rename-unit"
      onSubmit={(event) => {
        event.preventDefault();
        onRename(name.trim());
      }}
    >
      <label htmlFor="new-unit-name">“{organisation}”的全部报告改用新名称：</label>
      <input
        id="new-unit-name"
        autoFocus
        required
        pattern=".*\S.*"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="primary" disabled={name.trim() === organisation}>
        改名
      </button>
      <button type="button" className="outlined" onClick={onCancel}>
        取消
      </button>
    </form>
  );
}

/** “有错误 · 2 错误 · 1 核实 · 3 未填”, nothing that is none. */
function stateText(entry: ListedReport): string {
  if (entry.finalisedAt !== null) return FINALISED;
  const counts = [
    [entry.errors, '错误'],
    [entry.warnings, '核实'],
    [entry.blanks, '未填'],
  ] as const;
  const parts = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return [STATE_NAMES[entry.state], ...(entry.state === 'untouched' ? [] : parts)].join(' · ');
}

/** The reports in whose rows every word of the search stands somewhere. */
function found(entries: readonly ListedReport[], search: string): readonly ListedReport[] {
  const words = search.split(/\s+/u).filter((word) => word !== '');
  if (words.length === 0) return entries;
  return entries.filter((entry) => {
    const text = `${entry.organisation} ${entry.year} ${SCOPE_NAMES[entry.scope]} ${stateText(entry)}`;
    return words.every((word) => text.includes(word));
  });
}
