// Runs once before the tests in real windows: current bundles, and a screen.

import { bundle } from '../../build/bundle';
import { startDisplay } from './display';

/** Prepares everything and answers how to end it. */
export async function setup(): Promise<() => void> {
  await bundle();
  return startDisplay();
}
