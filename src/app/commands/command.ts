/** An action is declared once: button, key and the sheet of keys all come from it. */
export interface Command {
  /** Accessible name of its button. */
  readonly title: string;
  /** One sentence: what it does. */
  readonly help: string;
  /** `KeyboardEvent.key` that does it while no field has the focus. */
  readonly key?: string;
  /** How the key is written where it is not what it says. */
  readonly keyName?: string;
  readonly run: () => void;
  /** Whether it can be done now; asked anew whenever the run's or the page's state changes. */
  readonly allowed: () => boolean;
}
