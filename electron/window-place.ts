// Where the window stood and how large it was, and where it stands next time: pure decisions over rectangles.
// All measures are device-independent pixels.

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowPlace {
  /** The window's outer rectangle when it is neither maximised nor full screen. */
  readonly bounds: Rectangle;
  readonly isMaximised: boolean;
}

/** The smallest window in which the form can be worked with. */
export const SMALLEST_WINDOW = { width: 960, height: 600 } as const;

/** How much of the window's top edge must be on a screen so that it can be grasped. */
const GRASP = { width: 120, height: 40 } as const;

/** A remembered place, or undefined when the value is not one. */
export function parseWindowPlace(value: unknown): WindowPlace | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { bounds, isMaximised } = value as Record<string, unknown>;
  if (typeof isMaximised !== 'boolean' || !isRectangle(bounds)) return undefined;
  const { x, y, width, height } = bounds;
  return { bounds: { x, y, width, height }, isMaximised };
}

/**
 * The place for the next start. Without a remembered one, or when no screen shows it any more, the window fills
 * the first work area (a screen of 1366 × 768 has no room to spare). `workAreas` are the screens without their
 * task bars, the main one first.
 */
export function placeWindow(
  remembered: WindowPlace | undefined,
  workAreas: readonly Rectangle[],
): WindowPlace {
  const main = workAreas[0] ?? { x: 0, y: 0, width: 1366, height: 728 };
  if (remembered === undefined) return { bounds: main, isMaximised: true };
  if (!workAreas.some((area) => canGrasp(remembered.bounds, area))) {
    return { bounds: main, isMaximised: remembered.isMaximised };
  }
  const { x, y } = remembered.bounds;
  const width = Math.max(remembered.bounds.width, SMALLEST_WINDOW.width);
  const height = Math.max(remembered.bounds.height, SMALLEST_WINDOW.height);
  return { bounds: { x, y, width, height }, isMaximised: remembered.isMaximised };
}

function canGrasp(window: Rectangle, area: Rectangle): boolean {
  const width = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const top = window.y - area.y;
  return width >= GRASP.width && top >= 0 && top <= area.height - GRASP.height;
}

function isRectangle(value: unknown): value is Rectangle {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Record<string, unknown>;
  return ['x', 'y', 'width', 'height'].every((key) => Number.isInteger(record[key]));
}
