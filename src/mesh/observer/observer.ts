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
import { createBitmap, type Bitmap } from '../../base/bitmap.ts';
import type { Remembers } from '../../base/remember.ts';
import type { Batch } from '../message.ts';
import type { Tokens } from '../tokens.ts';
import { createAgreement } from './agreement.ts';
import { createCausalOrder } from './causal-order.ts';
import { createConvergence } from './convergence.ts';
import { createRealTimeOrder } from './real-time-order.ts';
import { createViolations, type Violation } from './violations.ts';

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
  const violations = createViolations();
  const { report } = violations;
  const logLength = new Int32Array(agents);
  /** Shape [M]: the tokens of each agent's log. */
  const holds = Array.from({ length: agents }, createBitmap);
  /** Lamport time of each agent's last event, whatever the agent remembers of it. */
  const latestClock = new Float64Array(agents);
  const agreement = createAgreement(report);
  const causalOrder = createCausalOrder(agents, tokens, report);
  const realTimeOrder = createRealTimeOrder(agents, tokens, holds, report);
  const convergence = createConvergence(agents, tokens, holds, report);

  function edge(agent: number, event: number, clockBefore: number, clockAfter: number, timeS: number): void {
    const latest = Math.max(clockBefore, latestClock[agent] as number);
    latestClock[agent] = clockAfter;
    if (latest >= clockAfter) {
      report('clock', timeS, [agent], [event], `agent ${agent}: Lamport time ${clockAfter} after one of ${latest} in its past`);
    }
  }

  function committed(agent: number, batch: Batch, event: number, timeS: number): void {
    agreement.slot(agent, batch, logLength[agent] as number, event, timeS);
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
      const place = agreement.token(agent, token, position, event, timeS);
      if (place !== -1 && tokens.position.values[token] === -1) {
        tokens.place(token, batch.slot, place);
        causalOrder.placed(agent, token, event, timeS);
      }
      realTimeOrder.applied(agent, token, event, timeS);
    }
  }

  function validated(token: number, event: number, timeS: number): void {
    const author = tokens.author.values[token] as number;
    const position = tokens.position.values[token] as number;
    if (position !== -1 && agreement.holds(token, position) && holds[author]?.has(token) === true) return;
    report('survival', timeS, [author], [event], `token ${token} counts as validated at agent ${author} but does not stand in the log`);
  }

  function rewritten(agent: number, log: Batch, event: number, timeS: number): void {
    const bitmap = createBitmap();
    for (const token of log.tokens) bitmap.add(token);
    for (const token of tokens.validationOrder.values.subarray(0, tokens.validatedCount)) {
      if (bitmap.has(token) || holds[agent]?.has(token) !== true || !realTimeOrder.dropped(token)) continue;
      report('survival', timeS, [agent], [event], `agent ${agent} dropped token ${token} in a merge, after it had been validated`);
    }
    begin(agent, bitmap, log.tokens.length);
    agreement.beginWith(agent, log);
    log.tokens.forEach((token, position) => {
      if (tokens.position.values[token] === -1) tokens.place(token, log.slot, position);
    });
  }

  /** The agent's log is another one from now on. */
  function begin(agent: number, bitmap: Bitmap, length: number): void {
    holds[agent] = bitmap;
    logLength[agent] = length;
    realTimeOrder.begin(agent);
    convergence.begin(agent);
  }

  return {
    remember: (memory) => {
      memory.all(violations, logLength, holds, latestClock, agreement, causalOrder, realTimeOrder, convergence);
    },
    violations: violations.list,
    get violationCount() {
      return violations.count;
    },
    get conflicts() {
      return agreement.conflicts;
    },
    get lastConflictS() {
      return agreement.lastConflictS;
    },
    get convergenceS() {
      return convergence.convergenceS;
    },
    logLength,
    edge,
    generated: causalOrder.generated,
    committed,
    rewritten,
    validated,
    lostDisk(agent) {
      begin(agent, createBitmap(), 0);
      latestClock[agent] = 0;
      causalOrder.lostDisk(agent);
    },
    get isForgiven() {
      return convergence.isForgiven;
    },
    forgive: convergence.forgive,
    calm: convergence.calm,
    look: convergence.look,
  };
}
