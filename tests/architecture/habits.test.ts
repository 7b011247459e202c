// How every source file is written: named in full words, opened by a comment, exporting by name, silencing nothing.

import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFiles, withoutComments } from '../helpers/source-files';

const files = sourceFiles('shared', 'renderer', 'electron', 'build', 'tests');
const scripts = files.filter(({ path }) => !path.endsWith('.css'));
const paths = (found: readonly { readonly path: string }[]): string[] => found.map(({ path }) => path);

describe('every source file', () => {
  it('is found', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  it('has a name that says what it is', () => {
    const vague = /(^|[-.])(utils?|helpers?|managers?|services?|misc|common)([-.]|$)/i;
    // tests/helpers is the folder's agreed name; the files in it have names of their own.
    expect(paths(files.filter(({ path }) => vague.test(basename(path))))).toEqual([]);
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/;
    const pascal = /^[A-Z][A-Za-z0-9]*\.tsx$/;
    const wrong = scripts.filter(({ path }) => {
      const name = basename(path);
      return path.endsWith('.tsx') ? !pascal.test(name) && !kebab.test(name) : !kebab.test(name);
    });
    expect(paths(wrong)).toEqual([]);
  });

  it('opens with a comment on what it is responsible for', () => {
    expect(paths(scripts.filter(({ text }) => !/^\s*(\/\/|\/\*)/.test(text)))).toEqual([]);
  });

  it('exports by name', () => {
    expect(paths(scripts.filter(({ code }) => /^export\s+default\b/m.test(code)))).toEqual([]);
  });

  it('silences neither the type checker nor the linter, and skips no test', () => {
    const silencing = new RegExp(['eslint', 'disable'].join('-') + '|@ts-' + '(ignore|nocheck|expect-error)');
    expect(paths(scripts.filter(({ text }) => silencing.test(text)))).toEqual([]);
    // skipIf remains for programs that only some machines have; on continuous integration it counts as a failure.
    const skipping = /\b(describe|it|test)\.(skip|todo|only|fails)\b/;
    expect(paths(scripts.filter(({ code }) => skipping.test(code)))).toEqual([]);
  });

  it('names no machine and no host of a package registry', () => {
    const machine = /(?<![\w.])\/(work|home|root|Users)\/|registry\.np/;
    expect(paths(scripts.filter(({ text }) => machine.test(text)))).toEqual([]);
  });
});

describe('comments', () => {
  it('are told from what only looks like one', () => {
    const text = "const a = 'http://x'; // tail\nconst b = `// ${c}`; /* d\n e */ f();";
    expect(withoutComments(text)).toBe(
      "const a = 'http://x';        \nconst b = `// ${c}`;     \n      f();",
    );
  });
});
