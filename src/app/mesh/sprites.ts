/**
 * Messages are drawn from small pictures, one a kind: a path for each of a thousand would be many times as slow. They are bitmaps, since
 * a canvas would be looked at anew for every message that is drawn from it.
 */
import { messageKinds } from '../../lab/run/types.ts';
import type { PlotTheme } from '../plots/plot-theme.ts';
import { messageLooks, type MessageLook } from './looks.ts';

/** Device pixels of a picture for one CSS pixel of the message: sharp on every screen. */
const scale = 3;
/** Round a glyph, so that its edge is not cut. */
const rimPx = 1;

export interface Sprite {
  readonly image: ImageBitmap;
  /** Width in CSS pixels, rim included. */
  readonly sizePx: number;
}

/** In the order of `messageKinds`. */
export function makeSprites(theme: PlotTheme): readonly Sprite[] {
  return messageKinds.map((kind) => {
    const look = messageLooks[kind];
    const sizePx = look.sizePx + 2 * rimPx;
    const canvas = new OffscreenCanvas(scale * sizePx, scale * sizePx);
    const context = canvas.getContext('2d');
    if (context !== null) {
      context.scale(scale, scale);
      context.translate(sizePx / 2, sizePx / 2);
      context.fillStyle = theme.colour(look.colour);
      drawGlyph(context, look);
    }
    return { image: canvas.transferToImageBitmap(), sizePx };
  });
}

function drawGlyph(context: OffscreenCanvasRenderingContext2D, { glyph, sizePx }: MessageLook): void {
  const half = sizePx / 2;
  context.beginPath();
  if (glyph === 'square') context.rect(-0.85 * half, -0.85 * half, 1.7 * half, 1.7 * half);
  else if (glyph === 'diamond') {
    context.moveTo(0, -half);
    context.lineTo(half, 0);
    context.lineTo(0, half);
    context.lineTo(-half, 0);
  } else context.arc(0, 0, glyph === 'dot' ? 0.8 * half : half, 0, 2 * Math.PI);
  context.fill();
}
