/** The mesh: agents on a ring, messages on their way between them, the cut as a wall. */
import { lazy, Suspense, useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { messageKinds } from '../../lab/run/types.ts';
import { slowMotion } from '../commands/run.ts';
import { useLive } from '../store/live.ts';
import { CommandButton } from '../widgets/Button.tsx';
import { KindToggles } from './KindToggles.tsx';
import { StandingChoice } from './StandingChoice.tsx';
import { selectAgent, useMesh } from './mesh-state.ts';
import { mountMesh } from './mesh-view.ts';
import styles from './Mesh.module.css';

const AgentCard = lazy(() => import('./AgentCard.tsx'));

export default function Mesh() {
  const agents = useLive((state) => state.scenario.mesh.agents);
  const slow = useLive((state) => state.speed < 1);
  const selected = useMesh((state) => state.selected);
  const panel = useRef<HTMLElement>(null);
  const summaryId = useId();
  useEffect(() => (panel.current === null ? undefined : mountIn(panel.current)), [agents]);
  useEffect(() => {
    if (selected !== undefined && selected >= agents) selectAgent(undefined);
  }, [selected, agents]);
  return (
    <section ref={panel} className={styles['mesh']} aria-label="The mesh">
      <div className={styles['head']}>
        <span className={styles['title']}>Mesh</span>
        <StandingChoice />
        <span data-part="note" className={styles['note']} title="On their way to nobody, or lost a moment ago." />
        <CommandButton command={slowMotion} name={slow ? 'Normal speed' : slowMotion.title} look="quiet" className={styles['slow']} />
      </div>
      <div data-part="area" className={styles['area']}>
        <div data-part="picture" className={styles['picture']}>
          <canvas className={styles['canvas']} role="img" aria-label="Mesh" aria-describedby={summaryId} />
          <ul className={styles['agents']} aria-label="Agents" onKeyDown={goByKey}>
            {Array.from({ length: agents }, (_, agent) => (
              <li key={agent}>
                <button
                  type="button"
                  data-part="agent"
                  className={styles['agent']}
                  tabIndex={agent === (selected ?? 0) ? 0 : -1}
                  aria-haspopup="dialog"
                  // A pointer is followed by the picture: it knows which agent is nearest.
                  onClick={(event) => {
                    if (event.detail === 0) selectAgent(agent);
                  }}
                >
                  <span className="unseen">Agent {agent}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
        {selected !== undefined && selected < agents && (
          <Suspense fallback={null}>
            <AgentCard key={selected} agent={selected} />
          </Suspense>
        )}
      </div>
      <KindToggles />
      <p data-part="summary" id={summaryId} className="unseen" />
      <p data-part="news" className="unseen" aria-live="polite" />
    </section>
  );
}

function mountIn(panel: HTMLElement): () => void {
  const part = (name: string) => panel.querySelector<HTMLElement>(`[data-part=${name}]`);
  const parts = (name: string) => [...panel.querySelectorAll<HTMLElement>(`[data-part=${name}]`)];
  const canvas = panel.querySelector('canvas');
  const [area, summary, news, note] = [part('area'), part('summary'), part('news'), part('note')];
  const counts = parts('count');
  if (canvas === null || area === null || summary === null || news === null || note === null) return () => undefined;
  if (counts.length !== messageKinds.length) return () => undefined;
  return mountMesh({ area, canvas, buttons: parts('agent'), counts, summary, news, note });
}

const stepsByKey: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Home: -Infinity,
  End: Infinity,
};

/** One agent is a stop of the Tab key; the arrows go from one to the next. */
function goByKey(event: KeyboardEvent<HTMLUListElement>): void {
  const steps = stepsByKey[event.key];
  if (steps === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const from = buttons.findIndex((button) => button === document.activeElement);
  const next = Number.isFinite(steps) ? (from + steps + buttons.length) % buttons.length : steps < 0 ? 0 : buttons.length - 1;
  event.preventDefault();
  for (const [i, button] of buttons.entries()) button.tabIndex = i === next ? 0 : -1;
  buttons[next]?.focus();
}
