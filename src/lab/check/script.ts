/** What happens to the mesh of a trial and when: read out of a scenario, or made up as the trial goes. */
import type { Intervention, Scenario } from '../scenario/schema.ts';
import type { Nemesis } from './nemesis.ts';
import { mending, type Plan } from './plan.ts';

export interface Script {
  /** The step boundary at which the next thing happens; undefined when nothing does any more. */
  readonly nextStep: number | undefined;
  /** What happens at that boundary, maybe nothing; `nextStep` moves on. */
  take(): readonly Intervention[];
}

/** A time that lies this share of a step behind a boundary, or less, is that boundary: it was computed as n · stepS. */
const boundaryTolerance = 1e-6;

/** Each intervention takes effect at the first boundary that is not before it, as in a run of the laboratory. */
export function scenarioScript({ interventions, stepS }: Scenario): Script {
  const ahead = interventions
    .map((intervention) => ({ intervention, step: Math.max(0, Math.ceil(intervention.atS / stepS - boundaryTolerance)) }))
    .sort((a, b) => a.step - b.step);
  let next = 0;
  return {
    get nextStep() {
      return ahead[next]?.step;
    },
    take() {
      const due = ahead[next++];
      return due === undefined ? [] : [due.intervention];
    },
  };
}

/** Past so many faults a trial only takes longer. */
export const maxFaults = 60;

export interface Hunt extends Script {
  /** What happened until the faults ended, in order. */
  readonly faults: readonly Intervention[];
}

/** The faults of a plan and the blows of a nemesis, and at the end the mending of both. */
export function huntScript(plan: Plan, nemesis: Nemesis): Hunt {
  const { stepS } = plan.base;
  const lastStep = Math.round(plan.faultsEndS / stepS);
  const ahead = [...plan.faults];
  const faults: Intervention[] = [];
  let step = 1;

  function blows(atS: number): readonly Intervention[] {
    return nemesis.strike(atS).flatMap((blow) => {
      if (faults.length + ahead.length >= maxFaults) return [];
      const endS = (step + Math.max(1, Math.round(blow.lastsS / stepS))) * stepS;
      for (const fault of blow.faults) {
        const end = endOf(fault, endS);
        if (end !== undefined && end.atS < plan.faultsEndS) insert(ahead, end);
      }
      return blow.faults;
    });
  }

  return {
    faults,
    get nextStep() {
      return step <= lastStep ? step : undefined;
    },
    take() {
      const atS = step * stepS;
      if (step++ === lastStep) return mending({ ...plan, faults });
      const due = ahead.splice(0, countUntil(ahead, atS));
      const now = [...due, ...blows(atS)];
      faults.push(...now);
      return now;
    },
  };
}

function countUntil(list: readonly Intervention[], atS: number): number {
  const later = list.findIndex((intervention) => intervention.atS > atS);
  return later === -1 ? list.length : later;
}

function insert(list: Intervention[], intervention: Intervention): void {
  list.splice(countUntil(list, intervention.atS), 0, intervention);
}

/** What undoes a fault. */
function endOf(fault: Intervention, atS: number): Intervention | undefined {
  switch (fault.do) {
    case 'partition':
      return { atS, do: 'heal' };
    case 'crash':
      return { atS, do: 'restart', agent: fault.agent, disk: 'kept' };
    case 'pause':
      return { atS, do: 'resume', agent: fault.agent };
    default:
      return undefined;
  }
}
