// One official table of the open report, to be read and filled in, with what belongs to it: finding a row, the
// 填报说明, the list after a paste. It owns no data.

import { useImperativeHandle, useRef } from 'react';
import { sectionTitle } from '../../shared/forms/compile-form';
import { handleFor, type TableGridProps } from './table-grid-contract';
import { TableOverlays } from './TableOverlays';
import { useDrawnTable } from './use-drawn-table';
import { useTableOverlays } from './use-table-overlays';
import './theme.css';
import './overlays.css';

export type { FocusRequest, TableGridHandle, TableGridProps } from './table-grid-contract';

/** Draws the table as large as its parent allows. The parent gives it a definite height. */
export function TableGrid(props: TableGridProps): React.JSX.Element {
  const { ref, store, form, table, onGoTo } = props;
  const frame = useRef<HTMLDivElement>(null);
  const overlays = useTableOverlays(frame);
  const view = useDrawnTable(frame, props, overlays);
  useImperativeHandle(ref, () => handleFor(view, store, form, table, () => overlays.find(true)));
  return (
    <div className="table-grid" role="group" aria-label={sectionTitle(table)}>
      <div ref={frame} className="table-frame" />
      <TableOverlays
        overlays={overlays}
        form={form}
        table={table}
        backToTable={() => view.current?.controller.focus()}
        goTo={(address, isHere) => {
          if (isHere) view.current?.controller.goTo(address);
          else onGoTo?.(address);
        }}
      />
    </div>
  );
}
