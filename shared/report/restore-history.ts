// Reads undo steps back from storage. A step that does not fit the report's form is refused whole, because an undo
// that changes something else than it says is worse than none.

import { findCell, type CompiledForm } from '../forms/compile-form';
import { isDeclaredValue, isEnteredValue } from './accepted-values';
import type { Edit } from './edits';
import type { UndoStep } from './undo-history';
import { SIGNATORY_ROLES } from './restore-report';

/** The undo step in parsed JSON of unknown origin, or undefined when any of its edits could not be applied. */
export function restoreUndoStep(form: CompiledForm, json: unknown): UndoStep | undefined {
  if (!isRecord(json) || typeof json['label'] !== 'string') return undefined;
  const forward = restoreEdits(form, json['forward']);
  const inverse = restoreEdits(form, json['inverse']);
  const mergeKey = json['mergeKey'];
  if (!forward || !inverse || (mergeKey !== undefined && typeof mergeKey !== 'string')) return undefined;
  return { label: json['label'], forward, inverse, ...(mergeKey !== undefined && { mergeKey }) };
}

/** The edits in parsed JSON, or undefined when one of them does not fit the form. */
export function restoreEdits(form: CompiledForm, json: unknown): readonly Edit[] | undefined {
  if (!Array.isArray(json)) return undefined;
  return json.every((edit: unknown) => isEdit(form, edit)) ? (json as readonly Edit[]) : undefined;
}

function isEdit(form: CompiledForm, edit: unknown): edit is Edit {
  if (!isRecord(edit)) return false;
  switch (edit['kind']) {
    case 'value': {
      const cell = findCell(form, String(edit['address']));
      if (!cell || cell.operands) return false;
      return edit['value'] === null || isEnteredValue(cell.column.type, edit['value']);
    }
    case 'declared':
      return (
        findCell(form, String(edit['address']))?.operands !== undefined &&
        (edit['value'] === null || isDeclaredValue(edit['value']))
      );
    case 'narrative':
      return (
        form.sectionByKey.get(String(edit['section']))?.kind === 'narrative' &&
        typeof edit['text'] === 'string'
      );
    case 'explanation':
      return typeof edit['key'] === 'string' && isExplanation(edit['explanation']);
    case 'signatory':
      return SIGNATORY_ROLES.some((role) => role === edit['role']) && typeof edit['text'] === 'string';
    default:
      return false;
  }
}

function isExplanation(value: unknown): boolean {
  if (value === null) return true;
  return (
    isRecord(value) &&
    typeof value['text'] === 'string' &&
    Number.isSafeInteger(value['left']) &&
    Number.isSafeInteger(value['right'])
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
