/** What the paper's table claims and what this laboratory measured: docs/experiments.md, which a test holds this against. */

export interface Finding {
  readonly measure: string;
  readonly of: 'Legacy' | 'The Chorus';
  readonly claimed: string;
  /** As the table of docs/experiments.md has it: value and 95% interval. */
  readonly value: string;
  readonly interval: string;
  readonly unit: string;
  readonly verdict: 'holds' | 'fails' | 'not decided' | 'not refuted';
}

export const findings: readonly Finding[] = [
  {
    measure: 'validation latency, median',
    of: 'Legacy',
    claimed: '1450',
    value: '158.1',
    interval: '157.2 … 158.9',
    unit: 'ms',
    verdict: 'fails',
  },
  {
    measure: 'validation latency, median',
    of: 'The Chorus',
    claimed: '320',
    value: '354.6',
    interval: '354.5 … 354.7',
    unit: 'ms',
    verdict: 'fails',
  },
  { measure: 'throughput', of: 'Legacy', claimed: '45.2', value: '49.6', interval: '49.6 … 49.6', unit: 'tokens/s', verdict: 'holds' },
  {
    measure: 'throughput',
    of: 'The Chorus',
    claimed: '185.6',
    value: '185.6',
    interval: '185.5 … 185.6',
    unit: 'tokens/s',
    verdict: 'holds',
  },
  {
    measure: 'partition tolerance',
    of: 'Legacy',
    claimed: '2.1',
    value: '0.1583',
    interval: '0.05931 … 0.2573',
    unit: 's',
    verdict: 'fails',
  },
  { measure: 'partition tolerance', of: 'The Chorus', claimed: '> 60', value: '> 90', interval: '74.84 … ∞', unit: 's', verdict: 'holds' },
  { measure: 'split-brain incidents', of: 'Legacy', claimed: '12', value: '12', interval: '11.96 … 12', unit: 'a year', verdict: 'holds' },
  {
    measure: 'split-brain incidents',
    of: 'The Chorus',
    claimed: '0',
    value: '< 0.04419',
    interval: '0 … 0.04419',
    unit: 'a year',
    verdict: 'not refuted',
  },
];
