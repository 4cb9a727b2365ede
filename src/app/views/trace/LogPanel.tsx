import { useTrace } from '../../trace/trace-store.ts';
import styles from './Panels.module.css';

const listed = 20;

/** What the log that was opened holds, what it lacks, and what is wrong with it. */
export function LogPanel() {
  const log = useTrace((state) => state.log);
  if (log === undefined) return null;
  return (
    <section className={styles.panel}>
      <h2>{log.file}</h2>
      <p className={styles.code}>{log.parser}</p>
      {log.executions.map(({ name, hosts, events, holes, faults, unreadLines }, i) => (
        <div key={i}>
          <p>
            {name !== '' && <b>{name}: </b>}
            {events} events of {hosts} hosts
            {unreadLines > 0 && `, ${String(unreadLines)} lines unread`}
            {holes.length === 0 && faults.length === 0 && '; its clocks are sound.'}
          </p>
          <Lines title="Missing events" lines={holes} />
          <Lines title="Not a history" lines={faults} />
        </div>
      ))}
    </section>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>
        {title} ({lines.length})
      </h3>
      <ul className={styles.lines}>
        {lines.slice(0, listed).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  );
}
