/** Contiguous blocks of oscillators whose sizes differ by one at most: shape [agents + 1], see `Field.agentStart`. */
export function agentStarts(oscillators: number, agents: number): Int32Array {
  return Int32Array.from({ length: agents + 1 }, (_, a) => Math.floor((a * oscillators) / agents));
}
