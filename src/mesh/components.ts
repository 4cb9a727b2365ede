/** Who can still reach whom, directly or through others, in both directions. */

/**
 * Strongly connected components of the digraph "a message can pass", over the agents that are up. Fills `component`
 * (shape [M]) with numbers from 0 in the order of each component's lowest agent, −1 for those that are down.
 *
 * @returns the number of components.
 */
export function findComponents(up: Uint8Array, open: (from: number, to: number) => boolean, component: Int32Array): number {
  const agents = up.length;
  component.fill(-1);
  let count = 0;
  for (let seed = 0; seed < agents; seed++) {
    if (up[seed] === 0 || component[seed] !== -1) continue;
    const heard = spread(seed, up, open);
    const hearing = spread(seed, up, (from, to) => open(to, from));
    for (let agent = seed; agent < agents; agent++) {
      if (heard[agent] === 1 && hearing[agent] === 1) component[agent] = count;
    }
    count++;
  }
  return count;
}

function spread(seed: number, up: Uint8Array, open: (from: number, to: number) => boolean): Uint8Array {
  const reached = new Uint8Array(up.length);
  const frontier = [seed];
  reached[seed] = 1;
  for (let from = frontier.pop(); from !== undefined; from = frontier.pop()) {
    for (let to = 0; to < up.length; to++) {
      if (reached[to] === 0 && up[to] === 1 && open(from, to)) {
        reached[to] = 1;
        frontier.push(to);
      }
    }
  }
  return reached;
}
