import { useRef } from 'react';
import { shapeOptions } from '../../../lab/scenario/shapes.ts';
import { setSpeed } from '../../session/session.ts';
import { speed, speeds } from '../../store/speeds.ts';
import { useLive } from '../../store/live.ts';
import { settingsStore, useSettings } from '../../store/settings.ts';
import { NumberEntry } from '../../widgets/NumberEntry.tsx';
import { Select } from '../../widgets/Select.tsx';
import { Slider } from '../../widgets/Slider.tsx';
import { stopsScale } from '../../widgets/slider-scale.ts';
import { writeText } from '../../widgets/write-text.ts';
import { useSlowFrames } from './use-slow-frames.ts';
import styles from './ActionBar.module.css';

const speedScale = stopsScale(speeds);
/** Below this share of the wanted speed it is worth telling. */
const keepsUp = 0.9;

export function SpeedControl() {
  const value = useLive((state) => state.speed);
  const reached = useRef<HTMLSpanElement>(null);
  useSlowFrames((frame) => {
    if (reached.current === null) return;
    const behind = frame.playing && frame.speedReached < keepsUp * frame.speedWanted;
    writeText(reached.current, behind ? `reaches ${frame.speedReached.toPrecision(2)}×` : '');
  }, 500);
  return (
    <Slider
      name={speed.label}
      label={
        <>
          {speed.label} <span ref={reached} className={styles.reached} />
        </>
      }
      help={speed.help}
      value={value}
      text={(shown) => `${String(shown)}×`}
      scale={speedScale}
      onChange={setSpeed}
      entry={(shown) => <NumberEntry parameter={speed} value={shown} disabled={false} onChange={setSpeed} />}
      onReset={() => {
        setSpeed(speed.default);
      }}
    />
  );
}

export function ShapeControl({ look = 'bare' }: { readonly look?: 'bare' | 'row' }) {
  const shape = useSettings((settings) => settings.partitionShape);
  const agents = useLive((state) => state.scenario.mesh.agents);
  return (
    <Select
      look={look}
      name="Partition shape"
      help="Who is cut off from whom."
      value={shape}
      options={shapeOptions.filter(({ minAgents }) => minAgents <= agents)}
      onChange={(partitionShape) => {
        settingsStore.setState({ partitionShape });
      }}
    />
  );
}
