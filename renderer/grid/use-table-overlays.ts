// What is laid over a table at the moment: the field for finding a row, the 填报说明, the list after a paste.

import { useMemo, useState, type RefObject } from 'react';
import type { PasteOutcome } from '../../shared/clipboard/paste';
import type { ShownHelp } from './CellHelp';
import type { HelpPlace } from './table-view';

export interface Overlays {
  readonly isFinding: boolean;
  readonly help: ShownHelp | null;
  readonly outcome: PasteOutcome | null;
  find(isOpen: boolean): void;
  explain(place: HelpPlace | null): void;
  tell(outcome: PasteOutcome | null): void;
}

const HELP_WIDTH = 380;

/** The overlays of the table in this frame; what opens and closes them keeps its identity. */
export function useTableOverlays(frame: RefObject<HTMLElement | null>): Overlays {
  const [isFinding, setIsFinding] = useState(false);
  const [help, setHelp] = useState<ShownHelp | null>(null);
  const [outcome, setOutcome] = useState<PasteOutcome | null>(null);
  const acts = useMemo(
    () => ({
      find: setIsFinding,
      explain: (place: HelpPlace | null) =>
        setHelp(place && frame.current ? placeHelp(place, frame.current) : null),
      tell: (told: PasteOutcome | null) => setOutcome(told && isWorthTelling(told) ? told : null),
    }),
    [frame],
  );
  return { isFinding, help, outcome, ...acts };
}

/** A block of figures that was taken whole needs no words. */
function isWorthTelling(outcome: PasteOutcome): boolean {
  return outcome.refused.length > 0 || outcome.notices.length > 0;
}

/** Beside the place where there is room: below it, else above; never over it. */
function placeHelp({ subjects, element, isPinned }: HelpPlace, frame: HTMLElement): ShownHelp | null {
  if (subjects.length === 0) return null;
  const place = element.getBoundingClientRect();
  const around = frame.getBoundingClientRect();
  const left = Math.max(0, Math.min(place.left - around.left, around.width - HELP_WIDTH));
  const isInUpperHalf = place.bottom - around.top < around.height / 2;
  const top = isInUpperHalf ? place.bottom - around.top + 4 : place.top - around.top - 4;
  return { subjects, isPinned, left, top, opensUpwards: !isInUpperHalf };
}
