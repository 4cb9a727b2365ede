/**
 * A part of the page that comes after what is seen first: its code is fetched at once, and it is put on the page when it is its turn,
 * one part after the other, each in a task of its own. All at once they would keep a slow processor from answering for a second.
 */
import { startTransition, useEffect, useState, type ComponentType } from 'react';
import { ownTask } from '../own-task.ts';

export type Load = () => Promise<{ readonly default: ComponentType }>;

/** What has been here before comes back at once. */
const known = new Map<Load, ComponentType>();

/** `load` is the same function at every render. */
export function InTurn({ load }: { readonly load: Load }) {
  const [Part, setPart] = useState(() => known.get(load));
  useEffect(() => {
    if (Part !== undefined) return;
    let wanted = true;
    let endTurn = (): void => undefined;
    const show = async (part: ComponentType): Promise<void> => {
      known.set(load, part);
      if (!wanted) return;
      const isThere = new Promise<void>((resolve) => (endTurn = resolve));
      startTransition(() => setPart(() => part));
      await isThere;
    };
    // Where it is not to be had the page goes on without it, and the console tells why.
    void load().then((module) => takeTurn(() => show(module.default)));
    // Also called as soon as it is on the page.
    return () => {
      wanted = false;
      endTurn();
    };
  }, [load, Part]);
  return Part === undefined ? null : <Part />;
}

let before: Promise<unknown> = Promise.resolve();

function takeTurn(turn: () => Promise<void>): void {
  before = before.then(ownTask).then(turn);
}
