/** Runs the command line as a person would, in a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chorus as runHere } from './program.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
/** By its place, for the tests stand in directories that have no packages. */
const loader = import.meta.resolve('tsx');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Chorus {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** @param cwd where relative paths begin. @param input for standard input. @param output an open file, where standard output goes to one. */
export function startChorus(args: readonly string[], cwd: string, input = '', output: number | 'pipe' = 'pipe'): Chorus {
  const child = spawn(process.execPath, ['--import', loader, main, ...args], {
    cwd,
    stdio: ['pipe', output, 'pipe'],
    env: { ...process.env, NO_COLOR: '1', npm_lifecycle_event: 'test' },
  });
  const texts = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (texts.stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (texts.stderr += text));
  // A program that refuses its arguments does not wait for its input.
  child.stdin?.on('error', () => undefined).end(input);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, ...texts }));
  });
  return { process: child, ended };
}

export async function chorus(args: readonly string[], cwd: string, input?: string): Promise<Ended> {
  return startChorus(args, cwd, input).ended;
}

/** The same within this process, which costs no start. Standard input is not to be read this way. */
export async function chorusHere(args: readonly string[], cwd: string): Promise<Ended> {
  const texts = { stdout: '', stderr: '' };
  const restore = (['stdout', 'stderr'] as const).map((name) => {
    const { write } = process[name];
    process[name].write = (text: string | Uint8Array): boolean => {
      texts[name] += String(text);
      return true;
    };
    return () => (process[name].write = write);
  });
  // As npm sets them for `npm run chorus`, so that relative paths begin where the person stands.
  Object.assign(process.env, { npm_lifecycle_event: 'chorus', INIT_CWD: cwd });
  try {
    const code = await runHere(args);
    return { code, ...texts };
  } finally {
    for (const back of restore) back();
  }
}

/** A new directory, gone when the tests are done with it. */
export function temporaryDirectory(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'chorus-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
