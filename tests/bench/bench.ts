// npm run bench: measures speed and size and prints one line of JSON a figure. It judges nothing: machines are noisy.

import { bundle } from '../../build/bundle';
import { measureDatabase } from './database';
import { measureDocuments } from './documents';
import { measureEngine } from './engine';
import type { Figure } from './figure';
import { measureGrid } from './grid';
import { measureSaving } from './saving';
import { measureWindow } from './window';

const MEASUREMENTS: readonly (() => readonly Figure[] | Promise<readonly Figure[]>)[] = [
  measureEngine,
  measureDocuments,
  measureWindow,
  measureGrid,
  measureSaving,
  measureDatabase,
];

await bundle();
for (const measure of MEASUREMENTS)
  for (const figure of await measure()) process.stdout.write(`${JSON.stringify(figure)}\n`);
