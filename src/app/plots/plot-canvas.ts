/** A canvas that is as large as its box, in device pixels, and drawn in CSS pixels. */

export interface FittedCanvas {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Empties the canvas for a new drawing. Undefined while it has no size, or where the browser has no 2D canvas. */
  begin(): CanvasRenderingContext2D | undefined;
  stop(): void;
}

/** More device pixels than this a CSS pixel nobody sees. */
const maxPixelRatio = 3;

/**
 * Calls `resized` when there is a new size to draw for; the size takes effect at the next `begin`. `font` is what every
 * drawing begins with: to set one costs a look at the page's styles, so it is only set when a new size has undone it.
 */
export function fitCanvas(canvas: HTMLCanvasElement, font: string, resized: () => void): FittedCanvas {
  const context = canvas.getContext('2d');
  let widthPx = canvas.clientWidth;
  let heightPx = canvas.clientHeight;
  const observer = new ResizeObserver(() => {
    widthPx = canvas.clientWidth;
    heightPx = canvas.clientHeight;
    resized();
  });
  observer.observe(canvas);
  return {
    get widthPx() {
      return widthPx;
    },
    get heightPx() {
      return heightPx;
    },
    begin() {
      if (context === null || widthPx === 0 || heightPx === 0) return undefined;
      const ratio = Math.min(maxPixelRatio, window.devicePixelRatio);
      const width = Math.round(widthPx * ratio);
      const height = Math.round(heightPx * ratio);
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
        context.font = font;
      }
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, widthPx, heightPx);
      return context;
    },
    stop() {
      observer.disconnect();
    },
  };
}
