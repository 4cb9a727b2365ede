import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from '../../base/assert.ts';
import { faultText } from '../scenario/fault.ts';
import { shivizFormats } from '../texts/shiviz-formats.ts';
import { summarise } from './shiviz-summary.ts';
import { importShiviz, type ImportedExecution, type ImportedLog, type ImportOptions } from './shiviz.ts';

const good = ['a {"a":1}', 'begins', 'b {"b":1}', 'begins', 'a {"a":2}', 'sends', 'b {"b":2,"a":2}', 'hears'].join('\n');

function read(text: string, options: ImportOptions = {}): ImportedLog {
  const log = importShiviz(text, options);
  if (!log.ok) throw new Error(log.error.map((fault) => faultText(fault)).join('\n'));
  return log.value;
}

function only(text: string, options: ImportOptions = {}): ImportedExecution {
  return at(read(text, options).executions, 0);
}

function refusals(text: string, options: ImportOptions = {}): readonly string[] {
  const log = importShiviz(text, options);
  return log.ok ? [] : log.error.map((fault) => faultText(fault));
}

const faultsOf = (...lines: readonly string[]): readonly string[] =>
  only(lines.map((line) => `${line}\nevent`).join('\n')).faults.map((fault) => faultText(fault));

describe('a log with vector clocks', () => {
  it('gives its events with host, count, text, line and direct causes, every cause before its effect', () => {
    expect(only(good)).toEqual({
      name: '',
      hosts: ['a', 'b'],
      found: 4,
      holes: [],
      faults: [],
      unreadLines: [],
      events: [
        { host: 0, own: 1, text: 'begins', values: [], line: 1, causes: [] },
        { host: 1, own: 1, text: 'begins', values: [], line: 3, causes: [] },
        { host: 0, own: 2, text: 'sends', values: [], line: 5, causes: [] },
        { host: 1, own: 2, text: 'hears', values: [], line: 7, causes: [2] },
      ],
    });
  });

  it('may tell of its hosts one after the other', () => {
    const blocks = ['b {"b":1}', 'begins', 'b {"b":2,"a":2}', 'hears', 'a {"a":1}', 'begins', 'a {"a":2}', 'sends'].join('\n');
    expect(only(blocks).events.map(({ line, causes }) => [line, causes])).toEqual([
      [1, []],
      [5, []],
      [7, []],
      [3, [2]],
    ]);
  });

  it('draws nobody who was heard through another', () => {
    const chain = only(['a {"a":1}', 'x', 'b {"b":1,"a":1}', 'x', 'c {"c":1,"a":1,"b":1}', 'x'].join('\n'));
    expect(chain.events.map(({ causes }) => causes)).toEqual([[], [0], [1]]);
  });

  it('keeps further groups as fields, and text as text', () => {
    const log = read('7 <b>&amp;</b>\na {"a":1}\n8 \u202e x\na {"a":2}', {
      parser: String.raw`(?<stamp>\d+) (?<event>.*)\n(?<host>\w+) (?<clock>{.*})`,
    });
    expect(log.fields).toEqual(['stamp']);
    expect(log.executions[0]?.events.map(({ text, values }) => [text, ...values])).toEqual([
      ['<b>&amp;</b>', '7'],
      ['\u202e x', '8'],
    ]);
  });

  it('is read with the expressions of its own first lines, lines counted in the file', () => {
    const head = ['(?<event>.*) @(?<host>\\w+) (?<clock>{.*})', '^-- (?<trace>.*)$', '', 'x @a {"a":1}', '-- two', 'y @a {"a":1}'];
    const log = read(head.join('\n'));
    expect(log.source).toBe('file');
    expect(log.executions.map(({ name, events }) => [name, events.map(({ line }) => line)])).toEqual([
      ['', [4]],
      ['two', [6]],
    ]);
    expect(read([head[0], '', '', 'x @a {"a":1}'].join('\r\n')).delimiter).toBeUndefined();
  });

  it('of more than a million characters has its form found in the first of them, and is read whole', () => {
    const events = 4_000;
    const lines = Array.from({ length: events }, (_, i) => `a {"a":${String(i + 1)}}\n${'x'.repeat(300)}`);
    const log = only(lines.join('\n'));
    expect([log.events.length, log.unreadLines, log.events.at(-1)?.line]).toEqual([events, [], 2 * events - 1]);
  });

  it('is split into executions that know nothing of each other', () => {
    const twice = `=== one ===\n${good}\n=== two ===\n${good}`;
    expect(read(twice).executions.map(({ name, found, faults }) => [name, found, faults])).toEqual([
      ['one', 4, []],
      ['two', 4, []],
    ]);
  });

  it.each(shivizFormats.map(({ name, example }) => [name, example] as const))('is found to be of the form “%s”', (name, example) => {
    const text = [1, 2, 3]
      .map((n) => example.replaceAll('\\n', '\n').replace('":1}', `":${n}}`).replace('[date]', '[d]').replace('[thread]', '[t]'))
      .join('\n');
    const log = read(text);
    expect(log.parser).toBe(shivizFormats.find((format) => format.name === name)?.parser);
    expect(log.executions[0]?.events.map(({ own }) => own)).toEqual([1, 2, 3]);
  });
});

describe('a log with holes is shown, and the holes marked', () => {
  it('where own entries skip, where others know more than was logged, and where a host logged nothing', () => {
    const log = only(['a {"a":1}', 'x', 'a {"a":4}', 'x', 'b {"b":1,"a":6,"c":2}', 'x'].join('\n'));
    expect(log.faults).toEqual([]);
    expect(log.holes).toEqual([
      { host: 'a', from: 2, to: 3, line: 3 },
      { host: 'a', from: 5, to: 6, line: 5 },
      { host: 'c', from: 1, to: 2, line: 5 },
    ]);
    // The latest event that is there stands for what is missing after it.
    expect(log.events.map(({ causes }) => causes)).toEqual([[], [], [1]]);
    expect(summarise(log).missing).toBe(6);
    expect(only('a {"a":1}\nx\nb {"b":1,"a":2}\nx').holes).toEqual([{ host: 'a', from: 2, to: 2, line: 3 }]);
  });

  it('even when a clock jumps by two thousand million', () => {
    expect(only('a {"a":1}\nx\na {"a":2000000000}\nx').holes).toEqual([{ host: 'a', from: 2, to: 1_999_999_999, line: 3 }]);
  });

  it('and lines that no event holds are told by their numbers', () => {
    expect(only(`\n# made by hand\n${good}\na {"a":3`).unreadLines).toEqual([2, 11]);
  });
});

describe('a clock that is none is named with its line', () => {
  it.each<[readonly string[], string]>([
    [['a {"a":1}', 'a {"a":1}'], 'line 3: found "a": 1 a second time (first at line 1); allowed: an own entry that rises by 1'],
    [['a {"b":1}'], 'line 1: found a clock of "a" without an entry of its own; allowed: "a" with the number of the event'],
    [['a {"a":1.5}'], 'line 1: found "a": 1.5; allowed: whole numbers from 0 to 2147483647'],
    [['a {"a":-1}'], 'line 1: found "a": -1; allowed: whole numbers'],
    [['a {"a":"1"}'], 'line 1: found "a": "1"; allowed: whole numbers'],
    [['a {a:1}'], 'line 1: found the clock "{a:1}"; allowed: a JSON object of hosts and counts'],
    [
      ['b {"b":1}', 'b {"b":2}', 'a {"a":1,"b":2}', 'a {"a":2,"b":1}'],
      'line 7: found "b": 1 after 2 at line 5; allowed: entries that never fall',
    ],
    [['a {"a":1,"b":1}', 'b {"b":1,"a":1}'], 'each of which knows of the other; allowed: a partial order'],
    [
      ['c {"c":1}', 'b {"b":1,"c":1}', 'a {"a":1,"b":1}'],
      'line 5: found "b": 1 (line 3) in the past, which knows "c": 1, but itself only 0; allowed: whoever knows an event knows what',
    ],
  ])('%j', (lines, expected) => {
    const faults = faultsOf(...lines);
    expect(faults.join('\n')).toContain(expected);
    expect(only(lines.map((line) => `${line}\nevent`).join('\n')).events).toEqual([]);
  });

  it('and "__proto__" is a host like any other', () => {
    expect(only('__proto__ {"__proto__":1}\nx\na {"a":1,"__proto__":1}\nx').events.map(({ causes }) => causes)).toEqual([[], [0]]);
  });
});

describe('what is no log, or no expression, is refused with its reason', () => {
  it.each<[string, ImportOptions, string]>([
    ['', {}, 'found an empty file; allowed: a log with at least one event'],
    [' \n\n', {}, 'found an empty file'],
    ['hello\n', {}, 'found no event in any usual form; allowed: an expression for this log'],
    ['\u0000\ufffd\u0001{\u0002}\ufffd\n'.repeat(100), {}, 'found no event in any usual form; allowed'],
    ['hello\n'.repeat(200_000), {}, 'found no event in any usual form in its first million characters; allowed'],
    [good, { parser: '(?<host>' }, 'the parser: found "(?<host>", '],
    [good, { parser: '' }, 'the parser: found an empty expression'],
    [
      good,
      { parser: '(.*)' },
      'the parser: found no named groups; allowed: an expression that has (?<host>…) and (?<event>…) and (?<clock>…)',
    ],
    [
      good,
      { parser: '(?<host>.)(?<clock>.)' },
      'the parser: found the named groups host, clock; allowed: an expression that has (?<event>…)',
    ],
    [good, { parser: 'x'.repeat(3_000) }, 'the parser: found 3000 characters; allowed: at most 2000'],
    [good, { delimiter: '[' }, 'the delimiter: found "[", '],
    [good, { parser: '(?<host>q)(?<clock>q)(?<event>q)' }, 'found no event that (?<host>q)(?<clock>q)(?<event>q) finds'],
    ['x'.repeat(33_000_000), {}, 'found 33,000,000 bytes; allowed: at most 32,000,000 bytes'],
  ])('%#', (text, options, expected) => {
    expect(refusals(text, options).join('\n')).toContain(expected);
  });

  it('and expressions that match nothing at all come to an end', () => {
    expect(refusals(good, { parser: '(?<host>)(?<clock>)(?<event>)' })[0]).toContain('found no event');
    expect(read(good, { delimiter: '(?:)' }).executions.length).toBe(1);
  });
});

describe('for any execution', () => {
  /** Who acts, and whose latest message it hears first; −1: nobody's. */
  const steps = fc.array(fc.tuple(fc.nat(4), fc.integer({ min: -1, max: 4 })), { minLength: 1, maxLength: 60 });

  it('the causes found have the very partial order of the clocks', () => {
    fc.assert(
      fc.property(steps, fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), (moves, shuffle) => {
        const { lines, past } = simulate(moves);
        const shuffled = lines.map((line, i) => [shuffle[i] ?? 0, line] as const).sort((a, b) => a[0] - b[0]);
        const log = only(shuffled.map(([, line]) => line).join('\n'));
        expect(log.faults).toEqual([]);
        expect(pastsOf(log)).toEqual(past);
      }),
    );
  });

  it('a log with any of its events taken out still has that order among the rest', () => {
    fc.assert(
      fc.property(steps, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (moves, kept) => {
        const { lines, past } = simulate(moves);
        const left = lines.filter((_, i) => kept[i] === true);
        if (left.length === 0) return;
        const log = only(left.join('\n'));
        expect(log.faults).toEqual([]);
        const names = new Set(log.events.map(({ text }) => text));
        for (const [name, its] of pastsOf(log)) for (const one of its) expect(past.get(name)).toContain(one);
        for (const [name, its] of past) {
          if (!names.has(name)) continue;
          // What was heard only through events that are missing may be lost with them, but never on one host.
          for (const one of its) if (one[0] === name[0] && names.has(one)) expect(pastsOf(log).get(name)).toContain(one);
        }
      }),
    );
  });
});

/** Plays the moves with vector clocks and with sets of past events: the log's lines, and each event's past by name. */
function simulate(moves: readonly (readonly [number, number])[]) {
  const clocks = Array.from({ length: 5 }, () => [0, 0, 0, 0, 0]);
  const known = Array.from({ length: 5 }, () => new Set<string>());
  const past = new Map<string, readonly string[]>();
  const lines = moves.map(([host, from]) => {
    const clock = at(clocks, host);
    const mine = at(known, host);
    if (from >= 0 && from !== host) {
      at(clocks, from).forEach((entry, h) => (clock[h] = Math.max(at(clock, h), entry)));
      for (const one of at(known, from)) mine.add(one);
    }
    clock[host] = at(clock, host) + 1;
    const name = `${'ABCDE'[host] ?? ''}${at(clock, host)}`;
    past.set(name, [...mine].sort());
    mine.add(name);
    const entries = clock.flatMap((entry, h) => (entry > 0 ? [`"${'ABCDE'[h] ?? ''}":${entry}`] : []));
    return `${name[0] ?? ''} {${entries.join(', ')}}\n${name}`;
  });
  return { lines, past };
}

/** Each event's past, by following the causes that were found. */
function pastsOf(log: ImportedExecution): ReadonlyMap<string, readonly string[]> {
  const sets: Set<string>[] = [];
  const latest = new Map<number, number>();
  for (const [i, { host, causes }] of log.events.entries()) {
    const mine = new Set<string>();
    for (const before of [latest.get(host), ...causes]) {
      if (before === undefined) continue;
      mine.add(at(log.events, before).text);
      for (const one of at(sets, before)) mine.add(one);
    }
    sets.push(mine);
    latest.set(host, i);
  }
  return new Map(log.events.map(({ text }, i) => [text, [...at(sets, i)].sort()]));
}

const logs = `${import.meta.dirname}/../../../../shared/data/shiviz`;

describe.skipIf(!existsSync(logs))('logs of real systems', () => {
  it.each([
    ['chord.log', [1235], 8],
    ['simpledb.log', [509], 5],
    ['tsviz_shared_var_4_threads.log', [5000], 4],
    ['simple-reliable-broadcast.log', [39], 3],
    ['facebook-multiple.log', [47, 41], 4],
  ])('%s is read without being told its form, and its clocks are sound', (name, events, hosts) => {
    const { executions } = read(readFileSync(`${logs}/${name}`, 'utf8'));
    expect(executions.map((execution) => execution.events.length)).toEqual(events);
    for (const execution of executions) {
      expect(execution.hosts.length).toBe(hosts);
      expect([...execution.holes, ...execution.faults, ...execution.unreadLines]).toEqual([]);
    }
  });
});
