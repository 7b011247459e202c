// 定稿: what still stands in the way, what has to be confirmed, and the lock.

import { useState } from 'react';
import { describeFinding } from '../../../shared/engine/explain-finding';
import { sectionsOfLastYear } from '../../../shared/engine/start-next-year';
import { findCell, sectionTitle } from '../../../shared/forms/compile-form';
import type { ReportSnapshot } from '../../store/report-store';
import { Modal } from '../Modal';
import './finalise.css';

interface FinaliseDialogProps {
  readonly snapshot: ReportSnapshot;
  readonly onFinalise: () => void;
  readonly onClose: () => void;
}

/** Something that is allowed, but has to be seen. */
interface ToConfirm {
  readonly key: string;
  readonly text: string;
}

export function FinaliseDialog({ snapshot, onFinalise, onClose }: FinaliseDialogProps) {
  const { errors } = snapshot.evaluation.counts;
  const items = itemsToConfirm(snapshot);
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set());
  const isReady = errors === 0 && items.every((item) => confirmed.has(item.key));
  const toggle = (key: string): void =>
    setConfirmed((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  return (
    <Modal
      title={`定稿 · ${snapshot.report.year} 年度`}
      size="wide"
      onClose={onClose}
      buttons={
        <>
          <button type="button" className="outlined" onClick={onClose}>
            取消
          </button>
          <button type="button" className="primary" disabled={!isReady} onClick={onFinalise}>
            定稿
          </button>
        </>
      }
    >
      {errors > 0 ? (
        <p className="obstacle" role="alert">
          还有 {errors} 处错误，改正以后才能定稿。右边“校验”里逐条列出，点一下就跳到要改的格子。
        </p>
      ) : (
        <>
          <p>定稿以后内容锁定，不能再改；需要修改时可以重新打开。定稿的内容会留作一个历史版本。</p>
          {items.length > 0 && <p className="remark">下面各项不是错误，请逐项核对后勾选：</p>}
          <ul className="to-confirm">
            {items.map((item) => (
              <li key={item.key}>
                <label className="choice">
                  <input
                    type="checkbox"
                    checked={confirmed.has(item.key)}
                    onChange={() => toggle(item.key)}
                  />
                  <span>{item.text}</span>
                </label>
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  );
}

/** Blanks by table, empty texts, texts that are still last year's, and warnings nobody has explained. */
function itemsToConfirm({ evaluation }: ReportSnapshot): ToConfirm[] {
  const { report, previous, completeness, findings } = evaluation;
  const blanks = new Map<string, number>();
  for (const address of completeness.blanks) {
    const { key } = findCell(report.form, address)!.table;
    blanks.set(key, (blanks.get(key) ?? 0) + 1);
  }
  const titleOf = (key: string): string => sectionTitle(report.form.sectionByKey.get(key)!);
  return [
    ...[...blanks].map(([key, count]) => ({
      key,
      text: `${titleOf(key)}：还有 ${count} 格未填，确认留空`,
    })),
    ...completeness.emptySections.map((key) => ({ key, text: `${titleOf(key)}：没有文字，确认留空` })),
    ...sectionsOfLastYear(report, previous).map((key) => ({
      key: `last year ${key}`,
      text: `${titleOf(key)}：与上年报告的文字完全相同，确认不改`,
    })),
    ...findings
      .filter((finding) => finding.bound.rule.severity === 'warning' && !finding.explained)
      .map((finding) => ({
        key: finding.bound.key,
        text: `${describeFinding(evaluation, finding).message}，已核实无误`,
      })),
  ];
}
