/**
 * A number that is typed. It is taken when it is finished (Enter, leaving the field), for every change may start something new; what
 * is no number in the range goes back to what it was, and says what is allowed. A field of texts: one of numbers drops what it does
 * not understand without a word, and makes 15 of 1,5.
 */
import { useState, type ChangeEvent, type FocusEvent, type KeyboardEvent } from 'react';
import { allowedFor } from '../../lab/scenario/allowed.ts';
import { parameterName, type NumberParameter } from '../../lab/scenario/parameters.ts';
import { notify } from '../store/notices.ts';
import { typedNumber } from './number-text.ts';
import { decimalsOf } from './slider-scale.ts';

export function useTyped(parameter: NumberParameter, value: number, onChange: (value: number) => void) {
  const [typed, setTyped] = useState<string>();
  const { min, max, step, integer } = parameter;
  const take = (text: string): void => {
    setTyped(undefined);
    const next = typedNumber(text);
    const allowed = (!integer || Number.isInteger(next)) && next >= min && next <= max;
    if (!allowed)
      notify('danger', `${parameterName(parameter)} stays ${String(value)}`, [`“${text}” was typed; allowed is ${allowedFor(parameter)}.`]);
    else if (next !== value) onChange(next);
  };
  return {
    type: 'text',
    role: 'spinbutton',
    inputMode: integer ? 'numeric' : 'decimal',
    autoComplete: 'off',
    'aria-valuemin': min,
    'aria-valuemax': max,
    'aria-valuenow': value,
    value: typed ?? shownText(parameter, value),
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      setTyped(event.currentTarget.value);
    },
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      if (event.key === 'Enter') take(event.currentTarget.value);
      if (event.key === 'Escape') setTyped(undefined);
      const sign = arrows[event.key];
      if (sign === undefined) return;
      event.preventDefault();
      const from = typedNumber(event.currentTarget.value);
      if (!Number.isNaN(from)) setTyped(shownText(parameter, onStep(Math.min(max, Math.max(min, from + sign * step)), step)));
    },
    onBlur: (event: FocusEvent<HTMLInputElement>) => {
      if (typed !== undefined) take(event.currentTarget.value);
    },
  } as const;
}

const arrows: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1 };

/** Without the dust of adding decimal fractions. */
function onStep(value: number, step: number): number {
  return Number(value.toFixed(decimalsOf(step) + 3));
}

/** With the digits of the parameter's step, so that nothing jitters while it is dragged; what was typed finer stays as it is. */
function shownText({ integer, step }: NumberParameter, value: number): string {
  const text = integer ? String(value) : value.toFixed(decimalsOf(step));
  return Number(text) === value ? text : String(value);
}
