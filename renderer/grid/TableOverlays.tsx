// Draws what is laid over a table, and gives the focus back to it when that is closed.

import type { CellAddress } from '../../shared/forms/cell-address';
import type { CompiledForm } from '../../shared/forms/compile-form';
import type { TableDefinition } from '../../shared/forms/form-definition';
import { CellHelp } from './CellHelp';
import type { FoundRow } from './find-rows';
import { FindRow } from './FindRow';
import { PasteNotice } from './PasteNotice';
import type { Overlays } from './use-table-overlays';

export interface TableOverlaysProps {
  readonly overlays: Overlays;
  readonly form: CompiledForm;
  readonly table: TableDefinition;
  readonly backToTable: () => void;
  /** `isHere`: the cell is one of this table. */
  readonly goTo: (address: CellAddress, isHere: boolean) => void;
}

/** Find, help and the list after a paste; nothing of them when they are closed. */
export function TableOverlays(props: TableOverlaysProps): React.JSX.Element {
  const { overlays, form, table, backToTable, goTo } = props;
  const { help, outcome, isFinding } = overlays;
  const closeAndReturn = (close: () => void) => (): void => {
    close();
    backToTable();
  };
  const choose = (found: FoundRow): void => {
    overlays.find(false);
    const cell = form.cells.find((one) => one.table === found.table && one.row === found.row)!;
    goTo(cell.address, found.table === table);
  };
  const closeHelp = (): void => {
    overlays.explain(null);
    if (help?.isPinned) backToTable();
  };
  return (
    <>
      {isFinding && (
        <FindRow
          definition={form.definition}
          table={table}
          onChoose={choose}
          onClose={closeAndReturn(() => overlays.find(false))}
        />
      )}
      {help && <CellHelp help={help} formId={form.definition.id} onClose={closeHelp} />}
      {outcome && <PasteNotice outcome={outcome} onClose={closeAndReturn(() => overlays.tell(null))} />}
    </>
  );
}
