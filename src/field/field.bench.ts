/**
 * `npm run bench`: what a step of Euler–Maruyama costs, in ns per oscillator-step, for the kernel, for the reference, for the same
 * equation as one writes it first in JavaScript (`Math.sin`, Box–Muller, `Math.random`: neither a seed nor the same bits
 * everywhere), and in numpy where there is one. All in one run, each its best of several measurements, for whatever else the
 * machine does only adds time.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { plain } from './field.fixture.ts';
import { createField, type CreateEngine } from './field.ts';
import { createKernel } from './kernel/engine.ts';
import { allToAll } from './mean-field.ts';
import { createReference } from './reference.ts';

const root = join(import.meta.dirname, '../..');
const sizes = [1_000, 10_000, 100_000, 2 ** 20] as const;
const noises = [0.3, 0] as const;
const coupling = 2;
/** A measurement takes about so many oscillator-steps: some milliseconds, seldom interrupted. */
const oscillatorSteps = 500_000;
const measurements = 40;
const script = join(import.meta.dirname, 'field.bench.py');
const python = findPython();

interface Row {
  readonly oscillators: number;
  readonly noise: number;
  /** ns per oscillator-step. */
  readonly kernel: number;
  readonly reference: number;
  readonly plain: number;
  /** Absent without python3 and numpy. */
  readonly numpy?: number;
}

const rows = noises.flatMap((noise) => sizes.map((oscillators) => measure(oscillators, noise)));
print(rows);
const file = join(root, 'out/bench/field.json');
mkdirSync(join(file, '..'), { recursive: true });
const where = { node: process.version, v8: process.versions.v8, processor: cpus()[0]?.model ?? '' };
writeFileSync(file, `${JSON.stringify({ schema: 'chorus.bench/1', unit: 'ns per oscillator-step', where, rows }, null, 2)}\n`);
console.log(`\nWritten to ${file}`);

function measure(oscillators: number, noise: number): Row {
  const steps = Math.max(1, Math.round(oscillatorSteps / oscillators));
  const bestOf = (step: () => void): number => bestNs(step, steps) / oscillators;
  const numpy = numpyNs(oscillators, noise, steps);
  return {
    oscillators,
    noise,
    kernel: bestOf(fieldStep(createKernel, oscillators, noise)),
    reference: bestOf(fieldStep(createReference, oscillators, noise)),
    plain: bestOf(plainStep(oscillators, noise)),
    ...(numpy !== undefined && { numpy }),
  };
}

/** Nanoseconds a step takes at best. */
function bestNs(step: () => void, steps: number): number {
  let best = Infinity;
  // The first few are for the compiler.
  for (let k = -5; k < measurements; k++) {
    const start = performance.now();
    for (let n = 0; n < steps; n++) step();
    if (k >= 0) best = Math.min(best, performance.now() - start);
  }
  return (1e6 * best) / steps;
}

function fieldStep(createEngine: CreateEngine, oscillators: number, noise: number): () => void {
  const frequency = { law: 'lorentzian', centre: 0, width: 0.5, sampling: 'random' } as const;
  const field = createField({ ...plain, oscillators, agents: 16, frequency }, createEngine);
  const exchange = allToAll(field.agentStart);
  let step = 0;
  return () => {
    field.begin(step++, coupling, exchange);
    field.finish(noise);
  };
}

/** All to all through the order parameter. */
function plainStep(oscillators: number, noise: number): () => void {
  const phase = Float64Array.from({ length: oscillators }, () => 2 * Math.PI * Math.random());
  const frequency = phase.map((x) => 0.5 * Math.tan((x - Math.PI) / 2));
  const { stepS } = plain;
  const amplitude = noise * Math.sqrt(stepS);
  return () => {
    let re = 0;
    let im = 0;
    for (let i = 0; i < oscillators; i++) {
      re += Math.cos(phase[i] as number);
      im += Math.sin(phase[i] as number);
    }
    const [r, psi] = [Math.hypot(re, im) / oscillators, Math.atan2(im, re)];
    for (let i = 0; i < oscillators; i++) {
      const x = phase[i] as number;
      const xi = noise === 0 ? 0 : Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
      phase[i] = x + ((frequency[i] as number) + coupling * r * Math.sin(psi - x)) * stepS + amplitude * xi;
    }
  };
}

function numpyNs(oscillators: number, noise: number, steps: number): number | undefined {
  if (python === undefined) return undefined;
  const text = execFileSync(python, [script, ...[oscillators, noise, steps, measurements].map(String)], { encoding: 'utf8' });
  return (JSON.parse(text) as { readonly nsPerOscillatorStep: number }).nsPerOscillatorStep;
}

/** A python3 that has numpy: the first on the path may lack what the system's has. */
function findPython(): string | undefined {
  return ['python3', '/usr/bin/python3'].find((command) => spawnSync(command, ['-c', 'import numpy']).status === 0);
}

function print(list: readonly Row[]): void {
  const names = ['oscillators', 'noise', 'kernel', 'reference', 'plain JS', 'numpy', '×ref', '×plain', '×numpy'];
  const number = (x: number | undefined, digits: number): string => (x === undefined ? '–' : x.toFixed(digits));
  const lines = list.map(({ oscillators, noise, kernel, reference, plain: plainJs, numpy }) => [
    String(oscillators),
    String(noise),
    ...[kernel, reference, plainJs, numpy].map((x) => number(x, 2)),
    ...[reference, plainJs, numpy].map((x) => number(x === undefined ? undefined : x / kernel, 1)),
  ]);
  console.log('Euler–Maruyama, ns per oscillator-step\n');
  for (const line of [names, ...lines]) console.log(line.map((text) => text.padStart(11)).join(''));
  for (const noise of noises) {
    const at = (n: number): number => list.find((row) => row.oscillators === n && row.noise === noise)?.kernel ?? NaN;
    console.log(`\nσ = ${noise}: at 2^20 oscillators each costs ${(at(2 ** 20) / at(10_000)).toFixed(2)} times what it does at 10^4`);
  }
}
