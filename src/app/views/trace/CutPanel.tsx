import { snapCut } from '../../trace/actions.ts';
import { useTrace } from '../../trace/trace-store.ts';
import styles from './Panels.module.css';

/** Whether the whole can have been in the state that the cut shows, and what each agent is there. */
export function CutPanel() {
  const hasCut = useTrace((state) => state.cut !== undefined);
  const verdict = useTrace((state) => state.verdict);
  const names = useTrace((state) => state.names);
  const isLive = useTrace((state) => state.source === 'live');
  if (!hasCut || verdict === undefined) return null;
  const { offending, states } = verdict;
  const isConsistent = offending.length === 0;
  return (
    <section className={styles.panel}>
      <h2>Cut</h2>
      <p role="status" aria-label="Cut" className={isConsistent ? styles.good : styles.bad}>
        {isConsistent
          ? 'Consistent: the whole can have been in this state.'
          : `Not consistent: ${String(offending.length)} ${offending.length === 1 ? 'message is' : 'messages are'} received before the cut and sent after it.`}
      </p>
      <div className={styles.buttons}>
        <button type="button" disabled={isConsistent} onClick={snapCut}>
          Snap to the nearest consistent cut
        </button>
      </div>
      <p className={styles.hint}>Drag the line, or the handle of one lifeline.</p>
      <table className={styles.states}>
        <thead>
          <tr>
            <td />
            <th>clock</th>
            <th>events</th>
            {isLive && <th title="tokens generated">gen.</th>}
            {isLive && <th title="of its own tokens, validated">valid.</th>}
            {isLive && <th title="slots applied">slots</th>}
          </tr>
        </thead>
        <tbody>
          {states.map(({ agent, clock, events, generated, validated, applied, state }) => (
            <tr key={agent}>
              <th scope="row">
                {names[agent]} {state !== 'up' && <em>{state}</em>}
              </th>
              <td>{clock}</td>
              <td>{events}</td>
              {isLive && <td>{generated}</td>}
              {isLive && <td>{validated}</td>}
              {isLive && <td>{applied}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
