// What can stand on either side of a comparison, and what the two sides are called. Pure.

import type { ComparisonCaptions } from '../../../shared/document/build-comparison-document';
import type { Report } from '../../../shared/report/report';
import { SCOPE_NAMES } from '../../../shared/text/report-words';
import type { ListedReport } from '../../database/report-repository';
import { unitName } from '../units';

/** The id of a report's present state among its kept ones. */
export const NOW = 'now';

/** A report as it is, or one of its kept states. */
export interface ComparedSide {
  readonly reportId: string;
  /** The id of a kept state, or NOW. */
  readonly state: string;
  /** What the state is called. */
  readonly stateName: string;
  readonly report: Report;
}

/** The two sides; the earlier one stands at the left. */
export interface ComparedSides {
  readonly current: ComparedSide;
  readonly earlier: ComparedSide;
}

/** A report as it is. */
export function presentSide(reportId: string, report: Report): ComparedSide {
  return { reportId, state: NOW, stateName: '现在', report };
}

/** The shortest names that tell the sides apart: years, with unit, scope or version where these differ. */
export function captionsOf({ current, earlier }: ComparedSides): ComparisonCaptions {
  return { current: captionOf(current, earlier), earlier: captionOf(earlier, current) };
}

function captionOf(side: ComparedSide, other: ComparedSide): string {
  const { organisation, scope, year } = side.report;
  const isOtherUnit = organisation !== other.report.organisation;
  const isOtherScope = scope !== other.report.scope;
  const isSameReport = side.reportId === other.reportId;
  const hasVersion = side.state !== NOW || (isSameReport && other.state !== NOW);
  return [
    ...(isOtherUnit ? [organisation] : []),
    ...(isOtherScope ? [SCOPE_NAMES[scope]] : []),
    ...(isSameReport && hasVersion ? [] : [`${year}年`]),
    ...(hasVersion ? [side.stateName] : []),
  ].join(' ');
}

/** The heading of a comparison. */
export function titleOf(sides: ComparedSides): string {
  const { current, earlier } = sides;
  const captions = captionsOf(sides);
  const isSameUnit = current.report.organisation === earlier.report.organisation;
  const owner = isSameUnit ? ` · ${current.report.organisation}` : '';
  return `对比${owner} · ${captions.earlier} 与 ${captions.current}`;
}

/** The units that have reports, in the order of their names. */
export function unitsOf(entries: readonly ListedReport[]): readonly string[] {
  return [...new Set(entries.map(unitName))].sort(new Intl.Collator('zh').compare);
}

/** The reports of a unit, newest year first. */
export function yearsOf(entries: readonly ListedReport[], unit: string): readonly ListedReport[] {
  return entries.filter((entry) => unitName(entry) === unit).sort((one, other) => other.year - one.year);
}
