/**
 * Lamport clocks (Lamport 1978), and beside them vector clocks that no protocol may read: the oracle that knows what
 * really happened before what. a → b implies L(a) < L(b); the converse is false.
 */

/** A clock from a message may lie ahead by at most this much: what lies further is damage, not time, and is not heard. */
export const maxClockJump = 2 ** 32;
/** Where a jump of a clock ends at the latest: far enough below 2⁵³ that every later event still counts one. */
export const maxLamport = 2 ** 52;

/** What makes the clocks sound. The fault campaign turns one off; nothing in a scenario reaches them. */
export interface ClockRules {
  /** A receive lifts the clock past the message's. */
  readonly hears: boolean;
  /** A clock survives a crash. */
  readonly persists: boolean;
  /** A message whose clock lies too far ahead is not heard. */
  readonly bounds: boolean;
}

export const soundClockRules: ClockRules = { hears: true, persists: true, bounds: true };

export interface Clocks {
  /** Shape [M], the Lamport time of each agent's last event. */
  readonly lamport: Float64Array;
  /** Shape [M][M], row a: how many events of each agent lie in a's past, its own last event included. */
  readonly vector: readonly Int32Array[];
  /** Before every event of an agent: L ← L + 1. */
  tick(agent: number): void;
  /** On receipt, as one event: L ← max(L, L_m) + 1. False, and nothing changed, when L_m is beyond `maxClockJump`. */
  receive(agent: number, messageLamport: number, messageVector: Int32Array): boolean;
  /** A fault: the clock leaps ahead, as no event makes it. */
  jump(agent: number, ticks: number): void;
  /** Whether the clocks lie so far apart that somebody is not heard. */
  isTorn(): boolean;
  /** What is not persisted is gone. */
  crash(agent: number): void;
  /** A new incarnation is a new process: it has no past but the count of its events, which goes on. */
  loseDisk(agent: number): void;
}

export function createClocks(agents: number, rules: ClockRules = soundClockRules): Clocks {
  const lamport = new Float64Array(agents);
  const vector = Array.from({ length: agents }, () => new Int32Array(agents));

  function tick(agent: number): void {
    lamport[agent] = (lamport[agent] as number) + 1;
    const own = vector[agent] as Int32Array;
    own[agent] = (own[agent] as number) + 1;
  }

  function receive(agent: number, messageLamport: number, messageVector: Int32Array): boolean {
    const own = lamport[agent] as number;
    if (rules.bounds && messageLamport - own > maxClockJump) return false;
    if (rules.hears && messageLamport > own) lamport[agent] = messageLamport;
    raise(vector[agent] as Int32Array, messageVector);
    tick(agent);
    return true;
  }

  function crash(agent: number): void {
    if (!rules.persists) lamport[agent] = 0;
  }

  function loseDisk(agent: number): void {
    lamport[agent] = 0;
    const own = vector[agent] as Int32Array;
    const events = own[agent] as number;
    own.fill(0);
    own[agent] = events;
  }

  return {
    lamport,
    vector,
    tick,
    receive,
    jump(agent, ticks) {
      const own = lamport[agent] as number;
      lamport[agent] = Math.max(own, Math.min(maxLamport, own + ticks));
    },
    isTorn() {
      return Math.max(...lamport) - Math.min(...lamport) > maxClockJump;
    },
    crash,
    loseDisk,
  };
}

/** Element by element, the larger of the two into the first. */
export function raise(target: Int32Array, other: Int32Array): void {
  for (let i = 0; i < target.length; i++) {
    const value = other[i] as number;
    if (value > (target[i] as number)) target[i] = value;
  }
}
