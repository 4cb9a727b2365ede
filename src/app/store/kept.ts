/**
 * What the browser keeps of a person's choices from visit to visit. A browser that keeps nothing (private windows, blocked
 * storage) works all the same, until it is closed.
 */

/** The choices that are kept; `index.html` reads the theme's before the first paint. */
export type KeptName = 'theme' | 'keys' | 'tour';

/** `readable` is false where nothing can be kept; then there is no text either. */
export function readKept(name: KeptName): { readonly readable: boolean; readonly text: string | undefined } {
  try {
    return { readable: true, text: localStorage.getItem(`chorus.${name}`) ?? undefined };
  } catch {
    return { readable: false, text: undefined };
  }
}

export function keep(name: KeptName, text: string): void {
  try {
    localStorage.setItem(`chorus.${name}`, text);
  } catch {
    // Nothing can be kept: the choice holds for this visit.
  }
}
