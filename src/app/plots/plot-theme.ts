/** The page's colours as a 2D canvas takes them. */

export interface PlotTheme {
  readonly ink: string;
  readonly inkMuted: string;
  readonly inkFaint: string;
  readonly line: string;
  readonly surface: string;
  readonly band: string;
  readonly bandLine: string;
  /** The colour of any other token. */
  colour(token: string): string;
}

export function readPlotTheme(style: Pick<CSSStyleDeclaration, 'getPropertyValue'>): PlotTheme {
  const known = new Map<string, string>();
  const colour = (token: string): string => {
    const value = known.get(token) ?? style.getPropertyValue(token).trim();
    known.set(token, value);
    return value;
  };
  return {
    ink: colour('--ink'),
    inkMuted: colour('--ink-muted'),
    inkFaint: colour('--ink-faint'),
    line: colour('--line'),
    surface: colour('--surface-raised'),
    band: colour('--band'),
    bandLine: colour('--band-line'),
    colour,
  };
}
