import { expect, it } from 'vitest';
import { scenarioJsonSchema } from './json-schema.ts';
import { parameters } from './parameters.ts';

it('carries title, unit, help, range and default of every parameter', () => {
  const text = JSON.stringify(scenarioJsonSchema());
  for (const parameter of Object.values(parameters)) expect(text).toContain(JSON.stringify(parameter.help).slice(1, -1));
  expect(scenarioJsonSchema()).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    required: ['schema'],
    additionalProperties: false,
    properties: {
      field: { properties: { noise: { title: 'Noise σ', unit: '1/√s', type: 'number', minimum: 0, maximum: 20, default: 0.3 } } },
    },
  });
});
