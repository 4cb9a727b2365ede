/**
 * The omniscient checker: it sees every event, changes nothing, and writes down what must never happen. Its checks are
 * incremental, so that they are on in every run:
 *
 * - clock: along every edge of happens-before the Lamport time rises (Lamport 1978);
 * - agreement: no two agents hold different values in one slot, or different tokens at one log position (so every log is
 *   a prefix of the longest);
 * - validity: only generated tokens are committed; no duplicates: each at most once an agent;
 * - survival: a validated token stands in its author's log and in the reference log at the same position, and stays there;
 * - real-time order: validated before another was generated ⇒ earlier in the log;
 * - causal order: generated in another's past ⇒ earlier in the log;
 * - convergence: after the last fault every agent holds all that was generated until then, within `convergenceBoundS`.
 */
import { createBitmap } from '../base/bitmap.ts';
import { growableInt32, growableUint8 } from '../base/growable.ts';
import { rememberAll, rememberList, rememberMap, type Remembers, type Restore } from '../base/remember.ts';
import { createFirstValues } from './first-values.ts';
import type { Batch } from './message.ts';
import type { Tokens } from './tokens.ts';

export type Check = 'clock' | 'agreement' | 'validity' | 'duplicates' | 'survival' | 'real-time order' | 'causal order' | 'convergence';

export interface Violation {
  readonly check: Check;
  readonly timeS: number;
  readonly agents: readonly number[];
  readonly events: readonly number[];
  readonly message: string;
}

/** Simulated time within which a mesh that is whole again must have converged. */
const convergenceBoundS = 60;
/** More are counted, not described, but for the first that a check finds. */
const maxDescribed = 1000;

export interface Observer extends Remembers {
  readonly violations: readonly Violation[];
  readonly violationCount: number;
  /** Log positions at which two agents committed different values. */
  readonly conflicts: number;
  /** When the latest of them was seen; −Infinity before the first. */
  readonly lastConflictS: number;
  /** Time from the last time the mesh became whole until it converged; NaN before. */
  readonly convergenceS: number;
  /** Shape [M]: how many tokens each agent has committed. */
  readonly logLength: Int32Array;
  edge(agent: number, event: number, clockBefore: number, clockAfter: number, timeS: number): void;
  generated(token: number, vector: Int32Array): void;
  committed(agent: number, batch: Batch, event: number, timeS: number): void;
  /** An agent has put another log in the place of its own. */
  rewritten(agent: number, log: Batch, event: number, timeS: number): void;
  validated(token: number, event: number, timeS: number): void;
  /** The agent holds nothing any more, and begins as a new process. */
  lostDisk(agent: number): void;
  /** So much was lost at once that nobody promises progress: from now on convergence is not awaited. */
  forgive(): void;
  readonly isForgiven: boolean;
  /** Tells whether messages can pass between all agents, all of them running. */
  calm(isCalm: boolean, timeS: number): void;
  /** To be called now and then: looks whether the mesh has converged. */
  look(timeS: number): void;
}

export function createObserver(agents: number, tokens: Tokens): Observer {
  const violations: Violation[] = [];
  let violationCount = 0;
  let conflicts = 0;
  let lastConflictS = -Infinity;
  const logLength = new Int32Array(agents);
  /** The longest log, as the first agent to reach a position wrote it. */
  let reference = growableInt32();
  /** Who that was. */
  let writer = growableUint8();
  const conflicted = createBitmap();
  const firstValues = createFirstValues();
  const holds = Array.from({ length: agents }, createBitmap);
  /** Validated tokens that a merge dropped. */
  const lost = createBitmap();
  /** Lamport time of each agent's last event, whatever the agent remembers of it. */
  const latestClock = new Float64Array(agents);
  /** Per token not yet in the reference log: the vector clock at its generation. */
  const pastOf = new Map<number, Int32Array>();
  /** Shape [M] of lists: the author's own event count at each of its tokens; and how many of them the reference holds in a row. */
  const generationEvents = Array.from({ length: agents }, growableInt32);
  const referenced = new Int32Array(agents);
  /** Per agent: the first validated token, in the order of validation, that its log lacks. */
  const firstMissing = new Int32Array(agents);

  let awaiting: { readonly sinceS: number; readonly tokens: number } | undefined;
  let convergenceS = NaN;
  let isForgiven = false;
  const firstUncommitted = new Int32Array(agents);

  function report(check: Check, timeS: number, itsAgents: readonly number[], events: readonly number[], message: string): void {
    violationCount++;
    if (violations.length < maxDescribed || !violations.some((violation) => violation.check === check))
      violations.push({ check, timeS, agents: itsAgents, events, message });
  }

  function edge(agent: number, event: number, clockBefore: number, clockAfter: number, timeS: number): void {
    const latest = Math.max(clockBefore, latestClock[agent] as number);
    latestClock[agent] = clockAfter;
    if (latest >= clockAfter) {
      report('clock', timeS, [agent], [event], `agent ${agent}: Lamport time ${clockAfter} after one of ${latest} in its past`);
    }
  }

  function generated(token: number, vector: Int32Array): void {
    const author = tokens.author.values[token] as number;
    generationEvents[author]?.push(vector[author] as number);
    pastOf.set(token, vector.slice());
  }

  function committed(agent: number, batch: Batch, event: number, timeS: number): void {
    checkSlot(agent, batch, event, timeS);
    for (const token of batch.tokens) {
      const position = logLength[agent] as number;
      logLength[agent] = position + 1;
      if (token < 0 || token >= tokens.count) {
        report('validity', timeS, [agent], [event], `agent ${agent} committed token ${token}, which nobody generated`);
        continue;
      }
      if (!holds[agent]?.add(token)) {
        report('duplicates', timeS, [agent], [event], `agent ${agent} committed token ${token} a second time, at position ${position}`);
      }
      if (position < reference.length) compare(agent, token, position, event, timeS);
      else append(agent, token, batch.slot, event, timeS);
      checkRealTime(agent, token, event, timeS);
    }
  }

  /** Protocols without slots commit with a negative one. */
  function checkSlot(agent: number, batch: Batch, event: number, timeS: number): void {
    if (batch.slot < 0) return;
    const first = firstValues.differsFrom(agent, batch);
    if (first === -1) return;
    const from = logLength[agent] as number;
    const message = `slot ${batch.slot}, log position ${from} on: agent ${agent} holds another value than agent ${first}`;
    report('agreement', timeS, [first, agent], [event], message);
  }

  function compare(agent: number, token: number, position: number, event: number, timeS: number): void {
    const expected = reference.values[position] as number;
    if (expected === token) return;
    if (conflicted.add(position)) {
      conflicts++;
      lastConflictS = timeS;
    }
    const first = writer.values[position] as number;
    const message = `log position ${position}: token ${token} at agent ${agent}, token ${expected} at agent ${first}`;
    report('agreement', timeS, [first, agent], [event], message);
  }

  function append(agent: number, token: number, slot: number, event: number, timeS: number): void {
    const position = reference.length;
    reference.push(token);
    writer.push(agent);
    if (tokens.position.values[token] !== -1) return;
    tokens.place(token, slot, position);
    checkCausal(agent, token, event, timeS);
    advanceReferenced(tokens.author.values[token] as number);
  }

  /** Everything in the token's past must be in the log by now. */
  function checkCausal(agent: number, token: number, event: number, timeS: number): void {
    const past = pastOf.get(token);
    if (past === undefined) return;
    for (let author = 0; author < agents; author++) {
      const index = referenced[author] as number;
      const events = generationEvents[author];
      if (events === undefined || index >= events.length) continue;
      const earlier = tokens.byAuthor[author]?.values[index] as number;
      if (earlier !== token && (events.values[index] as number) <= (past[author] as number)) {
        report(
          'causal order',
          timeS,
          [agent],
          [event],
          `token ${token} stands in the log of agent ${agent} before token ${earlier}, which lies in its past`,
        );
      }
    }
    pastOf.delete(token);
  }

  function advanceReferenced(author: number): void {
    const own = tokens.byAuthor[author];
    if (own === undefined) return;
    let index = referenced[author] as number;
    while (index < own.length && isPlaced(own.values[index] as number)) index++;
    referenced[author] = index;
  }

  /** What its author's disk took with it is waited for by nobody. */
  const isPlaced = (token: number): boolean => tokens.position.values[token] !== -1 || tokens.isForfeit(token);

  function checkRealTime(agent: number, token: number, event: number, timeS: number): void {
    const order = tokens.validationOrder;
    let index = firstMissing[agent] as number;
    // What a merge dropped was told then.
    while (index < order.length && (holds[agent]?.has(order.values[index] as number) === true || lost.has(order.values[index] as number)))
      index++;
    firstMissing[agent] = index;
    if (index >= order.length) return;
    const missing = order.values[index] as number;
    if ((tokens.validatedS.values[missing] as number) < (tokens.generatedS.values[token] as number)) {
      report(
        'real-time order',
        timeS,
        [agent],
        [event],
        `agent ${agent} committed token ${token} without token ${missing}, validated before it was generated`,
      );
    }
  }

  function validated(token: number, event: number, timeS: number): void {
    const author = tokens.author.values[token] as number;
    const position = tokens.position.values[token] as number;
    if (position === -1 || position >= reference.length || reference.values[position] !== token || holds[author]?.has(token) !== true) {
      report('survival', timeS, [author], [event], `token ${token} counts as validated at agent ${author} but does not stand in the log`);
    }
  }

  function rewritten(agent: number, log: Batch, event: number, timeS: number): void {
    const bitmap = createBitmap();
    for (const token of log.tokens) bitmap.add(token);
    for (const token of tokens.validationOrder.values.subarray(0, tokens.validatedCount)) {
      if (bitmap.has(token) || holds[agent]?.has(token) !== true || !lost.add(token)) continue;
      report('survival', timeS, [agent], [event], `agent ${agent} dropped token ${token} in a merge, after it had been validated`);
    }
    holds[agent] = bitmap;
    logLength[agent] = log.tokens.length;
    firstMissing[agent] = 0;
    firstUncommitted[agent] = 0;
    // From now on the merged log is what the others are held against.
    reference = growableInt32();
    writer = growableUint8();
    log.tokens.forEach((token, position) => {
      reference.push(token);
      writer.push(agent);
      if (tokens.position.values[token] === -1) tokens.place(token, log.slot, position);
    });
  }

  function lostDisk(agent: number): void {
    holds[agent] = createBitmap();
    logLength[agent] = 0;
    firstMissing[agent] = 0;
    firstUncommitted[agent] = 0;
    latestClock[agent] = 0;
    // What it had not brought into the log need not come any more; who waits for it need not wait.
    advanceReferenced(agent);
  }

  function calm(isCalm: boolean, timeS: number): void {
    awaiting = isCalm && !isForgiven ? { sinceS: timeS, tokens: tokens.count } : undefined;
    if (isCalm) convergenceS = NaN;
  }

  function look(timeS: number): void {
    if (awaiting === undefined) return;
    const behind = firstUncommitted.findIndex((_, agent) => !hasAll(agent, awaiting?.tokens ?? 0));
    if (behind === -1) convergenceS = timeS - awaiting.sinceS;
    else if (timeS - awaiting.sinceS <= convergenceBoundS) return;
    else {
      report(
        'convergence',
        timeS,
        [behind],
        [],
        `agent ${behind} still lacks token ${firstUncommitted[behind] ?? 0}, ${convergenceBoundS} s after the last fault`,
      );
    }
    awaiting = undefined;
  }

  function hasAll(agent: number, count: number): boolean {
    const bitmap = holds[agent];
    let token = firstUncommitted[agent] as number;
    while (token < count && (bitmap?.has(token) === true || tokens.isForfeit(token))) token++;
    firstUncommitted[agent] = token;
    return token >= count;
  }

  function remember(): Restore {
    const at = { violationCount, conflicts, lastConflictS, reference, writer, awaiting, convergenceS, isForgiven };
    const lists = [rememberList(violations), rememberMap(pastOf)];
    const parts = [reference, writer, firstValues, conflicted, holds, lost, latestClock, generationEvents];
    const rest = rememberAll(parts, logLength, referenced, firstMissing, firstUncommitted);
    return () => {
      ({ violationCount, conflicts, lastConflictS, reference, writer, awaiting, convergenceS, isForgiven } = at);
      for (const restore of lists) restore();
      rest();
    };
  }

  return {
    remember,
    violations,
    get violationCount() {
      return violationCount;
    },
    get conflicts() {
      return conflicts;
    },
    get lastConflictS() {
      return lastConflictS;
    },
    get convergenceS() {
      return convergenceS;
    },
    logLength,
    edge,
    generated,
    committed,
    rewritten,
    validated,
    lostDisk,
    get isForgiven() {
      return isForgiven;
    },
    forgive() {
      isForgiven = true;
      awaiting = undefined;
    },
    calm,
    look,
  };
}
