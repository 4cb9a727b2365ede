import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { DialogFrame } from '../dialogs/DialogFrame.tsx';
import { closeDialog } from '../store/dialogs.ts';
import { entriesOfNow, findEntries, type Entry } from './entries.ts';
import styles from './Palette.module.css';

/** Entries that Page Up and Page Down go further. */
const page = 8;

/** Commands, views, presets, protocols and parameters, found by typing a part of their names. */
export default function Palette() {
  // What can be done is asked once: nothing in the list moves while somebody reads it.
  const [entries] = useState(entriesOfNow);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  const found = findEntries(entries, query);
  const goTo = (wanted: number): void => {
    const index = Math.min(found.length - 1, Math.max(0, wanted));
    setActive(index);
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <DialogFrame look="palette" title="Find" description="Type a part of a name; arrows choose, Enter does it.">
      <input
        className={styles.input}
        type="text"
        role="combobox"
        aria-label="Find"
        aria-expanded="true"
        aria-controls={`${id}list`}
        aria-autocomplete="list"
        aria-activedescendant={found.length === 0 ? undefined : `${id}${String(active)}`}
        placeholder="Command, view, preset, protocol, parameter …"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
          list.current?.scrollTo({ top: 0 });
        }}
        onKeyDown={(event) => {
          const next = steps(event, active, found.length);
          if (next !== undefined) goTo(next);
          else if (event.key === 'Enter') choose(found[active]);
          else return;
          event.preventDefault();
        }}
      />
      <ul ref={list} id={`${id}list`} className={styles.list} role="listbox" aria-label="What was found">
        {found.map((entry, index) => (
          <Option
            key={entry.id}
            id={`${id}${String(index)}`}
            entry={entry}
            active={index === active}
            onPoint={() => {
              setActive(index);
            }}
          />
        ))}
      </ul>
      <p className={styles.told} role="status">
        {found.length === 0 ? `Nothing here is called “${query}”.` : ''}
      </p>
    </DialogFrame>
  );
}

/** Where a key goes in the list; undefined where it means something else. */
function steps({ key }: KeyboardEvent, active: number, length: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return active === length - 1 ? 0 : active + 1;
    case 'ArrowUp':
      return active === 0 ? length - 1 : active - 1;
    case 'PageDown':
      return active + page;
    case 'PageUp':
      return active - page;
    default:
      return undefined;
  }
}

function choose(entry: Entry | undefined): void {
  if (entry === undefined) return;
  closeDialog();
  entry.run();
}

interface OptionProps {
  readonly id: string;
  readonly entry: Entry;
  readonly active: boolean;
  readonly onPoint: () => void;
}

function Option({ id, entry, active, onPoint }: OptionProps) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={active}
      className={styles.item}
      onPointerMove={active ? undefined : onPoint}
      onClick={() => {
        choose(entry);
      }}
    >
      <span className={styles.label}>{entry.label}</span>
      <span className={styles.kind}>{entry.kind}</span>
      <span className={styles.help}>{entry.help}</span>
      {entry.key !== undefined && <kbd className={styles.key}>{entry.key}</kbd>}
    </li>
  );
}
