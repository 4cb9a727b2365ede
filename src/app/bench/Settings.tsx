/** Controls of a part's settings: everything that they say comes from the parameters' declarations. */
import type { ChoiceParameter, NumberParameter } from '../../lab/scenario/parameters.ts';
import { ParameterSlider } from '../widgets/ParameterSlider.tsx';
import { Select } from '../widgets/Select.tsx';

interface NumberSettingProps {
  readonly parameter: NumberParameter;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

export function NumberSetting({ parameter, value, onChange }: NumberSettingProps) {
  return (
    <ParameterSlider
      parameter={parameter}
      help={parameter.live ? parameter.help : `${parameter.help} A change begins anew.`}
      value={value}
      whenSettled={!parameter.live}
      onChange={onChange}
      onReset={() => {
        onChange(parameter.default);
      }}
    />
  );
}

interface ChoiceSettingProps<T extends string> {
  readonly parameter: ChoiceParameter<T>;
  readonly value: T;
  readonly onChange: (value: T) => void;
}

export function ChoiceSetting<T extends string>({ parameter, value, onChange }: ChoiceSettingProps<T>) {
  return (
    <Select
      name={parameter.label}
      help={parameter.live ? parameter.help : `${parameter.help} A change begins anew.`}
      value={value}
      options={parameter.options}
      onChange={onChange}
    />
  );
}
