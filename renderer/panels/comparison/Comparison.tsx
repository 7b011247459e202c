// A comparison tied to what is kept: its two sides can be any reports or kept states, the chart has all years of the
// unit, thresholds are remembered. What is drawn stands in ComparisonDialog.

import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Report } from '../../../shared/report/report';
import { exportComparison } from '../../commands/export-comparison';
import type { Notify } from '../../commands/notify';
import type { Revision } from '../../database/revision-repository';
import type { Platform } from '../../platform/platform';
import { failureSentenceOf } from '../../store/failure-sentence';
import { useWorkspace, useWorkspaceState } from '../../store/use-workspace';
import { isListed, type Workspace } from '../../store/workspace';
import { momentText } from '../moment-text';
import { ComparisonDialog } from './ComparisonDialog';
import {
  captionsOf,
  presentSide,
  titleOf,
  unitsOf,
  type ComparedSide,
  type ComparedSides,
} from './comparison-sides';
import { SidePicker } from './SidePicker';

interface ComparisonProps {
  /** What is compared at first. */
  readonly sides: ComparedSides;
  readonly platform: Platform;
  readonly notify: Notify;
  readonly onClose: () => void;
}

export function Comparison({ sides: first, platform, notify, onClose }: ComparisonProps) {
  const workspace = useWorkspace();
  const [sides, setSides] = useState(first);
  const [thresholds, setThresholds] = useState(() => workspace.store.getSwing());
  const years = useYears(workspace, sides);
  const fail = useCallback(
    (error: unknown): void => notify({ tone: 'failed', text: failureSentenceOf(error) }),
    [notify],
  );
  return (
    <ComparisonDialog
      title={titleOf(sides)}
      current={sides.current.report}
      earlier={sides.earlier.report}
      captions={captionsOf(sides)}
      sides={<Sides {...{ sides, workspace, notify, fail }} onChange={setSides} />}
      years={years}
      thresholds={thresholds}
      onThresholds={(changed) => {
        setThresholds(changed);
        workspace.setSwing(changed).catch(fail);
      }}
      onExport={(kind, lines) => void exportComparison(kind, lines, platform, notify)}
      onClose={onClose}
    />
  );
}

interface SidesProps {
  readonly sides: ComparedSides;
  readonly workspace: Workspace;
  readonly notify: Notify;
  readonly fail: (error: unknown) => void;
  readonly onChange: (sides: ComparedSides) => void;
}

function Sides({ sides, workspace, notify, fail, onChange }: SidesProps) {
  const entries = useKeptEntries();
  const units = useMemo(() => unitsOf(entries), [entries]);
  const put = (place: keyof ComparedSides, side: ComparedSide): void => onChange({ ...sides, [place]: side });

  const openReport = (place: keyof ComparedSides, reportId: string): void => {
    readPresent(workspace, reportId).then((side) => {
      if (typeof side === 'string') notify({ tone: 'failed', text: side });
      else put(place, side);
    }, fail);
  };

  const openState = (place: keyof ComparedSides, { id, reportId, at, name, content }: Revision): void => {
    if ('damaged' in content) notify({ tone: 'failed', text: content.damaged.chinese });
    else
      put(place, {
        reportId,
        state: id,
        stateName: name === '' ? momentText(at) : name,
        report: content.report,
      });
  };

  const picker = (place: keyof ComparedSides, label: string) => (
    <SidePicker
      label={label}
      side={sides[place]}
      entries={entries}
      units={units}
      repository={workspace.repository}
      onReport={(reportId) => openReport(place, reportId)}
      onState={(revision) => openState(place, revision)}
      onFailure={fail}
    />
  );
  return (
    <div className="sides">
      {picker('earlier', '左列')}
      <button
        type="button"
        className="outlined"
        title="左右对调"
        aria-label="左右对调"
        onClick={() => onChange({ current: sides.earlier, earlier: sides.current })}
      >
        ⇄
      </button>
      {picker('current', '右列')}
    </div>
  );
}

/** A report as it is: the open one as it stands on the screen; a sentence when it cannot be read. */
async function readPresent(workspace: Workspace, reportId: string): Promise<ComparedSide | string> {
  const open = workspace.store.getSnapshot();
  if (open?.id === reportId) return presentSide(reportId, open.report);
  const loaded = await workspace.repository.loadReport(reportId);
  if (!loaded) return '这份报告已经不在了。';
  return 'report' in loaded ? presentSide(reportId, loaded.report) : loaded.damaged.chinese;
}

function useKeptEntries() {
  const { entries } = useWorkspaceState();
  return useMemo(() => entries.filter(isListed).filter((entry) => !entry.isExample), [entries]);
}

/** The years of the right side's unit, for the chart; those that are compared as they are compared. */
function useYears(workspace: Workspace, { current, earlier }: ComparedSides): readonly Report[] {
  const [kept, setKept] = useState<readonly Report[]>([]);
  const { organisation, scope, year } = current.report;
  useEffect(() => {
    let isShown = true;
    // Without the other years the chart shows those that are compared.
    keptYears(workspace, { organisation, scope }).then(
      (years) => isShown && setKept(years),
      () => undefined,
    );
    return () => {
      isShown = false;
    };
  }, [workspace, organisation, scope]);
  return useMemo(() => {
    const isOfUnit = (one: Report): boolean => one.organisation === organisation && one.scope === scope;
    const shown = [current.report, earlier.report].filter(
      (one, at) => isOfUnit(one) && (at === 0 || one.year !== year),
    );
    return [
      ...kept.filter((one) => isOfUnit(one) && shown.every((side) => side.year !== one.year)),
      ...shown,
    ];
  }, [kept, current, earlier, organisation, scope, year]);
}

/** The readable reports of a unit and scope. */
async function keptYears(
  workspace: Workspace,
  { organisation, scope }: Pick<Report, 'organisation' | 'scope'>,
): Promise<readonly Report[]> {
  const entries = workspace
    .getState()
    .entries.filter(isListed)
    .filter((entry) => !entry.isExample && entry.organisation === organisation && entry.scope === scope);
  const loaded = await Promise.all(entries.map((entry) => workspace.repository.loadReport(entry.id)));
  return loaded.flatMap((one) => (one && 'report' in one ? [one.report] : []));
}
