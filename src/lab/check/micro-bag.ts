/** Messages in flight of a tiny world: a bag from which a scheduler takes any one, of things that are made once. */
import { assert } from '../../base/assert.ts';

export interface MicroBag<Message> {
  readonly inFlight: number;
  clear(): void;
  /** One more, to be filled by whoever sends it: it holds what was in it before. */
  add(): Message;
  /** The message at a place below `inFlight`: valid until the next `add` after it was removed. */
  at(place: number): Message;
  remove(place: number): void;
}

/** A run sends fewer: see `steps` in `micro.ts`. */
const capacity = 4096;

export function createMicroBag<Message>(blank: () => Message): MicroBag<Message> {
  const bag: Message[] = [];
  let inFlight = 0;
  return {
    get inFlight() {
      return inFlight;
    },
    clear() {
      inFlight = 0;
    },
    add() {
      assert(inFlight < capacity, 'room in the bag');
      if (inFlight === bag.length) bag.push(blank());
      return bag[inFlight++] as Message;
    },
    at: (place) => bag[place] as Message,
    remove(place) {
      const removed = bag[place] as Message;
      inFlight--;
      bag[place] = bag[inFlight] as Message;
      bag[inFlight] = removed;
    },
  };
}
