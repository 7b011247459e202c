// Where the clerk is in the open report, and how findings, lists and keys take him elsewhere.

import { useCallback, useState } from 'react';
import type { CellAddress } from '../../shared/forms/cell-address';
import { findCell, tablesOf } from '../../shared/forms/compile-form';
import type { FocusRequest } from '../grid/TableGrid';
import type { ReportSnapshot } from '../store/report-store';
import type { Workspace } from '../store/workspace';

export interface Place {
  /** The cell that is to take the keyboard; a new object for every request. */
  readonly cell: FocusRequest | null;
  /** Counts the requests that a text take the keyboard. */
  readonly textRequests: number;
  /** Goes to a cell, or to the section's text when there is no address. */
  readonly jump: (section: string, address: string | undefined) => void;
  /** Goes to a cell of whatever table. */
  readonly goTo: (address: string) => void;
  /** Goes to a section, where typing goes on: in a table its first blank cell, else its first entered one. */
  readonly showSection: (section: string) => void;
  /** Goes to the table before or behind the one on the screen; false when there is none. */
  readonly leaveTable: (by: 1 | -1) => boolean;
}

/** The place in the workspace's open report. */
export function usePlace(workspace: Workspace): Place {
  const [cell, setCell] = useState<FocusRequest | null>(null);
  const [textRequests, setTextRequests] = useState(0);

  const jump = useCallback(
    (section: string, address: string | undefined): void => {
      workspace.showSection(section);
      setCell(address === undefined ? null : { address: address as CellAddress });
      setTextRequests((requests) => requests + 1);
    },
    [workspace],
  );

  const goTo = useCallback(
    (address: string): void => {
      const form = workspace.store.getSnapshot()?.report.form;
      const found = form && findCell(form, address);
      if (found) jump(found.table.key, found.address);
    },
    [workspace, jump],
  );

  const showSection = useCallback(
    (section: string): void => {
      const snapshot = workspace.store.getSnapshot();
      jump(section, snapshot ? firstPlace(snapshot, section) : undefined);
    },
    [workspace, jump],
  );

  const leaveTable = useCallback(
    (by: 1 | -1): boolean => {
      const form = workspace.store.getSnapshot()?.report.form;
      const tables = form ? tablesOf(form.definition) : [];
      const at = tables.findIndex(({ key }) => key === workspace.getState().section);
      const next = tables[at + by];
      const entered = form?.entered.map((index) => form.cells[index]!).filter(({ table }) => table === next);
      const target = by === 1 ? entered?.[0] : entered?.at(-1);
      if (!next || !target) return false;
      jump(next.key, target.address);
      return true;
    },
    [workspace, jump],
  );

  return { cell, textRequests, jump, goTo, showSection, leaveTable };
}

function firstPlace({ report, evaluation }: ReportSnapshot, section: string): CellAddress | undefined {
  const { form } = report;
  const isHere = (address: CellAddress): boolean => findCell(form, address)?.table.key === section;
  return (
    evaluation.completeness.blanks.find(isHere) ??
    form.entered.map((index) => form.cells[index]!.address).find(isHere)
  );
}
