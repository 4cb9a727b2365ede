/** The rows of a run that the page plots: one for each sample. */
import { timeseriesColumns, type AgentColumn, type FieldView, type Table, type TimeseriesColumn } from '../lab/run/types.ts';

/** As many components of a partition as there are colours for them. */
export const plottedComponents = 6;

const componentRows = ['r_component_0', 'r_component_1', 'r_component_2', 'r_component_3', 'r_component_4', 'r_component_5'] as const;

/**
 * Columns of a row, in order: those of `timeseries.csv`, then what the other tables tell of the same sample: by how much the
 * fastest Lamport clock is ahead of the slowest, and r of the first components of a mesh that has come apart (NaN for others).
 */
export const rowColumns = [...timeseriesColumns, 'clock_spread', ...componentRows] as const;
export type RowColumn = (typeof rowColumns)[number];

export interface RowSource {
  readonly timeseries: Table<TimeseriesColumn>;
  readonly agentSamples: Table<AgentColumn>;
  readonly field: Pick<FieldView, 'agentStart'>;
}

const width = rowColumns.length;
const spreadPlace = rowColumns.indexOf('clock_spread');
const componentPlace = rowColumns.indexOf('r_component_0');

/** Sums of what is being written: the mean field of each component, and its oscillators. */
const re = new Float64Array(plottedComponents);
const im = new Float64Array(plottedComponents);
const oscillators = new Float64Array(plottedComponents);

/** Writes rows `firstRow` … `firstRow` + `rows` − 1 into `target`, row after row. */
export function writeRows(target: Float64Array, source: RowSource, firstRow: number, rows: number): void {
  const { timeseries } = source;
  for (let c = 0; c < timeseriesColumns.length; c++) {
    const column = timeseries.column(timeseriesColumns[c] as TimeseriesColumn);
    for (let row = 0; row < rows; row++) target[row * width + c] = column[firstRow + row] as number;
  }
  const [least, greatest, components] = [timeseries.column('clock_min'), timeseries.column('clock_max'), timeseries.column('components')];
  for (let row = 0; row < rows; row++) {
    const sample = firstRow + row;
    target[row * width + spreadPlace] = (greatest[sample] as number) - (least[sample] as number);
    writeComponents(target, row * width + componentPlace, source, sample, (components[sample] as number) > 1);
  }
}

function writeComponents(target: Float64Array, place: number, source: RowSource, sample: number, isApart: boolean): void {
  re.fill(0);
  im.fill(0);
  oscillators.fill(0);
  if (isApart) sumComponents(source, sample);
  for (let c = 0; c < plottedComponents; c++) target[place + c] = Math.hypot(re[c] as number, im[c] as number) / (oscillators[c] as number);
}

/** Of a component the sums over its agents: z of an agent counts as often as it hosts oscillators. */
function sumComponents({ agentSamples, field: { agentStart } }: RowSource, sample: number): void {
  const [components, r, psiRad] = [agentSamples.column('component'), agentSamples.column('r'), agentSamples.column('psi_rad')];
  const agents = agentStart.length - 1;
  for (let agent = 0; agent < agents; agent++) {
    const row = sample * agents + agent;
    const component = components[row] as number;
    if (component < 0 || component >= plottedComponents) continue;
    const hosted = (agentStart[agent + 1] as number) - (agentStart[agent] as number);
    const length = hosted * (r[row] as number);
    re[component] = (re[component] as number) + length * Math.cos(psiRad[row] as number);
    im[component] = (im[component] as number) + length * Math.sin(psiRad[row] as number);
    oscillators[component] = (oscillators[component] as number) + hosted;
  }
}
