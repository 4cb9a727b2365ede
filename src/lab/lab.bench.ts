/**
 * `npm run bench`, the whole laboratory: how much faster than the clock `preset:paper` runs, how many seeds of the fault
 * campaign are lived through in a second, on one core, and how much memory a run takes the longer it goes on. Seconds are those of
 * processor time, the best of several measurements; what misses its promise ends the benchmark with 1.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { judge } from '../base/judge.bench.ts';
import { createCampaign } from './check/campaign.ts';
import { subjectOf } from './check/subject.ts';
import { createRun } from './run/run.ts';
import { agentColumns, timeseriesColumns } from './run/types.ts';
import { presetNamed } from './scenario/presets.ts';

const measurements = 5;
const simulatedS = 60;
const seeds = 100;
/** Memory is looked at twice, so far apart that it matters little where in its growth an array happens to be. */
const memoryFromS = 50;
const memoryToS = 400;
const remembering = ['chorus', 'chorus-fast', 'legacy'] as const;
const promisedSimulatedSPerS = 60;
/** What is exported and what it is held against; before logs were kept once, `chorus-fast` took 172. */
const promisedKBPerS = 50;

const paperSimulatedSPerS = simulatedS / bestS(runPaper);
const campaignSeedsPerS = seeds / bestS(runCampaign);
console.log(`preset:paper, without its events   ${paperSimulatedSPerS.toFixed(0)} simulated seconds a second`);
console.log(`fault campaign of the chorus       ${campaignSeedsPerS.toFixed(0)} seeds a second`);
console.log('\nMemory of preset:paper without its cut and its events, kB a simulated second: objects, arrays; of these the samples');
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const memory = remembering.map(memoryOf);
const file = join(import.meta.dirname, '../../out/bench/lab.json');
mkdirSync(join(file, '..'), { recursive: true });
const where = { node: process.version, v8: process.versions.v8, processor: cpus()[0]?.model ?? '' };
writeFileSync(file, `${JSON.stringify({ schema: 'chorus.bench/1', where, paperSimulatedSPerS, campaignSeedsPerS, memory }, null, 2)}\n`);
console.log(`\nWritten to ${file}`);
judge([
  { what: 'simulated seconds a second of preset:paper', value: paperSimulatedSPerS, atLeast: promisedSimulatedSPerS },
  ...memory.map(({ protocol, objectsKBPerS, arraysKBPerS }) => ({
    what: `memory of ${protocol}, kB a simulated second`,
    value: objectsKBPerS + arraysKBPerS,
    atMost: promisedKBPerS,
  })),
]);

function bestS(work: () => void): number {
  let best = Infinity;
  // The first is for the compiler.
  for (let k = -1; k < measurements; k++) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    if (k >= 0) best = Math.min(best, (user + system) / 1e6);
  }
  return best;
}

/** What a run keeps that grows with its length. */
function memoryOf(protocol: (typeof remembering)[number]) {
  const { scenario } = paper();
  const run = createRun({ ...scenario, interventions: [], mesh: { ...scenario.mesh, protocol } }, { maxEvents: 0 });
  const advanceTo = (timeS: number): void => {
    run.advance(Math.round(timeS / scenario.stepS) - run.stepsDone);
  };
  const perS = (bytes: number): number => bytes / 1000 / (memoryToS - memoryFromS);
  advanceTo(memoryFromS);
  const before = heldMemory();
  advanceTo(memoryToS);
  const after = heldMemory();
  const objects = perS(after.heapUsed - before.heapUsed);
  const arrays = perS(after.arrayBuffers - before.arrayBuffers);
  const columns = timeseriesColumns.length + scenario.mesh.agents * agentColumns.length;
  const samples = (columns * Float64Array.BYTES_PER_ELEMENT) / scenario.sampleS / 1000;
  console.log(`${protocol.padEnd(16)}${[objects, arrays, samples].map((kB) => kB.toFixed(1).padStart(10)).join('')}`);
  return { protocol, objectsKBPerS: objects, arraysKBPerS: arrays, samplesKBPerS: samples };
}

/** What the first collection finds, the second has let go of. */
function heldMemory() {
  collectGarbage();
  collectGarbage();
  return process.memoryUsage();
}

function paper() {
  const preset = presetNamed('paper');
  if (preset === undefined) throw new Error('there is no preset "paper"');
  return preset;
}

/** Its first minute: field, mesh, samples and digest. */
function runPaper(): void {
  const { scenario } = paper();
  const run = createRun(scenario, { maxEvents: 0 });
  run.advance(Math.round(simulatedS / scenario.stepS));
  run.digest();
}

function runCampaign(): void {
  const campaign = createCampaign(subjectOf('chorus'));
  for (let seed = 0; seed < seeds; seed++) {
    const found = campaign.run(seed);
    if (found !== undefined) throw new Error(`seed ${seed}: ${found.finding.message}`);
  }
}
