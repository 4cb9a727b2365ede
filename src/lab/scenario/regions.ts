/** Where the regions of the table of round trips stand on the globe. */
import { regionOf } from '../../mesh/latency/regions.ts';

export interface Region {
  /** Its name in the table, `europe-west6`. */
  readonly name: string;
  /** The place, short enough for a map. */
  readonly place: string;
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
}

/** In the order of the table. Places as Google tells them (cloud.google.com/about/locations); coordinates of those towns. */
export const regions: readonly Region[] = [
  { name: 'asia-east1', place: 'Taiwan', latitudeDeg: 24.05, longitudeDeg: 120.52 },
  { name: 'asia-east2', place: 'Hong Kong', latitudeDeg: 22.32, longitudeDeg: 114.17 },
  { name: 'asia-northeast1', place: 'Tokyo', latitudeDeg: 35.69, longitudeDeg: 139.69 },
  { name: 'asia-northeast2', place: 'Osaka', latitudeDeg: 34.69, longitudeDeg: 135.5 },
  { name: 'asia-south1', place: 'Mumbai', latitudeDeg: 19.08, longitudeDeg: 72.88 },
  { name: 'asia-southeast1', place: 'Singapore', latitudeDeg: 1.35, longitudeDeg: 103.7 },
  { name: 'australia-southeast1', place: 'Sydney', latitudeDeg: -33.87, longitudeDeg: 151.21 },
  { name: 'europe-north1', place: 'Hamina', latitudeDeg: 60.57, longitudeDeg: 27.2 },
  { name: 'europe-west1', place: 'Saint-Ghislain', latitudeDeg: 50.45, longitudeDeg: 3.82 },
  { name: 'europe-west2', place: 'London', latitudeDeg: 51.51, longitudeDeg: -0.13 },
  { name: 'europe-west3', place: 'Frankfurt', latitudeDeg: 50.11, longitudeDeg: 8.68 },
  { name: 'europe-west4', place: 'Eemshaven', latitudeDeg: 53.44, longitudeDeg: 6.83 },
  { name: 'europe-west6', place: 'Zurich', latitudeDeg: 47.38, longitudeDeg: 8.54 },
  { name: 'northamerica-northeast1', place: 'Montréal', latitudeDeg: 45.5, longitudeDeg: -73.57 },
  { name: 'southamerica-east1', place: 'São Paulo', latitudeDeg: -23.53, longitudeDeg: -46.79 },
  { name: 'us-central1', place: 'Iowa', latitudeDeg: 41.26, longitudeDeg: -95.86 },
  { name: 'us-east1', place: 'S. Carolina', latitudeDeg: 33.2, longitudeDeg: -80.01 },
  { name: 'us-east4', place: 'Virginia', latitudeDeg: 39.04, longitudeDeg: -77.49 },
  { name: 'us-west1', place: 'Oregon', latitudeDeg: 45.59, longitudeDeg: -121.18 },
  { name: 'us-west2', place: 'Los Angeles', latitudeDeg: 34.05, longitudeDeg: -118.24 },
];

/** The region of agent a among M. */
export function regionAt(agent: number, agents: number): Region {
  return regions[regionOf(agent, agents)] as Region;
}
