// The list of reports says of each what its own window would say: also of those that are not open and rest on a last
// year that has changed, come, gone or arrived in a backup.

import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReportRepository } from '../../../renderer/database/report-repository';
import { createReportKeeping } from '../../../renderer/store/report-keeping';
import { createReportStore } from '../../../renderer/store/report-store';
import { createWorkspace, isListed, type Workspace } from '../../../renderer/store/workspace';
import { createExchange } from '../../../renderer/workers/exchange';
import { evaluateReport } from '../../../shared/engine/evaluate-report';
import { DEFAULT_SWING } from '../../../shared/engine/large-swing';
import { summaryOf } from '../../../shared/engine/summarise-evaluation';
import type { Report } from '../../../shared/report/report';
import { sampleReport } from '../../helpers/sample-reports';
import { openFresh, reportOf, value } from '../database/stored-reports';

const RECEIVED = 'requests.newlyReceived.naturalPerson';
const FORWARD = 'requests.carriedForwardToNextYear.naturalPerson';
const OVER = 'requests.carriedOverFromLastYear.naturalPerson';
/** A year that carries so many cases forward, all of them new, and one that had two carried over and still has them. */
const forward = (cases: number): Report =>
  reportOf('甲局', 2022, 'own', [value(RECEIVED, cases), value(FORWARD, cases)]);
const in2023 = reportOf('甲局', 2023, 'own', [value(OVER, 2), value(FORWARD, 2)]);

/** Stores a report with the counts that it has by itself. */
async function keep(repository: ReportRepository, report: Report): Promise<string> {
  const summary = summaryOf({ evaluation: evaluateReport(report) });
  const created = await repository.createReport(report, { isExample: false, now: 1000, summary });
  if ('exists' in created) throw new Error('exists');
  return created.id;
}

describe('the counts in the list', () => {
  let repository: ReportRepository;
  beforeEach(async () => {
    repository = await openFresh();
  });
  afterEach(() => repository.close());

  const open = async (options: { readonly isFollowing?: boolean } = {}): Promise<Workspace> => {
    const lock = { isHeld: () => !options.isFollowing, onTaken: () => undefined };
    const channel = { announce: () => undefined, onChange: () => undefined };
    const sharing = { lock, channel };
    const workspace = createWorkspace({ store: createReportStore(), repository, now: () => 5000, sharing });
    await workspace.start();
    return workspace;
  };
  const errorsIn = async (id: string): Promise<number | undefined> => {
    const entry = (await repository.listReports()).find((one) => one.id === id);
    return entry && isListed(entry) ? entry.errors : undefined;
  };
  const shownErrors = (workspace: Workspace, id: string): number | undefined => {
    const entry = workspace.getState().entries.find((one) => one.id === id);
    return entry && isListed(entry) ? entry.errors : undefined;
  };
  /** On the disk and in the window. */
  const waitForErrors = (workspace: Workspace, id: string, errors: number): Promise<void> =>
    vi.waitFor(
      async () => {
        expect(await errorsIn(id)).toBe(errors);
        expect(shownErrors(workspace, id)).toBe(errors);
      },
      { timeout: 8000 },
    );
  const type = (workspace: Workspace, figure: number): void =>
    workspace.store.dispatch([value(RECEIVED, figure), value(FORWARD, figure)], '输入');

  it('are those of a report that is opened, with what does not follow from its last year', async () => {
    await keep(repository, forward(3));
    const id = await keep(repository, in2023);
    const workspace = await open();
    expect(await errorsIn(id)).toBe(0);
    await workspace.openReport(id);
    const { errors } = workspace.store.getSnapshot()!.evaluation.counts;
    expect(errors).toBe(1);
    await waitForErrors(workspace, id, errors);
  });

  it('name an error that a change of last year makes and mends, though the report is not open', async () => {
    const before = await keep(repository, forward(2));
    const id = await keep(repository, in2023);
    const workspace = await open();
    await workspace.openReport(before);
    type(workspace, 3);
    await waitForErrors(workspace, id, 1);
    type(workspace, 2);
    await waitForErrors(workspace, id, 0);
  });

  it('follow the deletion of last year’s report and its return', async () => {
    const before = await keep(repository, forward(3));
    const id = await keep(repository, in2023);
    const workspace = await open();
    await workspace.openReport(id);
    await waitForErrors(workspace, id, 1);
    await workspace.deleteReport(before);
    expect(workspace.store.getSnapshot()!.evaluation.counts.errors).toBe(0);
    await waitForErrors(workspace, id, 0);
    await createReportKeeping(workspace).undoDeletion(before);
    expect(workspace.store.getSnapshot()!.evaluation.counts.errors).toBe(1);
    await waitForErrors(workspace, id, 1);
  });

  it('are made anew at the start for the year after the one that was open when the window closed', async () => {
    const before = await keep(repository, forward(3));
    const id = await keep(repository, in2023);
    await repository.writeSetting('lastOpened', { id: before, section: 'requests' });
    const workspace = await open();
    await waitForErrors(workspace, id, 1);
  });

  it('of imported years are those that their windows would show', async () => {
    const years = ['014', '015', '016'].map(sampleReport);
    const other = await openFresh();
    for (const report of years) await keep(other, report);
    const { bytes } = await createExchange(() => Promise.resolve(other)).backUp(1);
    other.close();
    const workspace = await open();
    const exchange = workspace.openExchange();
    await exchange.readFile(bytes, 5000);
    const previews = await exchange.preview();
    const choices = previews.map(() => 'take' as const);
    await createReportKeeping(workspace).merge({ exchange, previews, choices }, () => undefined);

    const listed = workspace.getState().entries.filter(isListed);
    const expected = years.map((report, index) => ({
      year: report.year,
      ...summaryOf({ evaluation: evaluateReport(report, years[index - 1], DEFAULT_SWING) }),
    }));
    expect(expected[2]!.warnings).toBeGreaterThan(0);
    expect(listed.toSorted((one, other) => one.year - other.year)).toMatchObject(expected);
  });

  it('are left alone by a window that follows another', async () => {
    await keep(repository, forward(3));
    const id = await keep(repository, in2023);
    const save = vi.spyOn(repository, 'saveSummaries');
    const workspace = await open({ isFollowing: true });
    await workspace.openReport(id);
    expect(workspace.store.getSnapshot()!.evaluation.counts.errors).toBe(1);
    expect(save).not.toHaveBeenCalled();
    expect(await errorsIn(id)).toBe(0);
  });
});
