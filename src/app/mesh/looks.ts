/** How each kind of message looks and is called. What asks is a square, what answers a diamond, what tells everybody a disc. */
import type { MessageKind } from '../../lab/run/types.ts';

export interface MessageLook {
  readonly label: string;
  /** One sentence: what it says. */
  readonly help: string;
  /** The token of its colour. */
  readonly colour: string;
  readonly glyph: 'dot' | 'square' | 'diamond' | 'disc';
  /** Width, CSS pixels. */
  readonly sizePx: number;
}

const idlePx = 3;
const wordPx = 7;

export const messageLooks: Readonly<Record<MessageKind, MessageLook>> = {
  phase: { label: 'phase', help: 'The mean phase of an agent’s oscillators.', colour: '--ink-faint', glyph: 'dot', sizePx: idlePx },
  heartbeat: {
    label: 'heartbeat',
    help: 'How far an agent’s log is, and how fast it is answered.',
    colour: '--series-component-5',
    glyph: 'disc',
    sizePx: idlePx + 1,
  },
  prepare: { label: 'prepare', help: 'Asks for a promise for a ballot.', colour: '--series-component-0', glyph: 'square', sizePx: wordPx },
  promise: {
    label: 'promise',
    help: 'Promises to heed no lower ballot.',
    colour: '--series-component-0',
    glyph: 'diamond',
    sizePx: wordPx,
  },
  refuse: { label: 'refuse', help: 'Has promised a higher ballot.', colour: '--danger', glyph: 'diamond', sizePx: wordPx },
  accept: { label: 'accept', help: 'Asks to accept a value for a slot.', colour: '--series-component-1', glyph: 'square', sizePx: wordPx },
  accepted: { label: 'accepted', help: 'Has accepted the value.', colour: '--series-component-1', glyph: 'diamond', sizePx: wordPx },
  chosen: { label: 'chosen', help: 'Tells that a quorum has accepted.', colour: '--series-component-2', glyph: 'disc', sizePx: wordPx },
  fetch: { label: 'fetch', help: 'Asks for slots that it has missed.', colour: '--series-component-3', glyph: 'square', sizePx: wordPx },
  join: {
    label: 'join',
    help: 'Has lost its disk, and asks how far the others have voted.',
    colour: '--series-component-4',
    glyph: 'square',
    sizePx: wordPx,
  },
  joined: {
    label: 'joined',
    help: 'Tells one that re-joins how far it has voted.',
    colour: '--series-component-4',
    glyph: 'diamond',
    sizePx: wordPx,
  },
  round: { label: 'round', help: 'Phase and tokens of a round.', colour: '--series-component-1', glyph: 'disc', sizePx: wordPx - 1 },
  ask: { label: 'ask', help: 'Asks again for what has not come.', colour: '--series-component-3', glyph: 'square', sizePx: wordPx },
  merge: { label: 'merge', help: 'A whole log, to be merged.', colour: '--series-component-4', glyph: 'diamond', sizePx: wordPx },
};
