import { parameters } from '../../../lab/scenario/parameters.ts';
import { ropeParameters } from '../../../lab/scenario/parameters-rope.ts';
import { ChoiceSetting, NumberSetting } from '../../bench/Settings.tsx';
import { heal, partition } from '../../commands/cut.ts';
import { playPause } from '../../commands/run.ts';
import { useLive } from '../../store/live.ts';
import { CommandButton } from '../../widgets/Button.tsx';
import { cutIcon, healIcon, pauseIcon, playIcon } from '../../widgets/icons.tsx';
import buttons from '../../widgets/Button.module.css';
import { ShapeControl } from '../live/ActionControls.tsx';
import { NumberControl } from '../live/ParameterControl.tsx';
import { cutCarriers, healCarriers, restartCarriers, setRope, setRopePlaying, setShape, useRope } from './rope-store.ts';
import styles from '../../bench/Bench.module.css';

type NumberName = 'dimension' | 'base' | 'agents' | 'span' | 'phaseNoiseRad' | 'coupling' | 'noise' | 'agent';

function Setting({ of, max }: { readonly of: NumberName; readonly max?: number }) {
  const value = useRope((state) => state.settings[of]);
  const parameter = ropeParameters[of];
  return (
    <NumberSetting
      parameter={max === undefined ? parameter : { ...parameter, max }}
      value={value}
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
      <Setting of="base" />
      {source !== 'mesh' && <Setting of="agents" />}
      <Setting of="span" />
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
