/** What the measured numbers say of the paper's sentence that relative distances can be mapped back out of distributed phases. */
import type { ReadingQuality, RopeSettings, Verdict } from './types.ts';

export interface Measured {
  readonly settings: RopeSettings;
  readonly partitioned: boolean;
  /** Of pairs that hear each other. */
  readonly quality: ReadingQuality;
  readonly across: ReadingQuality | undefined;
  readonly bound: number;
}

/** A share of gross errors up to which one may speak of reading, and one from which it is guessing. */
const reads = 0.02;
const guesses = 0.5;

export function judge({ settings, partitioned, quality, across, bound }: Measured): Verdict {
  const why = settings.source === 'carriers' || settings.source === 'mesh' ? carrierWords(settings) : '';
  const share = across ?? quality;
  const pairs = across === undefined ? 'pairs' : 'pairs across the cut';
  const inside =
    across === undefined ? '' : ` Pairs on one side: ${quality.pairs === 0 ? 'none' : `${percent(quality.grossShare)} wrong`}.`;
  if (share.grossShare <= reads) {
    const error = `to ${digits(share.rmsError)} positions r.m.s.`;
    const limit = partitioned ? '; the carriers have not drifted far yet' : `, where the bound at their phase error is ${digits(bound)}`;
    return { tone: 'holds', text: `Holds here: ${String(share.pairs)} ${pairs} are read ${error}${limit}.${why}${inside}` };
  }
  const wrong = `${percent(share.grossShare)} of ${String(share.pairs)} ${pairs} are read at a wrong peak, the median off by ${digits(share.medianError)} positions`;
  if (share.grossShare < guesses) return { tone: 'partly', text: `Holds in part: ${wrong}.${why}${inside}` };
  return { tone: 'fails', text: `Fails here: ${wrong}.${why}${inside}` };
}

function carrierWords({ coupled, coupling, noise }: RopeSettings): string {
  if (coupled === 'encoded')
    return ' The encoded phases themselves are coupled: that pulls their differences to zero, and the positions with them.';
  // Sakaguchi 1988: identical oscillators with noise gather above K_c = σ².
  const critical = noise * noise;
  return ` K = ${digits(coupling)} is ${coupling > critical ? 'above' : 'not above'} the threshold σ² = ${digits(critical)}.`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(share < 0.1 ? 1 : 0)}%`;
}

function digits(value: number): string {
  if (value >= 100) return value.toFixed(0);
  if (value === 0 || value >= 0.01) return value.toFixed(2);
  const [mantissa = '', exponent = ''] = value.toExponential(1).split('e-');
  return `${mantissa}·10⁻${exponent.replaceAll(/\d/g, (digit) => raised.charAt(Number(digit)))}`;
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
