/** What axe finds wrong on a page. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Of these, the rules that ask how something is coloured. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** One line each: rule, and the elements that break it. */
export async function faults(page: Page): Promise<readonly string[]> {
  return faultsOf(page, axeOn(page).withTags(standards), 16);
}

/** In the theme of now, and what another theme can change in the other one; then the page is as it was. */
export async function faultsInBothThemes(page: Page): Promise<readonly string[]> {
  const found = await faults(page);
  const theme = await switchTheme(page);
  const inTheOther = await faultsOf(page, axeOn(page).withRules(ofColours), 1);
  await switchTheme(page);
  return [...found, ...inTheOther.map((fault) => `${theme}: ${fault}`)];
}

/** Without frames in the page it needs no second page to put its findings together; and it is not asked to tell of all that is well. */
function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
}

async function faultsOf(page: Page, axe: AxeBuilder, leastPasses: number): Promise<readonly string[]> {
  // Colours are judged when nothing fades any more.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
  const { violations, passes } = await axe.analyze();
  expect(passes.length).toBeGreaterThanOrEqual(leastPasses);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' … ')}`);
}

async function switchTheme(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { dataset } = document.documentElement;
    return (dataset['theme'] = dataset['theme'] === 'dark' ? 'light' : 'dark');
  });
}
