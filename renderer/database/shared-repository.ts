// The repository of a window that may share its data with others: only the window that holds the claim writes, and
// every write is announced to the windows that follow.

import type { EditLock } from './edit-lock';
import type { ReportRepository } from './report-repository';
import { StorageError } from './storage-error';

const CHANNEL_NAME = 'gongkai-nianbao changes';

/** Announces changes to other windows of the same data and hears of theirs. */
export interface ChangeChannel {
  announce(): void;
  onChange(listener: () => void): void;
}

/** The browser's channel between windows; where there is none nobody follows. */
export function openChangeChannel(): ChangeChannel {
  if (typeof BroadcastChannel === 'undefined')
    return { announce: () => undefined, onChange: () => undefined };
  const channel = new BroadcastChannel(CHANNEL_NAME);
  return {
    announce: () => channel.postMessage('changed'),
    onChange: (listener) => channel.addEventListener('message', listener),
  };
}

/** The same repository whose writes reject with `elsewhere` while another window edits. */
export function shareRepository(
  repository: ReportRepository,
  lock: EditLock,
  channel: ChangeChannel,
): ReportRepository {
  const write =
    <Words extends readonly unknown[], Result>(run: (...words: Words) => Promise<Result>) =>
    async (...words: Words): Promise<Result> => {
      if (!lock.isHeld()) throw new StorageError('elsewhere', 'another window is editing');
      const result = await run(...words);
      channel.announce();
      return result;
    };
  const { revisions, bin, exchange } = repository;
  return {
    listReports: (onListed) => repository.listReports(onListed),
    loadReport: (id) => repository.loadReport(id),
    readReports: (places) => repository.readReports(places),
    readSetting: (key) => repository.readSetting(key),
    createReport: write((...words) => repository.createReport(...words)),
    saveReport: write((...words) => repository.saveReport(...words)),
    // Most find nothing to store: then nobody has to read the reports anew for it.
    saveSummaries: async (summaries) => {
      if (!lock.isHeld()) throw new StorageError('elsewhere', 'another window is editing');
      const isChanged = await repository.saveSummaries(summaries);
      if (isChanged) channel.announce();
      return isChanged;
    },
    deleteReport: write((...words) => repository.deleteReport(...words)),
    renameOrganisation: write((...words) => repository.renameOrganisation(...words)),
    // A setting is no change of a report: nobody has to read the reports anew for it.
    writeSetting: async (key, value) => {
      if (!lock.isHeld()) throw new StorageError('elsewhere', 'another window is editing');
      await repository.writeSetting(key, value);
    },
    revisions: {
      list: (id) => revisions.list(id),
      keep: write((...words) => revisions.keep(...words)),
      finalise: write((...words) => revisions.finalise(...words)),
      reopen: write((...words) => revisions.reopen(...words)),
    },
    bin: {
      list: () => bin.list(),
      restore: write((id) => bin.restore(id)),
      remove: write((ids) => bin.remove(ids)),
      purge: write((now) => bin.purge(now)),
    },
    exchange: {
      readAll: () => exchange.readAll(),
      preview: (incoming) => exchange.preview(incoming),
      merge: write((...words) => exchange.merge(...words)),
    },
    forgetKnown: () => {
      repository.forgetKnown();
      channel.announce();
    },
    close: () => repository.close(),
  };
}
