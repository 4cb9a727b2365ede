import type { MessageKind } from './message.ts';

/**
 * What becomes of one copy of a message: it travels; it is dropped by chance, or stopped by a cut, when it is sent; or it
 * travelled and is lost where it arrives, because of a cut or because its receiver is down.
 */
export const fates = ['travels', 'dropped', 'cut', 'missed'] as const;
export type Fate = (typeof fates)[number];

/**
 * Looks on as messages travel, and changes nothing: the page draws them. Called for every copy when it is sent, with the
 * time at which it arrives or would have, and once more for one that travelled and is lost on arrival.
 */
export type MessageWatcher = (kind: MessageKind, from: number, to: number, sentS: number, dueS: number, fate: Fate) => void;
