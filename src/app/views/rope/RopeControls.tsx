import { wholeText } from '../../../base/whole-text.ts';
import { parameterName, parameters } from '../../../lab/scenario/parameters.ts';
import { ropeParameters } from '../../../lab/scenario/parameters-rope.ts';
import { ChoiceSetting } from '../../bench/Settings.tsx';
import { heal, partition } from '../../commands/cut.ts';
import { playPause } from '../../commands/run.ts';
import { useLive } from '../../store/live.ts';
import { CommandButton } from '../../widgets/Button.tsx';
import { cutIcon, healIcon, pauseIcon, playIcon } from '../../widgets/icons.tsx';
import { numberText } from '../../widgets/number-text.ts';
import { Slider } from '../../widgets/Slider.tsx';
import { decimalsOf, parameterScale, stopsScale } from '../../widgets/slider-scale.ts';
import buttons from '../../widgets/Button.module.css';
import { ShapeControl } from '../live/ActionControls.tsx';
import { NumberControl } from '../live/ParameterControl.tsx';
import { cutCarriers, healCarriers, restartCarriers, setRope, setRopePlaying, setShape, useRope } from './rope-store.ts';
import styles from '../../bench/Bench.module.css';

type NumberName = 'dimension' | 'base' | 'agents' | 'span' | 'phaseNoiseRad' | 'coupling' | 'noise' | 'agent';

interface SettingProps {
  readonly of: NumberName;
  /** In place of the parameter's own. */
  readonly max?: number;
  /** Where the slider stands still, where that is not at every step. */
  readonly stops?: readonly number[];
  readonly text?: (value: number) => string;
}

function Setting({ of, max, stops, text }: SettingProps) {
  const value = useRope((state) => state.settings[of]);
  const parameter = ropeParameters[of];
  const name = parameterName(parameter);
  const ofParameter = (n: number): string => (parameter.integer ? wholeText(n) : numberText(n, decimalsOf(parameter.step), parameter.unit));
  return (
    <Slider
      name={name}
      label={name}
      help={parameter.help}
      formula={parameter.formula}
      value={value}
      text={text ?? ofParameter}
      scale={stops === undefined ? parameterScale(max === undefined ? parameter : { ...parameter, max }) : stopsScale(stops)}
      onChange={(next) => {
        setRope({ [of]: next });
      }}
    />
  );
}

export function RopeControls() {
  const source = useRope((state) => state.settings.source);
  const agents = useRope((state) => state.run?.agents ?? state.settings.agents);
  return (
    <div className={styles['controls']}>
      <ChoiceSetting parameter={ropeParameters.source} value={source} onChange={(next) => setRope({ source: next })} />
      <Setting of="agent" max={agents - 1} />
      <Setting of="dimension" />
      <Setting of="base" stops={[10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000]} />
      {source !== 'mesh' && <Setting of="agents" />}
      <Setting of="span" text={(span) => `0 … ${wholeText(span)}`} />
      {source === 'noisy' && <Setting of="phaseNoiseRad" />}
      {(source === 'carriers' || source === 'mesh') && <CoupledControl />}
      {source === 'carriers' && <CarrierControls />}
      {source === 'mesh' && <MeshControls />}
    </div>
  );
}

function CoupledControl() {
  const coupled = useRope((state) => state.settings.coupled);
  return <ChoiceSetting parameter={ropeParameters.coupled} value={coupled} onChange={(next) => setRope({ coupled: next })} />;
}

/** What the carriers share with the live run is set for both at once. */
function MeshControls() {
  return (
    <>
      <NumberControl parameter={parameters.coupling} />
      <NumberControl parameter={parameters.noise} />
      <ShapeControl look="row" />
    </>
  );
}

function CarrierControls() {
  const shape = useRope((state) => state.shape);
  return (
    <>
      <Setting of="coupling" />
      <Setting of="noise" />
      <ChoiceSetting parameter={ropeParameters.shape} value={shape} onChange={setShape} />
    </>
  );
}

/** What can be done to the live run, and so to the carriers that share its mesh. */
export function MeshActions() {
  const playing = useLive((state) => state.playing);
  return (
    <div className={styles['actions']}>
      <CommandButton command={partition} look="danger" icon={cutIcon} />
      <CommandButton command={heal} icon={healIcon} />
      <CommandButton command={playPause} name={playing ? 'Pause' : 'Play'} icon={playing ? pauseIcon : playIcon} />
    </div>
  );
}

/** What can be done to the carriers while they run. */
export function RopeActions() {
  const cut = useRope((state) => state.cut);
  const playing = useRope((state) => state.playing);
  return (
    <div className={styles['actions']}>
      <RopeButton look={cut ? 'plain' : 'danger'} onClick={cutCarriers}>
        Cut carriers
      </RopeButton>
      <RopeButton look={cut ? 'accent' : 'plain'} disabled={!cut} onClick={healCarriers}>
        Heal carriers
      </RopeButton>
      <RopeButton onClick={() => setRopePlaying(!playing)}>{playing ? 'Hold' : 'Run'}</RopeButton>
      <RopeButton onClick={restartCarriers}>Restart</RopeButton>
    </div>
  );
}

interface RopeButtonProps {
  readonly children: string;
  readonly onClick: () => void;
  readonly look?: 'plain' | 'accent' | 'danger';
  readonly disabled?: boolean;
}

function RopeButton({ children, onClick, look = 'plain', disabled = false }: RopeButtonProps) {
  return (
    <button
      type="button"
      className={`${buttons['button'] ?? ''} ${buttons[look] ?? ''}`}
      aria-disabled={disabled}
      onClick={() => (disabled ? undefined : onClick())}
    >
      {children}
    </button>
  );
}
