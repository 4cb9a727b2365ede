import type { Parameter } from '../../../lab/scenario/parameters.ts';
import { parameters } from '../../../lab/scenario/parameters.ts';
import type { Card, Setup } from '../../../worker/experiment-api.ts';
import { whatBroke } from '../../session/experiment-desk.ts';
import { changeSetup } from '../../session/experiments.ts';
import type { Page } from '../../store/experiments.ts';
import { NumberField } from '../../widgets/NumberField.tsx';
import { Select } from '../../widgets/Select.tsx';
import styles from './Settings.module.css';

type Change = Parameters<typeof changeSetup>[1];

/** How often, from which seed, and whatever else the experiment lets one choose. */
export function Settings({ card, page }: { readonly card: Card; readonly page: Page }) {
  const { setup, faults, progress } = page;
  const disabled = progress !== undefined;
  const change = (to: Change): void => {
    changeSetup(card.name, to).catch(whatBroke);
  };
  return (
    <>
      <div className={styles.grid}>
        <NumberField
          parameter={card.replicates}
          value={setup.replicates}
          disabled={disabled}
          onChange={(replicates) => {
            change({ replicates });
          }}
        />
        <NumberField
          parameter={parameters.seed}
          value={setup.seed}
          disabled={disabled}
          onChange={(seed) => {
            change({ seed });
          }}
        />
        {card.parameters.map((parameter) => (
          <Setting
            key={parameter.path}
            parameter={parameter}
            value={setup.settings[parameter.path]}
            disabled={disabled}
            onChange={(value) => {
              change({ settings: { [parameter.path]: value } });
            }}
          />
        ))}
      </div>
      {faults.length > 0 && (
        <ul className={styles.faults} role="alert">
          {faults.map(({ path, found, allowed }) => (
            <li key={path}>
              <code>{path}</code>: {found}; allowed is {allowed}. The settings stay as they were.
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface SettingProps {
  readonly parameter: Parameter;
  readonly value: Setup['settings'][string] | undefined;
  readonly disabled: boolean;
  readonly onChange: (value: Setup['settings'][string]) => void;
}

function Setting({ parameter, value, disabled, onChange }: SettingProps) {
  if (parameter.kind === 'number') {
    return <NumberField parameter={parameter} value={Number(value)} disabled={disabled} onChange={onChange} />;
  }
  const options = parameter.kind === 'choice' ? parameter.options : switchOptions;
  return (
    <Select
      name={parameter.label}
      help={parameter.help}
      value={String(value)}
      options={options}
      disabled={disabled}
      onChange={(next) => {
        onChange(parameter.kind === 'choice' ? next : next === 'true');
      }}
    />
  );
}

const switchOptions = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];
