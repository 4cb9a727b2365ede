/**
 * Whose turn it is to propose, without a leader. Agents measure by echoes in their heartbeats how long a quorum takes to
 * answer them, and tell each other. Who is answered fastest proposes at once; the others wait the longer the more agents
 * stand before them, and step in when nothing happens (stagger and backoff as in Baxos, 2022). Whoever is silent, or has no
 * quorum, stands last; so a straggler, a crash, a cut, even a one-way one, reorder the turns by themselves, and nobody is
 * elected: any agent may propose at any time, it is only less likely to be in another's way.
 */
import type { Remembers } from '../../../base/remember.ts';
import type { Message } from '../../message.ts';

export interface Turns extends Remembers {
  /** How long a quorum takes to answer, seconds: what time-outs and backoff are measured in. */
  readonly answerS: number;
  heard(from: number, nowS: number): void;
  /** Echoes what was heard and tells the own answer time; who may not vote echoes nobody, so that nobody reckons with its answers. */
  fillHeartbeat(message: Message, nowS: number, votes: boolean): void;
  hearHeartbeat(message: Message, nowS: number): void;
  /** How many agents stand before this one. */
  position(nowS: number): number;
  /** What an agent told of itself; Infinity: no quorum answers it. */
  answerOfS(agent: number): number;
}

/** Silent for this long: several phase messages and heartbeats should have come. */
const silenceS = 1.5;
/** Until it has been measured: about the longest round trip on Earth. */
const unmeasuredS = 0.3;

export function createTurns(self: number, agents: number, quorum: number): Turns {
  const heardS = new Float64Array(agents).fill(-Infinity);
  /** Of each agent's last heartbeat: when it was sent, by the sender's clock, and heard, by this agent's. */
  const beatSentS = new Float64Array(agents).fill(NaN);
  const beatHeardS = new Float64Array(agents);
  const roundTripS = new Float64Array(agents).fill(Infinity);
  const echoedS = new Float64Array(agents).fill(-Infinity);
  /** What each agent tells of itself; Infinity: no quorum answers it. */
  const answerOf = new Float64Array(agents).fill(unmeasuredS);
  const sorted = new Float64Array(agents);

  /** The round trip to the furthest of the nearest agents that make a quorum together with this one. */
  function measure(nowS: number): number {
    for (let agent = 0; agent < agents; agent++) {
      sorted[agent] = nowS - (echoedS[agent] as number) > silenceS ? Infinity : (roundTripS[agent] as number);
    }
    sorted[self] = 0;
    sorted.sort();
    return sorted[quorum - 1] as number;
  }

  const hasSilence = (agent: number, nowS: number) => nowS - (heardS[agent] as number) > silenceS;

  return {
    remember: (memory) => {
      memory.all(heardS, beatSentS, beatHeardS, roundTripS, echoedS, answerOf);
    },
    get answerS() {
      const own = answerOf[self] as number;
      return own === Infinity ? unmeasuredS : own;
    },
    heard(from, nowS) {
      heardS[from] = nowS;
    },
    fillHeartbeat(message, nowS, votes) {
      // Two heartbeats must have gone there and back before there is anything to measure.
      if (nowS > silenceS) answerOf[self] = measure(nowS);
      if (!votes) answerOf[self] = Infinity;
      message.answerS = answerOf[self] as number;
      for (let agent = 0; agent < agents; agent++)
        message.echoS[agent] = votes ? (beatSentS[agent] as number) + (nowS - (beatHeardS[agent] as number)) : NaN;
    },
    hearHeartbeat(message, nowS) {
      const { from } = message;
      // One that a newer one has overtaken tells of a delay that is not typical, and of what was.
      if (message.sentS <= (beatSentS[from] as number)) return;
      answerOf[from] = message.answerS;
      beatSentS[from] = message.sentS;
      beatHeardS[from] = nowS;
      const echo = message.echoS[self] as number;
      if (Number.isNaN(echo)) return;
      roundTripS[from] = nowS - echo;
      echoedS[from] = nowS;
    },
    position(nowS) {
      const own = answerOf[self] as number;
      let before = 0;
      for (let agent = 0; agent < agents; agent++) {
        if (agent === self || hasSilence(agent, nowS)) continue;
        const its = answerOf[agent] as number;
        if (its < own || (its === own && agent < self)) before++;
      }
      return before;
    },
    answerOfS: (agent) => answerOf[agent] as number,
  };
}
