import { Dialog as Base } from '@base-ui/react/dialog';
import { useEffect, useId, useRef, useState } from 'react';
import { shivizFormats, usualDelimiter } from '../../../lab/texts/shiviz-formats.ts';
import type { Fault } from '../../../lab/scenario/fault.ts';
import type { LogPreview } from '../../../worker/logs-api.ts';
import { ignoreLost } from '../../session/link.ts';
import { previewer, type Previewed, type Previewer } from '../../trace/log-preview.ts';
import { counted } from '../../trace/counted.ts';
import { readLog, told } from '../../trace/sources.ts';
import { traceStore } from '../../trace/trace-store.ts';
import frame from '../../dialogs/DialogFrame.module.css';
import { Button } from '../../widgets/Button.tsx';
import { Select } from '../../widgets/Select.tsx';
import styles from './LogDialog.module.css';

function close(): void {
  traceStore.setState({ asked: undefined });
}

/** How a log is to be read: expressions, with what they find in it while they are typed. */
export function LogDialog({ file }: { readonly file: File }) {
  return (
    <Base.Root
      open
      onOpenChange={(open) => {
        if (!open) close();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className={frame.backdrop} />
        <Base.Popup className={`${frame.popup ?? ''} ${styles.popup ?? ''}`}>
          <Base.Title className={frame.title}>How is {file.name} to be read?</Base.Title>
          <Expressions file={file} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

const byItself = 'found';
const own = 'own';

function Expressions({ file }: { readonly file: File }) {
  /** Undefined: whatever fits. */
  const [parser, setParser] = useState<string>();
  const [delimiter, setDelimiter] = useState<string>();
  const [previewed, setPreviewed] = useState<Previewed>();
  const [refused, setRefused] = useState<readonly Fault[]>([]);
  const [isReading, setIsReading] = useState(false);
  const previews = useRef<Previewer>(undefined);
  useEffect(() => {
    const mine = previewer(file, setPreviewed);
    previews.current = mine;
    return mine.stop;
  }, [file]);
  useEffect(() => {
    previews.current?.want({ parser, delimiter });
  }, [file, parser, delimiter]);

  const preview = previewed?.ok === true ? previewed.value : undefined;
  const written = parser ?? preview?.parser ?? '';
  const format = parser === undefined ? byItself : (shivizFormats.find((one) => one.parser === parser)?.name ?? own);
  const read = (): void => {
    setIsReading(true);
    readLog(file, { parser, delimiter })
      .then((faults) => {
        setIsReading(false);
        setRefused(faults);
        if (faults.length === 0) close();
      })
      .catch(ignoreLost);
  };
  return (
    <>
      <Select
        name="Form"
        help="How such logs usually look; each has its ready-made expression."
        value={format}
        options={[
          { value: byItself, label: 'Whichever fits' },
          ...shivizFormats.map(({ name, example }) => ({ value: name, label: name, help: example.replaceAll('\\n', ' ⏎ ') })),
          ...(format === own ? [{ value: own, label: 'an expression of your own' }] : []),
        ]}
        onChange={(name) => {
          if (name === byItself) setParser(undefined);
          else setParser((before) => shivizFormats.find((one) => one.name === name)?.parser ?? before);
        }}
      />
      <Field
        name="Expression for one event"
        hint="A regular expression with the groups (?<host>…), (?<clock>…) and (?<event>…); any further group is a field."
        value={written}
        placeholder="(?<host>\S*) (?<clock>{.*})\n(?<event>.*)"
        onChange={setParser}
      />
      <Field
        name="Expression between executions"
        hint="Where one file holds several; its group (?<trace>…) names the next. Empty: one execution, or the usual line."
        value={delimiter ?? preview?.delimiter ?? ''}
        placeholder={usualDelimiter}
        onChange={(text) => {
          setDelimiter(text === '' ? undefined : text);
        }}
      />
      <section className={styles.preview} aria-label="Preview" aria-live="polite">
        {previewed === undefined ? (
          <p className={styles.hint}>Looking …</p>
        ) : previewed.ok ? (
          <Preview preview={previewed.value} />
        ) : (
          <Faults faults={previewed.error} />
        )}
      </section>
      {refused.length > 0 && <Faults faults={refused} />}
      <div className={styles.buttons}>
        <Button name="Cancel" help="Leaves everything as it is." look="quiet" onPress={close} />
        <Button
          name={isReading ? 'Reading …' : 'Open'}
          help="Reads the whole log and draws it."
          look="accent"
          allowed={!isReading && preview !== undefined && preview.first.length > 0}
          onPress={read}
        />
      </div>
    </>
  );
}

interface FieldProps {
  readonly name: string;
  readonly hint: string;
  readonly value: string;
  readonly placeholder: string;
  readonly onChange: (text: string) => void;
}

function Field({ name, hint, value, placeholder, onChange }: FieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{name}</label>
      <textarea
        id={id}
        rows={2}
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        value={value}
        placeholder={placeholder}
        onChange={(event) => {
          onChange(event.target.value.replace(/\n/g, ''));
        }}
      />
      <p id={`${id}-hint`} className={styles.hint}>
        {hint}
      </p>
    </div>
  );
}

function Preview({ preview: { first, executions, fields, part } }: { readonly preview: LogPreview }) {
  const events = executions.reduce((sum, one) => sum + one.events, 0);
  if (first.length === 0) return <p className={styles.bad}>The expression finds no event in this log.</p>;
  const many = executions.length > 1;
  return (
    <>
      <p>
        <b>{counted(events, 'event')}</b>
        {many ? ` in ${String(executions.length)} executions` : ` of ${counted(executions[0]?.hosts ?? 0, 'host')}`}
        {part !== undefined && ` in the first ${(part / 1e6).toFixed(1)} million characters`}. The first of them:
      </p>
      <div className={styles.scroll} role="region" aria-label="First events" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {['line', 'host', 'event', ...fields].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {first.map(({ line, host, text, values }) => (
              <tr key={line}>
                <td>{line}</td>
                <td>{host}</td>
                <td>{text}</td>
                {values.map((value, i) => (
                  <td key={i}>{value}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className={styles.executions}>
        {executions.slice(0, 20).map(({ name, events: its, hosts, holes, unreadLines, faults }, i) => (
          <li key={i}>
            {many && <b>{name === '' ? `execution ${String(i + 1)}` : name}: </b>}
            {many && `${counted(its, 'event')} of ${counted(hosts, 'host')}`}
            {many && holes + unreadLines > 0 && ', '}
            {[
              ...(holes > 0 ? [counted(holes, 'hole')] : []),
              ...(unreadLines > 0 ? [`${counted(unreadLines, 'line')} without an event`] : []),
            ].join(', ')}
            {faults.map((fault) => (
              <span key={fault} className={styles.bad}>
                {fault}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

function Faults({ faults }: { readonly faults: readonly Fault[] }) {
  return (
    <ul className={styles.executions}>
      {faults.map((fault, i) => (
        <li key={i} className={styles.bad}>
          {told(fault)}
        </li>
      ))}
    </ul>
  );
}
