// Registers the few modules of AG Grid Community that the tables use. Everything else of it stays out of the bundle.

import {
  CellSpanModule,
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  ModuleRegistry,
} from 'ag-grid-community';

let isRegistered = false;

/** Registers the modules once, before the first grid is created. */
export function registerGridModules(): void {
  if (isRegistered) return;
  isRegistered = true;
  ModuleRegistry.registerModules([
    CellSpanModule,
    CellStyleModule,
    ClientSideRowModelApiModule,
    ClientSideRowModelModule,
    ColumnApiModule,
  ]);
}
