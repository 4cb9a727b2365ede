/** Everything that the palette finds by its name. */
import { parameterName, parameters, type Parameter } from '../../lab/scenario/parameters.ts';
import { presets } from '../../lab/scenario/presets.ts';
import { chordText } from '../commands/chord.ts';
import { themeNames } from '../commands/page.ts';
import { commands } from '../commands/registry.ts';
import { openDialog } from '../store/dialogs.ts';
import { liveStore } from '../store/live.ts';
import { settingsStore, setTheme, themeChoices, views } from '../store/settings.ts';
import { keyOf } from '../store/shortcuts.ts';
import { setSpeed, setValue, startPreset } from '../session/session.ts';
import { speed, speeds } from '../store/speeds.ts';
import { viewEntries } from '../views/registry.ts';
import { matchScore } from './match.ts';

export interface Entry {
  readonly id: string;
  readonly kind: 'Action' | 'View' | 'Preset' | 'Protocol' | 'Parameter' | 'Speed' | 'Theme';
  readonly label: string;
  readonly help: string;
  /** The key that does it without the palette. */
  readonly key?: string | undefined;
  readonly run: () => void;
}

/** What can be done at this moment, in the order of an empty query. */
export function entriesOfNow(): readonly Entry[] {
  return [
    ...actions(),
    ...viewsToGoTo(),
    ...presetsToStart(),
    ...protocolsToChoose(),
    ...parametersToOpen(),
    ...speedsToSet(),
    ...themes(),
  ];
}

/** The best answers first; equal ones in their own order. */
export function findEntries(entries: readonly Entry[], query: string): readonly Entry[] {
  const scored = entries.flatMap((entry) => {
    const score = matchScore(query, `${entry.label} ${entry.kind}`) ?? lowered(matchScore(query, entry.help));
    return score === undefined ? [] : [{ entry, score }];
  });
  if (query.trim() === '') return entries;
  return scored.sort((a, b) => b.score - a.score).map(({ entry }) => entry);
}

/** A word of the explaining sentence counts less than any of the name. */
function lowered(score: number | undefined): number | undefined {
  return score === undefined ? undefined : score - 100;
}

function actions(): readonly Entry[] {
  return commands
    .filter(({ title, allowed }) => allowed() && title !== 'Find')
    .map((command) => {
      const key = keyOf(command);
      return {
        id: `do ${command.title}`,
        kind: 'Action',
        label: command.title,
        help: command.help,
        key: key === undefined ? undefined : chordText(key),
        run: command.run,
      };
    });
}

function viewsToGoTo(): readonly Entry[] {
  return views.map((view) => ({
    id: `view ${view}`,
    kind: 'View',
    label: viewEntries[view].title,
    help: `Goes to ${viewEntries[view].title}.`,
    run: () => {
      settingsStore.setState({ view });
    },
  }));
}

function presetsToStart(): readonly Entry[] {
  return presets.map(({ name, title, summary }) => ({
    id: `preset ${name}`,
    kind: 'Preset',
    label: title,
    help: summary,
    run: () => {
      startPreset(name);
      showLive();
    },
  }));
}

function protocolsToChoose(): readonly Entry[] {
  const { path, options } = parameters.protocol;
  const now: string = liveStore.getState().now.mesh.protocol;
  return options
    .filter(({ value }) => value !== now)
    .map(({ value, label, help }) => ({
      id: `protocol ${value}`,
      kind: 'Protocol',
      label,
      help,
      run: () => {
        setValue(path, value);
        showLive();
      },
    }));
}

function parametersToOpen(): readonly Entry[] {
  return Object.values<Parameter>(parameters).map((parameter) => ({
    id: `parameter ${parameter.path}`,
    kind: 'Parameter',
    label: parameterName(parameter),
    help: parameter.help,
    run: () => {
      openDialog({ kind: 'parameter', path: parameter.path });
    },
  }));
}

function speedsToSet(): readonly Entry[] {
  return speeds.map((value) => ({
    id: `speed ${String(value)}`,
    kind: 'Speed',
    label: `Speed ${String(value)}×`,
    help: speed.help,
    run: () => {
      setSpeed(value);
    },
  }));
}

function themes(): readonly Entry[] {
  return themeChoices.map((choice) => ({
    id: `theme ${choice}`,
    kind: 'Theme',
    label: `Theme ${themeNames[choice]}`,
    help: choice === 'system' ? 'Dark when the system is dark.' : `The page is ${choice}.`,
    run: () => {
      setTheme(choice);
    },
  }));
}

function showLive(): void {
  settingsStore.setState({ view: 'live' });
}
