import { findPatterns, goTo } from '../../trace/actions.ts';
import { useTrace } from '../../trace/trace-store.ts';
import { Panel } from './Panel.tsx';
import styles from './Panels.module.css';

const listed = 12;

/** Rounds of consensus and duels, found in the run so far. */
export function PatternPanel() {
  const patterns = useTrace((state) => state.patterns);
  const isLive = useTrace((state) => state.source === 'live');
  if (!isLive) return null;
  return (
    <Panel title="Patterns">
      <div className={styles.buttons}>
        <button type="button" onClick={findPatterns}>
          {patterns === undefined ? 'Find rounds and duels' : 'Look again'}
        </button>
      </div>
      {patterns !== undefined && (
        <>
          <p>
            {patterns.rounds} rounds of prepare → quorum → accept → quorum: {patterns.chosen} chosen, {patterns.refused} refused,{' '}
            {patterns.rounds - patterns.chosen - patterns.refused} unfinished. {patterns.duels.length} slots with a duel.
          </p>
          <ul className={styles.list}>
            {patterns.duels.slice(-listed).map(({ slot, agents, rounds, fromX, toX }) => (
              <li key={`duel ${String(slot)}`}>
                <button
                  type="button"
                  onClick={() => {
                    show(fromX, toX);
                  }}
                >
                  <b>duel</b> slot {slot}: agents {agents.join(', ')}, {rounds} rounds
                </button>
              </li>
            ))}
            {patterns.latest.slice(-listed).map(({ slot, agent, outcome, promises, votes, retries, prepare, accept, fromX, toX }) => (
              <li key={`round ${String(prepare)} ${String(accept)}`}>
                <button
                  type="button"
                  onClick={() => {
                    show(fromX, toX);
                  }}
                >
                  <b>{outcome}</b> slot {slot} by agent {agent}: {promises} promises, {votes} votes
                  {retries > 0 && `, ${String(retries)} sent again`}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

function show(fromX: number, toX: number): void {
  goTo((fromX + toX) / 2, Math.max(0.05, 1.4 * (toX - fromX)));
}
