/** Events that a person asks for in words: `token 12`, `slot 3`, `ballot 7`, `agent 2`, a kind, or any part of a log's own text. */
import { readBallot } from '../../mesh/protocols/chorus/ballot.ts';
import type { Events } from './types.ts';

const maxFound = 10_000;
const numbered = ['token', 'slot', 'ballot', 'agent'] as const;

/**
 * Words are joined by "and"; a number after `token`, `slot`, `ballot` or `agent` is one of its parts.
 * @param textOf what the log says of an event, for logs that say anything.
 * @returns the first ten thousand events, in order.
 */
export function findEvents(events: Events, query: string, textOf: (event: number) => string): Int32Array {
  const isMeant = matcher(events, query, textOf);
  const found: number[] = [];
  if (isMeant === undefined) return new Int32Array(0);
  for (let event = 0; event < events.length && found.length < maxFound; event++) if (isMeant(event)) found.push(event);
  return Int32Array.from(found);
}

/**
 * Of every event whether the words mean it, for a filter.
 * @param known what was found before, for the same words: a history only grows. @returns undefined without words.
 */
export function maskOf(events: Events, query: string, textOf: (event: number) => string, known?: Uint8Array): Uint8Array | undefined {
  const isMeant = matcher(events, query, textOf);
  if (isMeant === undefined) return undefined;
  const mask = new Uint8Array(events.length);
  if (known !== undefined) mask.set(known.subarray(0, events.length));
  for (let event = known?.length ?? 0; event < events.length; event++) mask[event] = Number(isMeant(event));
  return mask;
}

function matcher(events: Events, query: string, textOf: (event: number) => string): ((event: number) => boolean) | undefined {
  const tests = parse(query).map((part) => testOf(events, part, textOf));
  return tests.length === 0 ? undefined : (event) => tests.every((test) => test(event));
}

interface Part {
  readonly of: (typeof numbered)[number] | 'text';
  readonly text: string;
}

function parse(query: string): readonly Part[] {
  const parts: Part[] = [];
  const rest = query.replace(new RegExp(`\\b(${numbered.join('|')})\\s+(\\d+)\\b`, 'gi'), (_, of: string, text: string) => {
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

/** A ballot as the number that is searched for, and as the Lamport time and the agent that it is made of. */
export function ballotText(ballot: number): string {
  if (ballot < 0) return '';
  const { time, agent } = readBallot(ballot);
  return `${String(ballot)} = (${String(time)}, agent ${String(agent)})`;
}
