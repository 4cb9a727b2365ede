import { useId, useState, type ReactNode } from 'react';
import { parameters } from '../../../lab/scenario/parameters.ts';
import { defaultScenario } from '../../../lab/scenario/parse.ts';
import { presetNamed, presets } from '../../../lab/scenario/presets.ts';
import { presetGallery } from '../../commands/gallery.ts';
import {
  copyCommand,
  copyLink,
  exportCsv,
  exportRun,
  importRun,
  saveFilm,
  savePicture,
  savePlotsPng,
  savePlotsSvg,
} from '../../commands/share.ts';
import { redo, undo } from '../../commands/undo.ts';
import { setValue, startPreset } from '../../session/session.ts';
import { changedPaths } from '../../store/changes.ts';
import { useLive } from '../../store/live.ts';
import { CommandButton } from '../../widgets/Button.tsx';
import { commandIcon, filmIcon, linkIcon, openIcon, pictureIcon, redoIcon, saveIcon, undoIcon } from '../../widgets/icons.tsx';
import { InTurn, type Load } from '../../widgets/InTurn.tsx';
import { NumberField } from '../../widgets/NumberField.tsx';
import { Select } from '../../widgets/Select.tsx';
import { ParameterCard } from './ParameterCard.tsx';
import { ChoiceControl, NumberControl } from './ParameterControl.tsx';
import styles from './Controls.module.css';

/** Everything that a run is made of; what drives and cuts it stands below the stage. One group after the other: together they are a long task. */
export function Controls() {
  return (
    <div className={styles.controls}>
      {groups.map((load, i) => (
        <InTurn key={i} load={load} />
      ))}
    </div>
  );
}

const groups: readonly Load[] = [Field, Mesh, Run, Share].map((Part) => async () => Promise.resolve({ default: Part }));

function Field() {
  return (
    <Group title="Field" more={<MoreOfField />}>
      <NumberControl parameter={parameters.coupling} />
      <NumberControl parameter={parameters.noise} />
      <NumberControl parameter={parameters.oscillators} />
      <ChoiceControl parameter={parameters.frequencyLaw} />
      <ChoiceControl parameter={parameters.exchange} />
      <ChoiceControl parameter={parameters.initialKind} />
      <InitialOrder />
      <ChoiceControl parameter={parameters.scheme} />
    </Group>
  );
}

function Mesh() {
  return (
    <Group title="Mesh">
      <NumberControl parameter={parameters.agents} />
      <NumberControl parameter={parameters.tokenRate} />
      <NumberControl parameter={parameters.loss} />
      <ChoiceControl parameter={parameters.protocol} />
      <ChoiceControl parameter={parameters.latencyKind} />
    </Group>
  );
}

function Run() {
  return (
    <Group title="Run" aside={<CommandButton command={presetGallery} look="quiet" />}>
      <PresetControl />
      <SeedControl />
      <div className={styles.buttons}>
        <CommandButton command={undo} icon={undoIcon} />
        <CommandButton command={redo} icon={redoIcon} />
      </div>
    </Group>
  );
}

function Share() {
  return (
    <Group title="Share" more={<MoreToShare />}>
      <div className={styles.buttons}>
        <CommandButton command={exportCsv} icon={saveIcon} />
        <CommandButton command={exportRun} icon={saveIcon} />
        <CommandButton command={importRun} icon={openIcon} />
        <CommandButton command={copyLink} icon={linkIcon} />
      </div>
      <ExportProgress />
    </Group>
  );
}

interface GroupProps {
  readonly title: string;
  readonly children: ReactNode;
  /** What is seldom changed: shown when it is asked for. */
  readonly more?: ReactNode;
  /** Stands beside the title. */
  readonly aside?: ReactNode;
}

function Group({ title, children, more, aside }: GroupProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <section className={styles.group} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {aside}
        {more !== undefined && (
          <button
            type="button"
            aria-expanded={open}
            aria-label={`More of ${title}`}
            onClick={() => {
              setOpen(!open);
            }}
          >
            {open ? 'Less' : 'More'}
          </button>
        )}
      </div>
      {children}
      {open && more}
    </section>
  );
}

function MoreToShare() {
  return (
    <>
      <div className={styles.buttons}>
        <CommandButton command={savePlotsPng} icon={saveIcon} />
        <CommandButton command={savePlotsSvg} icon={saveIcon} />
        <CommandButton command={savePicture} icon={pictureIcon} />
        <CommandButton command={saveFilm} icon={filmIcon} />
      </div>
      <CommandButton command={copyCommand} icon={commandIcon} />
    </>
  );
}

function MoreOfField() {
  return (
    <>
      <NumberControl parameter={parameters.frequencyWidth} />
      <NumberControl parameter={parameters.frequencyCentre} />
      <ChoiceControl parameter={parameters.frequencySampling} />
      <NumberControl parameter={parameters.delay} />
      <NumberControl parameter={parameters.phaseLag} />
      <ChoiceControl parameter={parameters.normalisation} />
    </>
  );
}

/** The Poisson kernel is the one start that has a number of its own. */
function InitialOrder() {
  const poisson = useLive((state) => state.now.field.initial.kind === 'poisson');
  return poisson ? <NumberControl parameter={parameters.initialR0} /> : null;
}

function PresetControl() {
  const preset = useLive((state) => state.preset);
  const name = useLive((state) => state.scenario.name);
  const isDefault = name === defaultScenario.name;
  const before = preset === undefined ? defaultScenario : presetNamed(preset)?.scenario;
  const changed = useLive(({ now }) => before !== undefined && changedPaths({ before, after: now }).length > 0);
  const shown = (title: string): string => (changed ? `${title}, changed` : title);
  return (
    <Select
      name="Preset"
      help="A scenario with a name. Choosing one starts it."
      value={preset}
      placeholder={isDefault ? shown('Defaults') : name}
      options={presets.map(({ name: value, title, summary }) => ({ value, label: value === preset ? shown(title) : title, help: summary }))}
      onChange={startPreset}
    />
  );
}

function SeedControl() {
  const seed = useLive((state) => state.now.seed);
  return (
    <NumberField
      parameter={parameters.seed}
      effect="A change starts a new run."
      about={<ParameterCard parameter={parameters.seed} />}
      value={seed}
      onChange={(value) => {
        setValue(parameters.seed.path, value);
      }}
    />
  );
}

function ExportProgress() {
  const exporting = useLive((state) => state.exporting);
  if (exporting === undefined) return null;
  return (
    <label className={styles.progress}>
      {exporting.what === 'CSV' ? 'Writing the CSV' : 'Writing the run'}
      <progress value={exporting.share} max={1} />
    </label>
  );
}
