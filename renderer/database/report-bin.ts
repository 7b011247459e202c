// Deleted reports, kept whole for thirty days, and what brings them back or removes them for good.

import { BIN_PERIOD } from '../../shared/report/revisions';
import type { DatabaseSession } from './database-session';
import type { ReportScope } from '../../shared/report/report';
import { readStoredReport } from './stored-records';

export interface DeletedReport {
  readonly id: string;
  readonly deletedAt: number;
  /** Whose it was; undefined where the record was damaged already. */
  readonly report:
    { readonly organisation: string; readonly scope: ReportScope; readonly year: number } | undefined;
}

export interface ReportBin {
  /** What lies in the bin, last deleted first. */
  list(): Promise<readonly DeletedReport[]>;
  /** Puts a report back, or says which other report meanwhile stands for its unit, scope and year. */
  restore(id: string): Promise<{ readonly restored: string } | { readonly exists: string } | undefined>;
  /** Removes these of the deleted reports at once, as `purge` does; a report that is not in the bin any more stays. */
  remove(ids: readonly string[]): Promise<void>;
  /** Removes what was deleted more than thirty days before `now`, with its revisions and undo steps. */
  purge(now: number): Promise<void>;
}

/** The bin of this session's database. */
export function createReportBin(session: DatabaseSession): ReportBin {
  const { bin, reports, contents, revisions, history } = session.database;
  return {
    list: () =>
      session.read(async () => {
        const entries = await bin.orderBy('deletedAt').reverse().toArray();
        return entries.map(({ id, deletedAt, report }) => {
          const stored = readStoredReport(report);
          return { id, deletedAt, report: 'chinese' in stored ? undefined : stored };
        });
      }),
    restore: (id) =>
      session.write(() =>
        session.database.transaction('rw', [bin, reports, contents], async () => {
          const entry = await bin.get(id);
          if (!entry) return undefined;
          const { organisationId, scope, year } = entry.report ?? {};
          const inPlace =
            organisationId !== undefined && scope !== undefined && year !== undefined
              ? await reports
                  .where('[organisationId+scope+year]')
                  .equals([organisationId, scope, year])
                  .primaryKeys()
              : [];
          if (inPlace[0] !== undefined) return { exists: inPlace[0] };
          if (entry.report) await reports.put(entry.report);
          if (entry.content) await contents.put(entry.content);
          await bin.delete(id);
          return { restored: id };
        }),
      ),
    remove: (ids) =>
      session.write(() =>
        session.database.transaction('rw', [bin, revisions, history], async () =>
          removeEntries(session, await bin.where('id').anyOf(ids).primaryKeys()),
        ),
      ),
    purge: (now) =>
      session.write(() =>
        session.database.transaction('rw', [bin, revisions, history], async () =>
          removeEntries(
            session,
            await bin
              .where('deletedAt')
              .below(now - BIN_PERIOD)
              .primaryKeys(),
          ),
        ),
      ),
  };
}

/** Inside the caller's transaction. */
async function removeEntries(session: DatabaseSession, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await session.revisionsOf(id).delete();
    await session.dropHistory(id);
  }
  await session.database.bin.bulkDelete([...ids]);
}
