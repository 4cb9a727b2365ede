/**
 * What must hold between the fields of a scenario. Every rule looks only at values that are sound by themselves, so the
 * faults of one field never hide those of another, and none is told twice.
 */
import * as v from 'valibot';
import { allowedFor } from './allowed.ts';
import { indexPath, quote, type Fault } from './fault.ts';
import { parameterAt, parameters as p, type NumberParameter, type Parameter } from './parameters.ts';
import { interventionSchema, stragglerSchema, type Intervention } from './schema.ts';
import { shapeOptions } from './shapes.ts';
import { isRecord } from './structure.ts';
import { choices, didYouMean } from './suggest.ts';

/** A step divides the sampling interval when the ratio is whole but for rounding. */
const wholeTolerance = 1e-9;

/** Faults between the fields of a document of any form. */
export function ruleFaults(document: unknown): readonly Fault[] {
  return rules.flatMap((rule) => rule(document));
}

type Rule = (document: unknown) => readonly Fault[];

const agentsFitOscillators: Rule = (document) => {
  const agents = soundNumber(document, p.agents);
  const oscillators = soundNumber(document, p.oscillators);
  if (agents === undefined || oscillators === undefined || agents <= oscillators) return [];
  const allowed = `a whole number from ${String(agents)} (mesh.agents: every agent hosts at least one) to ${String(p.oscillators.max)}`;
  return [{ path: p.oscillators.path, found: quote(oscillators), allowed }];
};

const samplesFallOnSteps: Rule = (document) => {
  const stepS = soundNumber(document, p.step);
  const sampleS = soundNumber(document, p.sample);
  if (stepS === undefined || sampleS === undefined) return [];
  const steps = Math.round(sampleS / stepS);
  if (steps >= 1 && Math.abs(sampleS / stepS - steps) <= wholeTolerance * steps) return [];
  return [{ path: p.sample.path, found: quote(sampleS), allowed: `a whole multiple of stepS (${String(stepS)} s)` }];
};

const delayIsWholeSteps: Rule = (document) => {
  const stepS = soundNumber(document, p.step);
  const delayS = soundNumber(document, p.delay);
  if (stepS === undefined || delayS === undefined) return [];
  const steps = Math.round(delayS / stepS);
  if (Math.abs(delayS / stepS - steps) <= wholeTolerance * Math.max(1, steps)) return [];
  return [{ path: p.delay.path, found: quote(delayS), allowed: `0 or a whole multiple of stepS (${String(stepS)} s)` }];
};

const stragglersExistOnce: Rule = (document) => {
  const agents = soundNumber(document, p.agents);
  const seen = new Map<number, number>();
  return list(document, ['mesh', 'stragglers']).flatMap((item, index) => {
    if (!v.is(stragglerSchema, item)) return [];
    const path = `${indexPath('mesh.stragglers', index)}.agent`;
    const before = seen.get(item.agent);
    seen.set(item.agent, before ?? index);
    const found = quote(item.agent);
    if (before !== undefined) return [{ path, found, allowed: `an agent that ${indexPath('mesh.stragglers', before)} does not name` }];
    return agentFaults(item.agent, agents, path);
  });
};

const interventionsAreSound: Rule = (document) => {
  const agents = soundNumber(document, p.agents);
  return list(document, ['interventions']).flatMap((item, index) => {
    const parsed = v.safeParse(interventionSchema, item);
    return parsed.success ? interventionFaults(parsed.output, agents, indexPath('interventions', index)) : [];
  });
};

const rules: readonly Rule[] = [agentsFitOscillators, samplesFallOnSteps, delayIsWholeSteps, stragglersExistOnce, interventionsAreSound];

/**
 * Faults of an intervention whose form is sound, in a mesh of so many agents (undefined: unknown).
 * @param path where it stands in the document; empty for an action that a person takes on a running lab.
 */
export function interventionFaults(intervention: Intervention, agents: number | undefined, path = ''): readonly Fault[] {
  const below = (key: string): string => (path === '' ? key : `${path}.${key}`);
  switch (intervention.do) {
    case 'partition':
      return partitionFaults(intervention, agents, path, below);
    case 'heal':
      return [];
    case 'set':
      return setFaults(intervention.path, intervention.value, below);
    default:
      return agentFaults(intervention.agent, agents, below('agent'));
  }
}

type Partition = Extract<Intervention, { do: 'partition' }>;

function partitionFaults(partition: Partition, agents: number | undefined, path: string, below: (key: string) => string): readonly Fault[] {
  const { shape, groups } = partition;
  if ((shape === undefined) === (groups === undefined)) {
    const found = shape === undefined ? 'a partition with neither "shape" nor "groups"' : 'both "shape" and "groups"';
    return [{ path, found, allowed: 'exactly one of "shape" and "groups"' }];
  }
  if (groups !== undefined) return groupFaults(groups, agents, below('groups'));
  const option = shapeOptions.find((candidate) => candidate.value === shape);
  if (option === undefined || agents === undefined || agents >= option.minAgents) return [];
  const allowed = `a shape that cuts something; this one needs at least ${String(option.minAgents)} agents`;
  return [{ path: below('shape'), found: `${quote(shape)} with ${String(agents)} agents`, allowed }];
}

function groupFaults(groups: readonly (readonly number[])[], agents: number | undefined, path: string): readonly Fault[] {
  const home = new Map<number, string>();
  const faults = groups.flatMap((group, g) =>
    group.flatMap((agent, i) => {
      const place = indexPath(indexPath(path, g), i);
      const before = home.get(agent);
      home.set(agent, before ?? place);
      if (before !== undefined) return [{ path: place, found: quote(agent), allowed: `every agent once; ${before} names it too` }];
      return agentFaults(agent, agents, place);
    }),
  );
  if (faults.length > 0 || groups.length > 1 || agents === undefined || home.size < agents) return faults;
  return [{ path, found: 'all agents in one group', allowed: 'at least two groups; agents that none names form one more' }];
}

function setFaults(path: string, value: number | string | boolean, below: (key: string) => string): readonly Fault[] {
  const parameter = parameterAt(path);
  if (parameter?.live !== true) {
    const live = Object.values(p).flatMap((candidate: Parameter) => (candidate.live ? [candidate.path] : []));
    const allowed = `a parameter that may change during a run: ${choices(live)}${didYouMean(path, live)}`;
    return [{ path: below('path'), found: quote(path), allowed }];
  }
  if (accepts(parameter, value)) return [];
  const names = parameter.kind === 'choice' ? parameter.options.map((option) => option.value) : [];
  return [{ path: below('value'), found: quote(value), allowed: allowedFor(parameter) + didYouMean(value, names) }];
}

/** Whether a value may stand where the parameter stands. */
export function accepts(parameter: Parameter, value: unknown): boolean {
  switch (parameter.kind) {
    case 'number':
      return inRange(parameter, value);
    case 'choice':
      return parameter.options.some((option) => option.value === value);
    case 'switch':
      return typeof value === 'boolean';
  }
}

function inRange(parameter: NumberParameter, value: unknown): value is number {
  return typeof value === 'number' && value >= parameter.min && value <= parameter.max && (!parameter.integer || Number.isInteger(value));
}

function agentFaults(agent: number, agents: number | undefined, path: string): readonly Fault[] {
  if (agents === undefined || agent < agents) return [];
  return [{ path, found: quote(agent), allowed: `a whole number from 0 to ${String(agents - 1)} (there are ${String(agents)} agents)` }];
}

/** The value of a number parameter, its default where it is absent; undefined when what stands there is a fault of its own. */
function soundNumber(document: unknown, parameter: NumberParameter): number | undefined {
  const value = valueAt(document, parameter.path.split('.')) ?? parameter.default;
  return inRange(parameter, value) ? value : undefined;
}

function list(document: unknown, keys: readonly string[]): readonly unknown[] {
  const value = valueAt(document, keys);
  return Array.isArray(value) ? value : [];
}

function valueAt(document: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((value, key) => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined), document);
}
