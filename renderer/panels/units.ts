// The units that have reports, as lists and fields offer them. Pure.

import { SCOPE_NAMES } from '../../shared/text/report-words';
import type { ListedReport } from '../database/report-repository';

/** Among more units than these a list without a search is of no use, and slow. */
export const MOST_UNITS = 40;

/** More names than these below a field nobody reads. */
const MOST_OFFERED = 50;

/** A unit with its 本机关 and 汇总 apart. */
export function unitName({ organisation, scope }: Pick<ListedReport, 'organisation' | 'scope'>): string {
  return `${organisation}（${SCOPE_NAMES[scope]}）`;
}

/** The first names in which every word that has been typed stands somewhere. */
export function offeredNames(names: readonly string[], typed: string): readonly string[] {
  const words = typed.split(/\s+/u).filter((word) => word !== '');
  return names.filter((name) => words.every((word) => name.includes(word))).slice(0, MOST_OFFERED);
}
