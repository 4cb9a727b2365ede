/** What the figures of the guide draw from a frame: the phases, the tokens of every agent, the clocks with their messages. */
import { drawFlat } from '../../stage/flat-drawing.ts';
import { createStageModel, type LiveStageModel } from '../../stage/stage-model.ts';
import { readStageTheme } from '../../stage/stage-theme.ts';
import { messageLooks } from '../../mesh/looks.ts';
import { messageKinds } from '../../../lab/run/types.ts';
import type { Frame } from '../../../worker/frame.ts';
import { rateText } from '../../widgets/number-text.ts';
import type { Drawing, Picture } from './figure-run.ts';

/** The phase circle, flat, as Live draws it without WebGL. One for each figure: it keeps its colours. */
export function phaseDrawing(): Drawing {
  let live: LiveStageModel | undefined;
  let themed: { readonly of: Picture['theme']; readonly theme: ReturnType<typeof readStageTheme> } | undefined;
  return {
    draw(context, { frame, shown, theme, widthPx, heightPx }) {
      if (themed?.of !== theme) themed = { of: theme, theme: readStageTheme(getComputedStyle(document.documentElement)) };
      const input = { frame, shown, nowMs: performance.now(), theme: themed.theme, colourBy: 'frequency', share: 1, still: true } as const;
      live ??= createStageModel(input);
      live.update(input);
      drawFlat(context, live.model, widthPx, heightPx);
    },
    tell: ({ r, components }) => `Order r = ${r.toFixed(2)}${components > 1 ? `, ${String(components)} components` : ''}`,
  };
}

const rim = { left: 44, right: 12, top: 30, bottom: 26 };

/**
 * A bar an agent: the tokens in its log, on top those of its own that wait. Conflicts are counted in red. As high as the figure
 * is what token clocks that nothing stops have made by then (M f t), so that figures beside each other are of one measure.
 * @param rateHz of a token clock
 */
export function tokenDrawing(rateHz: number): Drawing {
  return {
    draw(context, { frame, theme, widthPx, heightPx }) {
      const { logLength, pending, component } = frame.agentColumns;
      const highest = Math.max(frame.agents * rateHz * frame.timeS, 20);
      const width = (widthPx - rim.left - rim.right) / frame.agents;
      const scale = (heightPx - rim.top - rim.bottom) / highest;
      const floor = heightPx - rim.bottom;
      context.textBaseline = 'middle';
      context.textAlign = 'right';
      context.fillStyle = theme.inkFaint;
      context.fillText('log', rim.left - 8, floor - 6);
      context.fillText(String(Math.round(highest)), rim.left - 8, rim.top);
      context.textAlign = 'center';
      for (let a = 0; a < frame.agents; a++) {
        const x = rim.left + a * width;
        const logPx = scale * (logLength[a] as number);
        const waitingPx = scale * (pending[a] as number);
        context.fillStyle = theme.colour(`--series-component-${String((component[a] as number) % 6)}`);
        context.fillRect(x + 2, floor - logPx, width - 4, logPx);
        context.fillStyle = theme.colour('--series-pending');
        context.fillRect(x + 2, floor - logPx - waitingPx, width - 4, waitingPx);
        context.fillStyle = theme.inkFaint;
        context.fillText(String(a), x + width / 2, floor + 12);
      }
      drawAll(context, theme, widthPx);
      context.textAlign = 'left';
      context.fillStyle = frame.conflicts > 0 ? theme.colour('--danger') : theme.inkMuted;
      context.fillText(`conflicts ${String(frame.conflicts)}`, rim.left, 14);
      context.textAlign = 'right';
      context.fillStyle = frame.partitioned ? theme.bandLine : theme.inkFaint;
      context.fillText(`${frame.partitioned ? 'cut, ' : ''}${frame.timeS.toFixed(1)} s`, widthPx - rim.right, 14);
    },
    tell: ({ conflicts, pending, throughputHz }) =>
      `${String(conflicts)} conflicts, ${String(pending)} tokens pending, ${rateText(throughputHz, '/s')} validated`,
  };
}

function drawAll(context: CanvasRenderingContext2D, theme: Picture['theme'], widthPx: number): void {
  context.strokeStyle = theme.inkMuted;
  context.lineWidth = 1;
  context.setLineDash([4, 3]);
  context.beginPath();
  context.moveTo(rim.left, rim.top - 0.5);
  context.lineTo(widthPx - rim.right, rim.top - 0.5);
  context.stroke();
  context.setLineDash([]);
}

/** Every agent with its Lamport time, every message on its way. */
export const clockDrawing: Drawing = {
  draw(context, { frame, theme, widthPx, heightPx }) {
    const radius = 0.36 * Math.min(widthPx, heightPx);
    const x = (a: number): number => widthPx / 2 + 1.6 * radius * Math.sin((2 * Math.PI * a) / frame.agents);
    const y = (a: number): number => heightPx / 2 - radius * Math.cos((2 * Math.PI * a) / frame.agents);
    drawFlights(context, frame, { x, y }, theme);
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    for (let a = 0; a < frame.agents; a++) {
      context.beginPath();
      context.arc(x(a), y(a), 19, 0, 2 * Math.PI);
      context.fillStyle = theme.surface;
      context.fill();
      context.strokeStyle = theme.colour('--line-strong');
      context.lineWidth = 1.25;
      context.stroke();
      context.fillStyle = theme.ink;
      context.fillText(String(frame.agentColumns.clock[a]), x(a), y(a));
    }
  },
  tell: ({ agentColumns: { clock } }) => `Lamport times ${[...clock].map(String).join(', ')}`,
};

interface Places {
  readonly x: (agent: number) => number;
  readonly y: (agent: number) => number;
}

function drawFlights(context: CanvasRenderingContext2D, frame: Frame, { x, y }: Places, theme: Picture['theme']): void {
  const { from, to, kind, sentS, dueS } = frame.flightColumns;
  for (let i = 0; i < frame.flights; i++) {
    const gone = -(sentS[i] as number) / ((dueS[i] as number) - (sentS[i] as number));
    if (gone < 0 || gone > 1) continue;
    const a = from[i] as number;
    const b = to[i] as number;
    const look = messageLooks[messageKinds[kind[i] as number] as (typeof messageKinds)[number]];
    context.fillStyle = theme.colour(look.colour);
    context.beginPath();
    context.arc(x(a) + gone * (x(b) - x(a)), y(a) + gone * (y(b) - y(a)), 3.5, 0, 2 * Math.PI);
    context.fill();
  }
}
