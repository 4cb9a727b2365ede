/** What the plots over time have in common: the moment that is read, and the bands of the cuts. */
import { expect, type Locator } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { test, type Laboratory } from './laboratory.ts';

const names = ['Order parameter over time', 'Tokens over time', 'Validation latency over time', 'Clock spread over time'] as const;
const plot = (lab: Laboratory, name: string): Locator => lab.page.getByRole('img', { name, exact: true });

test('Whichever plot is hovered, all read the same moment; a cut is a band from its time to its heal in each', async ({ lab }) => {
  // All plots are in sight.
  await lab.page.setViewportSize({ width: 1280, height: 1100 });
  await lab.open('#1&field.oscillators=64&mesh.agents=5');
  await lab.button('More plots').click();
  const passed = async (spanS: number): Promise<void> => {
    const fromS = await lab.number('Simulated time');
    await expect.poll(() => lab.number('Simulated time'), { timeout: 60_000 }).toBeGreaterThan(fromS + spanS);
  };
  await passed(3);
  await lab.button('Partition').click();
  await expect.poll(() => lab.number('Components')).toBe(2);
  await passed(3);
  await lab.button('Heal').click();
  await expect.poll(() => lab.number('Components')).toBe(1);
  await passed(3);
  await lab.button('Pause').click();
  await expect(lab.button('Play')).toBeVisible();
  await lab.button('Whole run').click();

  const files = unzipSync(readFileSync((await lab.download('Export run')).path));
  const { interventions } = (JSON.parse(strFromU8(files['run.json'] ?? new Uint8Array())) as RunRecord).scenario;
  const [cutS = NaN, healS = NaN] = interventions.map(({ atS }) => atS);
  const rows = rowsOf(strFromU8(files['timeseries.csv'] ?? new Uint8Array()));
  const lastS = Number(rows.at(-1)?.['t_s']);

  for (const name of names) {
    await expect
      .poll(
        async () => {
          const [fromPx, toPx] = await bandIn(plot(lab, name));
          const { pxAt } = await timeAxisOf(plot(lab, name));
          return Math.abs(fromPx - pxAt(cutS)) < 3 && Math.abs(toPx - pxAt(healS)) < 3;
        },
        { message: `${name}: from ${String(cutS)} s to ${String(healS)} s` },
      )
      .toBe(true);
  }

  const read = new Set<string>();
  for (const [name, share] of [
    ['Order parameter over time', 0.2],
    ['Tokens over time', 0.5],
    ['Clock spread over time', 0.8],
  ] as const) {
    const wantedS = share * lastS;
    const { pxAt, boxX, boxY } = await timeAxisOf(plot(lab, name));
    await lab.page.mouse.move(boxX + pxAt(wantedS), boxY + 40);
    // Of all rows the one that the plot of tokens reads is the one that the plot of r reads, where the pointer is.
    await expect
      .poll(
        async () => {
          const [generated, r] = await Promise.all([valueOf(lab, 'generated'), valueOf(lab, 'whole')]);
          const row = rows.find((its) => its['tokens_generated'] === generated);
          const isThere = row !== undefined && Math.abs(Number(row['t_s']) - wantedS) < 0.01 * lastS;
          return isThere && Number(row['r']).toFixed(2) === r;
        },
        { message: `read in ${name}` },
      )
      .toBe(true);
    read.add(await valueOf(lab, 'generated'));
  }
  expect(read.size).toBe(3);
});

interface RunRecord {
  readonly scenario: { readonly interventions: readonly { readonly atS: number }[] };
}

/** The number beside a line's name, as the export writes it. */
async function valueOf(lab: Laboratory, line: string): Promise<string> {
  const text = await lab.page.getByRole('button', { name: new RegExp(`^${line}`) }).innerText();
  return text.replace(line, '').replaceAll(',', '').trim();
}

function rowsOf(csv: string): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = csv.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  const columns = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, i) => [columns[i] ?? '', value])));
}

/** Where a time stands in the plot, CSS pixels from its left edge; and where that lies on the page. */
async function timeAxisOf(canvas: Locator) {
  const { box, ticks } = await canvas.evaluate((element) => ({
    box: element.getBoundingClientRect().toJSON() as DOMRect,
    ticks: [...(element.parentElement?.querySelectorAll('[data-part=time-axis] .tick') ?? [])].map((tick) => ({
      timeS: Number.parseFloat(tick.textContent.replaceAll(',', '')),
      px: Number(/translate\(([\d.]+)/.exec(tick.getAttribute('transform') ?? '')?.[1]),
    })),
  }));
  const [firstPx, lastPx] = extent(ticks.map(({ px }) => px));
  const [firstS, lastS] = extent(ticks.map(({ timeS }) => timeS));
  const pxPerS = (lastPx - firstPx) / (lastS - firstS);
  return { pxAt: (timeS: number): number => firstPx + (timeS - firstS) * pxPerS, boxX: box.x, boxY: box.y };
}

const extent = (numbers: readonly number[]): readonly [number, number] => [Math.min(...numbers), Math.max(...numbers)];

/** Where the longest stretch of colour near the upper edge begins and ends, in CSS pixels: lines are thin there. */
async function bandIn(canvas: Locator): Promise<readonly [number, number]> {
  return canvas.evaluate((element: HTMLCanvasElement) => {
    const copy = new OffscreenCanvas(element.width, element.height).getContext('2d');
    if (copy === null) throw new Error('this browser has a 2D canvas');
    copy.drawImage(element, 0, 0);
    const ratio = element.width / element.clientWidth;
    const { data } = copy.getImageData(0, Math.round(14 * ratio), element.width, 1);
    let best: [number, number] = [0, 0];
    let begun = 0;
    for (let x = 0; x <= element.width; x++) {
      if ((data[4 * x + 3] ?? 0) > 0) continue;
      if (x - begun > best[1] - best[0]) best = [begun, x];
      begun = x + 1;
    }
    return [best[0] / ratio, best[1] / ratio] as const;
  });
}
