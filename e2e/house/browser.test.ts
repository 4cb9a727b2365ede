import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { failure, success } from '../../src/base/result.ts';
import { findBrowser, thisMachine, type Machine } from '../browser.ts';

const bin = mkdtempSync(join(tmpdir(), 'chorus-browser-'));
afterAll(() => rmSync(bin, { recursive: true }));
for (const name of ['chromium-browser', 'google-chrome']) writeFileSync(join(bin, name), '');

/** A machine on which only these paths start. */
function machine(starts: readonly string[], env: Machine['env'], platform: NodeJS.Platform = 'linux'): Machine {
  return {
    env,
    platform,
    downloadPath: '/cache/chrome',
    probe: (path) => (starts.includes(path) ? success(path) : failure('does not start')),
  };
}

it('takes the browser that CHROMIUM_PATH names, before any other', () => {
  expect(findBrowser(machine(['/mine', '/cache/chrome'], { CHROMIUM_PATH: '/mine' }))).toEqual(success('/mine'));
});

it('fails when the browser that CHROMIUM_PATH names does not start, whatever else there is', () => {
  const answer = findBrowser(machine(['/cache/chrome'], { CHROMIUM_PATH: '/mine', PATH: bin }));
  expect(answer).toEqual(failure(['CHROMIUM_PATH=/mine: does not start']));
});

it('goes past an installed browser that does not start to the next', () => {
  expect(findBrowser(machine([join(bin, 'google-chrome')], { PATH: bin }))).toEqual(success(join(bin, 'google-chrome')));
});

it("takes Playwright's own download when none is installed", () => {
  expect(findBrowser(machine(['/cache/chrome'], { PATH: '/nowhere' }))).toEqual(success('/cache/chrome'));
});

it.each([
  ['darwin', { HOME: '/me' }, '/me/Applications/Chromium.app/Contents/MacOS/Chromium'],
  ['win32', { LOCALAPPDATA: '/local' }, join('/local', 'Google/Chrome', 'Application/chrome.exe')],
] as const)('looks in the usual places of %s', (platform, env, path) => {
  expect(findBrowser(machine([path], env, platform))).toEqual(success(path));
});

it('names every place that was tried', () => {
  const answer = findBrowser(machine([], { PATH: bin }));
  const places = ['CHROMIUM_PATH', join(bin, 'chromium-browser'), join(bin, 'google-chrome'), '/cache/chrome'];
  expect(answer.ok ? [] : answer.error).toEqual(expect.arrayContaining(places.map((place) => expect.stringContaining(place))));
});

it('does not take a program for a browser because it starts', () => {
  expect(thisMachine.probe('/nowhere/chromium')).toMatchObject({ ok: false, error: 'not there' });
  if (process.platform !== 'win32') expect(thisMachine.probe(process.execPath)).toMatchObject({ ok: false });
});
