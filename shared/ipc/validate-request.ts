// Checks at run time what a window sends to the desktop: a window is the less trusted side, whatever its types
// promise. Answers a fresh object that holds nothing but the known fields, or undefined.

import type {
  CloseAnswer,
  IpcCallName,
  IpcCalls,
  KeepSnapshotRequest,
  OpenFileRequest,
  ReadSnapshotRequest,
  SaveFileRequest,
} from './contract';
import { isFileKindName, LARGEST_FILE_BYTES } from './file-kinds';

const LONGEST_NAME = 255;
const LONGEST_REASON = 1000;

/** A valid request wrapped, so that a call whose request is undefined can be told from a refused one. */
export interface Validated<T> {
  readonly request: T;
}

type Validators = {
  readonly [Name in IpcCallName]: (payload: unknown) => Validated<IpcCalls[Name]['request']> | undefined;
};

const VALIDATORS: Validators = {
  'save-file': validateSaveFile,
  'open-file': validateOpenFile,
  'reveal-last-saved': validateNothing,
  'take-delivered-files': validateNothing,
  'print-to-pdf': validateNothing,
  'keep-snapshot': validateKeepSnapshot,
  'list-snapshots': validateNothing,
  'read-snapshot': validateReadSnapshot,
  'set-data-aside': validateNothing,
  'application-information': validateNothing,
  'answer-close': validateCloseAnswer,
};

/** The payload of this call as its request, or undefined when it is anything else. */
export function validateRequest<Name extends IpcCallName>(
  name: Name,
  payload: unknown,
): Validated<IpcCalls[Name]['request']> | undefined {
  return VALIDATORS[name](payload);
}

function validateNothing(payload: unknown): Validated<undefined> | undefined {
  return payload === undefined ? { request: undefined } : undefined;
}

function validateSaveFile(payload: unknown): Validated<SaveFileRequest> | undefined {
  if (!isRecord(payload)) return undefined;
  const { suggestedName, kind, bytes } = payload;
  if (typeof suggestedName !== 'string' || suggestedName.length > LONGEST_NAME) return undefined;
  if (!isFileKindName(kind)) return undefined;
  if (!(bytes instanceof Uint8Array) || bytes.byteLength > LARGEST_FILE_BYTES) return undefined;
  return { request: { suggestedName, kind, bytes } };
}

function validateKeepSnapshot(payload: unknown): Validated<KeepSnapshotRequest> | undefined {
  if (!isRecord(payload)) return undefined;
  const { bytes, isWhole } = payload;
  if (!(bytes instanceof Uint8Array) || bytes.byteLength === 0 || typeof isWhole !== 'boolean')
    return undefined;
  return bytes.byteLength > LARGEST_FILE_BYTES ? undefined : { request: { bytes, isWhole } };
}

function validateReadSnapshot(payload: unknown): Validated<ReadSnapshotRequest> | undefined {
  const at = isRecord(payload) ? payload['at'] : undefined;
  if (typeof at !== 'number' || !Number.isSafeInteger(at) || at < 0) return undefined;
  return { request: { at } };
}

function validateOpenFile(payload: unknown): Validated<OpenFileRequest> | undefined {
  if (!isRecord(payload) || !Array.isArray(payload['kinds'])) return undefined;
  const kinds: unknown[] = payload['kinds'];
  if (kinds.length === 0 || !kinds.every(isFileKindName)) return undefined;
  return { request: { kinds: [...new Set(kinds)] } };
}

function validateCloseAnswer(payload: unknown): Validated<CloseAnswer> | undefined {
  if (!isRecord(payload)) return undefined;
  if (payload['outcome'] === 'flushed') return { request: { outcome: 'flushed' } };
  const reason = payload['reason'];
  if (payload['outcome'] !== 'unsaved' || typeof reason !== 'string' || reason.length > LONGEST_REASON) {
    return undefined;
  }
  return { request: { outcome: 'unsaved', reason } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
