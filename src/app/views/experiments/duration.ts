/** A length of real time, as roughly as it is known. */
export function duration(seconds: number): string {
  if (seconds < 1.5) return '1 s';
  if (seconds < 90) return `${String(Math.round(seconds))} s`;
  if (seconds < 5400) return `${String(Math.round(seconds / 60))} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
