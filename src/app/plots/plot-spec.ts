/** What a plot over time consists of. */
import type { Table } from '../../lab/run/types.ts';
import type { RowColumn } from '../../worker/frame-rows.ts';

export interface PlotLine {
  readonly label: string;
  /** For the legend, where the label is too long for it. */
  readonly short?: string;
  readonly column: RowColumn;
  /** Custom property that holds its colour. */
  readonly colour: string;
  readonly widthPx: number;
  /** Whether the area under it is tinted. */
  readonly filled?: boolean;
  /** Drawn as the difference to what this column held at the left edge. */
  readonly countedFrom?: RowColumn;
  /** Named only while there is something of it in sight. */
  readonly passing?: boolean;
}

/** A value that stands still from some time on, drawn as a dashed line to the right edge. */
export interface PlotLevel {
  readonly value: number;
  readonly fromS: number;
  /** Stands at its right end; empty where the legend says it all. */
  readonly label: string;
}

export interface PlotLevels {
  readonly read: () => readonly PlotLevel[];
  readonly subscribe: (onChange: () => void) => () => void;
}

export interface PlotSpec {
  /** Accessible name of the picture. */
  readonly name: string;
  readonly title: string;
  /** What the value axis says, by where the time axis begins. */
  readonly axis: (fromS: number) => string;
  /** `unit`: 0 … 1 always; `count`: from 0 to a round number. */
  readonly scale: 'unit' | 'count';
  readonly lines: readonly PlotLine[];
  readonly levels?: PlotLevels;
  readonly format: (value: number) => string;
}

/** Names a line among those of all plots. */
export function lineKey(spec: PlotSpec, { label }: PlotLine): string {
  return `${spec.name}: ${label}`;
}

/** What a line is at a row of the run, before anything is taken off at the left edge. */
export function lineValue({ column }: PlotLine, series: Table<RowColumn>, row: number): number {
  return series.column(column)[row] as number;
}
