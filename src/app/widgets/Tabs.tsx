/**
 * Tabs, as the ARIA practices describe them: one of them in the tab order, arrow keys go from one to the next, Enter or Space
 * opens. Our own, since the page needs them at once: the library's would be a sixth of all that it loads before anything shows.
 */
import type { KeyboardEvent, ReactNode } from 'react';

export interface TabListProps<T extends string> {
  /** Tells these tabs and their panel from others in the page. */
  readonly group: string;
  readonly label?: string;
  readonly tabs: readonly { readonly value: T; readonly title: string }[];
  readonly selected: T;
  readonly onSelect: (value: T) => void;
  readonly className?: string | undefined;
  readonly tabClassName?: string | undefined;
}

export function TabList<T extends string>({ group, label, tabs, selected, onSelect, className, tabClassName }: TabListProps<T>) {
  return (
    <div role="tablist" aria-label={label} className={className} onKeyDown={moveFocus}>
      {tabs.map(({ value, title }) => (
        <button
          key={value}
          type="button"
          role="tab"
          id={tabId(group, value)}
          className={tabClassName}
          aria-selected={value === selected}
          // Only the panel of the one that is open is in the page.
          aria-controls={value === selected ? panelId(group, value) : undefined}
          tabIndex={value === selected ? 0 : -1}
          onClick={() => {
            if (value !== selected) onSelect(value);
          }}
        >
          {title}
        </button>
      ))}
    </div>
  );
}

export interface TabPanelProps {
  readonly group: string;
  readonly value: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** What the open tab shows; keyed by it, so that nothing of one panel lives on in the next. */
export function TabPanel({ group, value, className, children }: TabPanelProps) {
  return (
    <div role="tabpanel" id={panelId(group, value)} className={className} aria-labelledby={tabId(group, value)} tabIndex={0}>
      {children}
    </div>
  );
}

const tabId = (group: string, value: string): string => `${group}-tab-${value}`;
const panelId = (group: string, value: string): string => `${group}-panel-${value}`;

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')];
  const here = tabs.findIndex((tab) => tab === document.activeElement);
  const goal = { ArrowRight: (here + 1) % tabs.length, ArrowLeft: (here - 1 + tabs.length) % tabs.length, Home: 0, End: tabs.length - 1 }[
    event.key
  ];
  if (here < 0 || goal === undefined) return;
  event.preventDefault();
  tabs[goal]?.focus();
}
