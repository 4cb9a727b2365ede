import { parameters } from '../../../lab/scenario/parameters.ts';
import type { PartingAt } from '../../../worker/trace-api.ts';
import { useLive } from '../../store/live.ts';
import { compareWith, goToParting, otherProtocol } from '../../trace/compare.ts';
import { partingX } from '../../trace/picture.ts';
import { useTrace } from '../../trace/trace-store.ts';
import { Select, type SelectOption } from '../../widgets/Select.tsx';
import { Panel } from './Panel.tsx';
import styles from './Panels.module.css';

const listed = 16;

/** A second history on the same axis, and where the two part. */
export function ComparePanel() {
  const compared = useTrace((state) => state.compared);
  const divergence = useTrace((state) => state.divergence);
  const [first] = divergence?.partings ?? [];
  return (
    <Panel title="Compare" note={compared?.title ?? ''}>
      <ComparedWith />
      {compared === undefined && (
        <p className={styles.hint}>The same seed and faults by another protocol, or a log: drawn below, on the same axis.</p>
      )}
      <Behind />
      {compared !== undefined && divergence === undefined && <p className={styles.hint}>Looking where they part …</p>}
      {divergence !== undefined && (
        <p role="status" aria-label="Divergence">
          {divergence.shared === 0
            ? 'No lifeline has the same name in both.'
            : first === undefined
              ? `No difference on ${String(divergence.shared)} lifelines so far.`
              : `They part first on ${first.name}; on ${String(divergence.partings.length)} of ${String(divergence.shared)} lifelines in all.`}
        </p>
      )}
      {first !== undefined && divergence !== undefined && (
        <>
          <dl className={styles.facts}>
            <Side name="above" text={first.texts[0]} />
            <Side name="below" text={first.texts[1]} />
          </dl>
          <div className={styles.buttons}>
            <button
              type="button"
              onClick={() => {
                goToParting(first);
              }}
            >
              Go to where they part
            </button>
          </div>
          {divergence.partings.length > 1 && <Others partings={divergence.partings.slice(1, listed)} />}
        </>
      )}
    </Panel>
  );
}

/** The run beside the live one begins at time 0 and catches up. */
function Behind() {
  const reachedS = useTrace(({ compared, comparedTo, extent }) =>
    compared?.source === 'other' && comparedTo < extent.to - 1 ? Math.floor(comparedTo) : undefined,
  );
  return reachedS === undefined ? null : <p className={styles.hint}>Below has come to {reachedS} s and catches up.</p>;
}

function Side({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text === '' ? 'ends here' : text.replace(/t=([\d.]+)$/, (_, timeS: string) => `at ${Number(timeS).toFixed(4)} s`)}</dd>
    </div>
  );
}

function Others({ partings }: { readonly partings: readonly PartingAt[] }) {
  const isTime = useTrace((state) => state.axis === 'time');
  return (
    <details>
      <summary>The other lifelines</summary>
      <ul className={styles.list}>
        {partings.map((parting) => (
          <li key={parting.name}>
            <button
              type="button"
              onClick={() => {
                goToParting(parting);
              }}
            >
              <b>{parting.name}</b> at {isTime ? `${partingX(parting).toFixed(3)} s` : partingX(parting)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

const nothing = 'nothing';

function ComparedWith() {
  const source = useTrace((state) => state.source);
  const log = useTrace((state) => state.log);
  const compared = useTrace((state) => state.compared);
  const protocol = useLive((state) => state.scenario.mesh.protocol);
  const protocols = source === 'live' ? parameters.protocol.options.filter(({ value }) => value !== protocol) : [];
  const executions = (log?.executions ?? []).flatMap(({ name, faults }, i) =>
    i === source || faults.count > 0 ? [] : [{ value: String(i), label: name === '' ? (log?.file.name ?? '') : name }],
  );
  const options: readonly SelectOption<string>[] = [
    { value: nothing, label: 'Nothing' },
    ...(source === 'live' ? [] : [{ value: 'live', label: 'The live run' }]),
    ...executions,
    ...protocols,
  ];
  return (
    <Select
      name="With"
      help="What is drawn below, on the same axis."
      value={compared === undefined ? nothing : compared.source === 'other' ? (otherProtocol() ?? nothing) : String(compared.source)}
      options={options}
      onChange={(value) => {
        const title = options.find((option) => option.value === value)?.label ?? value;
        if (value === nothing) compareWith(undefined);
        else if (value === 'live') compareWith({ source: 'live', title: protocol });
        else if (executions.some((one) => one.value === value)) compareWith({ source: Number(value), title });
        else compareWith({ protocol: value });
      }}
    />
  );
}
