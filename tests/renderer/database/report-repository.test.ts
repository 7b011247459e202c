// Several units, years and scopes in one database: what is stored comes back whole, and only where it belongs.

import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../../renderer/database/database';
import type { ReportEntry } from '../../../renderer/database/report-repository';
import { StorageError } from '../../../renderer/database/storage-error';
import { NOT_WHOLE } from '../../../renderer/database/stored-records';
import { applyEdits } from '../../../shared/report/edits';
import { envelopeOf } from '../../../shared/report/restore-report';
import { EMPTY_HISTORY, recordStep, undoStep, type UndoHistory } from '../../../shared/report/undo-history';
import { idOf, freshName, openFresh, reportOf, store, SUMMARY, value } from './stored-reports';

const FIRST_CELL = 'requests.newlyReceived.naturalPerson';

describe('storing and loading', () => {
  it('gives back every part of a report', async () => {
    const repository = await openFresh();
    const report = reportOf('甲局', 2023, 'own', [
      value(FIRST_CELL, 4),
      value('proactive.administrativeFees.feesCollected', '24252.311082'),
      value('proactive.regulations.inForce', '/'),
      { kind: 'declared', address: 'requests.newlyReceived.total', value: 5 },
      { kind: 'narrative', section: 'overview', text: '第一段\n第二段' },
      {
        kind: 'explanation',
        key: 'requests.carryOver:naturalPerson',
        explanation: { text: '已核实', left: 1, right: 2 },
      },
      { kind: 'signatory', role: 'preparedBy', text: '张三' },
    ]);
    const id = await store(repository, report);

    const loaded = await repository.loadReport(id);

    expect(loaded && 'report' in loaded && envelopeOf(loaded.report)).toEqual(envelopeOf(report));
    expect(loaded).toMatchObject({ isExample: false, finalisedAt: null, isHistoryLost: false });
    expect(await repository.loadReport('nobody')).toBeUndefined();
  });

  it('keeps units, years and both scopes apart and lists the newest year first', async () => {
    const repository = await openFresh();
    for (const organisation of ['甲局', '乙局'])
      for (const year of [2022, 2024])
        for (const scope of ['own', 'consolidated'] as const)
          await store(
            repository,
            reportOf(organisation, year, scope, [value(FIRST_CELL, year + organisation.codePointAt(0)!)]),
          );

    const listed = await repository.listReports();

    expect(listed).toHaveLength(8);
    expect(listed[0]).toMatchObject({ year: 2024, scope: 'own', ...SUMMARY, updatedAt: 1000 });
    expect(new Set(listed.slice(0, 4).map((entry) => 'year' in entry && entry.year))).toEqual(
      new Set([2024]),
    );
    const id = await idOf(repository, '乙局', 'consolidated', 2022);
    const loaded = await repository.loadReport(id!);
    expect(loaded).toMatchObject({ report: { organisation: '乙局', scope: 'consolidated', year: 2022 } });
    expect(await idOf(repository, '乙局', 'own', 2023)).toBeUndefined();
    expect(await idOf(repository, '丙局', 'own', 2022)).toBeUndefined();
  });

  it('does not make a second report for the same unit, scope and year', async () => {
    const repository = await openFresh();
    const id = await store(repository, reportOf('甲局', 2023, 'own', [value(FIRST_CELL, 7)]));

    const second = await repository.createReport(reportOf('甲局', 2023), {
      isExample: false,
      now: 2000,
      summary: SUMMARY,
    });

    expect(second).toEqual({ exists: id });
    expect(await repository.loadReport(id)).toMatchObject({
      report: { values: expect.arrayContaining([7]) },
    });
  });

  it('keeps an example beside a real report of the same unit and year, once, and never finds it as last year', async () => {
    const repository = await openFresh();
    const example = await store(repository, reportOf('甲局', 2021), true);
    expect(await idOf(repository, '甲局', 'own', 2021)).toBeUndefined();

    const real = await store(repository, reportOf('甲局', 2021));
    const again = await repository.createReport(reportOf('甲局', 2021), {
      isExample: true,
      now: 1,
      summary: SUMMARY,
    });

    expect(again).toEqual({ exists: example });
    expect(await idOf(repository, '甲局', 'own', 2021)).toBe(real);
    await repository.deleteReport(example, 5);
    expect(await repository.listReports()).toMatchObject([{ id: real, isExample: false }]);
  });

  it('saves the newest of several saves that were not waited for', async () => {
    const name = freshName();
    const repository = await openFresh(name);
    const report = reportOf('甲局', 2023);
    const id = await store(repository, report);

    const saves = [1, 2, 3].map((figure) =>
      repository.saveReport(
        id,
        applyEdits(report, [value(FIRST_CELL, figure)]).report,
        SUMMARY,
        EMPTY_HISTORY,
        figure,
      ),
    );
    await Promise.all(saves);
    repository.close();

    const loaded = await (await openFresh(name)).loadReport(id);
    expect(loaded && 'report' in loaded && envelopeOf(loaded.report).values).toEqual({ [FIRST_CELL]: 3 });
  });

  it('frees the year of a deleted report and keeps the deleted one in the bin', async () => {
    const name = freshName();
    const repository = await openFresh(name);
    const id = await store(repository, reportOf('甲局', 2023));

    await repository.deleteReport(id, 77);

    expect(await repository.listReports()).toEqual([]);
    expect(await store(repository, reportOf('甲局', 2023))).not.toBe(id);
    const database = await openDatabase(name);
    expect(await database.bin.get(id)).toMatchObject({ deletedAt: 77, report: { id }, content: { id } });
    database.close();
  });

  it('says that a deleted report cannot be saved', async () => {
    const repository = await openFresh();
    const report = reportOf('甲局', 2023);
    const id = await store(repository, report);
    await repository.deleteReport(id, 1);
    await expect(repository.saveReport(id, report, SUMMARY, undefined, 2)).rejects.toMatchObject({
      name: 'StorageError',
      reason: 'missing',
    });
  });

  it('keeps settings', async () => {
    const repository = await openFresh();
    await repository.writeSetting('moveAfterEnter', { direction: 'right' });
    expect(await repository.readSetting('moveAfterEnter')).toEqual({ direction: 'right' });
    expect(await repository.readSetting('unknown')).toBeUndefined();
  });
});

describe('undo steps', () => {
  const typed = (figure: number): Parameters<typeof recordStep>[1] => ({
    label: `输入 ${figure}`,
    forward: [value(FIRST_CELL, figure)],
    inverse: [value(FIRST_CELL, figure - 1)],
  });
  const historyOf = (...figures: number[]): UndoHistory =>
    figures.map(typed).reduce(recordStep, EMPTY_HISTORY);

  async function reload(name: string, id: string): Promise<UndoHistory> {
    const repository = await openFresh(name);
    const loaded = await repository.loadReport(id);
    repository.close();
    if (!loaded || !('report' in loaded) || loaded.isHistoryLost) throw new Error('history lost');
    return loaded.history;
  }

  it('survive a restart through typing, undoing, typing anew and the fall of the oldest', async () => {
    const name = freshName();
    const repository = await openFresh(name);
    const report = reportOf('甲局', 2023);
    const id = await store(repository, report);
    const save = (history: UndoHistory): Promise<void> =>
      repository.saveReport(id, report, SUMMARY, history, 1);

    const three = historyOf(1, 2, 3);
    await save(three);
    expect(await reload(name, id)).toEqual(three);

    const undone = undoStep(three)!.history;
    await save(undone);
    expect(await reload(name, id)).toEqual(undone);

    const anew = recordStep(undone, typed(9));
    await save(anew);
    expect(await reload(name, id)).toEqual(anew);

    const fallen = { done: anew.done.slice(1), undone: [] };
    await save(fallen);
    expect(await reload(name, id)).toEqual(fallen);

    await repository.saveReport(id, report, SUMMARY, undefined, 2);
    expect(await reload(name, id)).toEqual(fallen);
  });

  it('write one record for one commit', async () => {
    const name = freshName();
    const repository = await openFresh(name);
    const report = reportOf('甲局', 2023);
    const id = await store(repository, report);
    const long = historyOf(...Array.from({ length: 50 }, (_, index) => index + 1));
    await repository.saveReport(id, report, SUMMARY, long, 1);
    const database = await openDatabase(name);
    await database.history.where('[reportId+position]').equals([id, 3]).modify({ text: 'changed outside' });

    await repository.saveReport(id, report, SUMMARY, recordStep(long, typed(51)), 2);

    // Had the whole history been written again, the record changed outside would be mended.
    expect((await database.history.get([id, 3]))?.text).toBe('changed outside');
    expect(await database.history.count()).toBe(51);
    database.close();
  });

  it('are written without reading anything first, in one transaction that is committed at once', async () => {
    const repository = await openFresh();
    const report = reportOf('甲局', 2023);
    const id = await store(repository, report);
    await repository.loadReport(id);
    const watch = (prototype: object, method: string) =>
      vi.spyOn(prototype as Record<string, () => void>, method);
    const transactions = watch(IDBDatabase.prototype, 'transaction');
    const commits = watch(IDBTransaction.prototype, 'commit');
    const reads = ['get', 'getAll', 'openCursor'].map((method) => watch(IDBObjectStore.prototype, method));

    await repository.saveReport(id, report, SUMMARY, historyOf(1), 1000);

    expect(transactions).toHaveBeenCalledTimes(1);
    expect(commits).toHaveBeenCalledTimes(1);
    for (const read of reads) expect(read).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it('do not take the report with them when one of them is damaged', async () => {
    const name = freshName();
    const repository = await openFresh(name);
    const report = reportOf('甲局', 2023, 'own', [value(FIRST_CELL, 3)]);
    const id = await store(repository, report);
    await repository.saveReport(id, report, SUMMARY, historyOf(1, 2, 3), 1);
    const database = await openDatabase(name);
    await database.history.delete([id, 1]);
    database.close();

    const again = await openFresh(name);
    const loaded = await again.loadReport(id);
    expect(loaded).toMatchObject({ isHistoryLost: true, history: EMPTY_HISTORY });

    const anew = historyOf(4);
    await again.saveReport(id, report, SUMMARY, anew, 2);
    expect(await reload(name, id)).toEqual(anew);
  });
});

describe('what the list shows of a report', () => {
  const counted = { state: 'hasErrors', errors: 3, warnings: 0, blanks: 0 } as const;

  it('is stored without touching the report, and only where it is no longer so', async () => {
    const repository = await openFresh();
    const report = reportOf('甲局', 2022, 'own', [value(FIRST_CELL, 4)]);
    const id = await store(repository, report);
    const other = await store(repository, reportOf('乙局', 2022));
    const summaries = new Map([
      [id, counted],
      [other, SUMMARY],
      ['gone', counted],
    ]);
    expect(await repository.saveSummaries(summaries)).toBe(true);
    expect(await repository.saveSummaries(summaries)).toBe(false);

    const listed = await repository.listReports();
    expect(listed.find((entry) => entry.id === id)).toMatchObject({ ...counted, updatedAt: 1000 });
    expect(listed.find((entry) => entry.id === other)).toMatchObject(SUMMARY);
    expect(listed).toHaveLength(2);
    const loaded = await repository.loadReport(id);
    expect(loaded && 'report' in loaded && envelopeOf(loaded.report)).toEqual(envelopeOf(report));
    await repository.saveReport(id, report, SUMMARY, undefined, 2000);
    expect((await repository.listReports()).find((entry) => entry.id === id)).toMatchObject(SUMMARY);
  });

  it('is not written over a damaged record', async () => {
    const name = freshName();
    const repository = await openFresh(name);
    const id = await store(repository, reportOf('甲局', 2022));
    const database = await openDatabase(name);
    await database.reports.update(id, { year: 'next year' } as never);
    const before = await database.reports.get(id);
    expect(await repository.saveSummaries(new Map([[id, counted]]))).toBe(false);
    expect(await database.reports.get(id)).toEqual(before);
    database.close();
  });
});

describe('a damaged record', () => {
  it('is listed with its reason, left untouched, and hides no other', async () => {
    const name = freshName();
    const repository = await openFresh(name);
    const whole = await store(repository, reportOf('甲局', 2022));
    const bitFlipped = await store(repository, reportOf('甲局', 2023, 'own', [value(FIRST_CELL, 4)]));
    const strange = await store(repository, reportOf('甲局', 2024));
    const withoutContent = await store(repository, reportOf('甲局', 2025));
    const database = await openDatabase(name);
    await database.contents
      .where('id')
      .equals(bitFlipped)
      .modify((content: { text: string }) => {
        content.text = content.text.replace(':4', ':5');
      });
    await database.reports
      .where('id')
      .equals(strange)
      .modify({ year: 'next year' } as never);
    await database.contents.delete(withoutContent);
    const before = await database.contents.get(bitFlipped);

    const listed = await repository.listReports();

    expect(listed.filter((entry) => !('damaged' in entry)).map((entry) => entry.id)).toEqual([
      bitFlipped,
      whole,
    ]);
    expect(
      listed
        .filter((entry) => 'damaged' in entry)
        .map((entry) => entry.id)
        .sort(),
    ).toEqual([strange, withoutContent].sort());
    expect(await repository.loadReport(bitFlipped)).toMatchObject({
      id: bitFlipped,
      damaged: { chinese: expect.stringContaining('损坏') },
    });
    expect(await repository.loadReport(withoutContent)).toHaveProperty('damaged');
    expect(await repository.loadReport(strange)).toHaveProperty('damaged');
    expect(await database.contents.get(bitFlipped)).toEqual(before);
    database.close();
  });

  it('is listed by its record first, and as damaged when its content is found missing', async () => {
    const name = freshName();
    const repository = await openFresh(name);
    const whole = await store(repository, reportOf('甲局', 2022));
    const withoutContent = await store(repository, reportOf('甲局', 2023));
    const first: (readonly ReportEntry[])[] = [];
    const untouched = await repository.listReports((listed) => first.push(listed));
    expect(first).toEqual([untouched]);
    expect(first[0]).toBe(untouched);
    const database = await openDatabase(name);
    await database.contents.delete(withoutContent);
    database.close();

    const listed = await repository.listReports((entries) => first.push(entries));

    expect(first[1]).toEqual(untouched);
    expect(listed).toEqual([untouched[1], { id: withoutContent, damaged: NOT_WHOLE }]);
    expect(untouched[1]).toMatchObject({ id: whole, year: 2022 });
  });

  it('among more reports than are read at a time hides none and doubles none', async () => {
    const name = freshName();
    const repository = await openFresh(name);
    await store(repository, reportOf('甲局', 2022));
    const database = await openDatabase(name);
    const [record, content] = [
      (await database.reports.toArray())[0]!,
      (await database.contents.toArray())[0]!,
    ];
    const ids = Array.from({ length: 700 }, (_, at) => `copy ${at}`);
    await database.reports.bulkAdd(
      ids.map((id) => ({ ...record, id, organisationId: id, organisation: `单位 ${id}` })),
    );
    await database.contents.bulkAdd(ids.map((id) => ({ ...content, id })));
    database.close();

    const listed = await repository.listReports();

    expect(listed.map(({ id }) => id).sort()).toEqual([...ids, record.id].sort());
    expect(listed.some((entry) => 'damaged' in entry)).toBe(false);
  });

  it('is refused when list and content name different reports', async () => {
    const name = freshName();
    const repository = await openFresh(name);
    const one = await store(repository, reportOf('甲局', 2022));
    const other = await store(repository, reportOf('乙局', 2022));
    const database = await openDatabase(name);
    const foreign = (await database.contents.get(other))!;
    await database.contents.put({ ...foreign, id: one });
    database.close();
    expect(await repository.loadReport(one)).toHaveProperty('damaged');
    expect(await repository.loadReport(other)).toHaveProperty('report');
  });
});

describe('opening', () => {
  it('asks for strict durability on the real transaction', async () => {
    const original = IDBDatabase.prototype.transaction;
    const durabilities: string[] = [];
    const watch = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...parameters
    ) {
      const transaction = original.apply(this, parameters);
      if (transaction.mode === 'readwrite') durabilities.push(transaction.durability);
      return transaction;
    });

    const repository = await openFresh();
    const report = reportOf('甲局', 2023);
    const id = await store(repository, report);
    await repository.saveReport(id, report, SUMMARY, EMPTY_HISTORY, 1);
    await repository.writeSetting('a', 1);
    await repository.deleteReport(id, 2);

    watch.mockRestore();
    expect(durabilities).toEqual(['strict', 'strict', 'strict', 'strict']);
  });

  it('refuses tables of a newer version and leaves them as they are', async () => {
    const name = freshName();
    const newer = new Dexie(name);
    newer.version(2).stores({ reports: 'id', somethingNew: 'id' });
    await newer.table('somethingNew').add({ id: 'kept' });
    newer.close();

    await expect(openFresh(name)).rejects.toMatchObject({ reason: 'newerDatabase' });

    const again = new Dexie(name);
    await again.open();
    expect(again.verno).toBe(2);
    expect(await again.table('somethingNew').toArray()).toEqual([{ id: 'kept' }]);
    again.close();
  });

  it('refuses the same tables with newer data in them', async () => {
    const name = freshName();
    const repository = await openFresh(name);
    const id = await store(repository, reportOf('甲局', 2023));
    repository.close();
    const database = await openDatabase(name);
    await database.about.put({ key: 'dataVersion', value: 2 });
    database.close();

    const refused = openFresh(name);

    await expect(refused).rejects.toBeInstanceOf(StorageError);
    await expect(refused).rejects.toMatchObject({ reason: 'newerDatabase' });
    const raw = new Dexie(name);
    await raw.open();
    expect(await raw.table('contents').get(id)).toBeDefined();
    raw.close();
  });

  it('closes for good when another window brings newer tables, and says so', async () => {
    const name = freshName();
    const repository = await openFresh(name);
    const newer = new Dexie(name);
    newer.version(2).stores({ reports: 'id' });
    await newer.open();

    await expect(repository.writeSetting('a', 1)).rejects.toMatchObject({ reason: 'closed' });
    expect(newer.verno).toBe(2);
    newer.close();
  });
});
