/**
 * Words in the picture: the angles on the lowest circle, and beside every circle of a partition what it holds. They are
 * DOM, so that they stay crisp and follow the page's type; they are moved, never rebuilt.
 */
import { Vector3, type Camera } from 'three';
import { writeText } from '../widgets/write-text.ts';
import { figureRadius } from './figure.ts';
import { levelOf } from './levels.ts';
import type { StageModel } from './stage-model.ts';
import styles from './Stage.module.css';

/** How the figure is seen at this draw. */
export interface Sight {
  readonly camera: Camera;
  /** Of the figure. */
  readonly scale: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface Labels {
  update(model: StageModel, sight: Sight, nowMs: number): void;
}

interface Label {
  readonly element: HTMLElement;
  x: number;
  y: number;
  widthPx: number;
  shown: boolean;
}

/** Cosine and sine of the quarter turns. */
const quarters = [
  { text: '0', x: 1, y: 0 },
  { text: 'π/2', x: 0, y: 1 },
  { text: 'π', x: -1, y: 0 },
  { text: '3π/2', x: 0, y: -1 },
];
/** Inside the circle, where no points are. */
const angleRadius = 0.865;
/** More circles stand too close for words. */
const maxCircleLabels = 6;
const textEveryMs = 250;
const edgePx = 8;
/** Of two lines. */
const halfLabelPx = 20;

export function createLabels(host: HTMLElement): Labels {
  const angleLabels = quarters.map(({ text }) => createLabel(host, styles['angle'], text));
  const circleLabels = Array.from({ length: maxCircleLabels }, () => createLabel(host, styles['circle'], ''));
  const place = new Vector3();
  const right = new Vector3();
  let nextTextMs = -Infinity;
  let named = 0;

  function update(model: StageModel, sight: Sight, nowMs: number): void {
    const { components } = model.frame;
    putAngles(model, sight);
    const wanted = components > 1 && components <= maxCircleLabels ? components : 0;
    if (nowMs >= nextTextMs || named !== wanted) {
      nextTextMs = nowMs + textEveryMs;
      named = wanted;
      for (let c = 0; c < maxCircleLabels; c++) writeCircle(circleLabels[c] as Label, model, c);
    }
    right.setFromMatrixColumn(sight.camera.matrixWorld, 0).setY(0).normalize();
    for (let c = 0; c < named; c++) putBeside(circleLabels[c] as Label, model, c, sight);
  }

  function putAngles({ frame, levels }: StageModel, sight: Sight): void {
    const level = Math.max(levelOf(frame.components - 1, frame.components), -levels.reach);
    for (let k = 0; k < quarters.length; k++) {
      const { x, y } = quarters[k] as (typeof quarters)[number];
      see(angleRadius * x, level, -angleRadius * y, sight);
      const label = angleLabels[k] as Label;
      move(label, place.x, place.y);
      show(label, frame.components <= maxCircleLabels);
    }
  }

  function writeCircle(label: Label, { frame }: StageModel, component: number): void {
    show(label, component < named);
    if (component >= named) return;
    const agents = frame.componentColumns.agents[component] as number;
    const r = frame.componentColumns.r[component] as number;
    const text = `${agents} ${agents === 1 ? 'agent' : 'agents'}\nr ${r.toFixed(2)}`;
    if (!writeText(label.element, text)) return;
    label.widthPx = label.element.offsetWidth;
  }

  /** Left of the circle, or, where that is outside the stage, above the curve of its left end. */
  function putBeside(label: Label, model: StageModel, circle: number, sight: Sight): void {
    const radius = figureRadius(model) + 0.05;
    const level = model.levels.circleLevel[circle] as number;
    see(-radius * right.x, level, -radius * right.z, sight);
    const { x, y } = place;
    if (x >= edgePx + label.widthPx) {
      move(label, x, y);
      return;
    }
    // Away from the camera is a quarter turn from its right.
    see(radius * right.z, level, -radius * right.x, sight);
    move(label, edgePx + label.widthPx, Math.max(halfLabelPx, y + 0.85 * (place.y - y)));
  }

  /** Turns a place in the figure into CSS pixels of the stage, in `place`. */
  function see(x: number, y: number, z: number, { camera, scale, widthPx, heightPx }: Sight): void {
    place.set(x, y, z).multiplyScalar(scale).project(camera);
    place.set((0.5 + 0.5 * place.x) * widthPx, (0.5 - 0.5 * place.y) * heightPx, 0);
  }

  return { update };
}

function createLabel(host: HTMLElement, className: string | undefined, text: string): Label {
  const element = document.createElement('span');
  element.className = className ?? '';
  element.textContent = text;
  // The summary says it to those who do not see it.
  element.ariaHidden = 'true';
  // Until it has a place.
  element.hidden = true;
  host.append(element);
  return { element, x: NaN, y: NaN, widthPx: 0, shown: false };
}

function show(label: Label, shown: boolean): void {
  if (label.shown === shown) return;
  label.shown = shown;
  label.element.hidden = !shown;
}

/** Leaves the style alone until there is a difference to see. */
function move(label: Label, x: number, y: number): void {
  if (Math.abs(x - label.x) < 0.25 && Math.abs(y - label.y) < 0.25) return;
  label.x = x;
  label.y = y;
  label.element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
}
