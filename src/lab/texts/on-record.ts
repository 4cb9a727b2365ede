/** What every experiment came to when it was last run in full, by its name. Made by `npm run experiments`; docs/experiments.md tells more. */
import type { OnRecord } from '../experiments/types.ts';

export const onRecord: Readonly<Record<string, OnRecord>> = {
  partition: {
    date: '24 November 2026',
    version: '0.1.0',
    seed: 42,
    replicates: 24,
    digest: 'c54852e61b272e7f',
    seconds: 146,
    processorS: 55,
    judgements: [
      {
        claim: 'The Chorus: each side of the cut keeps the order that the coupling left to it allows, to 0.05.',
        verdict: 'holds',
        sentence: 'Farthest from theory is side 2: r = 0.421 (0.391 to 0.451), theory 0.437, 24 replicates.',
      },
      {
        claim: 'Legacy: each side of the cut keeps the order that the coupling left to it allows, to 0.05.',
        verdict: 'not decided',
        sentence: 'Farthest from theory is side 1: r = 0.355 (0.303 to 0.408), theory 0.437, 24 replicates.',
      },
      {
        claim: 'The Chorus: within 30 s after the heal the whole is one again.',
        verdict: 'not refuted',
        sentence:
          '24 of 24 replicates came back to within 5% of what they had, after 2.69 s (2.45 to 2.93). Fewer than 14.2% do not, with 95% confidence.',
      },
      {
        claim: 'Legacy: within 30 s after the heal the whole is one again.',
        verdict: 'not refuted',
        sentence:
          '24 of 24 replicates came back to within 5% of what they had, after 3.98 s (3.66 to 4.29). Fewer than 14.2% do not, with 95% confidence.',
      },
      {
        claim: 'The Chorus recovers its synchrony faster than Legacy.',
        verdict: 'holds',
        sentence: 'It is 1.29 s (0.908 to 1.68) faster, seed by seed, in 24 replicates.',
      },
    ],
    rows: [],
  },
  'coupling-sweep': {
    date: '24 November 2026',
    version: '0.1.0',
    seed: 42,
    replicates: 8,
    digest: '2bbf4f58ffda7606',
    seconds: 728,
    processorS: 205,
    judgements: [
      {
        claim: 'Order sets in at K_c.',
        verdict: 'not decided',
        sentence:
          'What is measured so far does not show where disorder ends and order begins: it takes two sizes, couplings on both sides, and enough replicates to tell them apart.',
      },
      {
        claim: 'Away from K_c the order is what theory says, to 0.02.',
        verdict: 'holds',
        sentence:
          'With N = 100000 the largest deviation is 0.00637 (0.00545 to 0.0104), over 18 couplings; at K = 1 from weak order, where r = 0.00637 (0.00238 to 0.0104) and theory says 0.',
      },
    ],
    rows: [],
  },
  'latency-budget': {
    date: '24 November 2026',
    version: '0.1.0',
    seed: 42,
    replicates: 5,
    digest: 'ab8e829c09e9b4bc',
    seconds: 223,
    processorS: 71,
    judgements: [
      {
        claim: 'The Chorus serves its load up to a token rate of 80 Hz.',
        verdict: 'holds',
        sentence:
          'It serves least at 1 Hz: 100% (100% to 100%), 5 replicates. Lamport, all does so to the end; Legacy breaks down at 40 Hz.',
      },
      {
        claim: 'The Chorus serves its load up to a delay of one agent of 4000 ms.',
        verdict: 'holds',
        sentence:
          'It serves least at 0 ms: 100% (100% to 100%), 5 replicates. Lamport, all does so to the end; Legacy breaks down at 500 ms.',
      },
      {
        claim: 'The Chorus serves its load up to a message loss of 0.5.',
        verdict: 'not decided',
        sentence:
          'It serves least at 0.5: 58.3% (14.4% to 102%), 5 replicates. Lamport, all does so to the end; Legacy breaks down at 0.02.',
      },
    ],
    rows: [],
  },
  'split-brain-hunt': {
    date: '24 November 2026',
    version: '0.1.0',
    seed: 42,
    replicates: 400,
    digest: 'ad25cab1e90aa1ba',
    seconds: 53,
    processorS: 10,
    judgements: [
      {
        claim: 'Lamport, reachable keeps its word under every schedule of faults.',
        verdict: 'fails',
        sentence:
          '137 of 400 seeds break it, a share of 0.343 (0.296 to 0.391); first seed 43 (agreement). Shrunk to 1 fault: agreement: log position 3: token 4 at agent 1, token 3 at agent 3.',
      },
    ],
    rows: [],
  },
  sphere: {
    date: '24 November 2026',
    version: '0.1.0',
    seed: 42,
    replicates: 8,
    digest: 'dea2f9eb2bd9454f',
    seconds: 196,
    processorS: 67,
    judgements: [
      {
        claim: 'Odd dimensions jump to order at the weakest coupling, even ones do not.',
        verdict: 'holds',
        sentence:
          'At K = 0.2 D = 3 has 0.505 (0.498 to 0.512) where theory jumps to 0.5; of the even dimensions D = 4 has most, 0.0331 (0.0326 to 0.0335).',
      },
      {
        claim: 'With noise the order of identical vectors is I_{D/2}(κ)/I_{D/2−1}(κ).',
        verdict: 'holds',
        sentence: 'Furthest off is D = 8 with 0.638 (0.636 to 0.64), where theory has 0.648.',
      },
    ],
    rows: [],
  },
  'noise-laws': {
    date: '24 November 2026',
    version: '0.1.0',
    seed: 42,
    replicates: 8,
    digest: '7ecb424e5523d0c3',
    seconds: 230,
    processorS: 43,
    judgements: [
      {
        claim: 'Reflected noise has its stationary density at every step.',
        verdict: 'holds',
        sentence:
          'The largest distance is 0.00874 (0.00705 to 0.0104) (reflected, step 0.05 s, 8 replicates); allowed by chance are 0.0195.',
      },
      {
        claim: 'Clamped noise has the same density.',
        verdict: 'fails',
        sentence: 'The largest distance is 0.487 (0.485 to 0.489) (clamped, step 0.2 s, 8 replicates); allowed by chance are 0.0195.',
      },
      {
        claim: 'Noise that turns keeps |X| = 1.',
        verdict: 'holds',
        sentence:
          'The largest distance is 8.27e−15 (7.57e−15 to 8.97e−15) (turning, step 0.01 s, 8 replicates); allowed by rounding are 1e−12.',
      },
      {
        claim: 'So does the tangent of its equation.',
        verdict: 'fails',
        sentence: 'The largest distance is 1.73 (1.55 to 1.91) (tangent, step 0.01 s, 8 replicates); allowed by rounding are 1e−12.',
      },
    ],
    rows: [],
  },
  decay: {
    date: '24 November 2026',
    version: '0.1.0',
    seed: 42,
    replicates: 8,
    digest: '2e04cd2651c50ecf',
    seconds: 71,
    processorS: 21,
    judgements: [
      {
        claim: 'Agents go round exactly between the Hopf points.',
        verdict: 'holds',
        sentence: 'They go round at I = 0.36, 0.5, 0.8, 1.1, 1.38 and rest elsewhere; the Hopf points are 0.3313 and 1.419.',
      },
      {
        claim: 'At rest order is that of the coupling which is left.',
        verdict: 'holds',
        sentence:
          'At I = 0 r is 0.021 (0.02 to 0.0221), theory has 0. At I = 0.2 r is 0.0214 (0.0203 to 0.0225), theory has 0. At I = 0.3 r is 0.0217 (0.0206 to 0.0229), theory has 0. At I = 1.45 r is 0.899 (0.899 to 0.899), theory has 0.902. At I = 1.6 r is 0.899 (0.899 to 0.899), theory has 0.902. At I = 2 r is 0.899 (0.899 to 0.899), theory has 0.902. 8 replicates.',
      },
    ],
    rows: [],
  },
};
