/** The one-way delay of a message. */
export interface Latency {
  /** Delay in seconds of one message; `normal` is a standard normal draw of that message's own. */
  delayS(from: number, to: number, normal: number): number;
  /** The typical delay, seconds: what a person would expect of that pair. */
  medianS(from: number, to: number): number;
}
