/**
 * Every parameter of a scenario, declared once. The schema, the sliders, the URL, the CSV header, the command line and
 * the help text are all made from this table. To add a parameter: add it to its part and name it in `schema.ts`.
 */
import type { Parameter } from './parameter.ts';
import { fieldParameters } from './parameters-field.ts';
import { meshParameters } from './parameters-mesh.ts';
import { runParameters } from './parameters-run.ts';

export { parameterName } from './parameter.ts';
export { fieldEquation } from './parameters-field.ts';
export type { ChoiceOption, ChoiceParameter, NumberParameter, Parameter, SwitchParameter } from './parameter.ts';

export const parameters = { ...runParameters, ...fieldParameters, ...meshParameters } as const satisfies Record<string, Parameter>;

const byPath: ReadonlyMap<string, Parameter> = new Map(Object.values(parameters).map((p) => [p.path, p]));

export function parameterAt(path: string): Parameter | undefined {
  return byPath.get(path);
}
