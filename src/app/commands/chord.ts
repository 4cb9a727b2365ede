/**
 * A chord is a key with what is held down beside it, as text: `p`, `Shift+p`, `?`, `Mod+k`. `Mod` is ⌘ on a Mac and Ctrl
 * elsewhere. Alt is left to the browser, and to the layouts that need it to write.
 */

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const mod = 'Mod+';
const shift = 'Shift+';
const modifiers: readonly string[] = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process', 'Unidentified'];

/** Undefined while only modifiers are down, and with Alt. Caps Lock makes no difference; a sign such as `?` holds its own Shift. */
export function chordOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string | undefined {
  if (altKey || modifiers.includes(key)) return undefined;
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  return `${ctrlKey || metaKey ? mod : ''}${shiftKey && !isSign ? shift : ''}${key.length === 1 ? key.toLowerCase() : key}`;
}

export function hasMod(chord: string): boolean {
  return chord.startsWith(mod);
}

/** As it is written on the page: `Space`, `Ctrl K`, `⌘ K`. */
export function chordText(chord: string, isMac = onMac()): string {
  const name = named(chord);
  // A letter by itself stands as it is typed, in a chord as it stands on the keyboard.
  const shown = name !== chord && name.length === 1 ? name.toUpperCase() : name;
  return `${hasMod(chord) ? (isMac ? '⌘ ' : 'Ctrl ') : ''}${chord.includes(shift) ? '⇧ ' : ''}${shown}`;
}

/** For `aria-keyshortcuts`. */
export function chordForAria(chord: string): string {
  return `${hasMod(chord) ? (onMac() ? 'Meta+' : 'Control+') : ''}${chord.includes(shift) ? shift : ''}${named(chord)}`;
}

function named(chord: string): string {
  const key = chord.replace(mod, '').replace(shift, '');
  return key === ' ' ? 'Space' : key;
}

function onMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
}
