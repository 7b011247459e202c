// How large a change since last year has to be to want a look: the clerk's setting, as it is kept.

import { DEFAULT_SWING, readThresholds, type SwingThresholds } from '../../shared/engine/large-swing';
import type { ReportRepository } from '../database/report-repository';

const KEY = 'largeSwing';

/** The thresholds that are kept, or the usual ones. Rejects with a StorageError. */
export async function readSwing(repository: ReportRepository): Promise<SwingThresholds> {
  return readThresholds(await repository.readSetting(KEY)) ?? DEFAULT_SWING;
}

/** Keeps the thresholds. Rejects with a StorageError. */
export function keepSwing(repository: ReportRepository, thresholds: SwingThresholds): Promise<void> {
  return repository.writeSetting(KEY, thresholds);
}
