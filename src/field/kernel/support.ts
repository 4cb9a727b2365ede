/** Whether this host can run the kernel, and how it starts one. */
import { kernelBytes } from './generated/bytes.ts';

/** What the kernel needs of the host's `WebAssembly`, which the language's own types do not know; every engine has it. */
interface Host {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
  validate(bytes: Uint8Array): boolean;
}
declare const WebAssembly: Host | undefined;

/** Undefined where the kernel runs; elsewhere a message for people: what is missing, and what has it. */
export function missingForKernel(): string | undefined {
  if (typeof WebAssembly === 'undefined') {
    return 'This browser runs no WebAssembly, which the oscillators need. Perhaps a setting forbids it (as lockdown modes do); any current browser has it.';
  }
  if (!WebAssembly.validate(kernelBytes)) {
    return 'This browser’s WebAssembly has no 128-bit SIMD, which the oscillators need. Chrome and Edge have it from version 91, Firefox from 89, Safari from 16.4.';
  }
  return undefined;
}

let compiled: object | undefined;

/** A new instance with a memory of its own. @throws Error with the message of `missingForKernel` */
export function startKernel(): KernelExports {
  const missing = missingForKernel();
  if (missing !== undefined || typeof WebAssembly === 'undefined') throw new Error(missing);
  compiled ??= new WebAssembly.Module(kernelBytes);
  return new WebAssembly.Instance(compiled).exports as KernelExports;
}

/** A place in the kernel's memory, in bytes. */
interface Place {
  readonly value: number;
}

/** What `assembly/index.ts` exports; counts are unsigned. */
export interface KernelExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly NORMAL_TABLE: Place;
  readonly CIRCLE_TABLE: Place;
  readonly agentStart: Place;
  readonly agentRe: Place;
  readonly agentIm: Place;
  readonly forceRe: Place;
  readonly forceIm: Place;
  readonly phaseCounts: Place;
  readonly frequencyRadS: Place;
  readonly phaseRad: Place;
  readonly winding: Place;
  /** 1, or 0 where there is not enough memory. */
  allocate(oscillators: number, agents: number, withStage: boolean): number;
  begin(): void;
  eulerMaruyama(stepS: number, amplitude: number, seed: number, stream: number, stepLow: number, stepHigh: number): void;
  firstStage(
    firstS: number,
    reachS: number,
    amplitude: number,
    stageAmplitude0: number,
    stageAmplitude1: number,
    seed: number,
    stream: number,
    stepLow: number,
    stepHigh: number,
  ): void;
  secondStage(secondS: number): void;
  countPhases(): void;
}
