/**
 * The tiny world of the fast Chorus: the whole protocol as the mesh runs it, agents that propose and accept, in the few slots
 * that fit into a run. Time stands still but for leaps, so whoever waits for anything has waited long enough; heartbeats are not
 * heard. Two slots at most are open, so that an agent which has lost its disk comes to vote again within a run.
 */
import type { ClockRules } from '../../mesh/clock.ts';
import { createChorusFastWith } from '../../mesh/protocols/chorus-fast/chorus-fast.ts';
import type { FastRules } from '../../mesh/protocols/chorus-fast/rules.ts';
import { createMicroMesh, inWords, type MicroMesh } from './micro-mesh.ts';
import { openingOf } from './micro-openings.ts';
import { maxAcceptors, type MicroWorld } from './micro-world.ts';

/** Enough for an agent to take the turn, to lose it to another, and to take it again. */
const steps = 128;
const maxOpen = 2;

export function createMicroFast(rules: FastRules, clockRules: ClockRules): MicroWorld {
  const create = createChorusFastWith({ ...rules, maxOpen });
  const meshes = new Map<number, MicroMesh>();
  let mesh = meshOf(maxAcceptors);

  function meshOf(agents: number): MicroMesh {
    let found = meshes.get(agents);
    if (found === undefined) {
      found = createMicroMesh(agents, create, clockRules);
      meshes.set(agents, found);
    }
    return found;
  }

  return {
    steps,
    names: { acceptor: 'agent', proposer: 'agent' },
    get inFlight() {
      return mesh.bag.inFlight;
    },
    get hasChosen() {
      return mesh.judge.hasChosen;
    },
    get broken() {
      return mesh.judge.broken;
    },
    begin(agents, _, word, say) {
      mesh = meshOf(agents);
      mesh.begin();
      for (const wave of openingOf(agents, word)) mesh.ride(wave, say);
    },
    propose: (agent) => {
      mesh.propose(agent);
    },
    repeat: (agent) => {
      mesh.repeat(agent);
    },
    crashAcceptor: (agent) => {
      mesh.crash(agent);
    },
    crashProposer: (agent) => {
      mesh.crash(agent);
    },
    loseDisk: (agent) => {
      mesh.loseDisk(agent);
    },
    deliver: (place) => {
      mesh.deliver(mesh.bag.at(place));
    },
    remove: (place) => {
      mesh.remove(place);
    },
    tell: (place) => inWords(mesh.bag.at(place)),
  };
}
