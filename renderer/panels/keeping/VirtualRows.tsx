// A list that draws only the rows on the screen, all of one height.

import { useState, type ReactNode } from 'react';

interface VirtualRowsProps<Row> {
  readonly rows: readonly Row[];
  /** In pixels. */
  readonly rowHeight: number;
  readonly keyOf: (row: Row) => string;
  readonly render: (row: Row) => ReactNode;
}

/** Rows drawn above and below those that fill the screen, so that scrolling shows no gap. */
const SPARE = 8;

export function VirtualRows<Row>({ rows, rowHeight, keyOf, render }: VirtualRowsProps<Row>) {
  const [top, setTop] = useState(0);
  const first = Math.max(0, Math.floor(top / rowHeight) - SPARE);
  const last = Math.min(rows.length, Math.ceil((top + screen.height) / rowHeight) + SPARE);
  return (
    <div
      className="virtual-rows"
      tabIndex={0}
      onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}
    >
      <div role="list" style={{ height: rows.length * rowHeight }}>
        {rows.slice(first, last).map((row, at) => (
          <div
            key={keyOf(row)}
            role="listitem"
            aria-setsize={rows.length}
            aria-posinset={first + at + 1}
            className="row"
            style={{ height: rowHeight, top: (first + at) * rowHeight }}
          >
            {render(row)}
          </div>
        ))}
      </div>
    </div>
  );
}
