// Two computers' reports come together: nothing of either side is lost, and nothing is overwritten unseen.

import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { ExchangedReport, MergeChoice, MergeCounts } from '../../../renderer/database/exchanged-report';
import type { ReportRepository } from '../../../renderer/database/report-repository';
import { readBackupFile, writeBackupFile } from '../../../shared/formats/backup-file/backup-file';
import { enteredValue, type Report } from '../../../shared/report/report';
import { idOf, freshName, openFresh, reportOf, store, SUMMARY, value } from './stored-reports';
import { openDatabase } from '../../../renderer/database/database';

const CELL = 'requests.newlyReceived.naturalPerson';

const holding = (figure: number, year = 2023): Report => reportOf('甲局', year, 'own', [value(CELL, figure)]);

/** The figure now and the figures of the kept states. */
async function figuresOf(repository: ReportRepository, id: string): Promise<unknown> {
  const loaded = await repository.loadReport(id);
  const revisions = await repository.revisions.list(id);
  return {
    now: loaded && 'report' in loaded && enteredValue(loaded.report, CELL),
    kept: revisions.map(({ kind, content }) => [
      kind,
      'report' in content ? enteredValue(content.report, CELL) : undefined,
    ]),
  };
}

/** One computer's database with one report and one named revision; what it hands to another passes through a file. */
async function computer(figure: number, at: number): Promise<{ repository: ReportRepository; id: string }> {
  const repository = await openFresh();
  const id = await store(repository, holding(figure));
  await repository.saveReport(id, holding(figure), SUMMARY, undefined, at);
  await repository.revisions.keep(id, holding(figure), `版本 ${figure}`, at);
  return { repository, id };
}

async function handedOver(
  repository: ReportRepository,
): Promise<Awaited<ReturnType<ReportRepository['exchange']['readAll']>>['reports']> {
  const { reports } = await repository.exchange.readAll();
  const read = readBackupFile(writeBackupFile({ writtenAt: 1, reports }));
  if (!read.ok) throw new Error(read.refusal.chinese);
  expect(read.backup.damaged).toEqual([]);
  return read.backup.reports;
}

function merge(
  repository: ReportRepository,
  incoming: ExchangedReport,
  choice: MergeChoice,
  now: number,
): Promise<MergeCounts> {
  return repository.exchange.merge([{ incoming, choice, summary: SUMMARY }], now);
}

describe('importing from another computer', () => {
  it('previews what is new, the same, newer and older, and stores nothing by it', async () => {
    const here = await computer(5, 2000);
    const [incoming] = await handedOver((await computer(6, 3000)).repository);
    const preview = async (one: typeof incoming): Promise<unknown> =>
      (await here.repository.exchange.preview([one!]))[0]!.outcome;

    expect(await preview(incoming)).toBe('newer');
    expect(await preview({ ...incoming!, updatedAt: 1 })).toBe('older');
    expect(await preview({ ...incoming!, report: holding(5) })).toBe('same');
    expect(await preview({ ...incoming!, report: holding(6, 2024) })).toBe('new');
    expect(await figuresOf(here.repository, here.id)).toEqual({ now: 5, kept: [['named', 5]] });
  });

  it('taking the other side keeps this side as a revision, and both sides’ revisions', async () => {
    const here = await computer(5, 2000);
    const [incoming] = await handedOver((await computer(6, 3000)).repository);

    await merge(here.repository, incoming!, 'take', 9000);

    expect(await figuresOf(here.repository, here.id)).toEqual({
      now: 6,
      kept: [
        ['replaced', 5],
        ['named', 6],
        ['named', 5],
      ],
    });
  });

  it('keeping this side keeps the other as a revision', async () => {
    const here = await computer(5, 2000);
    const [incoming] = await handedOver((await computer(6, 3000)).repository);

    await merge(here.repository, incoming!, 'keep', 9000);

    expect(await figuresOf(here.repository, here.id)).toEqual({
      now: 5,
      kept: expect.arrayContaining([
        ['received', 6],
        ['named', 6],
        ['named', 5],
      ]),
    });
  });

  it('importing the same twice adds nothing', async () => {
    const here = await computer(5, 2000);
    const [incoming] = await handedOver((await computer(6, 3000)).repository);
    await merge(here.repository, incoming!, 'keep', 9000);
    const once = await figuresOf(here.repository, here.id);
    await merge(here.repository, incoming!, 'keep', 9500);
    expect(await figuresOf(here.repository, here.id)).toEqual(once);
  });

  it('a new report comes in whole, finalised or not', async () => {
    const there = await computer(6, 3000);
    await there.repository.revisions.finalise(there.id, holding(6), SUMMARY, 4000);
    const empty = await openFresh();
    const [incoming] = await handedOver(there.repository);

    await merge(empty, incoming!, 'take', 9000);
    const id = (await idOf(empty, '甲局', 'own', 2023))!;

    expect(await empty.loadReport(id)).toMatchObject({ finalisedAt: 4000 });
    expect(await figuresOf(empty, id)).toEqual({
      now: 6,
      kept: [
        ['finalised', 6],
        ['named', 6],
      ],
    });
  });

  it('never replaces a finalised report', async () => {
    const here = await computer(5, 2000);
    await here.repository.revisions.finalise(here.id, holding(5), SUMMARY, 2500);
    const [incoming] = await handedOver((await computer(6, 3000)).repository);
    expect(await here.repository.exchange.preview([incoming!])).toMatchObject([{ isLocked: true }]);
    await merge(here.repository, incoming!, 'take', 9000);
    expect(await figuresOf(here.repository, here.id)).toMatchObject({ now: 5 });
  });

  it('never overwrites a damaged report', async () => {
    const name = freshName();
    const repository = await openFresh(name);
    const id = await store(repository, holding(5));
    const database = await openDatabase(name);
    await database.contents.update(id, { text: '{' });
    const [incoming] = await handedOver((await computer(6, 3000)).repository);
    expect(await repository.exchange.preview([incoming!])).toMatchObject([{ outcome: 'damaged' }]);
    await expect(merge(repository, incoming!, 'keep', 1)).rejects.toMatchObject({
      reason: 'damaged',
    });
    expect((await database.contents.get(id))!.text).toBe('{');
    database.close();
    expect((await repository.exchange.readAll()).damaged).toHaveLength(1);
  });

  it('leaves examples out of the backup', async () => {
    const repository = await openFresh();
    await store(repository, holding(5), true);
    expect((await repository.exchange.readAll()).reports).toEqual([]);
  });

  it('stores hundreds in one go, each as it came', async () => {
    const years = [2021, 2022, 2023, 2024];
    const chosen = Array.from({ length: 60 }, (_, unit) => years.map((year) => ({ unit, year })))
      .flat()
      .map(({ unit, year }) => ({
        incoming: {
          report: reportOf(`第${unit}局`, year, 'own', [value(CELL, unit * 10_000 + year)]),
          updatedAt: unit + 1,
          finalisedAt: null,
          revisions: [],
        },
        choice: 'take' as const,
        summary: SUMMARY,
      }));
    const repository = await openFresh();
    const heard: number[] = [];
    expect(await repository.exchange.merge(chosen, 9000, (done) => heard.push(done))).toEqual({
      added: 240,
      taken: 0,
      kept: 0,
    });
    expect(heard.at(-1)).toBe(240);
    expect(await repository.exchange.preview(chosen.map(({ incoming }) => incoming))).toEqual(
      chosen.map(() => expect.objectContaining({ outcome: 'same' })),
    );
  });

  it('stores all that was chosen or nothing at all', async () => {
    const name = freshName();
    const repository = await openFresh(name);
    const id = await store(repository, holding(5));
    const broken = await store(repository, holding(5, 2024));
    const database = await openDatabase(name);
    await database.contents.update(broken, { text: '{' });
    database.close();
    const incoming = (year: number): ExchangedReport => ({
      ...{ report: holding(6, year), updatedAt: 9999, finalisedAt: null, revisions: [] },
    });
    const chosen = (choices: readonly (readonly [number, MergeChoice])[]) =>
      choices.map(([year, choice]) => ({ incoming: incoming(year), choice, summary: SUMMARY }));

    await expect(
      repository.exchange.merge(
        chosen([
          [2022, 'take'],
          [2023, 'take'],
          [2024, 'keep'],
        ]),
        10_000,
      ),
    ).rejects.toMatchObject({ reason: 'damaged' });
    expect(await figuresOf(repository, id)).toEqual({ now: 5, kept: [] });
    expect(await idOf(repository, '甲局', 'own', 2022)).toBeUndefined();

    await repository.exchange.merge(
      chosen([
        [2022, 'take'],
        [2023, 'take'],
        [2024, 'take'],
      ]),
      10_000,
    );
    expect(await figuresOf(repository, id)).toEqual({ now: 6, kept: [['replaced', 5]] });
    expect((await repository.bin.list()).map((deleted) => deleted.id)).toEqual([broken]);
  });

  it('takes a report that stands twice in a file as two', async () => {
    const repository = await openFresh();
    const twice = [6, 7].map((figure) => ({
      incoming: { report: holding(figure), updatedAt: figure, finalisedAt: null, revisions: [] },
      choice: 'take' as const,
      summary: SUMMARY,
    }));
    expect(await repository.exchange.merge(twice, 9000)).toEqual({ added: 1, taken: 1, kept: 0 });
    const id = (await idOf(repository, '甲局', 'own', 2023))!;
    expect(await figuresOf(repository, id)).toEqual({ now: 7, kept: [['replaced', 6]] });
  });
});
