import { useId, type RefObject } from 'react';
import type { Axis } from '../../../lab/trace/types.ts';
import type { Source } from '../../../worker/trace-api.ts';
import { playPause } from '../../commands/run.ts';
import { useLive } from '../../store/live.ts';
import { goToFound, search, setAxis, setFollows, setShowsOnlyFound, showWhole, toggleCut, toggleGroup, zoom } from '../../trace/actions.ts';
import { groupOf, groupTitle, kindGroups } from '../../trace/kind-groups.ts';
import { useTrace } from '../../trace/trace-store.ts';
import { CommandButton } from '../../widgets/Button.tsx';
import { pauseIcon, playIcon } from '../../widgets/icons.tsx';
import { Select, type SelectOption } from '../../widgets/Select.tsx';
import type { Diagram } from '../../trace/diagram.ts';
import { chooseLog, showSource } from '../../trace/sources.ts';
import { ExportControl } from './ExportControl.tsx';
import styles from './Toolbar.module.css';

const axisOptions: readonly SelectOption<Axis>[] = [
  { value: 'time', label: 'Simulated time' },
  { value: 'lamport', label: 'Lamport time', help: 'What the agents’ own clocks say: rises along every chain of causes.' },
  { value: 'depth', label: 'Causal depth', help: 'Events on the longest chain of causes.' },
];
/** A log has no times, and its Lamport time is its depth. */
const logAxisOptions = [{ value: 'depth', label: 'Causal depth' } as const, { value: 'time', label: 'Order of the log' } as const];

export function Toolbar({ diagramRef }: { readonly diagramRef: RefObject<Diagram | undefined> }) {
  const playing = useLive((state) => state.playing);
  const axis = useTrace((state) => state.axis);
  const source = useTrace((state) => state.source);
  const follows = useTrace((state) => state.follows);
  const hasCut = useTrace((state) => state.cut !== undefined);
  return (
    <div className={styles.bar} role="toolbar" aria-label="Trace">
      <SourceControl />
      <Select
        look="bare"
        name="Axis"
        help="What the events are laid out along."
        value={axis}
        options={source === 'live' ? axisOptions : logAxisOptions}
        onChange={setAxis}
      />
      <Groups />
      <div className={styles.set}>
        {source === 'live' && <CommandButton command={playPause} name={playing ? 'Pause' : 'Play'} icon={playing ? pauseIcon : playIcon} />}
        {source === 'live' && (
          <Toggle name="Follow" help="The newest event stays in sight. Key: End" isOn={follows} onChange={setFollows} />
        )}
        <Toggle
          name="Cut"
          help="A line through all lifelines that can be dragged: could the whole have been in this state? Key: c"
          isOn={hasCut}
          onChange={toggleCut}
        />
      </div>
      <div className={styles.set}>
        <Plain name="Zoom in" text="+" onPress={() => zoom(0.6)} />
        <Plain name="Zoom out" text="−" onPress={() => zoom(1 / 0.6)} />
        <Plain name="Show whole" text="Whole" onPress={showWhole} />
      </div>
      <Search />
      <div className={styles.end}>
        <Plain name="Open log" text="Open log…" onPress={chooseLog} />
        <ExportControl diagramRef={diagramRef} />
      </div>
    </div>
  );
}

function SourceControl() {
  const source = useTrace((state) => state.source);
  const log = useTrace((state) => state.log);
  if (log === undefined) return null;
  const executions = log.executions.flatMap(({ name, faults }, i) =>
    faults.count > 0
      ? []
      : [
          {
            value: String(i),
            label: log.executions.length === 1 ? log.file.name : `${log.file.name}: ${name === '' ? String(i + 1) : name}`,
          },
        ],
  );
  return (
    <Select
      look="bare"
      name="Source"
      help="Whose events these are."
      value={String(source)}
      options={[{ value: 'live', label: 'Live run' }, ...executions]}
      onChange={(value) => {
        const next: Source = value === 'live' ? value : Number(value);
        showSource(next);
      }}
    />
  );
}

function Groups() {
  const groups = useTrace((state) => state.groups);
  const kinds = useTrace((state) => state.kinds);
  const present = kindGroups.filter((group) => kinds.some((kind) => groupOf(kind) === group));
  if (present.length === 0) return null;
  return (
    <div className={styles.set} role="group" aria-label="Kinds of event">
      {present.map((group) => (
        <Toggle
          key={group}
          name={groupTitle[group]}
          help={`Shows or hides ${groupTitle[group].toLowerCase()}. Faults are always shown.`}
          isOn={groups.has(group)}
          onChange={() => {
            toggleGroup(group);
          }}
        />
      ))}
    </div>
  );
}

function Search() {
  const id = useId();
  const found = useTrace((state) => state.found?.event.length);
  const query = useTrace((state) => state.query);
  const showsOnlyFound = useTrace((state) => state.showsOnlyFound);
  return (
    <div className={styles.search}>
      <input
        id={id}
        type="search"
        aria-label="Find events"
        placeholder="token 12, slot 3, ballot 7, refuse…"
        spellCheck={false}
        maxLength={200}
        value={query}
        onChange={(event) => {
          search(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') goToFound(event.shiftKey ? -1 : 1);
        }}
      />
      {found !== undefined && (
        <>
          <output htmlFor={id} className={styles.count}>
            {found === 10_000 ? '10,000 or more' : found}
          </output>
          <Plain name="Previous found" text="‹" onPress={() => goToFound(-1)} />
          <Plain name="Next found" text="›" onPress={() => goToFound(1)} />
          <Toggle
            name="Only these"
            help="Draws nothing but what was found, and faults."
            isOn={showsOnlyFound}
            onChange={setShowsOnlyFound}
          />
        </>
      )}
    </div>
  );
}

interface ToggleProps {
  readonly name: string;
  readonly help: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Toggle({ name, help, isOn, onChange }: ToggleProps) {
  return (
    <button
      type="button"
      className={styles.toggle}
      aria-pressed={isOn}
      title={help}
      onClick={() => {
        onChange(!isOn);
      }}
    >
      {name}
    </button>
  );
}

function Plain({ name, text, onPress }: { readonly name: string; readonly text: string; readonly onPress: () => void }) {
  return (
    <button type="button" className={styles.plain} aria-label={name} title={name} onClick={onPress}>
      {text}
    </button>
  );
}
