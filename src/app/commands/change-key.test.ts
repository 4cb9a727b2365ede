import { describe, expect, test } from 'vitest';
import { parseOwnKeys } from '../store/shortcuts.ts';
import { judgeKey } from './change-key.ts';
import { chordOf, chordText, type KeyPress } from './chord.ts';
import type { Command } from './command.ts';

const command = (title: string, key?: string, evenInFields?: boolean): Command => ({
  title,
  help: '',
  run: () => undefined,
  allowed: () => true,
  ...(key === undefined ? {} : { key }),
  ...(evenInFields === undefined ? {} : { evenInFields }),
});
const heal = command('Heal', 'h');
const find = command('Find', 'Mod+k', true);
const all = [command('Partition', 'p'), heal, find];
const judge = (chord: string, of: Command = heal) => judgeKey(chord, of, all, ({ key }) => key);

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('A chord', () => {
  test('is a key with what is held beside it; Caps Lock makes no difference, and a sign holds its own Shift', () => {
    expect(chordOf(press('P'))).toBe('p');
    expect(chordOf(press('P', { shiftKey: true }))).toBe('Shift+p');
    expect(chordOf(press('?', { shiftKey: true }))).toBe('?');
    expect(chordOf(press('k', { metaKey: true }))).toBe('Mod+k');
    expect(chordOf(press('Z', { ctrlKey: true, shiftKey: true }))).toBe('Mod+Shift+z');
  });

  test('is none while only a modifier is down, or with Alt', () => {
    expect(chordOf(press('Shift', { shiftKey: true }))).toBeUndefined();
    expect(chordOf(press('q', { altKey: true }))).toBeUndefined();
  });

  test('is written as it stands on the keyboard', () => {
    expect(chordText(' ', false)).toBe('Space');
    expect(chordText('p', false)).toBe('p');
    expect(chordText('Mod+k', false)).toBe('Ctrl K');
    expect(chordText('Mod+Shift+z', true)).toBe('⌘ ⇧ Z');
  });
});

describe('Another key', () => {
  test('is taken where it is free', () => {
    expect(judge('x')).toEqual({ ok: true, value: 'x' });
    // Its own key again is no conflict.
    expect(judge('h').ok).toBe(true);
  });

  test('is refused with the name of whoever has it', () => {
    expect(judge('p')).toEqual({ ok: false, error: 'p is the key of Partition. Give that another key first.' });
  });

  test('is refused where it moves the focus, or belongs to the browser', () => {
    expect(judge('ArrowLeft')).toMatchObject({ ok: false, error: expect.stringContaining('moves the focus') });
    expect(judge('Mod+w')).toMatchObject({ ok: false, error: expect.stringContaining('browser') });
    expect(judge('F5').ok).toBe(false);
  });

  test('needs Ctrl for what is heard while somebody types', () => {
    expect(judge('x', find).ok).toBe(false);
    expect(judge('Mod+b', find).ok).toBe(true);
  });
});

test('Kept keys are read whatever they have become', () => {
  expect(parseOwnKeys('{"Heal":"x","Step":null}')).toEqual({ Heal: 'x', Step: null });
  expect(parseOwnKeys('{"Heal":7,"Step":""}')).toEqual({});
  for (const text of [undefined, '', 'null', '[', '7']) expect(parseOwnKeys(text)).toEqual({});
});
