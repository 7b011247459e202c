// A report whose record is damaged comes back from a snapshot, and the damaged record is set aside, not lost.

import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../renderer/database/database';
import { createReportKeeping } from '../../../renderer/store/report-keeping';
import { createReportStore } from '../../../renderer/store/report-store';
import { needsSnapshot } from '../../../renderer/store/snapshots';
import { createWorkspace } from '../../../renderer/store/workspace';
import { readBackupFile, writeBackupFile } from '../../../shared/formats/backup-file/backup-file';
import { enteredValue } from '../../../shared/report/report';
import { freshName, openFresh, reportOf, store, value } from '../database/stored-reports';

const CELL = 'requests.newlyReceived.naturalPerson';

it('takes the place of a damaged record, which goes into the bin as it is', async () => {
  const name = freshName();
  const repository = await openFresh(name);
  const id = await store(repository, reportOf('甲局', 2023, 'own', [value(CELL, 5)]));
  await store(repository, reportOf('乙局', 2023, 'own', [value(CELL, 6)]));
  const everything = await repository.exchange.readAll();
  const snapshot = readBackupFile(writeBackupFile({ writtenAt: 1, reports: everything.reports }));
  if (!snapshot.ok) throw new Error(snapshot.refusal.english);
  const database = await openDatabase(name);
  await database.contents.update(id, { text: '{' });

  const workspace = createWorkspace({ store: createReportStore(), repository, now: () => 5000 });
  await workspace.start();
  // The list shows it as damaged once somebody has tried to open it.
  expect(needsSnapshot(workspace)).toBe(false);
  expect(await workspace.openReport(id)).toMatchObject({ outcome: 'damaged' });
  expect(needsSnapshot(workspace)).toBe(true);
  const previews = await repository.exchange.preview(snapshot.backup.reports);
  const counts = await createReportKeeping(workspace).merge(
    previews.map((preview) => ({ preview, choice: preview.outcome === 'damaged' ? 'take' : 'keep' })),
  );
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
