// What a window may send to the desktop, call by call; anything else is refused before it is looked at.

import { describe, expect, it } from 'vitest';
import { IPC_CALL_NAMES } from '../../../shared/ipc/contract';
import { FILE_KINDS, isFileKindName, LARGEST_FILE_BYTES } from '../../../shared/ipc/file-kinds';
import { validateRequest } from '../../../shared/ipc/validate-request';

const bytes = new Uint8Array([1, 2, 3]);
const save = { suggestedName: '年报', kind: 'report', bytes };

describe('requests to the desktop', () => {
  it('are these calls and no others', () => {
    expect(IPC_CALL_NAMES).toEqual([
      'save-file',
      'open-file',
      'reveal-last-saved',
      'take-delivered-files',
      'print-to-pdf',
      'keep-snapshot',
      'list-snapshots',
      'read-snapshot',
      'set-data-aside',
      'application-information',
      'answer-close',
    ]);
  });

  it('are accepted when they are well formed, without any further field', () => {
    expect(validateRequest('save-file', { ...save, path: '/etc/passwd' })).toEqual({ request: save });
    expect(validateRequest('open-file', { kinds: ['report', 'report'], path: '/' })).toEqual({
      request: { kinds: ['report'] },
    });
    expect(validateRequest('reveal-last-saved', undefined)).toEqual({ request: undefined });
    expect(validateRequest('take-delivered-files', undefined)).toEqual({ request: undefined });
    expect(validateRequest('keep-snapshot', { bytes, isWhole: false, path: '/' })).toEqual({
      request: { bytes, isWhole: false },
    });
    expect(validateRequest('list-snapshots', undefined)).toEqual({ request: undefined });
    expect(validateRequest('read-snapshot', { at: 4, path: '/' })).toEqual({ request: { at: 4 } });
    expect(validateRequest('application-information', undefined)).toEqual({ request: undefined });
    expect(validateRequest('answer-close', { outcome: 'flushed', reason: 4 })).toEqual({
      request: { outcome: 'flushed' },
    });
    expect(validateRequest('answer-close', { outcome: 'unsaved', reason: '磁盘已满' })).toEqual({
      request: { outcome: 'unsaved', reason: '磁盘已满' },
    });
  });

  it.each([
    ['save-file', undefined],
    ['save-file', null],
    ['save-file', 'text'],
    ['save-file', [save]],
    ['save-file', { ...save, suggestedName: undefined }],
    ['save-file', { ...save, suggestedName: 'x'.repeat(256) }],
    ['save-file', { ...save, kind: 'exe' }],
    ['save-file', { ...save, kind: 'toString' }],
    ['save-file', { ...save, bytes: [1, 2, 3] }],
    ['save-file', { ...save, bytes: new ArrayBuffer(3) }],
    ['save-file', { ...save, bytes: 'text' }],
    ['open-file', undefined],
    ['open-file', { kinds: [] }],
    ['open-file', { kinds: 'report' }],
    ['open-file', { kinds: ['report', 'exe'] }],
    ['keep-snapshot', undefined],
    ['keep-snapshot', { bytes: 'text', isWhole: true }],
    ['keep-snapshot', { bytes }],
    ['keep-snapshot', { bytes, isWhole: 1 }],
    ['keep-snapshot', { bytes: new Uint8Array(), isWhole: true }],
    ['list-snapshots', '/etc'],
    ['read-snapshot', { at: '../x' }],
    ['read-snapshot', { at: -1 }],
    ['read-snapshot', { at: '20260120T040000000Z' }],
    ['read-snapshot', undefined],
    ['read-snapshot', { at: 1.5 }],
    ['set-data-aside', '/home'],
    ['reveal-last-saved', '/etc/passwd'],
    ['reveal-last-saved', null],
    ['take-delivered-files', {}],
    ['application-information', 4],
    ['answer-close', undefined],
    ['answer-close', { outcome: 'unsaved' }],
    ['answer-close', { outcome: 'unsaved', reason: 'x'.repeat(1001) }],
    ['answer-close', { outcome: 'closed' }],
  ] as const)('%s refuses %j', (name, payload) => {
    expect(validateRequest(name, payload)).toBeUndefined();
  });

  it('accept a file of the largest size and refuse one byte more', () => {
    expect(
      validateRequest('save-file', { ...save, bytes: new Uint8Array(LARGEST_FILE_BYTES) }),
    ).toBeDefined();
    expect(
      validateRequest('save-file', { ...save, bytes: new Uint8Array(LARGEST_FILE_BYTES + 1) }),
    ).toBeUndefined();
    const largest = { bytes: new Uint8Array(LARGEST_FILE_BYTES), isWhole: true };
    expect(validateRequest('keep-snapshot', largest)).toBeDefined();
    const larger = { bytes: new Uint8Array(LARGEST_FILE_BYTES + 1), isWhole: true };
    expect(validateRequest('keep-snapshot', larger)).toBeUndefined();
  });
});

describe('kinds of files', () => {
  it('have a plain extension each', () => {
    const extensions = Object.values(FILE_KINDS).map((kind) => kind.extension);
    expect(new Set(extensions).size).toBe(extensions.length);
    for (const extension of extensions) expect(extension).toMatch(/^[a-z]+$/);
  });
  it('are not what every object inherits', () => {
    expect(isFileKindName('report')).toBe(true);
    expect(['constructor', '__proto__', '', 4, undefined].map(isFileKindName)).toEqual(Array(5).fill(false));
  });
});
