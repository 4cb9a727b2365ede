import { useState } from 'react';
import { groupings, groupOf, lanesOf, moved, asItIs, type Arrangement, type Grouping } from '../../trace/lanes.ts';
import { traceStore, useTrace } from '../../trace/trace-store.ts';
import { Select } from '../../widgets/Select.tsx';
import { Panel } from './Panel.tsx';
import styles from './Panels.module.css';

function arrange(change: Partial<Arrangement>): void {
  traceStore.setState(({ arrangement }) => ({ arrangement: { ...arrangement, ...change } }));
}

const groupingTexts: Readonly<Record<Grouping, string>> = {
  none: 'Not at all',
  side: 'By side of the cut',
  name: 'By name',
};

/** Which lifelines are drawn, in which order. */
export function LifelinePanel() {
  const names = useTrace((state) => state.names);
  const arrangement = useTrace((state) => state.arrangement);
  const [words, setWords] = useState('');
  const { hidden, grouping } = arrangement;
  const note = hidden.size === 0 ? String(names.length) : `${String(names.length - hidden.size)} of ${String(names.length)}`;
  const isMeant = (name: string): boolean => name.toLowerCase().includes(words.trim().toLowerCase());
  return (
    <Panel title="Lifelines" note={note}>
      <Select
        name="Group"
        help="Lifelines that belong together stand together."
        value={grouping}
        options={groupings.map((value) => ({ value, label: groupingTexts[value] }))}
        onChange={(value) => {
          arrange({ grouping: value, folded: new Set() });
        }}
      />
      <Groups />
      <input
        type="search"
        className={styles.filter}
        aria-label="Find lifelines"
        placeholder="Find a lifeline …"
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
        }}
      />
      <div className={styles.buttons}>
        <button
          type="button"
          disabled={words.trim() === ''}
          onClick={() => {
            arrange({ hidden: new Set(names.filter((name) => !isMeant(name))) });
          }}
        >
          Only these
        </button>
        <button
          type="button"
          onClick={() => {
            traceStore.setState({ arrangement: asItIs });
          }}
        >
          As it was
        </button>
      </div>
      <Lifelines isMeant={isMeant} />
    </Panel>
  );
}

function Groups() {
  const names = useTrace((state) => state.names);
  const sides = useTrace((state) => state.sides);
  const { grouping, folded } = useTrace((state) => state.arrangement);
  if (grouping === 'none') return null;
  const groups = [...new Set(names.map((name, agent) => groupOf(name, agent, grouping, sides)))].filter((group) => group !== '');
  if (groups.length === 0) return <p className={styles.hint}>There is no cut in sight.</p>;
  return (
    <div className={styles.buttons} role="group" aria-label="Fold groups">
      {groups.map((group) => (
        <button
          key={group}
          type="button"
          aria-pressed={folded.has(group)}
          onClick={() => {
            const next = new Set(folded);
            if (!next.delete(group)) next.add(group);
            arrange({ folded: next });
          }}
        >
          Fold {group}
        </button>
      ))}
    </div>
  );
}

/** In the order in which they are drawn; what is hidden at the end. */
function Lifelines({ isMeant }: { readonly isMeant: (name: string) => boolean }) {
  const names = useTrace((state) => state.names);
  const sides = useTrace((state) => state.sides);
  const arrangement = useTrace((state) => state.arrangement);
  const { hidden, pinned } = arrangement;
  const lanes = lanesOf(names, arrangement, sides);
  const shown = lanes.flatMap(({ agents }) => agents.map((agent) => names[agent] ?? ''));
  return (
    <ul className={styles.lifelines} aria-label="Lifelines">
      {[...shown, ...names.filter((name) => hidden.has(name))].filter(isMeant).map((name) => {
        const isHidden = hidden.has(name);
        const isPinned = pinned.includes(name);
        const move = (by: -1 | 1) => () => {
          traceStore.setState({ arrangement: moved(lanes, names, arrangement, name, by) });
        };
        return (
          <li key={name}>
            <label>
              <input
                type="checkbox"
                checked={!isHidden}
                onChange={() => {
                  const next = new Set(hidden);
                  if (!next.delete(name)) next.add(name);
                  arrange({ hidden: next });
                }}
              />
              {name}
            </label>
            <button
              type="button"
              aria-label={`Pin ${name}`}
              title="Always on top"
              aria-pressed={isPinned}
              onClick={() => {
                arrange({ pinned: isPinned ? pinned.filter((one) => one !== name) : [...pinned, name] });
              }}
            >
              ⌅
            </button>
            <button type="button" aria-label={`Move ${name} up`} disabled={isHidden || isPinned} onClick={move(-1)}>
              ↑
            </button>
            <button type="button" aria-label={`Move ${name} down`} disabled={isHidden || isPinned} onClick={move(1)}>
              ↓
            </button>
          </li>
        );
      })}
    </ul>
  );
}
