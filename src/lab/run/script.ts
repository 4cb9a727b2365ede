/**
 * What is done to a run, and when: what its scenario holds in store, and what was done on the way. A run that is put back to an
 * earlier moment goes through the same again, until something else is done.
 */
import type { Remembers } from '../../base/remember.ts';
import type { Fault } from '../scenario/fault.ts';
import { maxInterventions, type Intervention } from '../scenario/schema.ts';

export interface Deed {
  readonly intervention: Intervention;
  /** The boundary at which it takes effect. */
  readonly step: number;
  /** From the scenario, or done on the way. */
  readonly isOwn: boolean;
}

/** Remembers how far it has come, not what it consists of. */
export interface RunScript extends Remembers {
  /** Everything, earliest first; those of one boundary in the order in which they take effect. */
  readonly deeds: readonly Deed[];
  /** The next that is due at this boundary; undefined when all of it is done. */
  takeDue(step: number): Intervention | undefined;
  /** Something is done now, after all that was due: what was done on the way later than this is void. */
  insert(step: number, intervention: Intervention): void;
  /** Another script, the same as far as this one has come. */
  replace(deeds: readonly Deed[]): void;
}

/**
 * Why nothing more can be done at this boundary; undefined where there is room for it. What the scenario holds in store is to find room
 * too; what was done on the way later than this is void as soon as something is done here.
 * @param waiting how much more is to be done here first
 */
export function roomFault(deeds: readonly Deed[], step: number, waiting = 0): Fault | undefined {
  const staying = deeds.filter((deed) => deed.isOwn || deed.step <= step).length;
  if (staying + waiting < maxInterventions) return undefined;
  return {
    path: 'interventions',
    found: `${maxInterventions} recorded or scheduled already`,
    allowed: 'no more in one run: reset to begin a new one',
  };
}

/** @param own of the scenario */
export function createScript(own: readonly Omit<Deed, 'isOwn'>[]): RunScript {
  let deeds: readonly Deed[] = own.map((deed) => ({ ...deed, isOwn: true })).sort((a, b) => a.step - b.step);
  let next = 0;
  return {
    get deeds() {
      return deeds;
    },
    takeDue(step) {
      const due = deeds[next];
      if (due === undefined || due.step > step) return undefined;
      next++;
      return due.intervention;
    },
    insert(step, intervention) {
      const ahead = deeds.slice(next).filter(({ isOwn }) => isOwn);
      deeds = [...deeds.slice(0, next), { step, intervention, isOwn: false }, ...ahead];
      next++;
    },
    replace(others) {
      deeds = others;
    },
    remember(memory) {
      next = memory.value(next);
    },
  };
}
