import { traceStore, useTrace } from '../../trace/trace-store.ts';
import { Panel } from './Panel.tsx';
import styles from './Panels.module.css';

const listed = 20;

/** What the log that was opened holds, what it lacks, and what is wrong with it. */
export function LogPanel() {
  const log = useTrace((state) => state.log);
  if (log === undefined) return null;
  const { file, parser, executions } = log;
  return (
    <Panel title={file.name} isOpen>
      <p className={styles.code}>{parser}</p>
      <div className={styles.buttons}>
        <button
          type="button"
          onClick={() => {
            traceStore.setState({ asked: file });
          }}
        >
          Expressions …
        </button>
      </div>
      {executions.map(({ name, hosts, events, holes, faults, unreadLines }, i) => (
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
    </Panel>
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
