/** The live run as a line for a terminal: the preset that it differs from least, its differences, and what was done on the way. */
import { presets } from '../../lab/scenario/presets.ts';
import type { Intervention, Scenario } from '../../lab/scenario/schema.ts';
import { terminalCommand } from '../../lab/texts/terminal.ts';

export interface RunAsDone {
  /** As it was started. */
  readonly scenario: Scenario;
  /** The scenario's own and those made on the page. */
  readonly interventions: readonly Intervention[];
  /** Simulated time that it has reached. */
  readonly reachedS: number;
}

/** For a POSIX shell in the project's folder. The run that it makes has the same digest. */
export function commandLine({ scenario, interventions, reachedS }: RunAsDone): string {
  const done = { ...scenario, interventions };
  const lines = presets.map((preset) => [`run preset:${preset.name}`, ...differences(preset.scenario, done, '')].join(' '));
  const shortest = lines.reduce((best, line) => (line.length < best.length ? line : best));
  const steps = Math.round(reachedS / scenario.stepS);
  // Of a run that has not begun there is nothing to end.
  const duration = steps === 0 ? [] : [`--duration ${String(Number((steps * scenario.stepS).toFixed(6)))}`];
  return [`${terminalCommand} ${shortest}`, ...duration, '--out out'].join(' ');
}

/** What says nothing of the samples, or is said by an option of its own. */
const said = new Set(['schema', 'name', 'durationS']);

/** Options that turn `from` into `to`. */
function differences(from: unknown, to: unknown, path: string): readonly string[] {
  if (isRecord(from) && isRecord(to)) {
    return Object.keys(to)
      .filter((key) => path !== '' || !said.has(key))
      .flatMap((key) => differences(from[key], to[key], path === '' ? key : `${path}.${key}`));
  }
  const text = JSON.stringify(to);
  if (text === JSON.stringify(from)) return [];
  return [path === 'seed' ? `--seed ${text}` : `--set ${quoted(`${path}=${typeof to === 'string' ? to : text}`)}`];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function quoted(text: string): string {
  return /^[\w.=:,+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
