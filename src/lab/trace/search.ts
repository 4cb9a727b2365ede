/** Events that a person asks for in words: `token 12`, `slot 3`, `agent 2`, a kind, or any part of a log's own text. */
import type { Events } from './types.ts';

const maxFound = 10_000;

/**
 * Words are joined by "and"; a number after `token`, `slot` or `agent` is one of its parts.
 * @param textOf what the log says of an event, for logs that say anything.
 * @returns the first ten thousand events, in order.
 */
export function findEvents(events: Events, query: string, textOf: (event: number) => string): Int32Array {
  const tests = parse(query).map((part) => testOf(events, part, textOf));
  const found: number[] = [];
  if (tests.length === 0) return new Int32Array(0);
  for (let event = 0; event < events.length && found.length < maxFound; event++) {
    if (tests.every((test) => test(event))) found.push(event);
  }
  return Int32Array.from(found);
}

interface Part {
  readonly of: 'token' | 'slot' | 'agent' | 'text';
  readonly text: string;
}

function parse(query: string): readonly Part[] {
  const parts: Part[] = [];
  const rest = query.replace(/\b(token|slot|agent)\s+(\d+)\b/gi, (_, of: string, text: string) => {
    parts.push({ of: of.toLowerCase() as Part['of'], text });
    return ' ';
  });
  for (const text of rest.split(/\s+/)) if (text !== '') parts.push({ of: 'text', text: text.toLowerCase() });
  return parts;
}

function testOf(events: Events, { of, text }: Part, textOf: (event: number) => string): (event: number) => boolean {
  if (of !== 'text') {
    const column = events[of];
    const wanted = Number(text);
    return (event) => column[event] === wanted;
  }
  const kinds = events.kinds.map((kind) => kind.includes(text));
  const names = events.names.map((name) => name.toLowerCase().includes(text));
  return (event) =>
    kinds[events.kind[event] as number] === true ||
    names[events.agent[event] as number] === true ||
    textOf(event).toLowerCase().includes(text);
}
