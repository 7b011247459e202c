// Which side panels are folded away, remembered on this computer.

import { useState } from 'react';

export interface FoldedPanels {
  /** Years and sections. */
  readonly left: boolean;
  /** Findings. */
  readonly right: boolean;
}

const STORAGE_KEY = 'foldedPanels';

/** The folded panels and the way to fold or unfold one. */
export function useFoldedPanels(): readonly [FoldedPanels, (side: keyof FoldedPanels) => void] {
  const [folded, setFolded] = useState<FoldedPanels>(read);
  const toggle = (side: keyof FoldedPanels): void => {
    const next = { ...folded, [side]: !folded[side] };
    localStorage.setItem(
      STORAGE_KEY,
      Object.keys(next)
        .filter((key) => next[key === 'left' ? 'left' : 'right'])
        .join(' '),
    );
    setFolded(next);
  };
  return [folded, toggle];
}

function read(): FoldedPanels {
  const stored = localStorage.getItem(STORAGE_KEY)?.split(' ') ?? [];
  return { left: stored.includes('left'), right: stored.includes('right') };
}
