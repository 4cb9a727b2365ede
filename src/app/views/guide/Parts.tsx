/** What the guide's sections are made of. */
import type { ReactNode } from 'react';
import type { Scenario } from '../../../lab/scenario/schema.ts';
import { startRun } from '../../session/session.ts';
import { settingsStore, type View } from '../../store/settings.ts';
import { Button } from '../../widgets/Button.tsx';
import styles from './GuideView.module.css';

/** The paper's own words. */
export function Says({ children }: { readonly children: ReactNode }) {
  return (
    <blockquote className={styles.says}>
      <p>“{children}”</p>
    </blockquote>
  );
}

/** Loads the scenario of a figure into the laboratory. */
export function InLive({ scenario }: { readonly scenario: Scenario }) {
  return (
    <p className={styles.load}>
      <Button
        name={`Open in Live: ${scenario.name}`}
        help="Starts this scenario in the laboratory, in place of the run there."
        onPress={() => {
          goTo('live');
          startRun({ scenario, preset: undefined, playing: true });
        }}
      />
    </p>
  );
}

/** What was pressed goes with the guide: the focus is on the tab then. */
function goTo(view: View): void {
  settingsStore.setState({ view });
  document.querySelector<HTMLElement>(`[role=tab][id$=-${view}]`)?.focus();
}

/** A word that goes to another view. */
export function ViewLink({ view, children }: { readonly view: View; readonly children: ReactNode }) {
  return (
    <button
      type="button"
      className={styles.link}
      onClick={() => {
        goTo(view);
      }}
    >
      {children}
    </button>
  );
}
