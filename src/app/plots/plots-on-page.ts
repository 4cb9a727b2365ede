/** The plots over time that are on the page, for whoever draws them once more, into a file. */
import type { Pen } from '../drawing/pen.ts';
import type { Drawing } from './plot-lines.ts';

export interface PlotOnPage {
  readonly axes: SVGSVGElement;
  /** Draws once more what was drawn last, and says what that is, with the lines that are in sight; undefined before anything was. */
  readonly drawAgain: (pen: Pen) => Drawing | undefined;
}

const plots = new Set<PlotOnPage>();

export const plotsOnPage = {
  /** Returns the way to take it off again. */
  add(plot: PlotOnPage): () => void {
    plots.add(plot);
    return () => plots.delete(plot);
  },
  /** As they stand on the page, from the first to the last. */
  inOrder(): readonly PlotOnPage[] {
    const follows = (a: Node, b: Node): boolean => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    return [...plots].sort((a, b) => (follows(a.axes, b.axes) ? -1 : 1));
  },
};
