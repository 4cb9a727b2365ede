/** Walking back through a run, doing something else there, and finding both again; taking parameters back; reading the plots. */
import { expect } from '@playwright/test';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { test, type Laboratory } from './laboratory.ts';

const run = promisify(execFile);

/** A run of some seconds with a cut in it, paused. */
async function livedThrough(lab: Laboratory): Promise<number> {
  await lab.open();
  await expect(lab.slider('Time')).toBeVisible();
  await lab.hurry();
  await expect.poll(() => lab.number('Simulated time'), { timeout: 60_000 }).toBeGreaterThan(4);
  await lab.button('Partition').click();
  await expect.poll(() => lab.number('Components')).toBe(2);
  // Ten seconds before its end the mesh is cut, however late that was seen.
  const cutS = await lab.number('Simulated time');
  await expect.poll(() => lab.number('Simulated time'), { timeout: 60_000 }).toBeGreaterThan(cutS + 11);
  await lab.button('Pause').click();
  await expect(lab.button('Play')).toBeVisible();
  await expect(lab.slider('Time')).toHaveAttribute('aria-valuetext', 'now');
  return stillTime(lab);
}

/** The readouts follow the run, on a busy machine by a second and more: it has been paused for them when they stand still. */
async function stillTime(lab: Laboratory): Promise<number> {
  const read: number[] = [];
  await expect
    .poll(
      async () => {
        read.push(await lab.number('Simulated time'));
        return new Set(read.slice(-4)).size === 1 && read.length >= 4;
      },
      { intervals: [500] },
    )
    .toBe(true);
  return lab.number('Simulated time');
}

test('A moment of the past is shown everywhere, “Now” returns to the end, and after a reload the run is brought back with its cut', async ({
  lab,
}) => {
  const endS = await livedThrough(lab);
  await lab.slider('Time').focus();
  await lab.page.keyboard.press('Home');
  await expect.poll(() => lab.number('Simulated time')).toBe(0);
  await expect.poll(() => lab.number('Components')).toBe(1);
  for (let i = 0; i < 3; i++) await lab.page.keyboard.press('ArrowRight');
  await expect.poll(() => lab.number('Simulated time')).toBeCloseTo(0.3, 6);
  await expect(lab.slider('Time')).toHaveAttribute('aria-valuetext', /^0\.30 s, .* before now$/);
  await lab.button('Now').click();
  await expect.poll(() => lab.number('Simulated time')).toBe(endS);
  await expect.poll(() => lab.number('Components')).toBe(2);

  await lab.page.reload();
  await lab.button('Bring it back').click();
  await expect.poll(() => lab.number('Simulated time'), { timeout: 60_000 }).toBeGreaterThanOrEqual(endS);
  await expect.poll(() => lab.number('Components')).toBe(2);
  await expect(lab.button('Bring it back')).toBeHidden();
});

test('Something done in the past begins another branch; its export replays, and the one before can be gone back to', async ({ lab }) => {
  const endS = await livedThrough(lab);
  const before = await lab.download('Export run');
  await lab.slider('Time').focus();
  await lab.page.keyboard.press('PageDown');
  await expect.poll(() => lab.number('Simulated time')).toBeCloseTo(endS - 10, 1);
  await lab.button('Heal').click();
  await expect(lab.page.getByText('stays as a dotted line')).toBeVisible();
  await lab.button('Play').click();
  await expect.poll(() => lab.number('Simulated time'), { timeout: 60_000 }).toBeGreaterThan(endS - 7);
  await expect(lab.page.getByText(/In the \d.* since, r is/)).toBeVisible();
  await lab.button('Pause').click();
  const forked = await lab.download('Export run');
  await lab.button('Go back to it').click();
  await expect.poll(() => lab.number('Simulated time'), { timeout: 60_000 }).toBe(endS);
  // What is dotted now is the branch with the change.
  await expect(lab.page.getByText('The run as it was left, from')).toBeVisible();
  const again = await lab.download('Export run');
  const replay = async ({ path }: { readonly path: string }) => {
    const { stdout } = await run('npm', ['run', '-s', 'chorus', '--', 'replay', path, '--json']);
    return (JSON.parse(stdout) as { readonly replayed: string }).replayed;
  };
  const digests = await Promise.all([before, forked, again].map(replay));
  expect(digests[2]).toBe(digests[0]);
  expect(digests[1]).not.toBe(digests[0]);
});

test('Ten minutes back the run is what it was then, and plays on from there', async ({ lab }) => {
  // Few oscillators and agents, which go far soon.
  await lab.open('#1&field.oscillators=16&mesh.agents=3&mesh.phaseRateHz=2');
  const speed = lab.page.getByRole('spinbutton', { name: 'Speed, typed' });
  await speed.fill('0');
  await speed.press('Enter');
  await expect(lab.page.getByText('Speed stays 1')).toBeVisible();
  await speed.fill('137.5');
  await speed.press('Enter');
  await expect(lab.slider('Speed')).toHaveAttribute('aria-valuetext', '137.5×');
  await expect.poll(() => lab.number('Simulated time'), { timeout: 90_000 }).toBeGreaterThan(610);
  await lab.button('Pause').click();
  const endS = await stillTime(lab);
  const csv = await (await lab.download('Export CSV')).text();
  await speed.fill('5');
  await speed.press('Enter');
  await lab.slider('Time').focus();
  await lab.page.keyboard.press('Home');
  await expect.poll(() => lab.number('Simulated time'), { timeout: 60_000 }).toBeCloseTo(endS - 600, 1);
  const thenS = await lab.number('Simulated time');
  const [head = '', ...rows] = csv.trimEnd().split('\r\n');
  const column = (name: string): number => head.split(',').indexOf(name);
  const row = rows.map((line) => line.split(',')).findLast((cells) => Number(cells[column('t_s')]) <= thenS + 1e-6) ?? [];
  // The readout may be of a step between two rows.
  const then = (name: string): number => Number(row[column(name)]);
  await expect
    .poll(async () => Math.abs((await lab.number('Order parameter')) - then('r')), { message: `r was ${String(then('r'))}` })
    .toBeLessThan(0.1);
  await expect.poll(async () => Math.abs((await lab.number('Pending tokens')) - then('tokens_pending'))).toBeLessThan(6);
  await lab.button('Play').click();
  await expect.poll(() => lab.number('Simulated time'), { timeout: 60_000 }).toBeGreaterThan(thenS + 5);
  expect(await lab.number('Simulated time')).toBeLessThan(endS);
  await lab.button('Now').click();
  await expect.poll(() => lab.number('Simulated time'), { timeout: 60_000 }).toBeGreaterThanOrEqual(endS);
});

test('A parameter is taken back and set again by the keys, a drag at once', async ({ lab }) => {
  await lab.open();
  const coupling = lab.slider('Coupling K');
  await coupling.focus();
  for (let i = 0; i < 3; i++) await lab.page.keyboard.press('ArrowRight');
  await expect(coupling).not.toHaveAttribute('aria-valuenow', '2');
  const changed = (await coupling.getAttribute('aria-valuenow')) ?? '';
  await lab.page.keyboard.press('ControlOrMeta+z');
  await expect(coupling).toHaveAttribute('aria-valuenow', '2');
  await lab.page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(coupling).toHaveAttribute('aria-valuenow', changed);
  await lab.button('Undo').click();
  await expect(coupling).toHaveAttribute('aria-valuenow', '2');
});

test('The plots are zoomed by a drag, reset by a double click, and their lines and numbers can be had one by one', async ({ lab }) => {
  await lab.open();
  await lab.hurry();
  await expect.poll(() => lab.number('Simulated time'), { timeout: 60_000 }).toBeGreaterThan(4);
  await lab.button('Pause').click();
  const plot = lab.page.getByRole('img', { name: 'Order parameter over time', exact: true });
  const box = await plot.boundingBox();
  if (box === null) throw new Error('the plot has a box');
  const at = (share: number) => [box.x + 44 + share * (box.width - 66), box.y + box.height / 2] as const;
  await lab.page.mouse.move(...at(0.2));
  await lab.page.mouse.down();
  await lab.page.mouse.move(...at(0.4), { steps: 4 });
  await lab.page.mouse.up();
  await expect(lab.button('Reset zoom')).toBeVisible();
  await plot.dblclick();
  await expect(lab.button('Reset zoom')).toBeHidden();
  const whole = lab.page.getByRole('button', { name: /^whole/ });
  await whole.click();
  await expect(whole).toHaveAttribute('aria-pressed', 'false');
  await lab.button('More plots').click();
  await expect(lab.page.getByRole('img', { name: 'Validation latency over time', exact: true })).toBeVisible();
  await expect(lab.page.getByRole('table', { name: 'Clock spread in numbers' }).getByRole('row')).toHaveCount(13);
});
