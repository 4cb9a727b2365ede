import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from '../../base/assert.ts';
import { faulty, faultyCuts } from '../trace/histories.test-kit.ts';
import { actions, agents, play } from '../trace/random-history.fixture.ts';
import { outages } from '../trace/spans.ts';
import { eventClass, type Events } from '../trace/types.ts';
import { perfettoChunks, type PerfettoOptions } from './perfetto.ts';

const moves = fc.array(fc.tuple(fc.nat(agents - 1), fc.constantFrom(...actions), fc.nat()), { minLength: 1, maxLength: 60 });

interface Entry {
  readonly ph: string;
  readonly pid: number;
  readonly tid?: number;
  readonly ts?: number;
  readonly dur?: number;
  readonly id?: number;
  readonly name: string;
  readonly bp?: string;
  readonly args?: Readonly<Record<string, unknown>>;
}

function traceOf(events: Events, options: PerfettoOptions = {}): readonly Entry[] {
  return (JSON.parse([...perfettoChunks(events, options)].join('')) as { traceEvents: Entry[] }).traceEvents;
}

/** In nanoseconds, which is what readers of the format count in. */
const ns = (us: number | undefined): number => Math.round((us ?? NaN) * 1_000);

/** The rules of the format that a reader depends on; a sentence for each that is broken. */
function breaches(entries: readonly Entry[]): readonly string[] {
  const broken: string[] = [];
  const slices = new Map<string, { readonly from: number; readonly to: number }[]>();
  for (const { ph, pid, tid, ts, dur } of entries) {
    if (ph === 'M') continue;
    if (!Number.isFinite(ts) || (ph === 'X' && !((dur ?? 0) > 0))) broken.push(`${ph} at ${String(ts)} for ${String(dur)}`);
    if (ph !== 'X') continue;
    const track = `${String(pid)} ${String(tid)}`;
    slices.set(track, [...(slices.get(track) ?? []), { from: ns(ts), to: ns(ts) + ns(dur) }]);
  }
  for (const [track, its] of slices) {
    const open: number[] = [];
    for (const { from, to } of its.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
      while (open.length > 0 && at(open, open.length - 1) <= from) open.pop();
      if (open.length > 0 && to > at(open, open.length - 1)) broken.push(`${track}: a slice to ${String(to)} ends after the one around it`);
      open.push(to);
    }
  }
  const isTied = ({ pid, tid, ts }: Entry): boolean =>
    (slices.get(`${String(pid)} ${String(tid)}`) ?? []).some(({ from, to }) => from <= ns(ts) && ns(ts) < to);
  const ends = new Map<number, Entry>();
  for (const entry of entries) if (entry.ph === 'f') ends.set(entry.id ?? -1, entry);
  const starts = entries.filter(({ ph }) => ph === 's');
  if (starts.length !== ends.size) broken.push(`${String(starts.length)} flows begin, ${String(ends.size)} end`);
  for (const start of starts) {
    const end = ends.get(start.id ?? -1);
    if (end === undefined || !isTied(start) || !isTied(end)) broken.push(`flow ${String(start.id)} is tied to no slice`);
    else if (end.bp !== 'e' || end.name !== start.name || ns(end.ts) < ns(start.ts)) broken.push(`flow ${String(start.id)} is torn`);
  }
  return broken;
}

describe('a history as a trace for Perfetto', () => {
  it('keeps the rules of the format: slices nest, and every flow goes from a slice to a slice', () => {
    fc.assert(
      fc.property(moves, (script) => {
        expect(breaches(traceOf(play(script).events))).toEqual([]);
      }),
      { numRuns: 50 },
    );
    expect(breaches(traceOf(faulty, { from: 200, until: 1_200 }))).toEqual([]);
  });

  it('has a slice for every event of an agent, a flow for every message heard, and losses on the network', () => {
    const entries = traceOf(faulty);
    const classes = Array.from(faulty.kind.subarray(0, faulty.length), (kind) => faulty.classes[kind]);
    const isOwn = (_: unknown, i: number): boolean => classes[i] !== eventClass.lose && (faulty.agent[i] ?? -1) >= 0;
    const slices = entries.filter(({ ph, name }) => ph === 'X' && !name.startsWith('handles '));
    expect(slices.length).toBe(classes.filter(isOwn).length);
    expect(entries.filter(({ ph }) => ph === 's').length).toBe(classes.filter((its) => its === eventClass.receive).length);
    expect(entries.filter(({ ph, name }) => ph === 'i' && name.startsWith('lose-')).length).toBe(
      classes.filter((its) => its === eventClass.lose).length,
    );
  });

  it('tells of a partition only what lies within the time that is written', () => {
    const [from, until] = [faulty.timeS.findIndex((timeS) => timeS >= 1.2), faulty.timeS.findIndex((timeS) => timeS >= 1.7)];
    const span = traceOf(faulty, { cuts: faultyCuts, from, until }).find(({ ph, name }) => ph === 'X' && name === 'partition');
    expect([span?.ts, (span?.ts ?? 0) + (span?.dur ?? 0)].map((us) => (us ?? 0) / 1e6)).toEqual([
      expect.closeTo(faulty.timeS[from] ?? 0, 6),
      expect.closeTo(faulty.timeS[until - 1] ?? 0, 6),
    ]);
  });

  it('tells partitions, and who was down or paused', () => {
    const entries = traceOf(faulty, { cuts: faultyCuts, outages: outages(faulty) });
    expect(breaches(entries)).toEqual([]);
    const spans = entries.filter(({ name }) => ['partition', 'down', 'paused'].includes(name) && name !== '');
    const slices = spans.filter(({ ph }) => ph === 'X').map(({ name, ts, dur }) => [name, (ts ?? 0) / 1e6, (dur ?? 0) / 1e6]);
    expect(slices).toEqual([
      ['partition', 1, 1],
      ['paused', 0.5, 1],
      ['down', 2.2, expect.closeTo(0.6, 6) as number],
    ]);
    expect(spans.find(({ ph, name }) => ph === 'X' && name === 'partition')?.args).toEqual({
      'side 0': 'agent 0, agent 1',
      'side 1': 'agent 2, agent 3',
    });
  });
});
