/** Kinds of event in the few groups that a person turns on and off, and the colour of each kind's arrow. */

export const kindGroups = ['consensus', 'tokens', 'phases', 'heartbeats'] as const;
export type KindGroup = (typeof kindGroups)[number];

export const groupTitle: Readonly<Record<KindGroup, string>> = {
  consensus: 'Consensus',
  tokens: 'Tokens',
  phases: 'Phases',
  heartbeats: 'Heartbeats',
};

const local: Readonly<Record<string, KindGroup>> = { generate: 'tokens', validate: 'tokens', apply: 'tokens' };

/** Undefined for what is always shown: faults, changes of the network, and whatever a log of others holds. */
export function groupOf(kind: string): KindGroup | undefined {
  const message = messageOf(kind);
  if (message === undefined) return local[kind];
  if (message === 'message') return undefined;
  if (message === 'phase') return 'phases';
  return message === 'heartbeat' ? 'heartbeats' : 'consensus';
}

/** The kind of message that is sent, heard or lost; undefined for what is none. */
export function messageOf(kind: string): string | undefined {
  return /^(?:send|receive|lose)-(.*)$/.exec(kind)?.[1];
}

/** Shape [kinds]: 1 for those to be shown. */
export function kindMask(kinds: readonly string[], shown: ReadonlySet<KindGroup>): Uint8Array {
  return Uint8Array.from(kinds, (kind) => {
    const group = groupOf(kind);
    return group === undefined || shown.has(group) ? 1 : 0;
  });
}

const colours: Readonly<Record<string, string>> = {
  prepare: '--series-component-0',
  promise: '--series-component-0',
  accept: '--series-component-2',
  accepted: '--series-component-2',
  chosen: '--accent',
  refuse: '--danger',
  message: '--series-component-0',
  phase: '--ink-faint',
  heartbeat: '--ink-faint',
};

/** The token of a message's colour. */
export function colourOf(message: string): string {
  return colours[message] ?? '--series-component-3';
}
