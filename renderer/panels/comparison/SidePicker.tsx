// One side of a comparison as three choices: whose report, of which year, in which state.

import { useEffect, useState } from 'react';
import { REVISION_NAMES } from '../../../shared/text/keeping-words';
import type { ListedReport, ReportRepository } from '../../database/report-repository';
import type { Revision } from '../../database/revision-repository';
import { momentText } from '../moment-text';
import { unitName } from '../units';
import { NOW, yearsOf, type ComparedSide } from './comparison-sides';
import { UnitChoice } from './UnitChoice';

interface SidePickerProps {
  /** “左列”, “右列”. */
  readonly label: string;
  readonly side: ComparedSide;
  readonly entries: readonly ListedReport[];
  /** The units of the entries. */
  readonly units: readonly string[];
  readonly repository: ReportRepository;
  readonly onReport: (reportId: string) => void;
  readonly onState: (revision: Revision) => void;
  readonly onFailure: (error: unknown) => void;
}

export function SidePicker(props: SidePickerProps) {
  const { label, side, entries, units, repository, onReport, onState, onFailure } = props;
  const revisions = useRevisions(repository, side.reportId, onFailure);
  const unit = unitName(side.report);
  return (
    <div className="side" role="group" aria-label={label}>
      <span>{label}</span>
      <UnitChoice
        label={`${label}的单位`}
        unit={unit}
        units={units}
        onChoose={(one) => onReport(yearsOf(entries, one)[0]!.id)}
      />
      <select
        className="year"
        aria-label={`${label}的年度`}
        value={side.reportId}
        onChange={(event) => onReport(event.target.value)}
      >
        {yearsOf(entries, unit).map((entry) => (
          <option key={entry.id} value={entry.id}>
            {entry.year} 年
          </option>
        ))}
      </select>
      <select
        aria-label={`${label}的版本`}
        value={side.state}
        onChange={(event) => {
          const revision = revisions.find(({ id }) => id === event.target.value);
          if (revision) onState(revision);
          else onReport(side.reportId);
        }}
      >
        <option value={NOW}>现在的内容</option>
        {revisions.map((revision) => (
          <option key={revision.id} value={revision.id}>
            {revisionName(revision)}
          </option>
        ))}
      </select>
    </div>
  );
}

function revisionName({ at, kind, name }: Revision): string {
  return `${momentText(at)} ${name === '' ? REVISION_NAMES[kind] : name}`;
}

/** The kept states of a report, newest first; none before they are read. */
function useRevisions(
  repository: ReportRepository,
  reportId: string,
  onFailure: (error: unknown) => void,
): readonly Revision[] {
  const [read, setRead] = useState<{ of: string; revisions: readonly Revision[] }>();
  useEffect(() => {
    let isShown = true;
    repository.revisions
      .list(reportId)
      .then((revisions) => isShown && setRead({ of: reportId, revisions }), onFailure);
    return () => {
      isShown = false;
    };
  }, [repository, reportId, onFailure]);
  return read?.of === reportId ? read.revisions : [];
}
