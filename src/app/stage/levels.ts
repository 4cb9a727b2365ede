/**
 * Where things stand in height. A partition pulls the phase circle apart into one circle a component, stacked in the
 * order of the components' numbers; a heal lets them sink into one. Agents move, and the circles move with them: a new
 * component's circle starts where its agents are, and one that is gone fades on its way to where they went.
 *
 * Everything is eased by critically damped springs, which stay smooth when the target changes on the way.
 */
import { parameters } from '../../lab/scenario/parameters.ts';

export const maxAgents = parameters.agents.max;

/** In radii of the phase circle: far enough that two circles seen from 30° above do not cover each other. */
const gap = 1.12;
/** What a stack may measure: five circles at full gap; more stand closer. */
const maxStack = 4 * gap;

/** Height of a component's circle; the stack is centred on 0 and component 0 stands on top. */
export function levelOf(component: number, components: number): number {
  const spacing = components > 1 ? Math.min(gap, maxStack / (components - 1)) : 0;
  return ((components - 1) / 2 - component) * spacing;
}

/** Distance from 0 to the highest circle. */
export function stackReach(components: number): number {
  return levelOf(0, components);
}

/** Settles to within 2% in 0.8 s: (1 + ωt) e^(−ωt) = 0.02 at ωt = 5.8. */
const springRadS = 5.8 / 0.8;
/** A circle appears and fades with this time constant. */
const fadeS = 0.18;
/** Below this a circle is gone, a height has arrived. */
const negligible = 0.002;

export interface Levels {
  /** Shape [M]: height of every agent. */
  readonly agentLevel: Float32Array;
  /** Shape [M]: 1 for an agent that is up, towards 0 for one that is down. */
  readonly agentPresence: Float32Array;
  /** Shape [M]: the component that an agent stands in; one that is down keeps its last. */
  readonly agentComponent: Int16Array;
  /** Shape [circles]: height of every circle. */
  readonly circleLevel: Float32Array;
  /** Shape [circles]: 0 … 1, how much of a circle there is. */
  readonly circlePresence: Float32Array;
  /** How many of the circles may have any presence. */
  readonly circles: number;
  /** Eased `stackReach`. */
  readonly reach: number;
  /** Whether anything is still on its way. */
  readonly moving: boolean;
  /** Moves on by `elapsedS`; `components[a]` is −1 for an agent that is down. With `still`, arrives at once. */
  advance(components: Readonly<Float64Array>, componentCount: number, elapsedS: number, still: boolean): void;
}

interface Motion {
  readonly place: Float32Array;
  readonly speed: Float32Array;
}

const motion = (): Motion => ({ place: new Float32Array(maxAgents), speed: new Float32Array(maxAgents) });

export function createLevels(): Levels {
  const agents = motion();
  const circles = motion();
  const stack = motion();
  const agentPresence = new Float32Array(maxAgents).fill(1);
  const agentComponent = new Int16Array(maxAgents);
  const circlePresence = new Float32Array(maxAgents);
  let agentCount = 0;
  let circleCount = 0;
  let moving = false;

  function advance(components: Readonly<Float64Array>, componentCount: number, elapsedS: number, still: boolean): void {
    const arriveAtOnce = still || components.length !== agentCount;
    agentCount = components.length;
    moving = false;
    for (let a = 0; a < agentCount; a++) {
      const component = components[a] as number;
      if (component >= 0) agentComponent[a] = component;
      // After a heal an agent that was down meanwhile may remember a circle that no longer is.
      if ((agentComponent[a] as number) >= componentCount) agentComponent[a] = Math.max(0, componentCount - 1);
      advanceSpring(agents, a, levelOf(agentComponent[a] as number, componentCount), elapsedS, arriveAtOnce);
      advanceFade(agentPresence, a, component >= 0 ? 1 : 0, elapsedS, arriveAtOnce);
    }
    advanceCircles(componentCount, elapsedS, arriveAtOnce);
    advanceSpring(stack, 0, stackReach(componentCount), elapsedS, arriveAtOnce);
  }

  function advanceCircles(componentCount: number, elapsedS: number, arriveAtOnce: boolean): void {
    const known = Math.max(circleCount, componentCount);
    circleCount = componentCount;
    for (let c = 0; c < known; c++) {
      const present = c < componentCount;
      if (present && circlePresence[c] === 0) bringToAgents(c);
      advanceFade(circlePresence, c, present ? 1 : 0, elapsedS, arriveAtOnce);
      advanceSpring(
        circles,
        c,
        present ? levelOf(c, componentCount) : nearestLevel(circles.place[c] as number, componentCount),
        elapsedS,
        arriveAtOnce,
      );
      if (circlePresence[c] !== 0) circleCount = Math.max(circleCount, c + 1);
    }
  }

  /** A circle that appears starts where its agents are: at the mean of their heights. */
  function bringToAgents(component: number): void {
    let sum = 0;
    let count = 0;
    for (let a = 0; a < agentCount; a++) {
      if (agentComponent[a] !== component) continue;
      sum += agents.place[a] as number;
      count += 1;
    }
    circles.place[component] = count > 0 ? sum / count : 0;
    circles.speed[component] = 0;
  }

  function advanceSpring({ place, speed }: Motion, i: number, target: number, elapsedS: number, arriveAtOnce: boolean): void {
    const away = (place[i] as number) - target;
    const velocity = speed[i] as number;
    if (arriveAtOnce || (Math.abs(away) < negligible && Math.abs(velocity) < negligible)) {
      place[i] = target;
      speed[i] = 0;
      return;
    }
    // The exact solution of x'' = −2ωx' − ω²x over the time that went by, so that slow frames end at the same place.
    const decay = Math.exp(-springRadS * elapsedS);
    const pull = velocity + springRadS * away;
    place[i] = target + (away + pull * elapsedS) * decay;
    speed[i] = (velocity - springRadS * pull * elapsedS) * decay;
    moving = true;
  }

  function advanceFade(presence: Float32Array, i: number, target: number, elapsedS: number, arriveAtOnce: boolean): void {
    const away = (presence[i] as number) - target;
    if (arriveAtOnce || Math.abs(away) < negligible) {
      presence[i] = target;
      return;
    }
    presence[i] = target + away * Math.exp(-elapsedS / fadeS);
    moving = true;
  }

  return {
    agentLevel: agents.place,
    agentPresence,
    agentComponent,
    circleLevel: circles.place,
    circlePresence,
    get circles() {
      return circleCount;
    },
    get reach() {
      return stack.place[0] as number;
    },
    get moving() {
      return moving;
    },
    advance,
  };
}

/** Where a circle that is gone sinks to: the nearest one that there is. */
function nearestLevel(level: number, components: number): number {
  let nearest = 0;
  let distance = Infinity;
  for (let c = 0; c < components; c++) {
    const candidate = levelOf(c, components);
    if (Math.abs(candidate - level) >= distance) continue;
    nearest = candidate;
    distance = Math.abs(candidate - level);
  }
  return nearest;
}
