// The edits that turn one state of a report into another: restoring a revision and taking over an import are edits
// like any other, and can be undone.

import type { Edit } from './edits';
import type { Report, SignatoryRole } from './report';

/**
 * The edits from one report to another on the same form; applied to `from` they give the figures, texts, totals as
 * printed, explanations and signatories of `to`. Unit, scope and year stay `from`'s. Throws an Error when the forms
 * differ: a report never changes its layout.
 */
export function editsBetween(from: Report, to: Report): readonly Edit[] {
  if (from.form !== to.form) throw new Error('the two reports are not on the same form');
  return [
    ...valueEdits(from, to),
    ...declaredEdits(from, to),
    ...keysOf(from.narrative, to.narrative).map((section): Edit => ({
      kind: 'narrative',
      section,
      text: to.narrative[section] ?? '',
    })),
    ...keysOf(from.explanations, to.explanations).map((key): Edit => ({
      kind: 'explanation',
      key,
      explanation: to.explanations[key] ?? null,
    })),
    ...keysOf(from.signatories, to.signatories).map((role): Edit => {
      const known = role as SignatoryRole;
      return { kind: 'signatory', role: known, text: to.signatories[known] ?? '' };
    }),
  ];
}

function valueEdits(from: Report, to: Report): Edit[] {
  return from.form.entered
    .filter((index) => from.values[index] !== to.values[index])
    .map((index) => ({
      kind: 'value',
      address: from.form.cells[index]!.address,
      value: to.values[index]!,
    }));
}

/** All of them, since a changed figure drops the declared totals that rest on it: they stand again afterwards. */
function declaredEdits(from: Report, to: Report): Edit[] {
  const addresses = new Set([...from.declared.keys(), ...to.declared.keys()]);
  return [...addresses].map((address) => ({
    kind: 'declared',
    address,
    value: to.declared.get(address) ?? null,
  }));
}

/** The keys whose entries differ. */
function keysOf(from: Readonly<Record<string, unknown>>, to: Readonly<Record<string, unknown>>): string[] {
  const keys = new Set([...Object.keys(from), ...Object.keys(to)]);
  return [...keys].filter((key) => JSON.stringify(from[key]) !== JSON.stringify(to[key]));
}
