/** The colours of the page as the stage needs them: numbers, read anew whenever the theme changes. */
import { hex, parseHex, type Rgb } from './oklab.ts';

export interface StageTheme {
  readonly dark: boolean;
  readonly surface: Rgb;
  readonly ink: Rgb;
  readonly inkFaint: Rgb;
  readonly line: Rgb;
  readonly accent: Rgb;
  /** Six that repeat. */
  readonly components: readonly Rgb[];
}

export const componentColourCount = 6;

export function readStageTheme(style: Pick<CSSStyleDeclaration, 'getPropertyValue'>): StageTheme {
  const colour = (token: string, otherwise: string): Rgb => parseHex(style.getPropertyValue(token)) ?? hex(otherwise);
  const surface = colour('--surface', '#0c1016');
  const components = Array.from({ length: componentColourCount }, (_, i) => colour(`--series-component-${i}`, '#9fb0c6'));
  return {
    dark: surface[0] + surface[1] + surface[2] < 1.5,
    surface,
    ink: colour('--ink', '#e8ebf0'),
    inkFaint: colour('--ink-faint', '#848e9d'),
    line: colour('--line-strong', '#667385'),
    accent: colour('--accent', '#f5b454'),
    components,
  };
}

export function componentColour(theme: StageTheme, component: number): Rgb {
  return theme.components[component % theme.components.length] as Rgb;
}
