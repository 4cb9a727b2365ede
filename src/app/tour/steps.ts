/** The four steps of the tour: what to do, where, and how the page knows that it was done. */
import type { LiveState } from '../store/live.ts';
import type { Frame } from '../../worker/frame.ts';

export interface Moment {
  readonly live: Pick<LiveState, 'playing' | 'partitioned' | 'now'>;
  readonly frame: Pick<Frame, 'conflicts' | 'components' | 'r'>;
  /** The coupling when the step began. */
  readonly couplingBefore: number;
}

/** What a person is to do at this moment of a step. */
export interface Task {
  readonly text: string;
  readonly target: TargetName;
}

export interface Step {
  readonly title: string;
  readonly task: (moment: Moment) => Task;
  readonly isDone: (moment: Moment) => boolean;
}

export type TargetName = keyof typeof targets;

/** The controls that are pointed at: the name they have on the page, and how to find them. */
export const targets = {
  play: { name: 'Play', find: () => document.querySelector('main button[aria-label="Play"]') },
  coupling: {
    name: 'Coupling K',

    find: () => document.querySelector('main input[aria-label="Coupling K"]')?.closest('[role=group]')?.parentElement ?? null,
  },
  partition: { name: 'Partition', find: () => document.querySelector('main button[aria-label="Partition"]') },
  heal: { name: 'Heal', find: () => document.querySelector('main button[aria-label="Heal"]') },
  protocol: { name: 'Protocol', find: () => document.querySelector('main button[aria-label="Protocol"]') },
  conflicts: {
    name: 'Split-brain conflicts',

    find: () => document.querySelector('main output[aria-label="Split-brain conflicts"]')?.closest('div') ?? null,
  },
} as const;

export const steps: readonly Step[] = [
  {
    title: 'Drag Coupling K',
    task: () => ({
      text: 'Every point is an oscillator, and K is how strongly they pull at each other. Drag it to the right: they gather, and the arrow grows. Left of K_c they scatter.',
      target: 'coupling',
    }),
    isDone: ({ live, couplingBefore }) => live.now.field.coupling !== couplingBefore,
  },
  {
    title: 'Cut the mesh',
    task: () => ({
      text: 'The oscillators live on agents that only know each other by messages. Press Partition: the circle comes apart, and where there is no quorum tokens pile up.',
      target: 'partition',
    }),
    isDone: ({ live }) => live.partitioned,
  },
  {
    title: 'Heal it',
    task: () => ({
      text: 'Watch the pending tokens grow: they wait, nobody loses one. Then press Heal: the circle closes, and each of them is validated once.',
      target: 'heal',
    }),
    isDone: ({ live }) => !live.partitioned,
  },
  {
    title: 'The same cut, without a quorum',
    task: ({ live }) => {
      if (live.now.mesh.protocol !== 'legacy')
        return {
          text: 'Now the system that the paper wants to replace: choose Legacy as the Protocol. A new run begins.',
          target: 'protocol',
        };
      if (!live.partitioned) return { text: 'Make the same cut again: press Partition.', target: 'partition' };
      return {
        text: 'Each side waits for the silent, then drops them and goes on alone. Two logs: soon the conflicts are counted in red.',
        target: 'conflicts',
      };
    },
    isDone: ({ live, frame }) => live.now.mesh.protocol === 'legacy' && frame.conflicts > 0,
  },
];

/** The task of now: while time stands still nothing else can be felt. */
export function taskOf(step: Step, moment: Moment): Task {
  return moment.live.playing ? step.task(moment) : { text: 'Simulated time stands still. Press Play first.', target: 'play' };
}
