import { colourings, settingsStore, useSettings, type ColourBy } from '../../store/settings.ts';
import { Select } from '../../widgets/Select.tsx';

const colouringTexts: Readonly<Record<ColourBy, { readonly label: string; readonly help: string }>> = {
  frequency: { label: 'Frequency', help: 'The natural frequency ωᵢ of each oscillator.' },
  agent: { label: 'Agent', help: 'The agent that hosts it.' },
  component: { label: 'Component', help: 'Who can reach whom.' },
  phase: { label: 'Phase', help: 'Where it stands on the circle.' },
};

export default function ColouringControl() {
  const colourBy = useSettings((settings) => settings.colourBy);
  return (
    <Select
      look="inline"
      name="Colour by"
      help="What the colour of a point tells."
      value={colourBy}
      options={colourings.map((value) => ({ value, ...colouringTexts[value] }))}
      onChange={(next) => {
        settingsStore.setState({ colourBy: next });
      }}
    />
  );
}
