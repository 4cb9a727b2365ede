import { describe, expect, it } from 'vitest';
import { at } from '../../base/assert.ts';
import { eventText, shivizChunks } from '../export/shiviz.ts';
import { importShiviz } from '../import/shiviz.ts';
import { divergenceOf, type Compared } from './divergence.ts';
import { eventsOfLog } from './from-log.ts';
import { runOf, small } from './histories.test-kit.ts';
import type { Events } from './types.ts';

const plain = runOf(small);
const open = (events: Events): Compared => ({ events, values: events.timeS, isOpen: true });

function logOf(text: string): Compared {
  const log = importShiviz(text);
  if (!log.ok) throw new Error(JSON.stringify(log.error));
  const execution = at(log.value.executions, 0);
  const events = eventsOfLog(execution);
  return { events, values: events.depth, textOf: (event) => at(execution.events, event).text, isOpen: false };
}

describe('two histories', () => {
  it('part nowhere when they are one run, even where one of them has come further', () => {
    expect(divergenceOf(open(runOf(small, 1)), open(plain))).toEqual({ partings: [], shared: 4 });
    expect(divergenceOf(open(plain), open(runOf(small, 1)))).toEqual({ partings: [], shared: 4 });
  });

  it('part first where the first thing differs, and on every lifeline sooner or later', () => {
    const changed = runOf({ ...small, interventions: [{ atS: 1.5, do: 'crash', agent: 2 }] });
    const { partings } = divergenceOf(open(plain), open(changed));
    const first = at(partings, 0);
    expect(first.agents).toEqual([2, 2]);
    expect(changed.kinds[changed.kind[first.events[1]] ?? -1]).toBe('crash');
    const times = partings.map(({ events: [one, other] }) => Math.min(plain.timeS[one] ?? Infinity, changed.timeS[other] ?? Infinity));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.every((timeS) => timeS >= 1.5)).toBe(true);
    expect(partings.length).toBe(4);
  });

  it.each(['timeS', 'clock', 'peer', 'token', 'slot', 'ballot'] as const)('part where one event has another %s', (column) => {
    const event = 500;
    const changed = plain[column].slice();
    changed[event] = (changed[event] ?? 0) + 1;
    const { partings } = divergenceOf(open(plain), open({ ...plain, [column]: changed }));
    expect(partings.map(({ events }) => events)).toEqual([[event, event]]);
  });

  it('of two protocols part over the first thing that one of them says', () => {
    const legacy = runOf({ mesh: { ...small.mesh, protocol: 'legacy' } });
    const { partings } = divergenceOf(open(plain), open(legacy));
    const [one, other] = at(partings, 0).events;
    expect(plain.kinds[plain.kind[one] ?? -1]).not.toBe(legacy.kinds[legacy.kind[other] ?? -1]);
  });

  it('a run and its own log are one; with a line changed, they part there', () => {
    const run = { ...open(plain), textOf: (event: number) => eventText(plain, event) };
    const text = [...shivizChunks(plain)].join('');
    const log = logOf(text);
    expect(divergenceOf(run, log)).toEqual({ partings: [], shared: 4 });
    const changed = logOf(text.replace('receive-accepted', 'receive-nothing'));
    const { partings } = divergenceOf(run, changed);
    expect(partings.length).toBe(1);
    expect(changed.textOf?.(at(partings, 0).events[1])).toContain('receive-nothing');
    expect(eventText(plain, at(partings, 0).events[0])).toContain('receive-accepted');
  });

  it('a log that ends earlier than another parts from it where it ends', () => {
    const longer = logOf('a {"a":1}\nx\na {"a":2}\ny\nb {"b":1}\nz\n');
    const shorter = logOf('a {"a":1}\nx\nb {"b":1}\nz\n');
    expect(divergenceOf(longer, shorter)).toEqual({ partings: [{ agents: [0, 0], events: [1, -1] }], shared: 2 });
  });
});
