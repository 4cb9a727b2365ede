/** What a benchmark promises: where a figure misses it, that is told and the benchmark ends with 1. */
export interface Promised {
  readonly what: string;
  readonly value: number;
  readonly atLeast?: number;
  readonly atMost?: number;
}

export function judge(figures: readonly Promised[]): void {
  for (const { what, value, atLeast = -Infinity, atMost = Infinity } of figures) {
    if (value >= atLeast && value <= atMost) continue;
    const bound = value < atLeast ? `at least ${atLeast}` : `at most ${atMost}`;
    console.error(`✗ ${what}: ${Number(value.toPrecision(3))}, promised ${bound}`);
    process.exitCode = 1;
  }
}
