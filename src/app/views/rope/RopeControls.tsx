import type { PhaseSource, RopeSettings } from '../../../lab/rope/types.ts';
import { parameters } from '../../../lab/scenario/parameters.ts';
import { shapeOptions } from '../../../lab/scenario/shapes.ts';
import { heal, partition } from '../../commands/cut.ts';
import { playPause } from '../../commands/run.ts';
import { useLive } from '../../store/live.ts';
import { CommandButton } from '../../widgets/Button.tsx';
import { cutIcon, healIcon, pauseIcon, playIcon } from '../../widgets/icons.tsx';
import { numberText, wholeText } from '../../widgets/number-text.ts';
import { Select, type SelectOption } from '../../widgets/Select.tsx';
import { Slider } from '../../widgets/Slider.tsx';
import { decimalsOf, roundStops, stopsScale, type SliderScale } from '../../widgets/slider-scale.ts';
import buttons from '../../widgets/Button.module.css';
import { ShapeControl } from '../live/ActionControls.tsx';
import { NumberControl } from '../live/ParameterControl.tsx';
import { cutCarriers, healCarriers, restartCarriers, setRope, setRopePlaying, setShape, useRope } from './rope-store.ts';
import styles from '../../bench/Bench.module.css';

const sources: readonly SelectOption<PhaseSource>[] = [
  { value: 'exact', label: 'Exact', help: 'Every agent sends p θ_k as it is.' },
  { value: 'noisy', label: 'Noisy', help: 'With an independent error in every band.' },
  {
    value: 'carriers',
    label: 'Live carriers',
    help: 'On the phases of a Kuramoto field for every band, shared over a mesh of their own that can be cut.',
  },
  {
    value: 'mesh',
    label: 'Carriers of the live mesh',
    help: 'On carriers that share the mesh of the run in Live: its agents, its K and σ, and every cut and crash that it meets.',
  },
];

const coupledOptions: readonly SelectOption<RopeSettings['coupled']>[] = [
  { value: 'carriers', label: 'Carriers', help: 'The fields synchronise first; the position is added to what is sent.' },
  { value: 'encoded', label: 'Encoded phases (naive)', help: 'The sum of both is coupled: its differences are what is pulled to zero.' },
];

type NumberSetting = 'dimension' | 'base' | 'agents' | 'span' | 'phaseNoiseRad' | 'coupling' | 'noise' | 'agent' | 'seed';

interface SettingProps {
  readonly of: NumberSetting;
  readonly name: string;
  readonly help: string;
  readonly formula?: string;
  readonly scale: SliderScale;
  readonly text: (value: number) => string;
}

function Setting({ of, name, help, formula, scale, text }: SettingProps) {
  const value = useRope((state) => state.settings[of]);
  return (
    <Slider
      name={name}
      label={name}
      help={help}
      formula={formula}
      value={value}
      text={text}
      scale={scale}
      onChange={(next) => {
        setRope({ [of]: next });
      }}
    />
  );
}

function linear(min: number, max: number, step: number): SliderScale {
  return {
    min,
    max,
    step,
    position: (value) => Math.min(max, Math.max(min, value)),
    value: (position) => Number(position.toFixed(decimalsOf(step))),
  };
}

const whole = (value: number): string => wholeText(value);

export function RopeControls() {
  const source = useRope((state) => state.settings.source);
  const agents = useRope((state) => state.run?.agents ?? state.settings.agents);
  return (
    <div className={styles['controls']}>
      <Select
        name="Phase source"
        help="Where the phases come from that the distances are read from."
        value={source}
        options={sources}
        onChange={(next) => setRope({ source: next })}
      />
      <Setting
        of="agent"
        name="Agent"
        help="The agent whose distance from agent 0 is shown band by band."
        scale={linear(1, agents - 1, 1)}
        text={whole}
      />
      <Setting
        of="dimension"
        name="Dimension d"
        help="Of the encoded vector: half as many bands."
        formula="θ_k = base^(−2k/d)"
        scale={linear(8, 128, 8)}
        text={whole}
      />
      <Setting
        of="base"
        name="Base"
        help="The larger, the slower the slowest band, and the further it can count."
        formula="θ_k = base^(−2k/d)"
        scale={stopsScale([10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000])}
        text={whole}
      />
      {source !== 'mesh' && (
        <Setting of="agents" name="Agents M" help="Each at a position of its own." scale={linear(4, 64, 4)} text={whole} />
      )}
      <Setting
        of="span"
        name="Positions"
        help="Drawn from 0 to this; so far distances are looked for."
        scale={stopsScale(roundStops(16, 2_048))}
        text={(span) => `0 … ${wholeText(span)}`}
      />
      {source === 'noisy' && (
        <Setting
          of="phaseNoiseRad"
          name="Phase noise s"
          help="Standard deviation of a phase difference’s error."
          formula="ψ_k = Δθ_k + s·ξ_k"
          scale={linear(0, 2, 0.05)}
          text={(s) => numberText(s, 2, 'rad')}
        />
      )}
      {(source === 'carriers' || source === 'mesh') && <CoupledControl />}
      {source === 'carriers' && <CarrierControls />}
      {source === 'mesh' && <MeshControls />}
    </div>
  );
}

function CoupledControl() {
  const coupled = useRope((state) => state.settings.coupled);
  return (
    <Select
      name="Coupled"
      help="What the agents’ fields pull at."
      value={coupled}
      options={coupledOptions}
      onChange={(next) => setRope({ coupled: next })}
    />
  );
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
      <Setting
        of="coupling"
        name="Carrier coupling K"
        help="Of every band’s field. Below K_c = σ² its carriers scatter."
        formula="dφ = (K/M) Σ sin(φ_b − φ_a) dt + σ dW"
        scale={linear(0, 12, 0.1)}
        text={(k) => numberText(k, 1, '1/s')}
      />
      <Setting
        of="noise"
        name="Carrier noise σ"
        help="Jostles every carrier independently."
        formula="s² ≈ σ²/(K r)"
        scale={linear(0, 2, 0.05)}
        text={(s) => numberText(s, 2, '1/√s')}
      />
      <Select name="Cut" help="Who no longer hears whom." value={shape} options={shapeOptions} onChange={setShape} />
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
