/** A person at the space-time diagram: what happened, what could have caused what, and logs that others made. */
import { expect, type Locator } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { test, type Laboratory } from './laboratory.ts';

async function openTrace(lab: Laboratory): Promise<Locator> {
  await lab.open();
  await lab.page.getByRole('tab', { name: 'Trace' }).click();
  const diagram = lab.page.getByRole('img', { name: 'Space-time diagram', exact: true });
  await expect(diagram).toBeVisible();
  await expect.poll(() => lab.number('Events in sight')).toBeGreaterThan(100);
  return diagram;
}

async function openLog(lab: Laboratory, text: string): Promise<void> {
  const [chooser] = await Promise.all([lab.page.waitForEvent('filechooser'), lab.button('Open log').click()]);
  await chooser.setFiles({ name: 'theirs.log', mimeType: 'text/plain', buffer: Buffer.from(text) });
}

test('An event has a cone: past, future and concurrent are all the others', async ({ lab }) => {
  const diagram = await openTrace(lab);
  await lab.button('Pause').click();
  await diagram.focus();
  await lab.page.keyboard.press('Enter');
  const cone = lab.page.getByRole('list', { name: 'Causal cone' });
  await expect(cone).toContainText(/past[\d,]+future[\d,]+concurrent[\d,]+/);
  await lab.page.keyboard.press('Escape');
  await expect(cone).toBeHidden();
});

test('A straight cut is consistent; one with a dent is not, until it snaps', async ({ lab }) => {
  const diagram = await openTrace(lab);
  await lab.button('Pause').click();
  await lab.button('Show whole').click();
  await diagram.focus();
  await lab.page.keyboard.press('c');
  const verdict = lab.page.getByRole('status', { name: 'Cut', exact: true });
  await expect(verdict).toContainText('Consistent');
  const box = await diagram.boundingBox();
  if (box === null) throw new Error('the diagram has a place');
  // The handle of agent 8 of 16, in the middle of the plotted width.
  const y = box.y + 18 + (8.5 / 16) * (box.height - 40);
  const from = box.x + (68 + box.width - 12) / 2;
  await lab.page.mouse.move(from, y);
  await lab.page.mouse.down();
  await lab.page.mouse.move(from + 60, y);
  await lab.page.mouse.move(from + 150, y);
  await lab.page.mouse.up();
  await expect(verdict).toContainText('Not consistent');
  await lab.button('Snap to the nearest consistent cut').click();
  await expect(verdict).toContainText('Consistent:');
});

test('A log of another system is drawn, its holes are told, and its text is never markup', async ({ lab }) => {
  await openTrace(lab);
  const text = 'a {"a":1}\n<img src=x onerror=alert(1)>\nb {"b":1,"a":1}\nhears\na {"a":4}\nends\n';
  await openLog(lab, text);
  await expect(lab.page.getByText('3 events of 2 hosts')).toBeVisible();
  await expect(lab.page.getByText('a: 2–3 (line 5)')).toBeVisible();
  await expect.poll(() => lab.number('Events in sight')).toBe(3);
  await lab.page.getByRole('searchbox', { name: 'Find events' }).fill('onerror');
  await lab.button('Next found').click();
  await expect(lab.page.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
  await expect(lab.page.locator('img[src=x]')).toHaveCount(0);
});

test('Of a file in no usual form the expression is asked for, and what it finds is shown while it is typed', async ({ lab }) => {
  await openTrace(lab);
  await openLog(lab, `${'a'.repeat(60)}\n@a;first;{"a":1}\n@b;second;{"a":1,"b":1}\n`);
  const dialog = lab.page.getByRole('dialog');
  await expect(dialog).toContainText('no event in any usual form');
  const expression = dialog.getByRole('textbox', { name: 'Expression for one event' });
  await expression.fill('^(?<host>(a+)+)b(?<event>x)(?<clock>y)');
  await expect(dialog).toContainText('more than 2 s of work for the expression');
  await expression.fill('(?<host>');
  await expect(dialog).toContainText('a regular expression of JavaScript');
  const open = dialog.getByRole('button', { name: 'Open' });
  await open.hover();
  await expect(open, 'faint ink needs a plain ground').toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  await expression.fill('^@(?<host>\\w+);(?<event>.*);(?<clock>{.*})$');
  await expect(dialog).toContainText('2 events of 2 hosts');
  await open.click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => lab.number('Events in sight')).toBe(2);
});

test('A log that is dropped on the diagram is drawn', async ({ lab }) => {
  const diagram = await openTrace(lab);
  const dropped = await lab.page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['a {"a":1}\nasks\nb {"b":1,"a":1}\nhears\n'], 'dropped.log'));
    return transfer;
  });
  await diagram.dispatchEvent('dragover', { dataTransfer: dropped });
  await diagram.dispatchEvent('drop', { dataTransfer: dropped });
  await expect(lab.page.getByText('2 events of 2 hosts')).toBeVisible();
  await expect.poll(() => lab.number('Events in sight')).toBe(2);
});

test('Another protocol is drawn below on the same axis, and where both part is told and shown', async ({ lab }) => {
  await openTrace(lab);
  await lab.button('Pause').click();
  await lab.page.getByRole('heading', { name: /^Compare/ }).click();
  await lab.choose('With', 'Legacy, strict');
  const told = lab.page.getByRole('status', { name: 'Divergence', exact: true });
  await expect(told).toContainText(/They part first on agent \d+; on \d+ of 16 lifelines/);
  await lab.button('Go to where they part').click();
  await expect(lab.page.getByText(/Below it, on the same axis: legacy-strict\. They part first on agent/)).toBeAttached();
});

test('Lifelines are hidden and the diagram is exported for other tools, and as a picture', async ({ lab }) => {
  await openTrace(lab);
  await lab.button('Pause').click();
  await lab.page.getByRole('heading', { name: /^Lifelines/ }).click();
  await lab.page.getByRole('checkbox', { name: 'agent 3', exact: true }).uncheck();
  await expect(lab.page.getByText('16 lifelines, 1 hidden')).toBeAttached();
  const exported = async (option: string): Promise<string> => {
    const [file] = await Promise.all([lab.page.waitForEvent('download'), lab.choose('Export', option)]);
    return readFile(await file.path(), 'utf8');
  };
  const trace = JSON.parse(await exported('Perfetto trace of what is in sight')) as { readonly traceEvents: readonly unknown[] };
  expect(trace.traceEvents.length).toBeGreaterThan(100);
  const picture = await exported('Picture (SVG)');
  expect(picture).toContain('>agent 2</text>');
  expect(picture).not.toContain('>agent 3</text>');
  expect(await exported('Picture (PNG)')).toMatch(/^.PNG/);
});

test('What comes last is told in words also when the window does not follow', async ({ lab }) => {
  const diagram = await openTrace(lab);
  const events = async (): Promise<number> => Number(/, (\d+) events/.exec(await lab.page.locator('#trace-summary').innerText())?.[1]);
  await diagram.focus();
  await lab.page.keyboard.press('ArrowLeft');
  await expect(lab.button('Follow')).toHaveAttribute('aria-pressed', 'false');
  const before = await events();
  await expect.poll(events).toBeGreaterThan(before + 1_000);
});

test('Of a log that is broken every fault is named with its line, what was drawn stays, and the next log opens', async ({ lab }) => {
  await openTrace(lab);
  await lab.button('Pause').click();
  const details = lab.page.getByRole('complementary', { name: 'Details' });
  const dialog = lab.page.getByRole('dialog');
  // Cut off in the middle of a clock; a clock that jumps; a host of which nothing was logged.
  await openLog(lab, 'a {"a":1}\nbegins\nb {"b":1,"c":2}\nhears\na {"a":9}\njumps\na {"a":10');
  await expect(details).toContainText('3 events of 3 hosts');
  for (const text of ['a: 2–8 (line 5)', 'c: 1–2 (line 3)', 'line 7']) await expect(details.getByText(text, { exact: true })).toBeVisible();
  await expect.poll(() => lab.number('Events in sight')).toBe(3);
  // No history at all: the live run is shown again.
  await openLog(lab, 'a {"a":1}\nx\na {"a":1}\ny\n');
  await expect(details).toContainText('line 3: found "a": 1 a second time (first at line 1)');
  await expect.poll(() => lab.number('Events in sight')).toBeGreaterThan(100);
  for (const [text, told, button] of [
    ['', 'found an empty file', 'Close'],
    [String.fromCharCode(...Array.from({ length: 5_000 }, (_, i) => (i * 7919) % 256)), 'no event in any usual form', 'Cancel'],
    ['x'.repeat(33_000_000), 'found 33,000,000 bytesallowed: at most 32,000,000 bytes', 'Close'],
  ] as const) {
    await openLog(lab, text);
    await expect(dialog).toContainText(told);
    await dialog.getByRole('button', { name: button }).click();
    await expect(dialog).toBeHidden();
  }
  await expect.poll(() => lab.number('Events in sight')).toBeGreaterThan(100);
  await openLog(lab, 'a {"a":1}\nsound\n');
  await expect(details).toContainText('1 event of 1 host; its clocks are sound.');
});
