// Where the window stands at the next start, on the screens that are there then.

import { describe, expect, it } from 'vitest';
import { parseWindowPlace, placeWindow } from '../../electron/window-place';

const OFFICE = { x: 0, y: 0, width: 1366, height: 728 };
const SECOND = { x: 1366, y: 0, width: 1920, height: 1040 };
const remembered = { bounds: { x: 1500, y: 60, width: 1400, height: 800 }, isMaximised: false };

describe('the place of the window', () => {
  it('fills the main screen at the first start', () => {
    expect(placeWindow(undefined, [OFFICE, SECOND])).toEqual({ bounds: OFFICE, isMaximised: true });
  });
  it('is the same as last time', () => {
    expect(placeWindow(remembered, [OFFICE, SECOND])).toEqual(remembered);
  });
  it('moves to the main screen when the second one is gone', () => {
    expect(placeWindow(remembered, [OFFICE])).toEqual({ bounds: OFFICE, isMaximised: false });
  });
  it('is never out of reach of the mouse', () => {
    const above = { ...remembered, bounds: { ...remembered.bounds, y: -50 } };
    expect(placeWindow(above, [OFFICE, SECOND]).bounds).toEqual(OFFICE);
    const below = { ...remembered, bounds: { ...remembered.bounds, y: 1030 } };
    expect(placeWindow(below, [OFFICE, SECOND]).bounds).toEqual(OFFICE);
  });
  it('is never too small to work in', () => {
    const tiny = { ...remembered, bounds: { ...remembered.bounds, width: 10, height: 10 } };
    expect(
      placeWindow({ ...tiny, bounds: { ...tiny.bounds, width: 200 } }, [OFFICE, SECOND]).bounds,
    ).toMatchObject({
      width: 960,
      height: 600,
    });
  });
  it.each([
    undefined,
    null,
    4,
    'x',
    {},
    { bounds: {}, isMaximised: true },
    { ...remembered, isMaximised: 1 },
  ])('is not read from %j', (value) => {
    expect(parseWindowPlace(value)).toBeUndefined();
  });
  it('is read back as it was written', () => {
    expect(parseWindowPlace(JSON.parse(JSON.stringify(remembered)))).toEqual(remembered);
  });
});
