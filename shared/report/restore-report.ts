// The one gate for every report that comes in: files, backups, the database, an import. What passes is a whole,
// valid report; what does not is refused with the place and the reason. Nothing is dropped, repaired or guessed.

import { findCell, type CompiledForm } from '../forms/compile-form';
import type { CellAddress } from '../forms/cell-address';
import { allForms, appliesToYear, findForm } from '../forms/form-registry';
import type { ColumnType } from '../forms/form-definition';
import { isDeclaredValue, isEnteredValue } from './accepted-values';
import type { CellValue } from './cell-value';
import type { Explanation, Report, ReportScope, Signatories, SignatoryRole } from './report';

export const REPORT_KIND = 'gongkai-nianbao/report';
export const REPORT_SCHEMA_VERSION = 1;

/** A refusal in both languages: the window shows the Chinese sentence, the command line both. */
export interface Refusal {
  readonly chinese: string;
  readonly english: string;
}

export type Restored =
  { readonly ok: true; readonly report: Report } | { readonly ok: false; readonly refusal: Refusal };

/** The envelope of a report file as JSON has it; see the README for its meaning. */
export interface ReportEnvelope {
  readonly kind: typeof REPORT_KIND;
  readonly schemaVersion: typeof REPORT_SCHEMA_VERSION;
  readonly formId: string;
  readonly organisation: string;
  readonly scope: ReportScope;
  readonly year: number;
  readonly values: Readonly<Record<string, number | string>>;
  readonly declared?: Readonly<Record<string, number | '/'>>;
  readonly narrative?: Readonly<Record<string, string>>;
  readonly explanations?: Readonly<Record<string, Explanation>>;
  readonly signatories?: Signatories;
}

export const SIGNATORY_ROLES: readonly SignatoryRole[] = [
  'preparedBy',
  'reviewedBy',
  'responsible',
  'telephone',
  'date',
];

const FIELDS: readonly (keyof ReportEnvelope)[] = [
  'kind',
  'schemaVersion',
  'formId',
  'organisation',
  'scope',
  'year',
  'values',
  'declared',
  'narrative',
  'explanations',
  'signatories',
];

/** The report as its envelope: blanks, empty sections and absent parts are left out, keys stand in form order. */
export function envelopeOf(report: Report): ReportEnvelope {
  const { form } = report;
  const values: Record<string, number | string> = {};
  for (const index of form.entered) {
    const value = report.values[index]!;
    if (value !== null) values[form.cells[index]!.address] = value;
  }
  const declared: Record<string, number | '/'> = {};
  for (const index of form.computed) {
    const { address } = form.cells[index]!;
    const value = report.declared.get(address);
    if (value !== undefined) declared[address] = value;
  }
  const isFilled = (part: object): boolean => Object.keys(part).length > 0;
  return {
    kind: REPORT_KIND,
    schemaVersion: REPORT_SCHEMA_VERSION,
    formId: form.definition.id,
    organisation: report.organisation,
    scope: report.scope,
    year: report.year,
    values,
    ...(isFilled(declared) && { declared }),
    ...(isFilled(report.narrative) && { narrative: report.narrative }),
    ...(isFilled(report.explanations) && { explanations: report.explanations }),
    ...(isFilled(report.signatories) && { signatories: report.signatories }),
  };
}

/**
 * Checks parsed JSON of unknown origin and turns it into a report. A computed address found in `values` is moved
 * to `declared`. Every fault is a refusal that names the field or address; nothing throws.
 */
export function restoreReport(envelope: unknown): Restored {
  try {
    return { ok: true, report: readEnvelope(envelope) };
  } catch (error) {
    if (error instanceof RefusalError) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

/** Carries a refusal out of the nested readers below; it never leaves this file. */
class RefusalError extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.english);
  }
}

function refuse(chinese: string, english: string): never {
  throw new RefusalError({ chinese, english });
}

function readEnvelope(envelope: unknown): Report {
  if (!isRecord(envelope) || envelope['kind'] !== REPORT_KIND)
    refuse('这不是政务公开年报的报告文件。', 'This is not a report file of this program.');
  const version = envelope['schemaVersion'];
  if (typeof version === 'number' && version > REPORT_SCHEMA_VERSION)
    refuse(
      `文件由更新版本的程序写成（格式 ${version}），请先升级本程序。`,
      `The file was written by a newer version of the program (schema ${version}); update the program first.`,
    );
  if (version !== REPORT_SCHEMA_VERSION)
    refuse(
      `schemaVersion 应为 ${REPORT_SCHEMA_VERSION}，文件里是 ${show(version)}。`,
      `schemaVersion must be ${REPORT_SCHEMA_VERSION}, not ${show(version)}.`,
    );
  for (const field of Object.keys(envelope))
    if (!FIELDS.some((known) => known === field))
      refuse(`不认识的字段 ${field}。`, `Unknown field ${field}.`);
  const { form, year } = readForm(envelope);
  const { values, declared } = readFigures(form, envelope);
  return {
    form,
    organisation: readOrganisation(envelope['organisation']),
    scope: readScope(envelope['scope']),
    year,
    values,
    declared,
    narrative: readNarrative(form, envelope['narrative']),
    explanations: readExplanations(form, envelope['explanations']),
    signatories: readSignatories(envelope['signatories']),
  };
}

function readForm(envelope: Record<string, unknown>): { form: CompiledForm; year: number } {
  const { formId, year } = envelope;
  const form = typeof formId === 'string' ? findForm(formId) : undefined;
  const known = allForms()
    .map((one) => one.definition.id)
    .join(', ');
  if (!form)
    refuse(
      `不认识的版式 formId ${show(formId)}，本程序认识：${known}。`,
      `Unknown formId ${show(formId)}; this program knows ${known}.`,
    );
  if (typeof year !== 'number' || !Number.isInteger(year))
    refuse(`year 应为年份整数，文件里是 ${show(year)}。`, `year must be a whole year, not ${show(year)}.`);
  if (!appliesToYear(form.definition, year))
    refuse(
      `版式 ${form.definition.id} 不适用于 ${year} 年度。`,
      `The form ${form.definition.id} does not apply to the year ${year}.`,
    );
  return { form, year };
}

function readOrganisation(organisation: unknown): string {
  if (typeof organisation !== 'string' || organisation.trim() === '')
    refuse('organisation（单位名称）缺失或为空。', 'organisation is missing or empty.');
  return organisation;
}

function readScope(scope: unknown): ReportScope {
  if (scope !== 'own' && scope !== 'consolidated')
    refuse(
      `scope 应为 own（本机关）或 consolidated（汇总），文件里是 ${show(scope)}。`,
      `scope must be own or consolidated, not ${show(scope)}.`,
    );
  return scope;
}

function readFigures(
  form: CompiledForm,
  envelope: Record<string, unknown>,
): { values: CellValue[]; declared: Map<CellAddress, number | '/'> } {
  if (envelope['values'] === undefined) refuse('缺少 values（各格数字）。', 'values is missing.');
  const values: CellValue[] = form.cells.map(() => null);
  const declared = new Map<CellAddress, number | '/'>();
  for (const [address, value] of Object.entries(readRecord(envelope['declared'], 'declared'))) {
    const cell = findCell(form, address);
    if (!cell) return refuseAddress(form, 'declared', address);
    if (!cell.operands)
      refuse(`declared 里的 ${address} 不是总计格。`, `${address} in declared is not a computed cell.`);
    declared.set(cell.address, readDeclared(address, value));
  }
  for (const [address, value] of Object.entries(readRecord(envelope['values'], 'values'))) {
    const cell = findCell(form, address);
    if (!cell) return refuseAddress(form, 'values', address);
    if (!cell.operands) {
      values[cell.index] = readEntered(address, cell.column.type, value);
      continue;
    }
    const total = readDeclared(address, value);
    const other = declared.get(cell.address);
    if (other !== undefined && other !== total)
      refuse(
        `总计 ${address} 在 values 里是 ${show(total)}，在 declared 里是 ${show(other)}，两处不一致。`,
        `The total ${address} is ${show(total)} in values but ${show(other)} in declared.`,
      );
    declared.set(cell.address, total);
  }
  return { values, declared };
}

function refuseAddress(form: CompiledForm, field: string, address: string): never {
  return refuse(
    `${field} 里的 ${address} 不是版式 ${form.definition.id} 的格子。`,
    `${address} in ${field} is not a cell of the form ${form.definition.id}.`,
  );
}

function readDeclared(address: string, value: unknown): number | '/' {
  if (isDeclaredValue(value)) return value;
  return refuseValue(address, value, ...COUNT_WORDING);
}

function readEntered(address: string, type: ColumnType, value: unknown): CellValue {
  if (isEnteredValue(type, value)) return value;
  return refuseValue(address, value, ...WORDING[type]);
}

const COUNT_WORDING = ['0 至 999999999 的整数或 "/"', 'a whole number from 0 to 999999999 or "/"'] as const;

const WORDING: Readonly<Record<ColumnType, readonly [chinese: string, english: string]>> = {
  count: COUNT_WORDING,
  signedCount: ['九位以内的整数或 "/"', 'a whole number of up to nine digits or "/"'],
  amount: ['写成文本的金额（最多六位小数）或 "/"', 'an amount as a string with at most six decimals, or "/"'],
  asWritten: ['照原文写的文本', 'text as written in the source'],
};

function refuseValue(address: string, value: unknown, chinese: string, english: string): never {
  return refuse(
    `${address} 的值应为${chinese}，文件里是 ${show(value)}。`,
    `${address} must be ${english}, not ${show(value)}.`,
  );
}

function readNarrative(form: CompiledForm, narrative: unknown): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [section, text] of Object.entries(readRecord(narrative, 'narrative'))) {
    if (form.sectionByKey.get(section)?.kind !== 'narrative')
      refuse(
        `narrative 里的 ${section} 不是文字部分。`,
        `${section} in narrative is not a narrative section.`,
      );
    if (typeof text !== 'string')
      refuse(`narrative.${section} 应为文本。`, `narrative.${section} must be a string.`);
    if (text !== '') texts[section] = text;
  }
  return texts;
}

function readExplanations(form: CompiledForm, explanations: unknown): Record<string, Explanation> {
  const known = new Set(form.rules.filter(({ rule }) => rule.explainable).map(({ key }) => key));
  const result: Record<string, Explanation> = {};
  for (const [key, value] of Object.entries(readRecord(explanations, 'explanations'))) {
    if (!known.has(key))
      refuse(
        `explanations 里的 ${key} 不是可以说明的校验项。`,
        `${key} in explanations names no rule that can be explained.`,
      );
    if (
      !isRecord(value) ||
      typeof value['text'] !== 'string' ||
      value['text'].trim() === '' ||
      !Number.isFinite(value['left']) ||
      !Number.isFinite(value['right'])
    )
      refuse(
        `explanations.${key} 应有 text（文字）和 left、right（数字）。`,
        `explanations.${key} needs text and numbers left and right.`,
      );
    result[key] = { text: value['text'], left: Number(value['left']), right: Number(value['right']) };
  }
  return result;
}

function readSignatories(signatories: unknown): Signatories {
  const result: Record<string, string> = {};
  for (const [role, name] of Object.entries(readRecord(signatories, 'signatories'))) {
    if (!SIGNATORY_ROLES.some((known) => known === role))
      refuse(`signatories 里有不认识的字段 ${role}。`, `Unknown field ${role} in signatories.`);
    if (typeof name !== 'string')
      refuse(`signatories.${role} 应为文本。`, `signatories.${role} must be a string.`);
    if (name !== '') result[role] = name;
  }
  return result;
}

/** A part that may be absent; anything but an object is refused. */
function readRecord(value: unknown, field: string): Record<string, unknown> {
  if (value === undefined) return {};
  if (!isRecord(value))
    refuse(`${field} 应为对象，文件里是 ${show(value)}。`, `${field} must be an object, not ${show(value)}.`);
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  if (value === undefined) return '（无）';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
