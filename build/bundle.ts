// Builds what is missing or older than its sources: window, main process with preload, command line.
// `npm run build` runs it; start, tests and command line call it first. Output goes below dist/.

import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { withLock } from './build-lock';
import { bundleTargets, COMMON_SOURCES, type BundleTarget } from './bundle-targets';
import { fingerprintSources, isCurrent } from './freshness';
import { DIST_FOLDER, PROJECT_FOLDER } from './project';

/** Where progress goes; the command line must keep stdout to itself. */
export type Progress = (line: string) => void;

const toStandardError: Progress = (line) => process.stderr.write(`${line}\n`);

/**
 * Brings every bundle up to date, or only those named, and answers the names of those that were built. When
 * nothing has changed it only reads the sources. Throws Vite's error when a source does not compile; the bundle
 * made before then stays in place.
 */
export async function bundle(
  names?: readonly BundleTarget['name'][],
  progress: Progress = toStandardError,
): Promise<readonly BundleTarget['name'][]> {
  const wanted = bundleTargets().filter((target) => names === undefined || names.includes(target.name));
  if (wanted.every(isTargetCurrent)) return [];
  return withLock(
    join(DIST_FOLDER, '.bundle-lock'),
    async () => {
      const outdated = wanted.filter((target) => !isTargetCurrent(target));
      for (const target of outdated) {
        progress(`正在构建 ${target.name} / building ${target.name} …`);
        await buildTarget(target);
      }
      return outdated.map((target) => target.name);
    },
    () => progress('另一个构建正在进行，等待其完成 / waiting for another build to finish …'),
  );
}

function stampFile(target: BundleTarget): string {
  return join(DIST_FOLDER, `.${target.name}-stamp`);
}

function fingerprint(target: BundleTarget): string {
  return fingerprintSources(PROJECT_FOLDER, [...COMMON_SOURCES, ...target.sources]);
}

function isTargetCurrent(target: BundleTarget): boolean {
  const isComplete = existsSync(join(DIST_FOLDER, target.name, target.product));
  return isComplete && isCurrent(stampFile(target), fingerprint(target));
}

async function buildTarget(target: BundleTarget): Promise<void> {
  // Taken before the build: a source that is saved while it runs makes the result outdated, as it should.
  const built = fingerprint(target);
  const staging = join(DIST_FOLDER, `.staging-${target.name}`);
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  await asProduction(async () => {
    for (const settings of target.configure(staging)) await build(settings);
  });
  replaceFolder(staging, join(DIST_FOLDER, target.name));
  writeFileSync(stampFile(target), `${built}\n`);
}

/** Vite takes the mode of React from NODE_ENV, which a test runner has set to its own: clerks get one bundle. */
async function asProduction(act: () => Promise<void>): Promise<void> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await act();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

/** Puts the finished folder in the place of the old one; nobody ever sees half a bundle. */
function replaceFolder(finished: string, place: string): void {
  const outgoing = `${finished}-outgoing`;
  rmSync(outgoing, { recursive: true, force: true });
  if (existsSync(place)) renameSync(place, outgoing);
  renameSync(finished, place);
  rmSync(outgoing, { recursive: true, force: true });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const built = await bundle();
  toStandardError(
    built.length === 0 ? '全部为最新 / everything is current.' : `完成 / built: ${built.join(', ')}`,
  );
}
