/** Turning a ball by pointer, by finger, by key. */
import type { Turning } from '../../bench/Chart.tsx';
import type { Eye } from './ball.ts';

const keyTurnRad = Math.PI / 24;
const radPerPx = 0.008;
const mostElevationRad = Math.PI / 2;

const keys: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [keyTurnRad, 0],
  ArrowRight: [-keyTurnRad, 0],
  ArrowUp: [0, keyTurnRad],
  ArrowDown: [0, -keyTurnRad],
};

/** `first` is what Home and a double click go back to. */
export function turningOf(name: string, setEye: (change: (eye: Eye) => Eye) => void, first: Eye): Turning {
  const turn = (azimuthRad: number, elevationRad: number): void => {
    setEye((eye) => ({
      azimuthRad: eye.azimuthRad + azimuthRad,
      elevationRad: Math.min(mostElevationRad, Math.max(-mostElevationRad, eye.elevationRad + elevationRad)),
    }));
  };
  const rest = (): void => {
    setEye(() => first);
  };
  return {
    name,
    onKeyDown(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const by = keys[event.key];
      if (by === undefined && event.key !== 'Home') return;
      event.preventDefault();
      if (by === undefined) rest();
      else turn(...by);
    },
    onPointerMove(event) {
      if (event.buttons !== 1) return;
      turn(-event.movementX * radPerPx, event.movementY * radPerPx);
    },
    onDoubleClick: rest,
  };
}
