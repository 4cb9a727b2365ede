/** Where a value axis that starts at 0 ends: at a round number that stays put while the values move a little. */

const rounds = [1, 1.5, 2, 3, 4, 5, 6, 8, 10, 15];
/** The axis shrinks only when the values fill less than this of it. */
const shrinkBelow = 0.45;
const smallest = 10;

/** `top`: where the axis ended so far; `max`: the largest value in sight. */
export function nextTop(top: number, max: number): number {
  if (top >= smallest && max <= top && max >= shrinkBelow * top) return top;
  return max < shrinkBelow * smallest ? smallest : roundUp(max);
}

function roundUp(value: number): number {
  const decade = 10 ** Math.floor(Math.log10(value));
  // A little more than the value, so that the line does not run along the edge.
  const round = rounds.find((candidate) => candidate * decade >= value * 1.02);
  return (round ?? 15) * decade;
}
