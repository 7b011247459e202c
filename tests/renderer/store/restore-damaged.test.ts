// A report whose record is damaged comes back from a snapshot, and the damaged record is set aside, not lost.

import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../renderer/database/database';
import { createReportKeeping } from '../../../renderer/store/report-keeping';
import { createReportStore } from '../../../renderer/store/report-store';
import { needsSnapshot } from '../../../renderer/store/snapshots';
import { createWorkspace } from '../../../renderer/store/workspace';
import { createExchange } from '../../../renderer/workers/exchange';
import { enteredValue } from '../../../shared/report/report';
import { freshName, openFresh, reportOf, store, value } from '../database/stored-reports';

const CELL = 'requests.newlyReceived.naturalPerson';

it('takes the place of a damaged record, which goes into the bin as it is', async () => {
  const name = freshName();
  const repository = await openFresh(name);
  const id = await store(repository, reportOf('甲局', 2023, 'own', [value(CELL, 5)]));
  await store(repository, reportOf('乙局', 2023, 'own', [value(CELL, 6)]));
  const backup = createExchange(() => Promise.resolve(repository));
  const { bytes } = await backup.backUp(1);
  const database = await openDatabase(name);
  await database.contents.update(id, { text: '{' });

  const workspace = createWorkspace({ store: createReportStore(), repository, now: () => 5000 });
  await workspace.start();
  // The list shows it as damaged once somebody has tried to open it.
  expect(needsSnapshot(workspace)).toBe(false);
  expect(await workspace.openReport(id)).toMatchObject({ outcome: 'damaged' });
  expect(needsSnapshot(workspace)).toBe(true);
  const exchange = workspace.openExchange();
  expect(await exchange.readFile(bytes, 5000)).toEqual({ kind: 'backup', damaged: [] });
  const previews = await exchange.preview();
  const choices = previews.map(({ outcome }) => (outcome === 'damaged' ? 'take' : 'keep'));
  const counts = await createReportKeeping(workspace).merge({ exchange, previews, choices }, () => undefined);
  expect(counts).toEqual({ added: 0, taken: 1, kept: 1 });

  expect(needsSnapshot(workspace)).toBe(false);
  const back = await repository.exchange.readAll();
  expect(back.damaged).toEqual([]);
  expect(back.reports.map(({ report }) => [report.organisation, enteredValue(report, CELL)]).sort()).toEqual([
    ['乙局', 6],
    ['甲局', 5],
  ]);
  expect((await database.bin.get(id))?.content?.text).toBe('{');
  database.close();
  repository.close();
});
