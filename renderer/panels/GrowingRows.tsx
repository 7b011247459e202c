// The rows of a long table, drawn as far as it has been scrolled: the first at once, more when their place comes near.

import { useEffect, useRef, useState, type ReactNode } from 'react';

interface GrowingRowsProps<Row> {
  readonly rows: readonly Row[];
  /** Draws one row of the table, with its key. */
  readonly render: (row: Row, index: number) => ReactNode;
}

/** So many rows more than fill any screen. */
const STEP = 60;

/** Further rows are drawn before the last ones are seen. */
const NEAR = '600px';

/** Rows for a `tbody` in a dialog; once drawn they stay, and their heights may differ. */
export function GrowingRows<Row>({ rows, render }: GrowingRowsProps<Row>) {
  const [count, setCount] = useState(STEP);
  return (
    <>
      {rows.slice(0, count).map(render)}
      {count < rows.length && <LastRow key={count} onNear={() => setCount(count + STEP)} />}
    </>
  );
}

function LastRow({ onNear }: { readonly onNear: () => void }) {
  const row = useRef<HTMLTableRowElement>(null);
  const near = useRef(onNear);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && near.current(),
      { root: row.current!.closest('.modal-body'), rootMargin: NEAR },
    );
    observer.observe(row.current!);
    return () => observer.disconnect();
  }, []);
  return <tr ref={row} className="more-rows" />;
}
