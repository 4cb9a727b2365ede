/**
 * Partition episodes: from the onset of a cut to the convergence after its heal. For each of them, when the mesh stopped
 * serving or split, and whether it split at all.
 */
import type { Memory, Remembers } from '../../base/remember.ts';
import type { Mesh } from '../../mesh/types.ts';

export interface Episode {
  readonly onsetS: number;
  /** NaN while the cut lasts. */
  readonly healS: number;
  /** First time at which an agent stood still for `stallPeriods` token periods, or two logs differed; NaN: neither. */
  readonly brokenS: number;
  /** Log positions with two values, seen from the onset until the next one. */
  readonly conflicts: number;
}

/** An agent that has made no token for so many of its token periods has stopped serving. */
const stallPeriods = 10;

export interface Episodes extends Remembers {
  cut(): void;
  heal(): void;
  /** To be called at every sample. */
  look(tokenRateHz: number): void;
  list(): readonly Episode[];
}

export function createEpisodes(mesh: Mesh): Episodes {
  const done: Episode[] = [];
  let open: { onsetS: number; healS: number; brokenS: number; conflictsBefore: number } | undefined;

  const toEpisode = ({ onsetS, healS, brokenS, conflictsBefore }: NonNullable<typeof open>): Episode => ({
    onsetS,
    healS,
    brokenS,
    conflicts: mesh.observer.conflicts - conflictsBefore,
  });

  function cut(): void {
    if (open !== undefined && Number.isNaN(open.healS)) return;
    if (open !== undefined) done.push(toEpisode(open));
    open = { onsetS: mesh.nowS, healS: NaN, brokenS: NaN, conflictsBefore: mesh.observer.conflicts };
  }

  function heal(): void {
    if (open !== undefined && Number.isNaN(open.healS)) open.healS = mesh.nowS;
  }

  function look(tokenRateHz: number): void {
    if (open === undefined || !Number.isNaN(open.brokenS) || !Number.isNaN(open.healS)) return;
    if (mesh.observer.conflicts > open.conflictsBefore) open.brokenS = mesh.observer.lastConflictS;
    else if (tokenRateHz > 0) open.brokenS = stalledSince(open.onsetS, stallPeriods / tokenRateHz);
  }

  /** When the first agent had stood still for `patienceS` since the onset; NaN when none has. Crashed agents do not count. */
  function stalledSince(onsetS: number, patienceS: number): number {
    let earliestS = Infinity;
    for (let agent = 0; agent < mesh.up.length; agent++) {
      const own = mesh.tokens.byAuthor[agent];
      if (mesh.up[agent] === 0 || own === undefined) continue;
      const lastS = own.length === 0 ? 0 : (mesh.tokens.generatedS.values[own.values[own.length - 1] as number] as number);
      const stallS = Math.max(lastS + patienceS, onsetS);
      if (stallS <= mesh.nowS) earliestS = Math.min(earliestS, stallS);
    }
    return earliestS === Infinity ? NaN : earliestS;
  }

  function remember(memory: Memory): void {
    open = memory.value(open);
    memory.all(open);
    memory.list(done);
  }

  return { cut, heal, look, remember, list: () => (open === undefined ? done : [...done, toEpisode(open)]) };
}
