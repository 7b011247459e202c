// How tables are looked at and typed in, remembered on this computer: zoom, where Enter goes, last year's figures.

import { useMemo, useState } from 'react';
import type { EnterDirection } from './grid-controller';

/** The zooms offered, 1 = 100 %. */
const ZOOMS = [0.8, 0.9, 1, 1.1, 1.25, 1.5];
const ZOOM_KEY = 'tableZoom';
const ENTER_KEY = 'enterDirection';
const LAST_YEAR_KEY = 'showsLastYear';

export interface TableViewSettings {
  readonly zoom: number;
  readonly enterDirection: EnterDirection;
  /** Last year's figure and the difference in every cell. */
  readonly showsLastYear: boolean;
  /** One step larger (1), smaller (-1), or back to 100 % (0). */
  zoomBy(step: 1 | -1 | 0): void;
  /** Enter goes right instead of down, or down again. */
  turnEnter(): void;
  /** Shows last year's figures, or hides them again. */
  turnLastYear(): void;
}

/** The settings; what they do keeps its identity only as long as they do not change. */
export function useTableView(): TableViewSettings {
  const [zoom, setZoom] = useState(readZoom);
  const [enterDirection, setEnterDirection] = useState<EnterDirection>(() =>
    localStorage.getItem(ENTER_KEY) === 'right' ? 'right' : 'down',
  );
  const [showsLastYear, setShowsLastYear] = useState(() => localStorage.getItem(LAST_YEAR_KEY) === 'yes');
  return useMemo(
    () => ({
      zoom,
      enterDirection,
      showsLastYear,
      zoomBy(step) {
        const at = ZOOMS.indexOf(zoom);
        const next = step === 0 ? 1 : (ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, at + step))] ?? 1);
        localStorage.setItem(ZOOM_KEY, String(next));
        setZoom(next);
      },
      turnEnter() {
        const next = enterDirection === 'down' ? 'right' : 'down';
        localStorage.setItem(ENTER_KEY, next);
        setEnterDirection(next);
      },
      turnLastYear() {
        localStorage.setItem(LAST_YEAR_KEY, showsLastYear ? 'no' : 'yes');
        setShowsLastYear(!showsLastYear);
      },
    }),
    [zoom, enterDirection, showsLastYear],
  );
}

function readZoom(): number {
  const stored = Number(localStorage.getItem(ZOOM_KEY));
  return ZOOMS.includes(stored) ? stored : 1;
}
