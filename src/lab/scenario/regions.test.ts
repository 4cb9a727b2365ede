import { describe, expect, it } from 'vitest';
import { gcpRegions, gcpRttMinMs } from '../../mesh/latency/gcp.ts';
import { regionName } from '../../mesh/latency/regions.ts';
import { regionAt, regions } from './regions.ts';

/** Light in glass, km a millisecond (refractive index 1.468). */
const lightKmPerMs = 299_792.458 / 1000 / 1.468;

describe('the places of the regions', () => {
  it('stand in the order of the table, and an agent has that of its region', () => {
    expect(regions.map(({ name }) => name)).toEqual(gcpRegions);
    for (const agents of [1, 3, 16, 20, 128])
      for (let agent = 0; agent < agents; agent++) expect(regionAt(agent, agents).name).toBe(regionName(agent, agents));
  });

  it('are no nearer to each other than the fastest round trip allows light in glass to go', () => {
    regions.forEach((from, i) =>
      regions.forEach((to, j) => {
        if (i !== j)
          expect((gcpRttMinMs[i]?.[j] ?? 0) / 2, `${from.place} – ${to.place}`).toBeGreaterThan(apartKm(from, to) / lightKmPerMs);
      }),
    );
  });
});

/** Along a great circle (haversine). */
function apartKm(a: (typeof regions)[number], b: (typeof regions)[number]): number {
  const rad = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (from: number, to: number): number => Math.sin(rad(to - from) / 2) ** 2;
  const across = Math.cos(rad(a.latitudeDeg)) * Math.cos(rad(b.latitudeDeg)) * half(a.longitudeDeg, b.longitudeDeg);
  return 2 * 6371 * Math.asin(Math.sqrt(half(a.latitudeDeg, b.latitudeDeg) + across));
}
