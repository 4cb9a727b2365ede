/**
 * The parameters of Inverse-RoPE: positions on phases and the way back stand beside the run instead of in it, so that no scenario
 * has them. The view and its address take their names, limits and sentences from here.
 */
import { quote, type Fault } from './fault.ts';
import { choice, real, whole, type Parameters } from './parameter.ts';
import { shapeOptions } from './shapes.ts';

export const ropeParameters = {
  source: choice({
    path: 'rope.source',
    label: 'Phase source',
    default: 'carriers',
    live: true,
    help: 'Where the phases come from that the distances are read from.',
    options: [
      { value: 'exact', label: 'Exact', help: 'Every agent sends p θ_k as it is.' },
      { value: 'noisy', label: 'Noisy', help: 'With an independent error in every band.' },
      {
        value: 'carriers',
        label: 'Live carriers',
        help: 'On the phases of a Kuramoto field for every band, shared over a mesh of their own that can be cut.',
      },
      {
        value: 'mesh',
        label: 'Carriers of the live mesh',
        help: 'On carriers that share the mesh of the run in Live: its agents, its K and σ, and every cut and crash that it meets.',
      },
    ],
  }),
  agent: whole({
    path: 'rope.agent',
    label: 'Agent',
    min: 1,
    max: 63,
    default: 1,
    live: true,
    help: 'The agent whose distance from agent 0 is shown band by band.',
  }),
  dimension: {
    ...whole({
      path: 'rope.dimension',
      label: 'Dimension',
      symbol: 'd',
      min: 8,
      max: 128,
      default: 64,
      live: false,
      help: 'Of the encoded vector: half as many bands.',
      formula: 'θ_k = base^(−2k/d)',
    }),
    step: 8,
  },
  base: whole({
    path: 'rope.base',
    label: 'Base',
    min: 10,
    max: 100_000,
    default: 10_000,
    live: false,
    slider: { max: 100_000, scale: 'log' },
    help: 'The larger, the slower the slowest band, and the further it can count.',
    formula: 'θ_k = base^(−2k/d)',
  }),
  agents: {
    ...whole({
      path: 'rope.agents',
      label: 'Agents',
      symbol: 'M',
      min: 4,
      max: 64,
      default: 16,
      live: false,
      help: 'Each at a position of its own.',
    }),
    step: 4,
  },
  span: whole({
    path: 'rope.span',
    label: 'Positions',
    min: 16,
    max: 2_048,
    default: 1_000,
    live: false,
    slider: { max: 2_048, scale: 'log' },
    help: 'Drawn from 0 to this; so far distances are looked for.',
  }),
  phaseNoiseRad: real({
    path: 'rope.phaseNoiseRad',
    label: 'Phase noise',
    symbol: 's',
    unit: 'rad',
    min: 0,
    max: 2,
    step: 0.05,
    default: 0.5,
    live: true,
    help: 'Standard deviation of a phase difference’s error.',
    formula: 'ψ_k = Δθ_k + s·ξ_k',
  }),
  coupled: choice({
    path: 'rope.coupled',
    label: 'Coupled',
    default: 'carriers',
    live: false,
    help: 'What the agents’ fields pull at.',
    options: [
      { value: 'carriers', label: 'Carriers', help: 'The fields synchronise first; the position is added to what is sent.' },
      {
        value: 'encoded',
        label: 'Encoded phases (naive)',
        help: 'The sum of both is coupled: its differences are what is pulled to zero.',
      },
    ],
  }),
  coupling: real({
    path: 'rope.coupling',
    label: 'Carrier coupling',
    symbol: 'K',
    unit: '1/s',
    min: 0,
    max: 12,
    step: 0.1,
    default: 4,
    live: true,
    help: 'Of every band’s field. Below K_c = σ² its carriers scatter.',
    formula: 'dφ = (K/M) Σ sin(φ_b − φ_a) dt + σ dW',
  }),
  noise: real({
    path: 'rope.noise',
    label: 'Carrier noise',
    symbol: 'σ',
    unit: '1/√s',
    min: 0,
    max: 2,
    step: 0.05,
    default: 1,
    live: true,
    help: 'Jostles every carrier independently.',
    formula: 's² ≈ σ²/(K r)',
  }),
  shape: choice({
    path: 'rope.shape',
    label: 'Cut',
    default: 'halves',
    live: true,
    help: 'Who no longer hears whom.',
    options: shapeOptions,
  }),
} as const satisfies Parameters;

/** What must hold between settings that are sound by themselves, by their paths. */
export function ropeFaults(values: Readonly<Record<string, unknown>>): readonly Fault[] {
  const { agent, agents, dimension, source } = ropeParameters;
  const [its, count, d] = [agent, agents, dimension].map(({ path }) => Number(values[path])) as [number, number, number];
  const faults: Fault[] = [];
  // In the mesh of the live run there are as many as there are.
  if (values[source.path] !== 'mesh' && its >= count)
    faults.push({
      path: agent.path,
      found: quote(its),
      allowed: `a whole number from 1 to ${String(count - 1)} (there are ${String(count)} agents)`,
    });
  if (d % 2 !== 0) faults.push({ path: dimension.path, found: quote(d), allowed: 'an even number: a band turns two of the dimensions' });
  return faults;
}
