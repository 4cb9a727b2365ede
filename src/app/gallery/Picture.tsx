import type { Thumbnail } from './thumbnail.ts';
import styles from './Gallery.module.css';

const width = 240;
const height = 96;
const radius = 36;
const curve = { left: 106, right: 234, top: 10, bottom: 86 };

/** Phase circles at the left, at the right the order over time, where the mesh was cut, and the tokens that waited. */
export function Picture({ thumbnail }: { readonly thumbnail: Thumbnail }) {
  const { circles, order, pending, cut } = thumbnail;
  const x = (k: number): number => curve.left + ((curve.right - curve.left) * k) / Math.max(1, order.length - 1);
  const y = (share: number): number => curve.bottom - (curve.bottom - curve.top) * share;
  const most = Math.max(...pending, 1);
  return (
    <svg viewBox={`0 0 ${String(width)} ${String(height)}`} className={styles.picture} role="img" aria-label={told(thumbnail)}>
      {bands(cut).map(([from, to]) => (
        <rect key={from} className={styles.band} x={x(from)} y={curve.top} width={x(to) - x(from)} height={curve.bottom - curve.top} />
      ))}
      <path className={styles.axis} d={`M${String(curve.left)} ${String(curve.top)}V${String(curve.bottom)}H${String(curve.right)}`} />
      <polyline className={styles.pending} points={pending.map((value, k) => point(x(k), y((0.9 * value) / most))).join(' ')} />
      <polyline className={styles.order} points={order.map((value, k) => point(x(k), y(value))).join(' ')} />
      {circles.map((phases, c) => (
        <Circle key={c} phases={phases} index={c} of={circles.length} />
      ))}
    </svg>
  );
}

interface CircleProps {
  readonly phases: readonly number[];
  readonly index: number;
  readonly of: number;
}

/** Of several components each has a circle of its own, one above the other. */
function Circle({ phases, index, of }: CircleProps) {
  const columns = Math.ceil(Math.sqrt(of));
  const size = (2 * radius) / columns;
  const cx = 14 + (index % columns) * size + size / 2;
  const cy = 12 + Math.floor(index / columns) * size + size / 2 + (of === 2 ? size / 2 : 0);
  const r = 0.42 * size;
  const dots = phases.map((turn) => {
    const angle = 2 * Math.PI * turn;
    return `M${point(cx + r * Math.cos(angle), cy - r * Math.sin(angle), ' ')}h0`;
  });
  return (
    <g style={{ stroke: `var(--series-component-${String(index % 6)})` }}>
      <circle className={styles.ring} cx={cx} cy={cy} r={r} />
      <path className={styles.dots} d={dots.join('')} />
    </g>
  );
}

function told({ timeS, circles, order, pending }: Thumbnail): string {
  const parts = circles.length === 1 ? 'one component' : `${String(circles.length)} components`;
  const last = order.at(-1) ?? NaN;
  return `After ${timeS.toFixed(0)} s: ${parts}, order ${last.toFixed(2)}, ${String(pending.at(-1) ?? 0)} tokens pending`;
}

/** First and last place of every stretch of true. */
function bands(cut: readonly boolean[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  cut.forEach((isCut, k) => {
    if (!isCut) return;
    const last = found.at(-1);
    if (last !== undefined && cut[k - 1] === true) last[1] = k;
    else found.push([k, k]);
  });
  return found;
}

function point(x: number, y: number, between = ','): string {
  return `${x.toFixed(1)}${between}${y.toFixed(1)}`;
}
