// Offers the automatic snapshots on the disk where data are missing or damaged, and proposes the one that helps most.

import { useState } from 'react';
import type { SnapshotOffer } from '../commands/use-snapshots';
import { momentText } from './moment-text';
import './snapshot-offer.css';

interface SnapshotOfferPanelProps {
  readonly offer: SnapshotOffer;
}

export function SnapshotOfferPanel({ offer }: SnapshotOfferPanelProps) {
  const { snapshots, isDamaged, restore, setDataAside } = offer;
  // What is damaged by now stands in no later snapshot.
  const proposed = (isDamaged && snapshots.find(({ isWhole }) => isWhole)) || snapshots[0]!;
  const [chosen, choose] = useState(proposed.at);
  if (setDataAside)
    return (
      <section className="snapshot-offer" aria-label="自动备份">
        <span>发现自动备份：{momentText(proposed.at)}</span>
        <button type="button" className="outlined" onClick={setDataAside}>
          移开无法读取的数据并恢复
        </button>
      </section>
    );
  return (
    <section className="snapshot-offer" aria-label="自动备份">
      <span>
        {isDamaged && '有报告的记录已损坏。'}发现自动备份：
        {snapshots.length === 1 && momentText(chosen)}
      </span>
      {snapshots.length > 1 && (
        <select
          aria-label="自动备份的时间"
          value={chosen}
          onChange={(event) => choose(Number(event.target.value))}
        >
          {snapshots.map(({ at, isWhole }) => (
            <option key={at} value={at}>
              {momentText(at)}
              {!isWhole && '（缺已损坏的）'}
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
