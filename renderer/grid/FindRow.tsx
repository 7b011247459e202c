// 查找: a small field over the table that jumps to a row by its label or the initials of its pinyin.

import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { FormDefinition, TableDefinition } from '../../shared/forms/form-definition';
import { findRows, type FoundRow, type Initials } from './find-rows';

export interface FindRowProps {
  readonly definition: FormDefinition;
  readonly table: TableDefinition;
  /** Goes to the row and closes. */
  readonly onChoose: (found: FoundRow) => void;
  readonly onClose: () => void;
}

const NO_INITIALS: Initials = () => '';
const MOST_SHOWN = 9;

/** The field with the rows found. Arrows choose, Enter goes there, Escape closes. */
export function FindRow({ definition, table, onChoose, onClose }: FindRowProps): React.JSX.Element {
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const initials = usePinyinInitials();
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  useLayoutEffect(() => field.current?.focus(), []);

  const found = findRows(definition, query, table, initials).slice(0, MOST_SHOWN);
  const at = Math.min(chosen, found.length - 1);
  const handleKey = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && found[at]) onChoose(found[at]);
    else if (event.key === 'ArrowDown') setChosen(Math.min(at + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(at - 1, 0));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="find-row" role="dialog" aria-label="查找" onKeyDown={handleKey}>
      <input
        ref={field}
        role="combobox"
        aria-label="行名或拼音首字母"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={found[at] ? `${listId}-${at}` : undefined}
        placeholder="行名，或拼音首字母"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setChosen(0);
        }}
      />
      <FoundRows id={listId} found={found} at={at} table={table} onChoose={onChoose} />
      {found.length === 0 && <p role="status">没有这样的行。</p>}
    </div>
  );
}

interface FoundRowsProps {
  readonly id: string;
  readonly found: readonly FoundRow[];
  /** Which of them Enter would choose. */
  readonly at: number;
  readonly table: TableDefinition;
  readonly onChoose: (found: FoundRow) => void;
}

function FoundRows({ id, found, at, table, onChoose }: FoundRowsProps): React.JSX.Element {
  return (
    <ul id={id} role="listbox" aria-label="找到的行">
      {found.map((one, index) => (
        <li
          key={`${one.table.key}.${one.row.key}`}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(one);
          }}
        >
          {one.name}
          {one.table !== table && <small>{`表${one.table.number}`}</small>}
        </li>
      ))}
    </ul>
  );
}

/** The pinyin of Chinese characters is a large table: loaded when somebody looks for a row. */
function usePinyinInitials(): Initials {
  const [initials, setInitials] = useState<Initials>(() => NO_INITIALS);
  useEffect(() => {
    let isOpen = true;
    void import('pinyin-pro').then(({ pinyin }) => {
      if (!isOpen) return;
      setInitials(
        () => (text: string) => pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).join(''),
      );
    });
    return () => {
      isOpen = false;
    };
  }, []);
  return initials;
}
