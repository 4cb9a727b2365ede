/** Ready-made expressions for logs with vector clocks, as the tools that write them lay them out. To add one, add a line. */

/** The bound on what an expression, however it backtracks over a line, can be set to work on. */
export const maxLogBytes = 32_000_000;

export interface ShivizFormat {
  readonly name: string;
  /** How such a log looks, for people. */
  readonly example: string;
  readonly parser: string;
}

/** The first one is ShiViz's own default (GoVector and the other loggers of that family). */
export const shivizFormats: readonly ShivizFormat[] = [
  {
    name: 'clock line, then event line',
    example: 'host {"host":1}\\nevent',
    parser: String.raw`(?<host>\S*) (?<clock>{.*})\n(?<event>.*)`,
  },
  {
    name: 'event line, then clock line',
    example: 'event\\nhost {"host":1}',
    parser: String.raw`(?<event>.*)\n(?<host>\S*) (?<clock>{.*})`,
  },
  {
    name: 'time and event, then clock line',
    example: '1718 event\\nhost {"host":1}',
    parser: String.raw`(?<timestamp>\d+) (?<event>.*)\n(?<host>\S+) (?<clock>{.*})`,
  },
  {
    name: 'address, date and event, then clock line',
    example: '10.0.0.1 5/27/2013 10:53:39 AM event\\nhost {"host":1}',
    parser: String.raw`(?<address>[\d.]+) (?<date>[\d/]+ [\d:]+(?: [AP]M)?) (?<event>.*)\n(?<host>\S+) (?<clock>{.*})`,
  },
  {
    name: 'one line: host, clock, event',
    example: 'host {"host":1} event',
    parser: String.raw`^(?<host>\S+) (?<clock>{[^}\n]*}) (?<event>.*)`,
  },
  {
    name: 'Akka',
    example: '[INFO] [date] [thread] [akka://system/user/host] {"host":1} event',
    parser: String.raw`^\[(?<level>\w+)\] \[(?<date>[^\]\n]*)\] \[(?<thread>[^\]\n]*)\] \[akka://[^\]\n]*/(?<host>[^/\]\n]+)\] (?<clock>{[^}\n]*}) (?<event>.*)`,
  },
];

/** The usual line between several executions in one file. */
export const usualDelimiter = String.raw`^=== (?<trace>.*) ===$`;
