// The kept states of the open report: when, why and what changed; any two can be compared and either restored.

import { useEffect, useMemo, useState, type FormEvent } from 'react';
import { accountOfChange } from '../../../shared/report/account-of-change';
import type { Report } from '../../../shared/report/report';
import { REVISION_NAMES } from '../../../shared/text/keeping-words';
import { failureSentenceOf } from '../../store/failure-sentence';
import type { Notify } from '../../commands/notify';
import type { Revision } from '../../database/revision-repository';
import type { ReportKeeping } from '../../store/report-keeping';
import type { ReportSnapshot } from '../../store/report-store';
import { NOW, type ComparedSide } from '../comparison/comparison-sides';
import { GrowingRows } from '../GrowingRows';
import { Modal } from '../Modal';
import { momentText } from '../moment-text';
import './history.css';

interface HistoryDialogProps {
  readonly snapshot: ReportSnapshot;
  readonly keeping: ReportKeeping;
  readonly notify: Notify;
  readonly onCompare: (current: ComparedSide, earlier: ComparedSide) => void;
  readonly onClose: () => void;
}

interface ShownState {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly account: string;
  readonly report: Report | undefined;
}

export function HistoryDialog({ snapshot, keeping, notify, onCompare, onClose }: HistoryDialogProps) {
  const [revisions, setRevisions] = useState<readonly Revision[] | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [name, setName] = useState('');

  const fail = (error: unknown): void => notify({ tone: 'failed', text: failureSentenceOf(error) });
  const reload = async (): Promise<void> => setRevisions(await keeping.listRevisions());
  useEffect(() => {
    let isShown = true;
    keeping.listRevisions().then(
      (listed) => isShown && setRevisions(listed),
      (error: unknown) => notify({ tone: 'failed', text: failureSentenceOf(error) }),
    );
    return () => {
      isShown = false;
    };
  }, [keeping, notify]);

  const states = useMemo(() => shownStates(snapshot.report, revisions ?? []), [snapshot.report, revisions]);
  const pair = states.filter((state) => chosen.includes(state.id));

  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      await keeping.keepRevision(name.trim());
      setName('');
      await reload();
    } catch (error) {
      fail(error);
    }
  };

  const choose = (id: string): void =>
    setChosen((before) =>
      before.includes(id) ? before.filter((one) => one !== id) : [...before, id].slice(-2),
    );

  const compare = (): void => {
    const [newer, older] = pair;
    if (newer?.report && older?.report)
      onCompare(sideOf(snapshot.id, newer, newer.report), sideOf(snapshot.id, older, older.report));
  };

  return (
    <Modal
      title={`历史版本 · ${snapshot.report.organisation} ${snapshot.report.year} 年度`}
      size="table"
      onClose={onClose}
      buttons={
        <>
          <span className="count">勾选两个版本可以对比，对比时还可以换成别的报告</span>
          <button type="button" className="outlined" disabled={pair.length !== 2} onClick={compare}>
            对比所选两版
          </button>
          <button type="button" className="primary" onClick={onClose}>
            关闭
          </button>
        </>
      }
    >
      <form className="keep-revision" onSubmit={(event) => void keep(event)}>
        <input
          aria-label="版本名称"
          placeholder="给现在的内容起个名字留存，如：送审稿"
          value={name}
          maxLength={40}
          required
          pattern=".*\S.*"
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" className="outlined">
          留存版本
        </button>
      </form>
      {revisions?.length === 0 && (
        <p className="empty">还没有历史版本。填写时每分钟自动留一版，定稿时也会留一版。</p>
      )}
      {revisions !== null && revisions.length > 0 && (
        <table className="revisions">
          <tbody>
            <GrowingRows
              rows={states}
              render={(state) => (
                <StateRow
                  key={state.id}
                  state={state}
                  isChosen={chosen.includes(state.id)}
                  canRestore={!snapshot.isReadOnly && state.id !== NOW}
                  onChoose={() => choose(state.id)}
                  onRestore={(report) => {
                    keeping.restore(report);
                    notify({ tone: 'done', text: `已恢复到${state.name}，可以撤销。` });
                    onClose();
                  }}
                />
              )}
            />
          </tbody>
        </table>
      )}
    </Modal>
  );
}

function sideOf(reportId: string, { id, name }: ShownState, report: Report): ComparedSide {
  return { reportId, state: id, stateName: name, report };
}

interface StateRowProps {
  readonly state: ShownState;
  readonly isChosen: boolean;
  readonly canRestore: boolean;
  readonly onChoose: () => void;
  readonly onRestore: (report: Report) => void;
}

function StateRow({ state, isChosen, canRestore, onChoose, onRestore }: StateRowProps) {
  const { report, account } = useMemo(() => ({ report: state.report, account: state.account }), [state]);
  return (
    <tr data-state={state.id} className={isChosen ? 'chosen' : undefined}>
      <td>
        <input
          type="checkbox"
          aria-label={`选择${state.name}`}
          checked={isChosen}
          disabled={!report}
          onChange={onChoose}
        />
      </td>
      <th scope="row">{state.name}</th>
      <td>{state.title}</td>
      <td className="account">{account}</td>
      <td>
        {canRestore && report && (
          <button type="button" className="link" onClick={() => onRestore(report)}>
            恢复到这一版
          </button>
        )}
      </td>
    </tr>
  );
}

/**
 * What is on the screen, then the kept states; each with what changed since the whole state before it. States are read
 * and accounted for when their row is drawn.
 */
function shownStates(current: Report, revisions: readonly Revision[]): ShownState[] {
  const changedSince = (report: Report, before: number): string => {
    for (const { content } of revisions.slice(before))
      if ('report' in content) return accountOfChange(content.report, report);
    return '';
  };
  return [
    { id: NOW, name: '现在', title: '', account: changedSince(current, 0), report: current },
    ...revisions.map((revision, index): ShownState => {
      const { id, at, kind, name } = revision;
      return {
        id,
        name: momentText(at),
        title: name === '' ? REVISION_NAMES[kind] : `${REVISION_NAMES[kind]}：${name}`,
        get account() {
          const { content } = revision;
          return 'damaged' in content ? content.damaged.chinese : changedSince(content.report, index + 1);
        },
        get report() {
          return 'report' in revision.content ? revision.content.report : undefined;
        },
      };
    }),
  ];
}
