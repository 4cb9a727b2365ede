import { useRef } from 'react';
import type { Frame } from '../../../worker/frame.ts';
import { useLive } from '../../store/live.ts';
import { useSlowFrames } from './use-slow-frames.ts';
import styles from './Agents.module.css';

const everyMs = 150;
/** Slow, for those who have it read to them. */
const describeEveryMs = 2_000;
/** Colours of components that are told apart by colour; the height of the bar and the label tell the rest. */
const componentColours = 6;

/** One small gauge per agent: on which side it is, how much waits with it, whether it hears a quorum. */
export function Agents() {
  const agents = useLive((state) => state.scenario.mesh.agents);
  const list = useRef<HTMLOListElement>(null);
  useSlowFrames((frame) => {
    if (list.current !== null) draw(list.current, frame);
  }, everyMs);
  useSlowFrames((frame) => {
    if (list.current !== null) describe(list.current, frame);
  }, describeEveryMs);
  return (
    <div className={styles.agents}>
      <p className={styles.caption} id="agents-caption">
        Agents <span>bar: tokens pending · colour: component · struck: hears no quorum</span>
      </p>
      <ol ref={list} className={styles.list} aria-labelledby="agents-caption" data-many={agents > 32}>
        {Array.from({ length: agents }, (_, agent) => (
          <li key={agent} className={styles.agent}>
            <span className={styles.gauge} aria-hidden="true">
              <span className={styles.bar} />
            </span>
            <span className={styles.number} aria-hidden="true">
              {agent}
            </span>
            <span className={styles.told}>Agent {agent}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function draw(list: HTMLOListElement, { agentColumns, agents }: Frame): void {
  const { component, hearsQuorum, pending, up } = agentColumns;
  for (let agent = 0; agent < agents; agent++) {
    const item = list.children[agent];
    if (!(item instanceof HTMLElement)) return;
    const side = component[agent] as number;
    item.style.setProperty('--fill', fullness(pending[agent] as number).toFixed(3));
    item.style.setProperty('--side', `var(--series-component-${String(Math.max(0, side) % componentColours)})`);
    const state = up[agent] === 0 ? 'down' : hearsQuorum[agent] === 0 ? 'waiting' : 'well';
    if (item.dataset['state'] !== state) item.dataset['state'] = state;
  }
}

function describe(list: HTMLOListElement, { agentColumns, agents }: Frame): void {
  const { component, hearsQuorum, pending, up } = agentColumns;
  for (let agent = 0; agent < agents; agent++) {
    const told = list.children[agent]?.lastElementChild;
    if (!told) return;
    const quorum = hearsQuorum[agent] === 0 ? 'hears no quorum' : 'hears a quorum';
    const state =
      up[agent] === 0
        ? 'down'
        : `component ${String((component[agent] as number) + 1)}, ${quorum}, ${String(pending[agent])} tokens pending`;
    told.textContent = `Agent ${String(agent)}: ${state}`;
  }
}

/** A thousand tokens fill the bar; by the logarithm, so that three or four still show. */
function fullness(pending: number): number {
  return Math.min(1, Math.log10(1 + pending) / 3);
}
