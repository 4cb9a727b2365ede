import { assert } from '../../base/assert.ts';
import { parameterAt, parameterName, type Parameter } from '../../lab/scenario/parameters.ts';
import { setValue } from '../session/session.ts';
import { valueAt } from '../session/value-at.ts';
import { useLive } from '../store/live.ts';
import { NumberField } from '../widgets/NumberField.tsx';
import { Select, type SelectOption } from '../widgets/Select.tsx';
import { ParameterCard } from '../views/live/ParameterCard.tsx';
import { DialogFrame } from './DialogFrame.tsx';

const onOff: readonly SelectOption<'true' | 'false'>[] = [
  { value: 'true', label: 'On' },
  { value: 'false', label: 'Off' },
];

/** Any parameter of the scenario, also one without a control of its own on the page: what it is, and a field to set it. */
export default function ParameterDialog({ path }: { readonly path: string }) {
  const parameter = parameterAt(path);
  assert(parameter !== undefined, `a parameter at ${path}`);
  const value = useLive((state) => valueAt(state.now, path));
  return (
    <DialogFrame title={parameterName(parameter)} description="A parameter of the scenario, as the run has it now.">
      {value === undefined ? (
        <p>The present scenario has another kind of network, without this parameter.</p>
      ) : (
        <Field parameter={parameter} value={value} />
      )}
      <ParameterCard parameter={parameter} />
    </DialogFrame>
  );
}

function Field({ parameter, value }: { readonly parameter: Parameter; readonly value: unknown }) {
  const change = (next: number | string | boolean): void => {
    setValue(parameter.path, next);
  };
  switch (parameter.kind) {
    case 'number':
      return <NumberField parameter={parameter} value={Number(value)} onChange={change} />;
    case 'choice': {
      const { label, help, options } = parameter;
      return (
        <Select
          name={label}
          help={help}
          options={options}
          value={options.find((option) => option.value === value)?.value}
          onChange={change}
        />
      );
    }
    case 'switch':
      return (
        <Select
          name={parameter.label}
          help={parameter.help}
          options={onOff}
          value={value === true ? 'true' : 'false'}
          onChange={(next) => {
            change(next === 'true');
          }}
        />
      );
  }
}
