/** An action is declared once: button, key, palette and the sheet of keys all come from it. */
export interface Command {
  /** Accessible name of its button, unlike any other's; the key that a person gave it is kept under this name. */
  readonly title: string;
  /** One sentence: what it does. */
  readonly help: string;
  /** The chord that does it unless the person chose another, as `chordOf` writes it: `p`, `Shift+p`, `?`, `Mod+k`. */
  readonly key?: string;
  /** Heard even where text is typed or a dialog is open: for a chord with `Mod` only. */
  readonly evenInFields?: boolean;
  readonly run: () => void;
  /** Whether it can be done now; asked anew whenever the run's or the page's state changes. */
  readonly allowed: () => boolean;
}

/** One that has no key unless a person gives it one: it is heard as soon as all commands have come, see `keyed.ts`. */
export interface UnkeyedCommand extends Command {
  readonly key?: never;
}
