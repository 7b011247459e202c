// Kills the application at random moments while figures are typed with real keys, opens it again on the same profile,
// and compares what the database holds with what the window had called saved.

import type { Page } from 'playwright-core';
import { formForYear } from '../../shared/forms/form-registry';
import { emptyReport } from '../../shared/report/report';
import { cellOf, createByDialog, showSection } from './type-report';

/** A window on a profile that can be ended at once and opened again. */
export interface KillableWindow {
  readonly page: Page;
  /** SIGKILL to every process of the application; resolves when they are gone. */
  kill(): Promise<void>;
}

export interface KillOutcome {
  readonly kills: number;
  /** Cells that the window had called saved and that are blank or hold an older figure afterwards. Must be none. */
  readonly lost: readonly string[];
  /** Cells in the database into which nothing was ever typed. Must be none. */
  readonly wrong: readonly string[];
  /** Cells that were being saved when the kill came and are not there: at most the one being typed. */
  readonly unsaved: number;
  /** How many cells had been called saved before a kill. */
  readonly saved: number;
}

const REPORT = emptyReport(formForYear(2024)!, { organisation: '甲局', scope: 'own', year: 2024 });

/** The cells that are typed into: a column of table 三. */
const CELLS = REPORT.form.entered
  .map((index) => REPORT.form.cells[index]!)
  .filter((cell) => cell.table.key === 'requests' && cell.column.key === 'naturalPerson')
  .map((cell) => cell.address);

/** A long loop says how it stands after so many kills. */
const KILLS_BETWEEN_WORDS = 25;

/** What a loop of kills came to so far, in one line for whoever waits for it. */
function describeOutcome(name: string, outcome: KillOutcome): string {
  const { kills, saved, lost, wrong, unsaved } = outcome;
  return `${name}: ${kills} kills, ${saved} saved cells, ${lost.length} lost, ${wrong.length} wrong, ${unsaved} unsaved at the kill\n`;
}

/** Types and kills so many times, and prints what it came to under this name. */
export async function killWhileTyping(
  name: string,
  open: () => Promise<KillableWindow>,
  kills: number,
): Promise<KillOutcome> {
  const saved = new Map<string, number>();
  const lost: string[] = [];
  const wrong: string[] = [];
  let inFlight: { readonly address: string; readonly figure: number } | undefined;
  let figure = 0;
  let unsaved = 0;
  let savedCells = 0;
  for (let kill = 0; ; kill += 1) {
    const window = await open();
    const { page } = window;
    if (kill === 0) await createByDialog(page, REPORT);
    await page.locator('[data-section="requests"]').waitFor();
    let typed: { address: string; figure: number } | undefined;
    const round = new Typist(page, () => (figure += 1), {
      begin: (address, value) => (typed = { address, figure: value }),
      acknowledge: (address, value) => {
        saved.set(address, value);
        savedCells += 1;
      },
    });
    if (kill > 0) {
      const stored = await readStoredValues(page);
      if (inFlight && stored[inFlight.address] === inFlight.figure)
        saved.set(inFlight.address, inFlight.figure);
      else if (inFlight) unsaved += 1;
      for (const [address, expected] of saved) {
        const kept = stored[address];
        if (kept === expected) continue;
        lost.push(`${address}: ${String(kept)} instead of ${expected}`);
        // It is counted once.
        if (typeof kept === 'number') saved.set(address, kept);
        else saved.delete(address);
      }
      for (const address of Object.keys(stored))
        if (!saved.has(address)) wrong.push(`${address} was never typed`);
    }
    const outcome = { kills: kill, lost, wrong, unsaved, saved: savedCells };
    const isLast = kill === kills;
    if (isLast || (kill > 0 && kill % KILLS_BETWEEN_WORDS === 0))
      process.stdout.write(describeOutcome(name, outcome));
    if (isLast) {
      await window.kill();
      return outcome;
    }
    // Each time from another cell on: some are new, some already hold a figure.
    const typing = round.run(kill % CELLS.length);
    await Promise.race([round.hasBegun, typing]);
    // What it is doing when the window goes has no answer any more.
    const ended = typing.catch(() => undefined);
    // The moment is random on purpose: it is what is tested.
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 700));
    round.stop();
    await window.kill();
    await ended;
    inFlight = typed && saved.get(typed.address) !== typed.figure ? typed : undefined;
  }
}

interface TypistEvents {
  readonly begin: (address: string, figure: number) => void;
  readonly acknowledge: (address: string, figure: number) => void;
}

/** Types figures down a column, over and over, and notes each that the window calls saved. */
class Typist {
  /** The first figure is saved. */
  readonly hasBegun: Promise<void>;
  private isStopped = false;
  private begin: () => void = () => undefined;

  constructor(
    private readonly page: Page,
    private readonly nextFigure: () => number,
    private readonly events: TypistEvents,
  ) {
    this.hasBegun = new Promise((resolve) => (this.begin = resolve));
  }

  stop(): void {
    this.isStopped = true;
  }

  async run(from: number): Promise<void> {
    await showSection(this.page, 'requests');
    for (let at = from; !this.isStopped; at += 1) {
      const address = CELLS[at % CELLS.length]!;
      await cellOf(this.page, REPORT, address).click();
      const figure = this.nextFigure();
      this.events.begin(address, figure);
      await this.page.keyboard.type(String(figure));
      await this.page.keyboard.press('Enter');
      await this.page.locator('.save-status b', { hasText: '已保存' }).waitFor();
      this.events.acknowledge(address, figure);
      this.begin();
    }
  }
}

/** The figures in the database, read past the application. */
export function readStoredValues(page: Page): Promise<Record<string, number | string>> {
  return page.evaluate(
    () =>
      new Promise<Record<string, number | string>>((resolve, reject) => {
        const opening = indexedDB.open('gongkai-nianbao');
        opening.onerror = () => reject(new Error(String(opening.error)));
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction('contents').objectStore('contents').getAll();
          reading.onerror = () => reject(new Error(String(reading.error)));
          reading.onsuccess = () => {
            database.close();
            const [content] = reading.result as { text: string }[];
            resolve(
              content ? (JSON.parse(content.text) as { values: Record<string, number | string> }).values : {},
            );
          };
        };
      }),
  );
}
