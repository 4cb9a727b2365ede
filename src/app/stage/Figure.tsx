/** The scene graph of the stage. React builds it once; what moves is written into it by `useFrame`, never rendered. */
import { extend, useFrame } from '@react-three/fiber';
import { Group, type PerspectiveCamera } from 'three';
import { useEffect, useRef, useState } from 'react';
import { requestDraw } from '../frame-loop.ts';
import { createArrows } from './arrows.ts';
import { createCrowns } from './crowns.ts';
import { drawArrows, drawCrowns, drawStrokes, figureRadius, strokeCapacity } from './figure.ts';
import { maxAgents } from './levels.ts';
import type { Orbit } from './orbit.ts';
import { createPoints } from './points.ts';
import type { StageModel } from './stage-model.ts';
import { createStrokes } from './strokes.ts';
import { fitStack } from './view.ts';

// Only what the scene names: extending by all of three would put all of three on the wire.
extend({ Group });

/** On a stage narrower than this legend and controls have no room beside the figure, and get some below and above it. */
const narrowPx = 640;
const legendPx = 44;
const controlsPx = 26;

export interface FigureProps {
  readonly camera: PerspectiveCamera;
  readonly model: () => StageModel | undefined;
  readonly orbit: Orbit;
  /** Called with the scale of the figure when everything has been placed and before it is drawn. */
  readonly placed: (scale: number, widthPx: number, heightPx: number) => void;
}

function createParts() {
  return { strokes: createStrokes(strokeCapacity), crowns: createCrowns(), points: createPoints(), arrows: createArrows(maxAgents + 1) };
}

export function Figure({ camera, model, orbit, placed }: FigureProps) {
  const [parts] = useState(createParts);
  const group = useRef<Group>(null);
  const outer = useRef<number>(undefined);
  const fit = useRef({ scale: 1, centre: 0 });
  const insets = useRef({ top: 0, bottom: 0 });
  const revealed = useRef(0);

  useEffect(
    () => () => {
      for (const part of Object.values(parts)) part.dispose();
    },
    [parts],
  );

  useFrame((state) => {
    const current = model();
    if (current === undefined || group.current === null) return;
    const target = figureRadius(current);
    outer.current = eased(outer.current ?? target, target, current.elapsedS);
    if (outer.current !== target) requestDraw();
    // What is drawn for the first time is made ready then: one part a draw, or the page would not answer meanwhile.
    const { children } = group.current;
    if (revealed.current < children.length) {
      revealed.current++;
      children.forEach((child, i) => (child.visible = i < revealed.current));
      requestDraw();
    }
    const { width, height } = state.size;
    insets.current.top = width < narrowPx ? controlsPx / height : 0;
    insets.current.bottom = width < narrowPx ? legendPx / height : 0;
    fitStack(fit.current, outer.current, current.levels.reach, orbit.elevationRad, width / height, insets.current);
    group.current.scale.setScalar(fit.current.scale);
    camera.setViewOffset(width, height, 0, (-fit.current.centre * height) / 2, width, height);
    const pixelRatio = state.viewport.dpr;
    parts.strokes.begin(width * pixelRatio, height * pixelRatio, pixelRatio);
    drawStrokes(parts.strokes, current);
    parts.strokes.end();
    parts.crowns.begin(current.density.values, width * pixelRatio, height * pixelRatio, pixelRatio);
    drawCrowns(parts.crowns, current);
    parts.points.update(current, width, height, pixelRatio);
    drawArrows(parts.arrows, current);
    // Else the words would be where the camera was a draw ago.
    camera.updateMatrixWorld();
    placed(fit.current.scale, width, height);
  });

  return (
    <group ref={group}>
      <primitive object={parts.strokes.object} renderOrder={0} />
      <primitive object={parts.crowns.object} renderOrder={1} />
      <primitive object={parts.points.object} renderOrder={2} />
      <primitive object={parts.arrows.object} renderOrder={3} />
    </group>
  );
}

/** The room that the figure takes changes when the number of agents does: not at a stroke. */
function eased(value: number, target: number, elapsedS: number): number {
  if (Math.abs(value - target) < 0.001) return target;
  return target + (value - target) * Math.exp(-elapsedS / 0.2);
}
