/** Draws the messages on their way, and crosses where some were lost. Allocates nothing. */
import { fates } from '../../lab/run/types.ts';
import type { Frame } from '../../worker/frame.ts';
import { lossMarkS } from '../../worker/flights.ts';
import type { PlotTheme } from '../plots/plot-theme.ts';
import { endShare, lossFreshness, shareGone } from './flight.ts';
import type { MeshLayout } from './layout.ts';
import type { Places } from './places.ts';
import type { Sprite } from './sprites.ts';

export interface MessageScene {
  readonly frame: Pick<Frame, 'flightColumns' | 'flights' | 'speedWanted'>;
  readonly layout: MeshLayout;
  readonly places: Places;
  readonly sprites: readonly Sprite[];
  /** Shape [kinds]: 1 for those that are not shown. */
  readonly hidden: Uint8Array;
  readonly theme: PlotTheme;
}

const cut = fates.indexOf('cut');
const crossPx = 3;

export function drawMessages(context: CanvasRenderingContext2D, scene: MessageScene): void {
  const { frame, layout, places, sprites, hidden, theme } = scene;
  const { from, to, kind, fate, sentS, dueS } = frame.flightColumns;
  const markS = lossMarkS(frame.speedWanted);
  context.beginPath();
  for (let i = 0; i < frame.flights; i++) {
    const its = kind[i] as number;
    const a = from[i] as number;
    const b = to[i] as number;
    if (hidden[its] === 1 || a >= layout.agents || b >= layout.agents) continue;
    const itsFate = fate[i] as number;
    const end = endShare(itsFate, itsFate === cut, layout.wallShare[a * layout.agents + b] as number);
    const share = shareGone(sentS[i] as number, dueS[i] as number, end);
    const x = (places.x[a] as number) + share * ((places.x[b] as number) - (places.x[a] as number));
    const y = (places.y[a] as number) + share * ((places.y[b] as number) - (places.y[a] as number));
    if (share < end) {
      const { image, sizePx } = sprites[its] as Sprite;
      context.drawImage(image, x - sizePx / 2, y - sizePx / 2, sizePx, sizePx);
      continue;
    }
    const half = crossPx * lossFreshness(itsFate, sentS[i] as number, dueS[i] as number, end, markS);
    if (half === 0) continue;
    context.moveTo(x - half, y - half);
    context.lineTo(x + half, y + half);
    context.moveTo(x + half, y - half);
    context.lineTo(x - half, y + half);
  }
  context.strokeStyle = theme.colour('--danger');
  context.lineWidth = 1.25;
  context.stroke();
}
