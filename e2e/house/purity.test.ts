import { Linter } from 'eslint';
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { parser } from 'typescript-eslint';
import { afterAll, describe, expect, it } from 'vitest';
import { purity } from '../../eslint.config.js';

const root = join(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'chorus-purity-'));
afterAll(() => rmSync(scratch, { recursive: true }));

describe('the linter, in pure folders,', () => {
  it.each([
    'Math.sin(1)',
    'Math.random()',
    "Math['tan'](1)",
    'Math.log2(8)',
    'const { hypot } = Math; hypot(3, 4)',
    'new Date()',
    'Date.now()',
    'performance.now()',
    'setTimeout(() => 1)',
    'globalThis',
    'crypto',
    'x ** 2',
    '2 ** x',
    'y **= 2',
    "'a'.localeCompare('b')",
    '(1.5).toLocaleString()',
    'Intl.DateTimeFormat',
  ])('refuses %s', (code) => {
    expect(lint(code)).toHaveLength(1);
  });

  it.each(['Math.sqrt(2)', 'Math.imul(2, 3)', 'Math.floor(x)', '2 ** 32', '2 ** -53', 'const date = 1; date'])('allows %s', (code) => {
    expect(lint(code)).toEqual([]);
  });
});

describe('the compiler', { timeout: 120_000 }, () => {
  it.each([
    ['pure', ['document', 'postMessage', 'process', 'setTimeout', 'console']],
    ['worker', ['document', 'process']],
    ['page', ['WorkerGlobalScope', 'process']],
    ['node', ['document']],
  ])('knows in %s code none of the names %j', (settings, names) => {
    const lines = names.map((name) => `export const my_${name} = ${name};`);
    expect(unknownNames(settings, [...lines, 'export const fine = Math.PI;'].join('\n'))).toEqual(names);
  });
});

function lint(code: string): readonly string[] {
  const messages = new Linter().verify(`let x = 1, y = 1; ${code}; x; y`, [{ languageOptions: { parser }, rules: purity }]);
  return messages.map(({ message }) => message);
}

/** Names that a module does not find when it is compiled with the settings `tsconfig/<settings>.json`. */
function unknownNames(settings: string, text: string): readonly string[] {
  const path = join(root, 'tsconfig', `${settings}.json`);
  const { config } = ts.readConfigFile(path, (name) => ts.sys.readFile(name)) as { readonly config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(root, 'tsconfig'));
  const planted = join(scratch, `${settings}.ts`);
  writeFileSync(planted, text);
  const program = ts.createProgram([planted], { ...options, typeRoots: [join(root, 'node_modules/@types')], types: options.types ?? [] });
  return program
    .getSemanticDiagnostics(program.getSourceFile(planted))
    .flatMap(({ messageText }) => /Cannot find name '(\w+)'/.exec(ts.flattenDiagnosticMessageText(messageText, ' '))?.[1] ?? []);
}
