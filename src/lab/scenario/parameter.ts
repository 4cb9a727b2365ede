/** What a parameter is: one number, choice or switch of a scenario, with everything that a person is told about it. */

export interface NumberParameter {
  readonly kind: 'number';
  /** Where it stands in a scenario document, for instance `field.coupling`. */
  readonly path: string;
  readonly label: string;
  readonly symbol?: string;
  /** SI unit or `1/s`, `rad/s`, `ms`; absent for pure numbers. */
  readonly unit?: string;
  readonly min: number;
  readonly max: number;
  /** Where the slider ends, when that is narrower than what a scenario may say. */
  readonly slider?: { readonly max: number; readonly scale: 'linear' | 'log' };
  readonly step: number;
  readonly integer: boolean;
  readonly default: number;
  readonly help: string;
  /** Where it enters the equation, as plain text. */
  readonly formula?: string;
  /** True where an intervention `set` may change it while a run goes on; false where a change starts a new run. */
  readonly live: boolean;
}

export interface ChoiceOption<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly help: string;
}

export interface ChoiceParameter<T extends string = string> {
  readonly kind: 'choice';
  readonly path: string;
  readonly label: string;
  readonly options: readonly ChoiceOption<T>[];
  readonly default: T;
  readonly help: string;
  readonly live: boolean;
}

export interface SwitchParameter {
  readonly kind: 'switch';
  readonly path: string;
  readonly label: string;
  readonly default: boolean;
  readonly help: string;
  readonly live: boolean;
}

export type Parameter = NumberParameter | ChoiceParameter | SwitchParameter;

/** The accessible name on the page: label, then symbol where there is one. */
export function parameterName(parameter: Parameter): string {
  return parameter.kind === 'number' && parameter.symbol !== undefined ? `${parameter.label} ${parameter.symbol}` : parameter.label;
}

export const real = (p: Omit<NumberParameter, 'kind' | 'integer'>): NumberParameter => ({ kind: 'number', integer: false, ...p });
export const whole = (p: Omit<NumberParameter, 'kind' | 'integer' | 'step'>): NumberParameter => ({
  kind: 'number',
  integer: true,
  step: 1,
  ...p,
});
export const choice = <const T extends string>(p: Omit<ChoiceParameter<T>, 'kind'>): ChoiceParameter<T> => ({ kind: 'choice', ...p });

export const toggle = (p: Omit<SwitchParameter, 'kind'>): SwitchParameter => ({ kind: 'switch', ...p });

export type Parameters = Readonly<Record<string, Parameter>>;

/** What parameters are set to, by their names in the table. */
export type SettingsOf<P extends Parameters> = {
  readonly [K in keyof P]: P[K] extends NumberParameter
    ? number
    : P[K] extends SwitchParameter
      ? boolean
      : P[K] extends ChoiceParameter<infer T>
        ? T
        : never;
};

export function defaultsOf<const P extends Parameters>(parameters: P): SettingsOf<P> {
  return Object.fromEntries(Object.entries(parameters).map(([name, parameter]) => [name, parameter.default])) as SettingsOf<P>;
}
