// A page with one table and a store, for driving the grid in a real browser without the rest of the window.
// The address chooses: ?table=requests&report=panyu, with &previous a year before it and &last-year that year in the
// cells. The store is reachable as `window.harness`.

import { useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { tablesOf, type CompiledForm } from '../../../../shared/forms/compile-form';
import { formForYear } from '../../../../shared/forms/form-registry';
import { applyEdits, type Edit } from '../../../../shared/report/edits';
import { emptyReport, type Report } from '../../../../shared/report/report';
import { figureSheet } from '../../../../shared/clipboard/figure-sheet';
import { entryCell } from '../../../../shared/clipboard/move-in-sheet';
import type { SelectionSummary } from '../../../../shared/clipboard/summarise-cells';
import { TableGrid, type FocusRequest, type TableGridHandle } from '../../../../renderer/grid/TableGrid';
import { createReportStore, type ReportStore } from '../../../../renderer/store/report-store';
import { drawPlainTable } from './plain-table';
import '../../../../renderer/theme.css';
import './harness.css';

export interface Harness {
  readonly store: ReportStore;
  readonly form: CompiledForm;
  goTo(address: string): void;
  show(table: string): void;
  setZoom(zoom: number): void;
  readonly table: () => TableGridHandle;
}

declare global {
  interface Window {
    harness: Harness;
  }
}

const form = formForYear(2021)!;
const parameters = new URLSearchParams(location.search);

function fill(valueOf: (index: number, position: number) => number | string | null): Report {
  const empty = emptyReport(form, { organisation: '样例机关', scope: 'own', year: 2021 });
  const edits = form.entered.map((index, position): Edit => {
    const cell = form.cells[index]!;
    const value = valueOf(index, position);
    const written = cell.column.type === 'amount' && typeof value === 'number' ? String(value) : value;
    return { kind: 'value', address: cell.address, value: written };
  });
  return applyEdits(empty, edits).report;
}

const PANYU: Readonly<Record<string, number>> = {
  'proactive.normativeDocuments.inForce': 2,
  'proactive.licensing.decisionsThisYear': 489,
  'proactive.penalty.decisionsThisYear': 12,
  'requests.newlyReceived.naturalPerson': 4,
  'requests.disclosed.naturalPerson': 3,
  'requests.refused.internalAffairs.naturalPerson': 1,
};

function sample(name: string | null): Report {
  switch (name) {
    case 'empty':
      return fill(() => null);
    case 'seven-digits':
      return fill((_, position) => (position % 5 === 0 ? '/' : 2_822_652 + position));
    case 'different':
      return fill((_, position) => position + 1);
    case 'errors': {
      const wrong = fill((index) => PANYU[form.cells[index]!.address] ?? (index % 40 === 33 ? null : 0));
      return applyEdits(wrong, [
        { kind: 'value', address: 'requests.disclosed.commercialEnterprise', value: 1 },
        { kind: 'declared', address: 'requests.outcomeTotal.naturalPerson', value: 18 },
        { kind: 'declared', address: 'requests.outcomeTotal.total', value: 2822652 },
      ]).report;
    }
    default:
      return fill((index) => PANYU[form.cells[index]!.address] ?? 0);
  }
}

const store = createReportStore();
const previous = parameters.has('previous')
  ? { ...sample('panyu'), year: form.definition.appliesToYears.from - 1 }
  : undefined;
store.open({
  id: 'harness',
  report: sample(parameters.get('report')),
  previous,
  isReadOnly: parameters.has('read-only'),
});

function Page(): React.JSX.Element {
  const tables = tablesOf(form.definition);
  const [key, setKey] = useState(parameters.get('table') ?? 'requests');
  const [focusRequest, setFocusRequest] = useState<FocusRequest | null>(null);
  const [zoom, setZoom] = useState(1);
  const [summary, setSummary] = useState<SelectionSummary | null>(null);
  const handle = useRef<TableGridHandle>(null);
  window.harness = {
    store,
    form,
    goTo: (address) => setFocusRequest({ address: form.cells[form.indexByAddress.get(address)!]!.address }),
    show: setKey,
    setZoom,
    table: () => handle.current!,
  };
  const at = tables.findIndex((table) => table.key === key);
  return (
    <main>
      <h1>{tables[at]!.label}</h1>
      <div className="place">
        <TableGrid
          ref={handle}
          onGoTo={(address) => {
            setKey(form.cells[form.indexByAddress.get(address)!]!.table.key);
            setFocusRequest({ address });
          }}
          store={store}
          form={form}
          table={tables[at]!}
          zoom={zoom}
          showsLastYear={parameters.has('last-year')}
          focusRequest={focusRequest}
          onSelectionSummary={setSummary}
          onLeave={(by) => {
            const next = tables[at + by];
            if (!next) return false;
            setKey(next.key);
            setFocusRequest({ address: entryCell(figureSheet(form, next), by).address });
            return true;
          }}
        />
      </div>
      <footer id="summary">
        {summary ? `合计 ${summary.sum} 计数 ${summary.count} 平均 ${summary.average ?? ''}` : ''}
      </footer>
    </main>
  );
}

const plainTable = tablesOf(form.definition).find((table) => table.arrangement === 'matrix')!;
const plainCells = form.cells.filter((cell) => cell.table === plainTable);
if (parameters.get('table') === 'plain')
  drawPlainTable(store, plainCells, plainTable.blocks[0]!.columns.length);
else createRoot(document.getElementById('root')!).render(<Page />);
