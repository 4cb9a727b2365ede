/** What theory says of r, as lines across the plot and as words in its legend. */
import type { Answer } from '../../worker/live-api.ts';
import { theoryStore, type Theory } from '../store/theory.ts';
import type { PlotLevel, PlotLevels } from './plot-spec.ts';

export const theoryLevels: PlotLevels = {
  read: () => levelsOf(theoryStore.getState()),
  subscribe: (onChange) => theoryStore.subscribe(onChange),
};

/** One line for every value: components that settle alike share theirs. */
export function levelsOf({ prediction, agents, sinceS }: Theory): readonly PlotLevel[] {
  const orders = prediction?.orders ?? [];
  const levels = new Map<string, { readonly value: number; readonly names: Set<string> }>();
  for (const [c, order] of orders.entries()) {
    if (!order.known) continue;
    const text = valueText(order.value);
    const level = levels.get(text) ?? { value: order.value, names: new Set() };
    level.names.add(agentsText(agents[c] ?? 0));
    levels.set(text, level);
  }
  const label = (names: ReadonlySet<string>, text: string): string => (orders.length === 1 ? '' : `${[...names].join(', ')} · ${text}`);
  return [...levels].map(([text, { value, names }]) => ({ value, fromS: sinceS, label: label(names, text) }));
}

/** More values than these are told as a range. */
const maxValues = 3;

export function theoryText(orders: readonly Answer[]): string {
  const values = [...new Set(orders.flatMap((order) => (order.known ? [valueText(order.value)] : [])))];
  if (values.length === 0) return 'none';
  if (values.length <= maxValues) return values.join(' · ');
  const sorted = values.sort();
  return `${String(sorted[0])} … ${String(sorted.at(-1))}`;
}

export function theoryHelp(orders: readonly Answer[]): string {
  const known = orders.find((order) => order.known);
  if (known?.known !== true) return orders.find((order) => !order.known)?.reason ?? 'Nothing is up.';
  const of = orders.length > 1 ? 'each component by itself' : 'the present parameters';
  return `Where r settles, for ${of}: ${known.formula}. ${known.regime}. ${known.source}.`;
}

const valueText = (r: number): string => r.toFixed(2);
const agentsText = (agents: number): string => (agents === 1 ? '1 agent' : `${agents} agents`);
