/**
 * The axes of a plot over time, in SVG. New rows come many times a second: numbers are written when they are others, and what goes on
 * with the window is only moved, for every text that is written has its shape worked out.
 */
import { axisBottom, axisLeft } from 'd3-axis';
import { format } from 'd3-format';
import type { ScaleLinear } from 'd3-scale';
import { select } from 'd3-selection';
import { writeText } from '../widgets/write-text.ts';
import type { PlotSpec } from './plot-spec.ts';
import type { TimeSpan } from './time-axis.ts';

export interface PlotAxes {
  /** Where the scales stand now, on a picture of so many pixels. */
  draw(span: TimeSpan, top: number, widthPx: number, heightPx: number): void;
}

export const margins = { top: 10, right: 22, bottom: 24, left: 44 } as const;

/** Room that a label on the time axis wants, CSS pixels. */
const timeTickPx = 80;
const valueTickPx = 34;
/** So that a line of one pixel lies on one. */
const offsetPx = 0.5;
const formatCount = format('~s');
const formatTime = format(',~f');

export function createAxes(
  svg: SVGSVGElement,
  spec: Pick<PlotSpec, 'scale' | 'axis'>,
  x: ScaleLinear<number, number>,
  y: ScaleLinear<number, number>,
): PlotAxes {
  const timeAxis = axisBottom<number>(x)
    .tickSizeOuter(0)
    .tickPadding(6)
    .offset(offsetPx)
    .tickFormat((timeS) => `${formatTime(timeS)} s`);
  const valueAxis = axisLeft<number>(y)
    .tickSize(0)
    .tickPadding(8)
    .tickFormat(spec.scale === 'unit' ? format('.2~f') : formatCount);
  const root = select(svg);
  const timeGroup = root.select<SVGGElement>('[data-part=time-axis]');
  const valueGroup = root.select<SVGGElement>('[data-part=value-axis]');
  const name = root.select<SVGTextElement>('[data-part=axis]');
  name.attr('x', margins.left + 6).attr('y', margins.top + 8);
  let timesWritten = '';
  let valuesWritten = '';
  let movedTo = NaN;

  function draw({ fromS, toS }: TimeSpan, top: number, widthPx: number, heightPx: number): void {
    const size = `${widthPx} × ${heightPx}`;
    const values = `${size}: ${top}`;
    if (valuesWritten !== values) {
      valuesWritten = values;
      valueAxis.ticks(Math.max(2, Math.floor(heightPx / valueTickPx)));
      valueGroup.attr('transform', `translate(${margins.left}, 0)`).call(valueAxis).attr('font-family', null).attr('font-size', null);
    }
    const ticks = x.ticks(Math.max(2, Math.floor((widthPx - margins.left) / timeTickPx)));
    const times = `${size}: ${toS - fromS} ${ticks.join()}`;
    if (timesWritten !== times) {
      timesWritten = times;
      timeAxis.tickValues(ticks);
      // Without a type of their own the ticks take the page's.
      timeGroup
        .attr('transform', `translate(0, ${heightPx - margins.bottom})`)
        .call(timeAxis)
        .attr('font-family', null)
        .attr('font-size', null);
    } else if (movedTo !== fromS) {
      timeGroup.selectAll<SVGGElement, number>('.tick').attr('transform', (timeS) => `translate(${x(timeS) + offsetPx},0)`);
    }
    movedTo = fromS;
    const node = name.node();
    if (node !== null) writeText(node, spec.axis(fromS));
  }

  return { draw };
}
