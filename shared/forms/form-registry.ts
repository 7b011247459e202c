// Which official form applies to which report year. A new layout is one module and one line in `DEFINITIONS`.

import { annualReport2019 } from './annual-report-2019';
import { annualReport2021 } from './annual-report-2021';
import { compileForm, type CompiledForm } from './compile-form';
import type { FormDefinition } from './form-definition';

const DEFINITIONS: readonly FormDefinition[] = [annualReport2019, annualReport2021];

const FORMS: readonly CompiledForm[] = DEFINITIONS.map(compileForm);

/** Every known form, oldest first, compiled once. */
export function allForms(): readonly CompiledForm[] {
  return FORMS;
}

/** The form with this id (`annual-report-2021`), or undefined when this version of the program does not know it. */
export function findForm(formId: string): CompiledForm | undefined {
  return FORMS.find((form) => form.definition.id === formId);
}

/** The form that a report for this calendar year is filed on, or undefined when no known layout applies. */
export function formForYear(year: number): CompiledForm | undefined {
  return FORMS.find((form) => appliesToYear(form.definition, year));
}

/** Does the layout apply to reports for this calendar year? Both ends of its range are included. */
export function appliesToYear(definition: FormDefinition, year: number): boolean {
  const { from, to } = definition.appliesToYears;
  return Number.isInteger(year) && year >= from && year <= (to ?? Infinity);
}
