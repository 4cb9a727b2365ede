/** What a pointer does to the plots: it reads all of them at a time, draws the part to zoom into, and gives it back. */
import { plotStore } from './plot-state.ts';
import type { TimeSpan } from './time-axis.ts';

export interface PlotArea {
  readonly left: number;
  readonly right: number;
  readonly timeAt: (pixel: number) => number;
}

/** A hand that only wants to point is not that steady. */
const leastDragPx = 5;
/** Less time than this has hardly any samples. */
const leastZoomS = 0.5;

/** @param area of the plot as it is drawn now, in CSS pixels of the canvas */
export function followPointer(canvas: HTMLCanvasElement, area: () => PlotArea): () => void {
  let pressedPx: number | undefined;

  const pixelOf = (event: MouseEvent): number => event.clientX - canvas.getBoundingClientRect().left;

  function read(event: PointerEvent): void {
    const { left, right, timeAt } = area();
    const pixel = pixelOf(event);
    const inside = pixel >= left && pixel <= right;
    plotStore.setState({ cursorS: inside ? timeAt(pixel) : undefined });
    if (pressedPx === undefined || Math.abs(pixel - pressedPx) < leastDragPx) return;
    const [a, b] = [timeAt(pressedPx), timeAt(Math.min(right, Math.max(left, pixel)))];
    plotStore.setState({ drawn: { fromS: Math.min(a, b), toS: Math.max(a, b) } });
  }

  function press(event: PointerEvent): void {
    // A finger that moves across reads; two fingers are the browser's.
    if (event.pointerType !== 'touch' && event.button === 0) {
      const { left, right } = area();
      pressedPx = Math.min(right, Math.max(left, pixelOf(event)));
      canvas.setPointerCapture(event.pointerId);
    }
    read(event);
  }

  function release(): void {
    const { drawn } = plotStore.getState();
    pressedPx = undefined;
    if (drawn !== undefined) plotStore.setState({ drawn: undefined, zoom: wideEnough(drawn) });
  }

  const reset = (): void => {
    plotStore.setState({ zoom: undefined });
  };
  const leave = (event: PointerEvent): void => {
    // A finger that was lifted wants to read what it pointed at.
    if (event.pointerType !== 'touch') plotStore.setState({ cursorS: undefined });
  };
  const cancel = (): void => {
    pressedPx = undefined;
    plotStore.setState({ drawn: undefined });
  };
  const stop = new AbortController();
  const options = { signal: stop.signal };
  canvas.addEventListener('pointermove', read, options);
  canvas.addEventListener('pointerdown', press, options);
  canvas.addEventListener('pointerup', release, options);
  canvas.addEventListener('pointercancel', cancel, options);
  canvas.addEventListener('pointerleave', leave, options);
  canvas.addEventListener('dblclick', reset, options);
  return () => {
    stop.abort();
  };
}

export function wideEnough({ fromS, toS }: TimeSpan): TimeSpan {
  const missingS = Math.max(0, leastZoomS - (toS - fromS));
  return { fromS: Math.max(0, fromS - missingS / 2), toS: toS + missingS / 2 };
}
