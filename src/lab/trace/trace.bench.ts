/** What questions about a million events of a hundred agents cost, and the memory that they lie in. */
import { createHistory } from './history.ts';
import { axisOrder } from './axis.ts';
import { causalCone } from './cone.ts';
import { cutAt, nearestConsistent, offendingReceipts } from './cut.ts';
import { findPatterns } from './patterns.ts';
import { lookAt } from './window.ts';
import type { EventBatch } from './types.ts';

const [length, agents] = [1_000_000, 100];
const kinds = ['generate', 'send-phase', 'receive-phase', 'validate', 'lose-phase'];

/** Every agent sends in turn; a send is heard by a quarter of the others a little later, and now and then lost. */
function batchOf(count: number): EventBatch {
  const batch = {
    timeS: new Float64Array(count),
    agent: new Int32Array(count),
    clock: new Float64Array(count),
    kind: new Uint8Array(count),
    peer: new Int32Array(count).fill(-1),
    cause: new Int32Array(count).fill(-1),
    token: new Int32Array(count).fill(-1),
    slot: new Int32Array(count).fill(-1),
    ballot: new Float64Array(count).fill(-1),
  };
  const clock = new Float64Array(agents);
  for (let i = 0; i < count; i++) {
    const turn = i % 26;
    const send = i - turn - 260;
    const agent = (i * 37) % agents;
    const kind = turn === 0 ? 1 : send < 0 || turn === 1 ? 0 : turn === 2 ? 3 : turn === 3 ? 4 : 2;
    const cause = kind === 2 || kind === 4 ? send : -1;
    batch.timeS[i] = i / 10_000;
    batch.agent[i] = agent;
    batch.kind[i] = kind;
    batch.cause[i] = cause;
    if (kind === 4) {
      batch.clock[i] = -1;
      continue;
    }
    clock[agent] = Math.max(clock[agent] as number, cause < 0 ? 0 : (batch.clock[cause] as number)) + 1;
    batch.clock[i] = clock[agent];
  }
  return { count, ...batch };
}

function report(what: string, work: () => unknown): void {
  const times = Array.from({ length: 7 }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  }).sort((a, b) => a - b);
  console.log(
    `${what.padEnd(44)} ${(times[0] ?? NaN).toFixed(1).padStart(8)} ms at best, ${(times[3] ?? NaN).toFixed(1).padStart(8)} ms median`,
  );
}

const batch = batchOf(length);
const names = Array.from({ length: agents }, (_, agent) => `agent ${agent}`);
const history = createHistory(names, kinds);
report('append 1,000,000 events', () => {
  createHistory(names, kinds).append(batch);
});
history.append(batch);
const events = history.events();
const arrays = [
  events.timeS,
  events.agent,
  events.clock,
  events.kind,
  events.peer,
  events.token,
  events.slot,
  events.ballot,
  events.previous,
  events.cause,
];
const bytes = [...arrays, events.depth].reduce((sum, array) => sum + array.BYTES_PER_ELEMENT, 0);
console.log(`${'memory'.padEnd(44)} ${bytes} bytes an event, ${((bytes * length) / 1e6).toFixed(0)} MB`);

const filter = { kinds: new Uint8Array(kinds.length).fill(1), agents: new Uint8Array(agents).fill(1), only: undefined };
for (const name of ['time', 'lamport', 'depth'] as const) {
  report(`order along ${name}`, () => axisOrder(events, name));
  const axis = axisOrder(events, name);
  const query = { columns: 1_400, maxEvents: 4_000, filter };
  report(`window, all of ${name}, counted`, () => lookAt(events, axis, { ...query, from: axis.from, to: axis.to }));
  const middle = (axis.from + axis.to) / 2;
  const width = (axis.to - axis.from) / 400;
  report(`window, a 400th of ${name}, told`, () => lookAt(events, axis, { ...query, from: middle, to: middle + width }));
}
const tones = new Uint8Array(length);
report('causal cone of the middle event', () => causalCone(events, length / 2, tones));
const cut = cutAt(events, events.timeS, new Float64Array(agents).fill(50));
cut[3] = length - 1;
report('offending receipts of a crooked cut', () => offendingReceipts(events, cut));
report('nearest consistent cut', () => nearestConsistent(events, cut));
report('patterns', () => findPatterns(events));
