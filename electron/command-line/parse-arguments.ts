// Reads the words of a command line. It checks their form only; files are not touched.

import { parseArgs } from 'node:util';
import type { Sentence } from './console';

export type Command =
  | {
      readonly name: 'check';
      readonly files: readonly string[];
      readonly previous: string | undefined;
      readonly asJson: boolean;
    }
  | {
      readonly name: 'export';
      readonly file: string;
      readonly kind: string;
      readonly out: string;
      readonly previous: string | undefined;
      readonly overwrite: boolean;
    }
  | { readonly name: 'help' };

export type ParsedArguments =
  { readonly ok: true; readonly command: Command } | { readonly ok: false; readonly fault: Sentence };

/** The command meant by these words, or what is wrong with them. */
export function parseArguments(words: readonly string[]): ParsedArguments {
  const [name, ...rest] = words;
  switch (name) {
    case 'check':
      return parseCheck(rest);
    case 'export':
      return parseExport(rest);
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      return { ok: true, command: { name: 'help' } };
    default:
      return fault(
        `没有“${name}”这个命令，只有 check 和 export。`,
        `There is no command ${name}; there are check and export.`,
      );
  }
}

function parseCheck(words: readonly string[]): ParsedArguments {
  const parsed = readOptions(words, { previous: { type: 'string' }, json: { type: 'boolean' } });
  if (!parsed.ok) return parsed;
  const { values, files } = parsed;
  if (files.length === 0)
    return fault('没有指定要检查的报告文件。', 'Name at least one report file to check.');
  return {
    ok: true,
    command: { name: 'check', files, previous: textOf(values['previous']), asJson: values['json'] === true },
  };
}

function parseExport(words: readonly string[]): ParsedArguments {
  const parsed = readOptions(words, {
    to: { type: 'string' },
    out: { type: 'string' },
    previous: { type: 'string' },
    overwrite: { type: 'boolean' },
  });
  if (!parsed.ok) return parsed;
  const { values, files } = parsed;
  const [file, ...more] = files;
  const kind = textOf(values['to']);
  const out = textOf(values['out']);
  if (file === undefined || more.length > 0)
    return fault('export 每次只导出一个报告文件。', 'export takes exactly one report file.');
  if (kind === undefined)
    return fault('缺少 --to（导出成什么）。', '--to (the kind of document) is missing.');
  if (out === undefined) return fault('缺少 --out（写到哪里）。', '--out (where to write) is missing.');
  const previous = textOf(values['previous']);
  return {
    ok: true,
    command: { name: 'export', file, kind, out, previous, overwrite: values['overwrite'] === true },
  };
}

type OptionTypes = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;

function readOptions(
  words: readonly string[],
  options: OptionTypes,
):
  | {
      readonly ok: true;
      readonly values: Readonly<Record<string, unknown>>;
      readonly files: readonly string[];
    }
  | { readonly ok: false; readonly fault: Sentence } {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    return { ok: true, values, files: positionals };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      fault: { chinese: `选项写法不对：${reason}`, english: `The options are wrong: ${reason}` },
    };
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function fault(chinese: string, english: string): ParsedArguments {
  return { ok: false, fault: { chinese, english } };
}
