import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Result } from '../base/result.ts';
import { createRun } from '../lab/run/run.ts';
import { readRunZip } from '../lab/import/run-document.ts';
import { rowColumns } from './frame-rows.ts';
import { frameBytes, readFrame } from './frame.ts';
import { scenarioOf, standingHost, started } from './live.test-kit.ts';
import { createLive } from './live.ts';
import type { OnProgress } from './live-api.ts';

function fileOf(made: Result<Blob, string>): Blob {
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

const bytesOf = async (made: Result<Blob, string>): Promise<Uint8Array> => new Uint8Array(await fileOf(made).arrayBuffer());

const soonDone = async <T>(promise: Promise<T>, pass: (ms: number) => number): Promise<T> => {
  const timer = setInterval(() => pass(1), 0);
  try {
    return await promise;
  } finally {
    clearInterval(timer);
  }
};

/** The record in an export of everything. */
async function recordOf({ live, pass }: Pick<ReturnType<typeof started>, 'live' | 'pass'>, onProgress: OnProgress = () => undefined) {
  const record = readRunZip(await bytesOf(await soonDone(live.exportZip(onProgress), pass)));
  if (!record.ok) throw new Error(JSON.stringify(record.error));
  return record.value;
}

describe('a live run', () => {
  test('keeps simulated time at speed times real time', () => {
    const { live, pass, frame } = started({ speed: 2 });
    pass(3_000);
    expect(frame().timeS).toBeCloseTo(6, 1);
    expect(frame().speedReached).toBeCloseTo(2, 1);
    live.setSpeed(0.5);
    pass(2_000);
    expect(frame().timeS).toBeCloseTo(7, 1);
  });

  test('has a smooth time that goes on between steps, never ahead of the run nor more than a step behind', () => {
    const { live, pass, frame } = started({ speed: 0.1 });
    pass(1_000);
    const seen = Array.from({ length: 40 }, () => (pass(7), frame()));
    for (const { timeS, smoothS } of seen) {
      expect(smoothS).toBeLessThanOrEqual(timeS);
      expect(smoothS).toBeGreaterThanOrEqual(timeS - 0.01 - 1e-12);
    }
    // 7 ms at a tenth of real time.
    seen.slice(1).forEach(({ smoothS }, i) => expect(smoothS - (seen[i]?.smoothS ?? NaN)).toBeCloseTo(0.0007, 5));
    expect(new Set(seen.map(({ timeS }) => timeS)).size).toBeLessThan(6);
    live.play(false);
    expect(frame().smoothS).toBe(frame().timeS);
  });

  test('shows messages on their way, and to look at them changes nothing', () => {
    const { pass, frame, live } = started();
    pass(2_000);
    const { flights, flightsPresent, travelling, agentColumns } = frame();
    expect(flights).toBe(flightsPresent);
    expect(travelling[0]).toBeGreaterThan(5);
    expect(Math.max(...agentColumns.group)).toBe(0);
    live.intervene({ do: 'partition', groups: [[1, 3]] });
    expect([...frame().agentColumns.group]).toEqual([0, 1, 0, 1, 0]);
    const { timeS } = frame();
    const alone = createRun(scenarioOf());
    alone.advance(Math.round(timeS / 0.01));
    expect(frame().rowValues.at(rowColumns.indexOf('messages_delivered') - rowColumns.length)).toBe(
      alone.timeseries.column('messages_delivered')[alone.timeseries.length - 1],
    );
  });

  test('stands still while it is paused, and owes nothing for that time', () => {
    const { live, pass, frame } = started();
    pass(500);
    live.play(false);
    const atS = frame().timeS;
    pass(60_000);
    expect(frame().timeS).toBe(atS);
    live.play(true);
    pass(20);
    expect(frame().timeS - atS).toBeLessThan(0.05);
  });

  test('takes one integration step on request, and is paused by it', () => {
    const { live, pass, frame } = started();
    live.step();
    live.step();
    pass(100);
    expect(frame().timeS).toBe(0.02);
    expect(frame().playing).toBe(false);
  });

  test('lets requests through between slices when the machine cannot keep up, and tells the speed it reaches', () => {
    // Every look at the clock costs 20 ms here: a slice is over after one step.
    const { pass, frame } = started({ speed: 100 }, scenarioOf(), 20);
    expect(pass(4_000)).toBeGreaterThan(50);
    expect(frame().speedReached).toBeLessThan(1);
  });

  test('records one setting a path and step boundary, however often the slider moved', () => {
    const { live, pass, frame } = started({ playing: false });
    for (const value of [1, 2, 3, 4]) live.intervene({ do: 'set', path: 'field.coupling', value });
    live.intervene({ do: 'set', path: 'field.noise', value: 1 });
    live.step();
    live.intervene({ do: 'set', path: 'field.coupling', value: 5 });
    live.play(true);
    pass(50);
    expect(live.recorded(0)).toEqual([
      { atS: 0, do: 'set', path: 'field.coupling', value: 4 },
      { atS: 0, do: 'set', path: 'field.noise', value: 1 },
      { atS: 0.01, do: 'set', path: 'field.coupling', value: 5 },
    ]);
    expect(frame().recorded).toBe(3);
    expect(live.recorded(2)).toHaveLength(1);
  });

  test('refuses an action that makes no sense, and records nothing of it', () => {
    const { live } = started();
    expect(live.intervene({ do: 'crash', agent: 99 })).toMatchObject({ ok: false, error: { path: 'agent', found: '99' } });
    expect(live.intervene({ do: 'set', path: 'seed', value: 1 }).ok).toBe(false);
    expect(live.recorded(0)).toEqual([]);
  });

  test('tells what the observer saw, in words, with the agents and the positions, and keeps it in the export', async () => {
    const mesh = { agents: 5, protocol: 'legacy' } as const;
    const { live, pass, frame } = started({}, scenarioOf({ mesh, interventions: [{ atS: 1, do: 'partition', shape: 'minority' }] }));
    expect([frame().violations, live.violations()]).toEqual([0, []]);
    pass(12_000);
    const first = live.violations().find(({ check }) => check === 'agreement');
    expect(first).toMatchObject({ check: 'agreement', agents: [expect.any(Number), expect.any(Number)] });
    expect(first?.message).toMatch(/^slot \d+, log position \d+ on: agent \d holds another value than agent \d$/);
    expect(frame().violations).toBeGreaterThan(1);
    expect((await recordOf({ live, pass })).violations).toContainEqual(first);
  });

  test('tells of each shown oscillator its agent and natural frequency', () => {
    const { shown, scenario } = started();
    const { field } = createRun(scenario);
    expect([...shown.agent]).toEqual([...field.phaseRad].map((_, i) => field.agentStart.findIndex((start) => start > i) - 1));
    expect([...shown.frequencyRadS]).toEqual([...new Float32Array(field.frequencyRadS)]);
  });

  test('is brought back by a replay to the same bits, and goes on from there', () => {
    const first = started({ speed: 3 });
    first.pass(500);
    first.live.intervene({ do: 'partition', shape: 'minority' });
    first.pass(500);
    first.live.intervene({ do: 'set', path: 'field.coupling', value: 6 });
    first.pass(1_000);
    first.live.play(false);
    const lost = first.frame();

    const again = started({ playing: false, replayToS: lost.timeS }, { ...first.scenario, interventions: [...first.live.recorded(0)] });
    expect(again.frame().replayToS).toBeCloseTo(lost.timeS, 9);
    expect(again.live.intervene({ do: 'heal' }).ok).toBe(false);
    again.pass(100);
    const found = again.frame();
    expect(found.replayToS).toBeNaN();
    expect(found.timeS).toBe(lost.timeS);
    expect(found.phases).toEqual(lost.phases);
    expect(found.rowValues).toEqual(lost.rowValues);
    expect(found.components).toBe(2);
    again.live.play(true);
    again.pass(500);
    expect(again.frame().timeS).toBeGreaterThan(lost.timeS + 0.4);
  });
});

describe('going back in time', () => {
  /** Two cuts and a setting, by hand, over a minute and a half: several states are remembered on the way. */
  function lived() {
    const run = started({ speed: 10 });
    run.pass(2_000);
    run.live.intervene({ do: 'partition', shape: 'minority' });
    run.pass(3_000);
    run.live.intervene({ do: 'heal' });
    run.live.intervene({ do: 'set', path: 'field.coupling', value: 5 });
    run.pass(4_000);
    run.live.play(false);
    return { ...run, end: run.frame(), digest: async () => recordOf(run) };
  }

  /** Lets it travel, then go on in real time up to a simulated one. */
  function playTo({ live, pass, frame }: ReturnType<typeof started>, timeS: number) {
    live.play(true);
    for (let i = 0; i < 5_000 && frame().timeS < timeS; i++) pass(1);
    live.play(false);
    for (let i = 0; i < 5_000 && frame().timeS < timeS; i++) live.step();
  }

  test('shows every moment as it was, pauses there, and knows how far the run had come', () => {
    const whole = createRun(scenarioOf());
    const run = lived();
    expect(run.end.headS).toBe(run.end.timeS);
    for (const timeS of [70, 12.5, 3, 61.2, 0, 19]) {
      run.live.goTo(timeS);
      run.pass(100);
      expect(run.frame()).toMatchObject({ timeS, playing: false, headS: run.end.timeS, branch: 0, recorded: 3 });
    }
    // Until the first cut it is the run that nobody touched.
    whole.advance(1_900);
    expect(run.frame().rowValues.at(rowColumns.indexOf('r') - rowColumns.length)).toBe(whole.timeseries.column('r')[190]);
    run.pass(1_000);
    expect(run.frame().timeS).toBe(19);
    run.live.goTo(Infinity);
    run.pass(100);
    expect(run.frame().rowValues).toEqual(run.end.rowValues);
    expect(run.frame().phases).toEqual(run.end.phases);
    expect(run.frame().flights).toBe(run.end.flights);
  });

  test('and playing on without a change comes to the digest of the run that was never interrupted', async () => {
    const run = lived();
    const before = await run.digest();
    run.live.goTo(23);
    run.pass(100);
    playTo(run, run.end.timeS);
    const after = await run.digest();
    expect(after.digest).toBe(before.digest);
    expect(after.scenario).toEqual(before.scenario);
    expect(run.frame().branch).toBe(0);
  });

  test('to do something there begins another branch, whose export replays; and the one that was left can be gone back to', async () => {
    const run = lived();
    const before = await run.digest();
    run.live.goTo(30);
    // Asked for on the way: done on arrival.
    expect(run.live.intervene({ do: 'set', path: 'field.noise', value: 2 }).ok).toBe(true);
    run.pass(100);
    playTo(run, 40);
    expect(run.frame()).toMatchObject({ branch: 1, otherFromS: 30, otherToS: run.end.timeS, headS: run.frame().timeS, recorded: 2 });
    expect(run.live.recorded(1)).toEqual([{ atS: 30, do: 'set', path: 'field.noise', value: 2 }]);
    // Who has the rows of the branch before is told which of them still hold.
    const rows = readFrame(run.live.frame(new ArrayBuffer(frameBytes), { generation: 1, branch: 0, rows: 800 }));
    expect(rows).toMatchObject({ firstRow: 301 });
    const forked = await run.digest();
    const again = createRun(forked.scenario);
    again.advance(forked.counts.steps);
    expect(again.digest()).toBe(forked.digest);

    const forkedS = run.frame().timeS;
    run.live.swapBranches();
    for (let i = 0; i < 100; i++) run.pass(20);
    expect(run.frame()).toMatchObject({ timeS: run.end.timeS, branch: 2, otherFromS: 30, otherToS: forkedS, recorded: 3 });
    expect((await run.digest()).digest).toBe(before.digest);
    run.live.swapBranches();
    for (let i = 0; i < 100; i++) run.pass(20);
    expect((await run.digest()).digest).toBe(forked.digest);
  });

  test('tells what was asked for on the way, and is not done because the run goes elsewhere before it is there', () => {
    const run = lived();
    expect(run.live.goTo(30)).toEqual([]);
    expect(run.live.intervene({ do: 'partition', shape: 'halves' }).ok).toBe(true);
    expect(run.live.goTo(12)).toEqual([{ do: 'partition', shape: 'halves' }]);
    run.pass(100);
    expect(run.frame()).toMatchObject({ timeS: 12, branch: 0, recorded: 3 });
  });

  test('and back to the end finds there what was done at the end after an earlier walk', () => {
    const run = lived();
    const walk = (): void => {
      for (const timeS of [30, Infinity]) {
        run.live.goTo(timeS);
        run.pass(100);
      }
    };
    walk();
    run.live.intervene({ do: 'partition', shape: 'halves' });
    walk();
    expect(run.frame()).toMatchObject({ timeS: run.end.timeS, partitioned: true, branch: 0, recorded: 4 });
  });

  test('is refused while a file is written, and what is not allowed begins no branch', async () => {
    const run = lived();
    const zip = run.live.exportZip(() => undefined);
    run.live.goTo(3);
    await soonDone(zip, run.pass);
    expect(run.frame().timeS).toBe(run.end.timeS);
    run.live.goTo(3);
    run.pass(100);
    expect(run.live.intervene({ do: 'crash', agent: 99 }).ok).toBe(false);
    expect(run.frame()).toMatchObject({ branch: 0, recorded: 3 });
  });
});

describe('an export', () => {
  test('lets the run stand still until it is written, and go on then', async () => {
    // Every look at the clock costs 20 ms here: the export yields after every piece.
    const { live, pass, frame } = started({}, scenarioOf(), 20);
    pass(1_000);
    const before = frame().timeS;
    const zip = live.exportZip(() => undefined);
    expect(pass(1_000)).toBeGreaterThan(0);
    expect(frame().timeS).toBe(before);
    expect(live.intervene({ do: 'heal' }).ok).toBe(false);
    await soonDone(zip, pass);
    pass(1_000);
    expect(frame().timeS).toBeGreaterThan(before);
  });

  test('of the time series gives one row a sample', async () => {
    const { live, pass, frame } = started();
    pass(2_000);
    const atS = frame().timeS;
    const csv = await soonDone(
      live.exportCsv(() => undefined),
      pass,
    );
    const rows = (await fileOf(csv).text()).trimEnd().split('\r\n');
    expect(rows).toHaveLength(frame().rowValues.length / rowColumns.length + 1);
    expect(rows[0]).toMatch(/^t_s,r,psi_rad,/);
    const [last = ''] = rows.slice(-1);
    expect(Number(last.split(',')[0])).toBeLessThanOrEqual(atS);
    pass(500);
    expect(frame().timeS).toBeGreaterThan(atS);
  });

  test('does not keep a run that was begun meanwhile waiting', async () => {
    const { live, pass, frame, scenario } = started({}, scenarioOf(), 20);
    pass(1_000);
    const zip = live.exportZip(() => undefined);
    live.start(scenario, { generation: 1, playing: true, speed: 1 });
    pass(100);
    expect(frame().timeS).toBeGreaterThan(0);
    expect((await soonDone(zip, pass)).ok).toBe(true);
  });

  test('that there is no room for fails with why, and the run goes on', async () => {
    const { live, pass, frame } = started({}, scenarioOf(), 20);
    const full = (): never => {
      throw new RangeError('log.csv makes the zip larger than 4 GiB');
    };
    expect(await soonDone(live.exportZip(full), pass)).toEqual({ ok: false, error: 'log.csv makes the zip larger than 4 GiB' });
    pass(1_000);
    expect(frame().timeS).toBeGreaterThan(0);
  });

  test('of everything replays to the digest that it names', async () => {
    const { live, pass } = started({ speed: 3 });
    pass(300);
    live.intervene({ do: 'partition', shape: 'halves' });
    pass(700);
    const shares: number[] = [];
    const { scenario, digest, counts } = await recordOf({ live, pass }, (share) => shares.push(share));
    expect(scenario.interventions).toHaveLength(1);
    const again = createRun(scenario);
    again.advance(counts.steps);
    expect(again.digest()).toBe(digest);
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  });
});

describe('a file that a person opens', () => {
  const { live } = started();

  test('may be a scenario, and its faults are told with their place', async () => {
    const good = await live.readFile(new Blob(['{"schema":"chorus.scenario/1","seed":7}']));
    expect(good.ok && good.value.scenario.seed).toBe(7);
    const bad = await live.readFile(new Blob(['{"schema":"chorus.scenario/1","field":{"noise":-1}}']));
    expect(bad.ok ? [] : bad.error.map(({ path }) => path)).toEqual(['field.noise']);
    expect((await live.readFile(new Blob(['']))).ok).toBe(false);
  });

  test('may be an exported run, whole or its record alone', async () => {
    const run = started();
    run.pass(1_000);
    const zip = await soonDone(
      run.live.exportZip(() => undefined),
      run.pass,
    );
    const read = await live.readFile(fileOf(zip));
    expect(read.ok && read.value.scenario.durationS).toBeCloseTo(1, 1);
    expect(read.ok && read.value.record).toMatchObject({ blocks: 1, faults: [] });
    const files = unzipSync(await bytesOf(zip));
    const agents = strFromU8(files['agents.csv'] ?? new Uint8Array()).replace('0.3,1,0,1,', '0.3,1,1,1,');
    const changed = await live.readFile(new Blob([zipSync({ ...files, 'agents.csv': strToU8(agents) })]));
    expect(changed.ok && changed.value.record?.faults[0]).toMatch(/^block 1 .*agents\.csv is not what was recorded/);
    expect((await live.readFile(fileOf(zip).slice(0, fileOf(zip).size >> 1))).ok).toBe(false);
    expect((await live.readFile(new Blob(['{"schema":"chorus.run/1"}']))).ok).toBe(false);
  });
});

test('A place that cannot compute a run says why instead of dying', () => {
  const { host } = standingHost();
  const broken = { ...scenarioOf(), stepS: NaN };
  const begun = createLive(host).start(broken, { generation: 1, playing: true, speed: 1 });
  expect(begun).toEqual({ ok: false, error: expect.stringMatching(/\w/) as string });
});
