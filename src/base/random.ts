/**
 * Random numbers by name instead of by turn: every number that a run uses is a pure function of the seed, the stream (what
 * it is for) and up to three whole numbers (which oscillator, which step, which message). Neither order nor chunking nor
 * threads can change it.
 */
import { log, sincosTurnsRange } from './math.ts';
import { normalsFromWords } from './normal-table.ts';
import { philox4x32, philoxBlocks } from './philox.ts';

/** What random numbers are for. A number is one word of the generator's key: never give one to two uses, never reuse one. */
export const streams = {
  frequencies: 0,
  initialPhases: 1,
  shuffle: 2,
  fieldNoise: 3,
  networkDelay: 4,
  tokenOffset: 5,
  backoff: 6,
  wallClock: 7,
  spare: 8,
  positions: 9,
  phaseErrors: 10,
  sphereStart: 11,
  sphereRotations: 12,
  sphereNoise: 13,
  boundedNoise: 14,
} as const;
export type Stream = (typeof streams)[keyof typeof streams];

const TWO_NEGATIVE_32 = 2.3283064365386963e-10;
const TWO_32 = 4294967296;
const words = new Uint32Array(4);

/** A word as a number in the open interval (0, 1): (word + ½)·2⁻³². */
function uniformFrom(word: number): number {
  return (word + 0.5) * TWO_NEGATIVE_32;
}

/** Writes four uniforms on (0, 1) to `out[0 … 3]`, keyed by a seed, a stream and three whole numbers below 2³². */
export function draw(seed: number, stream: Stream, a: number, b: number, c: number, out: Float64Array): void {
  philox4x32(a, b, c, 0, seed, stream, words);
  out[0] = uniformFrom(words[0] as number);
  out[1] = uniformFrom(words[1] as number);
  out[2] = uniformFrom(words[2] as number);
  out[3] = uniformFrom(words[3] as number);
}

/** Uniforms made at a time. */
const UNIFORM_BATCH = 1024;
const uniformWords = new Uint32Array(UNIFORM_BATCH);

/** Writes a uniform on (0, 1) to every place of `out`: those of index 4k … 4k + 3 are what `draw` gives for (k, 0, 0). */
export function fillUniforms(seed: number, stream: Stream, out: Float64Array): void {
  for (let done = 0; done < out.length; done += UNIFORM_BATCH) {
    const count = Math.min(UNIFORM_BATCH, out.length - done);
    philoxBlocks(done / 4, Math.ceil(count / 4), 0, 0, 0, seed, stream, uniformWords);
    for (let i = 0; i < count; i++) out[done + i] = uniformFrom(uniformWords[i] as number);
  }
}

const turns = new Float64Array(1);
const sine = new Float64Array(1);
const cosine = new Float64Array(1);

/** A standard normal number from two uniforms on (0, 1): √(−2 ln u₁) cos 2πu₂ (Box & Muller 1958). */
export function normalFrom(u1: number, u2: number): number {
  turns[0] = u2;
  sincosTurnsRange(turns, 0, 1, sine, cosine);
  return Math.sqrt(-2 * log(u1)) * (cosine[0] as number);
}

/** Normal numbers come in blocks of so many: four counters of the generator, four words each. */
export const NORMALS_A_BLOCK = 16;
/** Blocks made at a time: their words stay in the fastest cache. */
const BATCH = 64;
const batchWords = new Int32Array(NORMALS_A_BLOCK * BATCH);
const ordered = new Int32Array(NORMALS_A_BLOCK * BATCH);

/**
 * Writes standard normal numbers to `out[offset … offset + 16·blocks − 1]`; the j-th belongs to index 16·firstBlock + j at this
 * step. Number 4·w + c of block b is that of word w of the counter (4 b + c, step mod 2³², step div 2³², component): so four
 * counters, worked out side by side, leave their words in order (`normal-table.ts` says which number a word is).
 */
export function fillNormals(
  seed: number,
  stream: Stream,
  step: number,
  component: number,
  firstBlock: number,
  blocks: number,
  out: Float64Array,
  offset = 0,
): void {
  const stepHigh = Math.floor(step / TWO_32);
  for (let done = 0; done < blocks; done += BATCH) {
    const count = Math.min(BATCH, blocks - done);
    philoxBlocks(4 * (firstBlock + done), 4 * count, step, stepHigh, component, seed, stream, batchWords);
    for (let block = 0; block < NORMALS_A_BLOCK * count; block += NORMALS_A_BLOCK) {
      for (let j = 0; j < NORMALS_A_BLOCK; j++) ordered[block + j] = batchWords[block + 4 * (j & 3) + (j >> 2)] as number;
    }
    normalsFromWords(ordered, 0, NORMALS_A_BLOCK * count, out, offset + NORMALS_A_BLOCK * done);
  }
}
