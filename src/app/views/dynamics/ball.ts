/** A ball of unit vectors as it is seen from somewhere, without perspective, on a flat canvas. */
import { drawArrow } from '../../bench/marks.ts';
import { outlined } from '../../bench/axes.ts';
import type { Sheet } from '../../bench/use-sheet.ts';

/** From where it is seen: round the third axis, and above the plane of the first two. */
export interface Eye {
  readonly azimuthRad: number;
  readonly elevationRad: number;
}

export interface BallPicture {
  readonly dimension: number;
  /** Shape [N × 3]. */
  readonly points: Float32Array;
  readonly mean: readonly [number, number, number];
}

/** The circle of D = 2 is seen from right above, the first axis to the right. */
const above: Eye = { azimuthRad: -Math.PI / 2, elevationRad: Math.PI / 2 };
const marginPx = 26;
const gridStepDeg = 30;
const gridPoints = 73;

export function drawBall(sheet: Sheet, { dimension, points, mean }: BallPicture, eye: Eye): void {
  const { widthPx, heightPx, context, theme } = sheet;
  const radius = Math.max(10, Math.min(widthPx, heightPx) / 2 - marginPx);
  const [midX, midY] = [widthPx / 2, heightPx / 2];
  const seen = viewFrom(dimension === 2 ? above : eye);

  const glow = context.createRadialGradient(midX - radius * 0.35, midY - radius * 0.4, radius * 0.1, midX, midY, radius);
  glow.addColorStop(0, theme.surface);
  glow.addColorStop(1, theme.colour('--surface-sunken'));
  context.fillStyle = dimension === 2 ? theme.surface : glow;
  context.strokeStyle = theme.inkFaint;
  context.lineWidth = 1;
  context.beginPath();
  context.arc(midX, midY, radius, 0, 2 * Math.PI);
  context.fill();
  context.stroke();

  if (dimension === 3) drawGrid(sheet, seen, midX, midY, radius);
  if (dimension > 3) drawAxesOfProjection(sheet, seen, midX, midY, radius);
  drawPoints(sheet, points, seen, midX, midY, radius);
  const [right, up] = seen(mean[0], mean[1], mean[2]);
  drawArrow(sheet, midX, midY, midX + right * radius, midY - up * radius, '--accent');
}

/** To the right, up, and towards the eye. */
type Seen = (x: number, y: number, z: number) => readonly [number, number, number];

function viewFrom({ azimuthRad, elevationRad }: Eye): Seen {
  const [c, s] = [Math.cos(azimuthRad), Math.sin(azimuthRad)];
  const [ce, se] = [Math.cos(elevationRad), Math.sin(elevationRad)];
  return (x, y, z) => {
    const away = x * c + y * s;
    return [y * c - x * s, z * ce - away * se, away * ce + z * se];
  };
}

function drawPoints({ context, theme }: Sheet, points: Float32Array, seen: Seen, midX: number, midY: number, radius: number): void {
  context.fillStyle = theme.colour('--series-component-0');
  // What lies behind is drawn first, smaller and paler.
  for (const front of [false, true]) {
    context.globalAlpha = front ? 0.85 : 0.3;
    const size = front ? 2.4 : 1.8;
    context.beginPath();
    for (let i = 0; i < points.length; i += 3) {
      const [right, up, towards] = seen(points[i] ?? 0, points[i + 1] ?? 0, points[i + 2] ?? 0);
      if (towards >= 0 !== front) continue;
      const [x, y] = [midX + right * radius, midY - up * radius];
      context.moveTo(x + size, y);
      context.arc(x, y, size, 0, 2 * Math.PI);
    }
    context.fill();
  }
  context.globalAlpha = 1;
}

/** Meridians and parallels; those behind are paler. */
function drawGrid({ context, theme }: Sheet, seen: Seen, midX: number, midY: number, radius: number): void {
  context.strokeStyle = theme.inkFaint;
  context.lineWidth = 1;
  for (const front of [false, true]) {
    context.globalAlpha = front ? 0.4 : 0.16;
    context.beginPath();
    for (const circle of grid) {
      let drawing = false;
      for (const [x, y, z] of circle) {
        const [right, up, towards] = seen(x, y, z);
        if (towards >= 0 !== front) {
          drawing = false;
          continue;
        }
        if (drawing) context.lineTo(midX + right * radius, midY - up * radius);
        else context.moveTo(midX + right * radius, midY - up * radius);
        drawing = true;
      }
    }
    context.stroke();
  }
  context.globalAlpha = 1;
}

const grid: readonly (readonly (readonly [number, number, number])[])[] = circlesOfGrid();

function circlesOfGrid() {
  const angle = (i: number): number => (2 * Math.PI * i) / (gridPoints - 1);
  const around = <T>(place: (i: number) => T): readonly T[] => Array.from({ length: gridPoints }, (_, i) => place(i));
  const circles: (readonly (readonly [number, number, number])[])[] = [];
  for (let degrees = 0; degrees < 180; degrees += gridStepDeg) {
    const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    circles.push(around((i) => [c * Math.cos(angle(i)), s * Math.cos(angle(i)), Math.sin(angle(i))] as const));
    if (degrees === 0) continue;
    const [z, rim] = [c, s];
    circles.push(around((i) => [rim * Math.cos(angle(i)), rim * Math.sin(angle(i)), z] as const));
  }
  return circles;
}

/** What the three directions of a projection are. */
function drawAxesOfProjection(sheet: Sheet, seen: Seen, midX: number, midY: number, radius: number): void {
  const { context, theme } = sheet;
  const axes = [
    [1, 0, 0, 'ρ'],
    [0, 1, 0, '⟂'],
    [0, 0, 1, '⟂'],
  ] as const;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const [x, y, z, name] of axes) {
    const [right, up] = seen(x, y, z);
    context.strokeStyle = theme.inkFaint;
    context.globalAlpha = 0.5;
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(midX - right * radius, midY + up * radius);
    context.lineTo(midX + right * radius, midY - up * radius);
    context.stroke();
    context.globalAlpha = 1;
    context.fillStyle = theme.inkMuted;
    outlined(sheet, name, midX + right * radius * 1.08, midY - up * radius * 1.08);
  }
}
