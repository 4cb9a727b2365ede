import { expect, it } from 'vitest';
import { messageKinds } from '../../mesh/message.ts';
import { parameters } from './parameters.ts';

it('every kind of message can be harmed by itself, or all of them', () => {
  expect(parameters.harmTo.options.map((option) => option.value)).toEqual(['all', ...messageKinds]);
});
