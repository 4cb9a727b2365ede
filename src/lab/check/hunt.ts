/** One seed of the campaign: a swarm of choices, lived through, and written down as a scenario. */
import { createDice } from './dice.ts';
import { createNemesis } from './nemesis.ts';
import { scenarioOf, type Plan } from './plan.ts';
import { huntScript } from './script.ts';
import type { Subject } from './subject.ts';
import { drawSwarm } from './swarm.ts';
import { runTrial, type Trial } from './trial.ts';

export interface Hunted {
  readonly trial: Trial;
  /** With every fault that happened: its scenario gives the same events. */
  readonly plan: Plan;
}

export function hunt(seed: number, subject: Subject): Hunted {
  const dice = createDice(seed);
  const swarm = drawSwarm(dice, seed, subject.protocol);
  const scenario = scenarioOf(swarm);
  const { clockRules } = subject;
  const createProtocol = subject.createProtocol(scenario);
  if (swarm.aims.length === 0) return { trial: runTrial(scenario, { createProtocol, clockRules }), plan: swarm };
  const nemesis = createNemesis(createProtocol, swarm.aims, swarm.base.mesh.agents, dice);
  const script = huntScript(swarm, nemesis);
  const trial = runTrial(scenario, { createProtocol: nemesis.createProtocol, clockRules }, script);
  return { trial, plan: { ...swarm, faults: script.faults } };
}

/** What a hunt wrote down, again. */
export function replay(plan: Plan, subject: Subject): Trial {
  const scenario = scenarioOf(plan);
  return runTrial(scenario, { createProtocol: subject.createProtocol(scenario), clockRules: subject.clockRules });
}
