// Offers the automatic snapshots on the disk where data are missing or damaged; the newest one is proposed.

import { useState } from 'react';
import type { SnapshotOffer } from '../commands/use-snapshots';
import { momentText } from './history/moment-text';
import './snapshot-offer.css';

interface SnapshotOfferPanelProps {
  readonly offer: SnapshotOffer;
  /** Some kept report cannot be read. */
  readonly isDamaged: boolean;
}

export function SnapshotOfferPanel({ offer, isDamaged }: SnapshotOfferPanelProps) {
  const { moments, restore, setDataAside } = offer;
  const [chosen, choose] = useState(moments[0]!);
  if (setDataAside)
    return (
      <section className="snapshot-offer" aria-label="自动备份">
        <span>发现自动备份：{momentText(moments[0]!)}</span>
        <button type="button" className="outlined" onClick={setDataAside}>
          移开无法读取的数据并恢复
        </button>
      </section>
    );
  return (
    <section className="snapshot-offer" aria-label="自动备份">
      <span>
        {isDamaged ? '有报告的记录已损坏。' : ''}发现自动备份：
        {moments.length === 1 && momentText(chosen)}
      </span>
      {moments.length > 1 && (
        <select
          aria-label="自动备份的时间"
          value={chosen}
          onChange={(event) => choose(Number(event.target.value))}
        >
          {moments.map((at) => (
            <option key={at} value={at}>
              {momentText(at)}
            </option>
          ))}
        </select>
      )}
      <button type="button" className="outlined" onClick={() => restore(chosen)}>
        查看并恢复
      </button>
    </section>
  );
}
