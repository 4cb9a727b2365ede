/** One seed of the campaign: a swarm of choices, lived through, and written down as a scenario. */
import type { Scenario } from '../scenario/schema.ts';
import { createDice } from './dice.ts';
import { createNemesis } from './nemesis.ts';
import { scenarioOf, type Plan } from './plan.ts';
import { huntScript } from './script.ts';
import type { Subject } from './subject.ts';
import { drawSwarm } from './swarm.ts';
import { runTrial, type Candidate, type Trial } from './trial.ts';

export interface Hunted {
  readonly trial: Trial;
  /** With every fault that happened: its scenario gives the same events. */
  readonly plan: Plan;
}

export function hunt(seed: number, subject: Subject): Hunted {
  const dice = createDice(seed);
  const swarm = drawSwarm(dice, seed, subject.protocol);
  const scenario = scenarioOf(swarm);
  const candidate = candidateOf(subject, scenario);
  if (swarm.aims.length === 0) return { trial: runTrial(scenario, candidate), plan: swarm };
  const nemesis = createNemesis(candidate.createProtocol, swarm.aims, swarm.base.mesh.agents, dice);
  const script = huntScript(swarm, nemesis);
  const trial = runTrial(scenario, { ...candidate, createProtocol: nemesis.createProtocol }, script);
  return { trial, plan: { ...swarm, faults: script.faults } };
}

/** What a hunt wrote down, again. */
export function replay(plan: Plan, subject: Subject): Trial {
  const scenario = scenarioOf(plan);
  return runTrial(scenario, candidateOf(subject, scenario));
}

function candidateOf({ createProtocol, clockRules, unclaimed }: Subject, scenario: Scenario): Candidate {
  return { createProtocol: createProtocol(scenario), clockRules, unclaimed };
}
