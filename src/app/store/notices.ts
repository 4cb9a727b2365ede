/** Short messages to the person; they go by themselves, or when they are dismissed. One that offers something stays until then. */
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

export interface Notice {
  readonly id: number;
  readonly tone: 'good' | 'danger';
  readonly title: string;
  /** One line each. */
  readonly details: readonly string[];
  readonly offer: Offer | undefined;
}

/** What the person may do about it. */
export interface Offer {
  readonly title: string;
  readonly run: () => void;
}

/** A fault is read more slowly than good news. */
const staysMs = { good: 6_000, danger: 20_000 } as const;
const maxNotices = 3;

const store = createStore<{ readonly list: readonly Notice[] }>(() => ({ list: [] }));
let lastId = 0;

/** @returns its id, for whoever dismisses it. */
export function notify(tone: Notice['tone'], title: string, details: readonly string[] = [], offer?: Offer): number {
  lastId++;
  const notice: Notice = { id: lastId, tone, title, details, offer };
  // The same again takes the place of the one before.
  store.setState(({ list }) => ({ list: [...list.filter((other) => other.title !== title), notice].slice(-maxNotices) }));
  if (offer === undefined)
    setTimeout(() => {
      dismissNotice(notice.id);
    }, staysMs[tone]);
  return notice.id;
}

export function dismissNotice(id: number): void {
  store.setState(({ list }) => ({ list: list.filter((notice) => notice.id !== id) }));
}

/** The last is the newest. */
export function currentNotices(): readonly Notice[] {
  return store.getState().list;
}

export function useNotices(): readonly Notice[] {
  return useStore(store, (state) => state.list);
}
