/**
 * Turning the figure: by pointer, by finger, by key. The page keeps what is its own: a finger that moves up or down
 * scrolls, and so does the wheel unless Ctrl or ⌘ says that it means the figure.
 */
import type { PerspectiveCamera } from 'three';
import { OrbitControls } from 'three/examples/jsm/controls/OrbitControls.js';
import { cameraDistance, closest, farthest, restingElevationRad, startAzimuthRad } from './view.ts';

export interface Orbit {
  /** Lets a turn run out, asking for another draw as long as it does; at rest, looks at a stack of this reach. */
  update(reach: number, elapsedS: number): void;
  readonly elevationRad: number;
  dispose(): void;
}

const keyTurnRad = Math.PI / 24;
const keyZoom = 1.1;
/** Time constant of a turn that runs out. */
const dampingS = 0.12;

/** `host` takes the keys, `canvas` pointer and touch; `changed` is called when the camera has moved. */
export function createOrbit(
  camera: PerspectiveCamera,
  canvas: HTMLCanvasElement,
  host: HTMLElement,
  still: boolean,
  changed: () => void,
): Orbit {
  const controls = new OrbitControls(camera, canvas);
  controls.enablePan = false;
  controls.enableDamping = !still;
  controls.rotateSpeed = 0.6;
  controls.zoomSpeed = 0.6;
  controls.minDistance = closest;
  controls.maxDistance = farthest;
  controls.minPolarAngle = 0.02;
  controls.maxPolarAngle = 1.95;
  controls.cursorStyle = 'grab';
  canvas.style.touchAction = 'pan-y';
  controls.addEventListener('change', changed);
  let resting = true;
  controls.addEventListener('start', () => {
    resting = false;
  });

  const rest = (): void => {
    resting = true;
    changed();
  };

  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => controls.rotateLeft(keyTurnRad),
    ArrowRight: () => controls.rotateLeft(-keyTurnRad),
    ArrowUp: () => controls.rotateUp(keyTurnRad),
    ArrowDown: () => controls.rotateUp(-keyTurnRad),
    '+': () => controls.dollyIn(1 / keyZoom),
    '-': () => controls.dollyIn(keyZoom),
    Home: rest,
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = keys[event.key === '=' ? '+' : event.key];
    if (act === undefined) return;
    resting = event.key === 'Home';
    act();
    changed();
    event.preventDefault();
    event.stopPropagation();
  };
  const onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
  };
  host.addEventListener('keydown', onKeyDown);
  host.addEventListener('wheel', onWheel, { capture: true, passive: true });
  canvas.addEventListener('dblclick', rest);

  return {
    update(reach, elapsedS) {
      // As long in seconds whatever the frames: the controls damp once a draw.
      controls.dampingFactor = 1 - Math.exp(-elapsedS / dampingS);
      if (resting) camera.position.setFromSphericalCoords(cameraDistance, Math.PI / 2 - restingElevationRad(reach), startAzimuthRad);
      controls.update();
    },
    get elevationRad() {
      return Math.PI / 2 - controls.getPolarAngle();
    },
    dispose() {
      host.removeEventListener('keydown', onKeyDown);
      host.removeEventListener('wheel', onWheel, { capture: true });
      canvas.removeEventListener('dblclick', rest);
      controls.dispose();
    },
  };
}
