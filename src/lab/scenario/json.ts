/**
 * JSON with its faults told: line and column, what stands there and what may. Engines word a `SyntaxError` each in its
 * own way and some without the place, `JSON.parse` lets the last of two equal keys win in silence, and a document nested
 * a hundred thousand deep overflows whoever walks it. So the text is read once here, then handed to `JSON.parse`.
 */
import { failure, success, type Result } from '../../base/result.ts';
import { wholeText } from '../../base/whole-text.ts';
import { indexPath, keyPath, quote, type Fault } from './fault.ts';

/** Far more than any document of ours has, far less than what a recursive reader can take. */
const maxDepth = 64;

/**
 * @param what for the message, for instance `a scenario`.
 * @returns the value, or one fault for text that is too long, empty or not JSON, or one for every key given twice.
 */
export function parseJson(text: string, what: string, maxBytes: number): Result<unknown, readonly Fault[]> {
  const bytes = utf8Bytes(text);
  if (bytes > maxBytes) return failure([tooLong(bytes, maxBytes)]);
  // A byte order mark is no JSON, but editors write it.
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (json.trim() === '') return failure([{ path: '', found: 'an empty text', allowed: `${what}, a JSON object` }]);
  const faults = scan(json);
  return faults.length > 0 ? failure(faults) : success(JSON.parse(json));
}

export function tooLong(bytes: number, maxBytes: number): Fault {
  return { path: '', found: `${wholeText(bytes)} bytes`, allowed: `at most ${wholeText(maxBytes)} bytes` };
}

/** Length of a string in UTF-8 (no `TextEncoder`: it belongs to the platform, not to the language). */
export function utf8Bytes(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // A surrogate pair takes four bytes, so two for each half.
    if (code >= 0x80) bytes += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}

/** One level of nesting: where we stand in an object (keys seen, current key) or in a list (current index). */
interface Level {
  readonly keys: Set<string> | undefined;
  key: string;
  index: number;
}

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma or end' | 'nothing';

const allowedText: Readonly<Record<Expected, string>> = {
  value: 'a value: an object, a list, a text in double quotes, a number, true, false or null',
  'value or ]': 'a value or "]"',
  key: 'a key in double quotes (and no comma after the last one)',
  'key or }': 'a key in double quotes, or "}"',
  colon: '":" after the key',
  'comma or end': '"," or the closing bracket',
  nothing: 'nothing after the end of the document',
};

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /true|false|null/y;
const space = /[ \t\n\r]*/y;

/** All double keys, or the one fault that makes the text no JSON. */
function scan(json: string): readonly Fault[] {
  const twice: Fault[] = [];
  const levels: Level[] = [];
  let expected: Expected = 'value';
  let position = 0;

  for (;;) {
    position = endOf(space, json, position) ?? position;
    if (position === json.length) return expected === 'nothing' ? twice : [notJson(json, position, allowedText[expected])];
    const level = levels.at(-1);
    const step = token(json, position, expected, level);
    if (step === undefined) return [notJson(json, position, allowedText[expected])];
    if (step.kind === 'open') {
      if (levels.length === maxDepth) return [notJson(json, position, `at most ${String(maxDepth)} levels of brackets`)];
      levels.push({ keys: step.object ? new Set() : undefined, key: '', index: 0 });
      expected = step.object ? 'key or }' : 'value or ]';
    } else if (step.kind === 'key') {
      const key = JSON.parse(json.slice(position, step.end)) as string;
      if (level?.keys?.has(key) === true)
        twice.push({ path: keyPath(pathOf(levels.slice(0, -1)), key), found: 'the key twice', allowed: 'every key once' });
      level?.keys?.add(key);
      if (level !== undefined) level.key = key;
      expected = 'colon';
    } else if (step.kind === 'colon') expected = 'value';
    else if (step.kind === 'comma') {
      if (level !== undefined) level.index++;
      expected = level?.keys === undefined ? 'value' : 'key';
    } else {
      if (step.kind === 'close') levels.pop();
      expected = levels.length === 0 ? 'nothing' : 'comma or end';
    }
    position = step.end;
  }
}

type Step =
  | { readonly kind: 'key' | 'colon' | 'comma' | 'close' | 'value'; readonly end: number }
  | { readonly kind: 'open'; readonly object: boolean; readonly end: number };

/** What stands at a position, when it is something that may stand there. */
function token(json: string, position: number, expected: Expected, level: Level | undefined): Step | undefined {
  const character = json[position];
  const end = position + 1;
  if (expected === 'nothing') return undefined;
  if (expected === 'colon') return character === ':' ? { kind: 'colon', end } : undefined;
  const closing = level?.keys === undefined ? ']' : '}';
  if (expected === 'comma or end') {
    if (character === ',') return { kind: 'comma', end };
    return character === closing ? { kind: 'close', end } : undefined;
  }
  if ((expected === 'key or }' || expected === 'value or ]') && character === closing) return { kind: 'close', end };
  if (expected === 'key' || expected === 'key or }') {
    const after = endOfString(json, position);
    return after === undefined ? undefined : { kind: 'key', end: after };
  }
  if (character === '{' || character === '[') return { kind: 'open', object: character === '{', end };
  const after = endOfString(json, position) ?? endOf(number, json, position) ?? endOf(word, json, position);
  return after === undefined ? undefined : { kind: 'value', end: after };
}

function endOf(expression: RegExp, json: string, position: number): number | undefined {
  expression.lastIndex = position;
  return expression.test(json) ? expression.lastIndex : undefined;
}

const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** By hand: an expression for the whole of a string backtracks over every character of a long one. */
function endOfString(json: string, position: number): number | undefined {
  if (json[position] !== '"') return undefined;
  let i = position + 1;
  while (i < json.length) {
    const code = json.charCodeAt(i);
    if (code === 0x22) return i + 1;
    if (code < 0x20) return undefined;
    const after = code === 0x5c ? endOf(escape, json, i) : i + 1;
    if (after === undefined) return undefined;
    i = after;
  }
  return undefined;
}

function pathOf(levels: readonly Level[]): string {
  return levels.reduce((path, level) => (level.keys === undefined ? indexPath(path, level.index) : keyPath(path, level.key)), '');
}

function notJson(json: string, position: number, allowed: string): Fault {
  const before = json.slice(0, position);
  const line = before.split('\n').length;
  const column = position - before.lastIndexOf('\n');
  const rest = /^\S{1,20}/u.exec(json.slice(position, position + 40))?.[0];
  const found = rest === undefined ? 'the end of the text' : quote(rest);
  return { path: '', found: `${found} at line ${String(line)}, column ${String(column)}: this is not JSON`, allowed };
}
