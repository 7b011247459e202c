// The only way a report changes: plain, invertible edits. Typing, paste, fill, undo, import and restore all use them.

import { findCell } from '../forms/compile-form';
import type { CellAddress } from '../forms/cell-address';
import type { CellValue } from './cell-value';
import type { Explanation, Report, Signatories, SignatoryRole } from './report';

export type Edit =
  /** Enters a value into an entered cell; null blanks it. Drops the declared totals that depend on it. */
  | { readonly kind: 'value'; readonly address: string; readonly value: CellValue }
  /** Sets or, with null, drops a total as the source printed it (采用计算值 drops it). */
  | { readonly kind: 'declared'; readonly address: string; readonly value: number | '/' | null }
  /** Replaces the text of a narrative section. */
  | { readonly kind: 'narrative'; readonly section: string; readonly text: string }
  /** Writes or, with null, removes a written explanation. */
  | { readonly kind: 'explanation'; readonly key: string; readonly explanation: Explanation | null }
  /** Names or, with the empty text, clears a signatory. */
  | { readonly kind: 'signatory'; readonly role: SignatoryRole; readonly text: string };

export interface AppliedEdits {
  readonly report: Report;
  /** Applied to `report` it gives back what was before, declared totals included. Empty when nothing changed. */
  readonly inverse: readonly Edit[];
}

/**
 * Applies edits in order and returns the new report with the edits that take everything back.
 * Edits that change nothing leave no trace in the inverse. Throws an Error when an edit names a cell that the
 * form does not have, a computed cell as entered or an entered one as declared: callers check input before.
 */
export function applyEdits(report: Report, edits: readonly Edit[]): AppliedEdits {
  const draft = new Draft(report);
  for (const edit of edits) draft.apply(edit);
  return draft.finish();
}

/** Copies each part of the report on its first change and remembers what stood there before. */
class Draft {
  private values: CellValue[] | undefined;
  private declared: Map<CellAddress, number | '/'> | undefined;
  private narrative: Readonly<Record<string, string>> | undefined;
  private explanations: Readonly<Record<string, Explanation>> | undefined;
  private signatories: Signatories | undefined;
  private readonly before = new Map<string, Edit>();
  /** Undone last: an undone value would drop them again. */
  private readonly declaredBefore = new Map<string, Edit>();

  constructor(private readonly source: Report) {}

  apply(edit: Edit): void {
    switch (edit.kind) {
      case 'value':
        return this.enterValue(edit.address, edit.value);
      case 'declared':
        return this.declare(edit.address, edit.value);
      case 'narrative':
        return this.writeNarrative(edit.section, edit.text);
      case 'explanation':
        return this.explain(edit.key, edit.explanation);
      case 'signatory':
        return this.nameSignatory(edit.role, edit.text);
    }
  }

  finish(): AppliedEdits {
    const { source } = this;
    const report: Report = {
      ...source,
      values: this.values ?? source.values,
      declared: this.declared ?? source.declared,
      narrative: this.narrative ?? source.narrative,
      explanations: this.explanations ?? source.explanations,
      signatories: this.signatories ?? source.signatories,
    };
    const inverse = [...this.before.values()].reverse().concat([...this.declaredBefore.values()]);
    return { report: inverse.length === 0 ? source : report, inverse };
  }

  private enterValue(address: string, value: CellValue): void {
    const cell = findCell(this.source.form, address);
    if (!cell || cell.operands) throw new Error(`${address} is not an entered cell`);
    const { index } = cell;
    const previous = (this.values ?? this.source.values)[index]!;
    if (previous === value) return;
    this.values ??= [...this.source.values];
    this.values[index] = value;
    remember(this.before, address, { kind: 'value', address, value: previous });
    const declared = this.declared ?? this.source.declared;
    if (declared.size === 0) return;
    for (const dependent of this.source.form.dependents[index]!)
      this.declare(this.source.form.cells[dependent]!.address, null);
  }

  private declare(address: string, value: number | '/' | null): void {
    const cell = findCell(this.source.form, address);
    if (!cell?.operands) throw new Error(`${address} is not a computed cell`);
    const previous = (this.declared ?? this.source.declared).get(cell.address) ?? null;
    if (previous === value) return;
    this.declared ??= new Map(this.source.declared);
    if (value === null) this.declared.delete(cell.address);
    else this.declared.set(cell.address, value);
    remember(this.declaredBefore, address, { kind: 'declared', address, value: previous });
  }

  private writeNarrative(section: string, text: string): void {
    if (this.source.form.sectionByKey.get(section)?.kind !== 'narrative')
      throw new Error(`${section} is not a narrative section`);
    const previous = (this.narrative ?? this.source.narrative)[section] ?? '';
    if (previous === text) return;
    this.narrative = withEntry(this.narrative ?? this.source.narrative, section, text || undefined);
    remember(this.before, `narrative ${section}`, { kind: 'narrative', section, text: previous });
  }

  private explain(key: string, explanation: Explanation | null): void {
    const current = this.explanations ?? this.source.explanations;
    const previous = current[key] ?? null;
    if (previous === explanation) return;
    this.explanations = withEntry(current, key, explanation ?? undefined);
    remember(this.before, `explanation ${key}`, { kind: 'explanation', key, explanation: previous });
  }

  private nameSignatory(role: SignatoryRole, text: string): void {
    const current = this.signatories ?? this.source.signatories;
    const previous = current[role] ?? '';
    if (previous === text) return;
    this.signatories = withEntry<string>({ ...current }, role, text || undefined);
    remember(this.before, `signatory ${role}`, { kind: 'signatory', role, text: previous });
  }
}

function remember(before: Map<string, Edit>, key: string, edit: Edit): void {
  if (!before.has(key)) before.set(key, edit);
}

/** The record with the entry set, or without it when there is no value. */
function withEntry<T>(
  record: Readonly<Record<string, T>>,
  key: string,
  value: T | undefined,
): Record<string, T> {
  const others = Object.entries(record).filter(([name]) => name !== key);
  return Object.fromEntries(value === undefined ? others : [...others, [key, value]]);
}
