// Gives a unit another name everywhere it stands: in the list of units, in its reports and in those in the bin.

import type { DatabaseSession } from './database-session';
import { sealReport, unsealReport, type StoredContent, type StoredReport } from './stored-records';

/** See `ReportRepository.renameOrganisation`. One transaction: all reports bear the new name or none does. */
export function renameOrganisation(
  session: DatabaseSession,
  name: string,
  newName: string,
): Promise<'renamed' | 'taken' | 'unknown'> {
  const { organisations, reports, contents, bin } = session.database;
  return session.write(() =>
    session.database.transaction('rw', [organisations, reports, contents, bin], async () => {
      const owner = await organisations.get({ name });
      if (!owner) return 'unknown';
      if (await organisations.get({ name: newName })) return 'taken';
      await organisations.put({ ...owner, name: newName });
      const all = await reports.toArray();
      for (const stored of all.filter((one) => one.organisationId === owner.id)) {
        const renamed = renamedRecords(stored, await contents.get(stored.id), newName);
        if (!renamed) continue;
        await reports.put(renamed.report);
        await contents.put(renamed.content);
      }
      const deleted = await bin.toArray();
      for (const entry of deleted.filter((one) => one.report?.organisationId === owner.id)) {
        const renamed = renamedRecords(entry.report, entry.content, newName);
        if (renamed) await bin.put({ ...entry, ...renamed });
      }
      return 'renamed';
    }),
  );
}

/** A report under its unit's new name; undefined where it cannot be read. */
function renamedRecords(
  report: StoredReport | undefined,
  content: StoredContent | undefined,
  organisation: string,
): { readonly report: StoredReport; readonly content: StoredContent } | undefined {
  const restored = unsealReport(content);
  if (!restored.ok || !report || !content) return undefined;
  return {
    report: { ...report, organisation },
    content: { ...content, ...sealReport({ ...restored.report, organisation }) },
  };
}
