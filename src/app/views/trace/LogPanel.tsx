import type { Findings } from '../../../worker/trace-api.ts';
import { counted } from '../../trace/counted.ts';
import { traceStore, useTrace } from '../../trace/trace-store.ts';
import { Panel } from './Panel.tsx';
import styles from './Panels.module.css';

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
            {counted(events, 'event')} of {counted(hosts, 'host')}
            {holes.count === 0 && faults.count === 0 && '; its clocks are sound.'}
          </p>
          <Lines title="Missing events" lines={holes} />
          <Lines title="Not a history" lines={faults} />
          <Lines title="Lines without an event" lines={unreadLines} />
        </div>
      ))}
    </Panel>
  );
}

function Lines({ title, lines: { count, first } }: { readonly title: string; readonly lines: Findings }) {
  if (count === 0) return null;
  return (
    <>
      <h3>
        {title} ({count})
      </h3>
      <ul className={styles.lines}>
        {first.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {count > first.length && <li>and {count - first.length} more</li>}
      </ul>
    </>
  );
}
