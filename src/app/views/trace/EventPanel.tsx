import { wholeText } from '../../../base/whole-text.ts';
import type { EventDetails } from '../../../worker/trace-api.ts';
import { choose, chooseNeighbour } from '../../trace/actions.ts';
import { toneColours } from '../../trace/draw-events.ts';
import { useTrace } from '../../trace/trace-store.ts';
import styles from './Panels.module.css';

/** The chosen event, and how much of everything lies in its past, in its future, and in neither. */
export function EventPanel() {
  const chosen = useTrace((state) => state.chosen);
  const names = useTrace(({ chosen: its, compared, names: upper }) =>
    its?.source === compared?.source ? (compared?.names ?? upper) : upper,
  );
  if (chosen === undefined)
    return (
      <section className={styles.panel}>
        <h2>Event</h2>
        <p className={styles.hint}>Click an event: what it could know of turns blue, what can know of it orange, the rest fades.</p>
      </section>
    );
  const rows: readonly (readonly [string, string])[] = [
    ['agent', names[chosen.agent] ?? 'network'],
    ['time', Number.isNaN(chosen.timeS) ? '' : `${chosen.timeS.toFixed(4)} s`],
    ['Lamport time', chosen.clock < 0 ? '' : String(chosen.clock)],
    ['causal depth', String(chosen.depth)],
    ['peer', names[chosen.peer] ?? ''],
    ['token', chosen.token < 0 ? '' : String(chosen.token)],
    ['slot', chosen.slot < 0 ? '' : String(chosen.slot)],
    ['ballot', chosen.ballot],
    ['heard', heardText(chosen)],
    ['line', chosen.line === 0 ? '' : String(chosen.line)],
    ...chosen.fields,
  ];
  return (
    <section className={styles.panel} aria-live="polite">
      <h2>
        {chosen.kind} <small>no. {chosen.event}</small>
      </h2>
      {chosen.text !== '' && <p className={styles.text}>{chosen.text}</p>}
      <dl className={styles.facts}>
        {rows
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <ul className={styles.cone} aria-label="Causal cone">
        <Share name="past" count={chosen.past} colour={`var(${toneColours.past})`} />
        <Share name="future" count={chosen.future} colour={`var(${toneColours.future})`} />
        <Share name="concurrent" count={chosen.concurrent} colour="var(--line-strong)" />
      </ul>
      <p className={styles.hint}>Of the agents’ own events: a message that was lost and a change of the network are nobody’s.</p>
      <div className={styles.buttons}>
        <button
          type="button"
          onClick={() => {
            chooseNeighbour(-1);
          }}
        >
          ‹ Before it
        </button>
        <button
          type="button"
          onClick={() => {
            chooseNeighbour(1);
          }}
        >
          After it ›
        </button>
        {chosen.cause >= 0 && (
          <button
            type="button"
            onClick={() => {
              choose(chosen.cause);
            }}
          >
            Its send
          </button>
        )}
        <button
          type="button"
          onClick={() => {
            choose(undefined);
          }}
        >
          Clear
        </button>
      </div>
    </section>
  );
}

/** What became of a message that was sent. */
function heardText({ heard, lost }: EventDetails): string {
  const times = (count: number): string => (count === 1 ? 'once' : `${String(count)} times`);
  if (heard + lost === 0) return '';
  return lost === 0 ? times(heard) : heard === 0 ? `never, lost ${times(lost)}` : `${times(heard)}, lost ${times(lost)}`;
}

function Share({ name, count, colour }: { readonly name: string; readonly count: number; readonly colour: string }) {
  return (
    <li>
      <i style={{ background: colour }} />
      {name}
      <b>{wholeText(count)}</b>
    </li>
  );
}
