/** Regular expressions that people write: compiled, or their fault explained. */
import { failure, success, type Result } from '../../base/result.ts';
import { quote, type Fault } from '../scenario/fault.ts';

/** What every parser must name, as in ShiViz. */
export const requiredGroups = ['host', 'event', 'clock'] as const;

const maxExpressionLength = 2_000;

/** As ShiViz compiles them: over the whole text, `^` and `$` at lines. */
const flags = 'gm';

/** @returns an expression that finds one event a match: groups `host`, `event`, `clock`; further ones are fields. */
export function compileParser(source: string): Result<RegExp, Fault> {
  const compiled = compile(source, 'the parser');
  if (!compiled.ok) return compiled;
  const groups = groupNames(compiled.value);
  const missing = requiredGroups.filter((name) => !groups.includes(name));
  if (missing.length === 0) return compiled;
  const found = groups.length === 0 ? 'no named groups' : `the named groups ${groups.join(', ')}`;
  return failure({
    path: 'the parser',
    found,
    allowed: `an expression that has ${missing.map((name) => `(?<${name}>…)`).join(' and ')} too`,
  });
}

/** @returns an expression that finds what stands between two executions; its group `trace`, if it has one, names the next. */
export function compileDelimiter(source: string): Result<RegExp, Fault> {
  return compile(source, 'the delimiter');
}

function compile(source: string, path: string): Result<RegExp, Fault> {
  if (source === '') return failure({ path, found: 'an empty expression', allowed: 'a regular expression' });
  if (source.length > maxExpressionLength)
    return failure({ path, found: `${String(source.length)} characters`, allowed: `at most ${String(maxExpressionLength)} characters` });
  try {
    return success(new RegExp(source, flags));
  } catch (error) {
    return failure({ path, found: `${quote(source)}, ${reason(error)}`, allowed: 'a regular expression of JavaScript' });
  }
}

/** Engines begin with the expression itself; what is wrong with it comes last. */
function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.slice(message.lastIndexOf(': ') + 1).trim();
}

/** An expression that may also match nothing matches the empty text, and then names all its groups. */
export function groupNames(expression: RegExp): readonly string[] {
  return Object.keys(new RegExp(`${expression.source}|`).exec('')?.groups ?? {});
}
