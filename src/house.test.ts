import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import rules, { labFoldersForPage, mayImport, pureFolders } from '../.dependency-cruiser.mjs';

const root = join(import.meta.dirname, '..');
const folders: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(mayImport));
const scratch: string[] = [];
afterAll(() => {
  for (const directory of scratch) rmSync(directory, { recursive: true });
});

describe('who may import whom', { timeout: 60_000 }, () => {
  it('is kept to by every module of src', async () => {
    const { violations } = await importsUnder(root);
    expect(violations).toEqual([]);
  });

  it('is read from every module of src, and there are some', async () => {
    const { modules } = await importsUnder(root);
    const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `src/${name.replaceAll('\\', '/')}`);
    expect(modules).toEqual(expect.arrayContaining(sources));
    expect(sources.length).toBeGreaterThan(20);
  });

  it('is said of every folder of src', () => {
    const found = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect([...folders.keys()]).toEqual(expect.arrayContaining(found.map((entry) => entry.name)));
  });

  it('refuses each forbidden pair of folders, whether a value or only a type is imported, and allows each other pair', async () => {
    const planted: Record<string, string> = {};
    const expected: string[] = [];
    for (const [from, allowed] of folders) {
      for (const to of [...folders.keys(), 'worker/deeper']) {
        if (to === from || to.startsWith(`${from}/`)) continue;
        const forbidden = !allowed.includes(to.split('/', 1).join());
        // Of lab, what app may run is another test.
        const target = from === 'app' && to === 'lab' ? 'lab/scenario/target.ts' : `${to}/target.ts`;
        planted[`src/${target}`] = 'export type T = 1; export const t: T = 1;';
        for (const [kind, statement] of Object.entries(waysToImport(`../${target}`))) {
          const file = `src/${from}/${kind}-${to.replace('/', '-')}.ts`;
          planted[file] = statement;
          if (forbidden) expected.push(`${from}-imports: ${file} → src/${target}`);
        }
      }
    }
    const { violations } = await importsUnder(plant(planted));
    expect(violations.filter((violation) => !violation.startsWith('page-runs-no-lab'))).toEqual(expected.sort());
    expect(expected.length).toBeGreaterThan(100);
  });

  it('lets the page run only scenario, texts and types modules of lab, and know the types of the rest', async () => {
    const modules = ['src/lab/run/types.ts', ...labFoldersForPage.map((folder) => `src/lab/${folder}/target.ts`)];
    const types = "import type { T } from '../lab/run/target.ts'; export type U = T;";
    const { violations } = await importsUnder(
      plant({
        'src/lab/run/target.ts': 'export type T = 1; export const t: T = 1;',
        ...Object.fromEntries(modules.map((name) => [name, 'export const t = 1;'])),
        'src/app/allowed.ts': modules.map((name, i) => `export { t as t${String(i)} } from '${name.replace('src', '..')}';`).join('\n'),
        'src/app/types.ts': types,
        'src/app/value.ts': "import { t } from '../lab/run/target.ts'; export const u = t;",
        'src/app/mixed.ts': "import { t, type T } from '../lab/run/target.ts'; export const u: T = t;",
        'src/app/both.ts': `${types} import { t } from '../lab/run/target.ts'; export const u = t;`,
        'src/app/late.ts': "export const load = () => import('../lab/run/target.ts');",
      }),
    );
    expect(violations).toEqual(
      ['both', 'late', 'mixed', 'value'].map((name) => `page-runs-no-lab: src/app/${name}.ts → src/lab/run/target.ts`),
    );
  });

  it('refuses Node in pure folders and on the page, but not in their tests', async () => {
    const statement = "import { sep } from 'node:path'; export const s = sep;";
    const browser = [...pureFolders, 'app', 'worker'];
    const { violations } = await importsUnder(
      plant({
        ...Object.fromEntries([...browser, 'cli'].map((folder) => [`src/${folder}/planted.ts`, statement])),
        ...Object.fromEntries(browser.map((folder) => [`src/${folder}/planted.test.ts`, statement])),
      }),
    );
    const refused = (rule: string, names: readonly string[]) => names.map((name) => `${rule}: src/${name}/planted.ts → path`);
    expect(violations).toEqual(
      [...refused('pure-knows-no-platform', pureFolders), ...refused('page-knows-no-node', ['app', 'worker'])].sort(),
    );
  });

  it('refuses packages of the page in pure folders, and any package below lab', async () => {
    const { violations } = await importsUnder(
      plant({
        'package.json': '{ "dependencies": { "react": "1", "valibot": "1" } }',
        ...Object.fromEntries(['react', 'valibot'].map((name) => [`node_modules/${name}/index.js`, 'export const t = 1;'])),
        ...Object.fromEntries(
          [...pureFolders, 'app'].map((folder) => [
            `src/${folder}/planted.ts`,
            "export { t } from 'react'; export { t as u } from 'valibot';",
          ]),
        ),
      }),
    );
    const ground = pureFolders.filter((folder) => folder !== 'lab');
    expect(violations).toEqual(
      [
        ...pureFolders.map((folder) => `pure-packages: src/${folder}/planted.ts → node_modules/react/index.js`),
        ...ground.flatMap((folder) =>
          ['react', 'valibot'].map((name) => `ground-needs-no-package: src/${folder}/planted.ts → node_modules/${name}/index.js`),
        ),
      ].sort(),
    );
  });

  it('refuses circles (each told once), tests in the product, and what is not there', async () => {
    const { violations } = await importsUnder(
      plant({
        'src/lab/a.ts': "import type { B } from './b.ts'; export type A = B;",
        'src/lab/b.ts': "import type { A } from './a.ts'; export type B = A;",
        'src/lab/c.test.ts': 'export const c = 1;',
        'src/lab/d.ts': "export { c } from './c.test.ts';",
        'src/lab/e.ts': "export { f } from './f.ts';",
      }),
    );
    expect(violations).toEqual([
      'no-circle: src/lab/a.ts → src/lab/b.ts',
      'no-test-in-product: src/lab/d.ts → src/lab/c.test.ts',
      'resolves: src/lab/e.ts → ./f.ts',
    ]);
  });
});

function waysToImport(module: string): Record<string, string> {
  return {
    value: `import { t } from '${module}'; export const u = t;`,
    type: `import type { T } from '${module}'; export type U = T;`,
    named: `export type { T } from '${module}';`,
    late: `export const load = () => import('${module}');`,
  };
}

/** Writes a small project into a fresh directory and says where. */
function plant(files: Readonly<Record<string, string>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'chorus-house-'));
  scratch.push(directory);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
  return directory;
}

/** What the rules say about `src/` of a project: violations as `rule: from → to`, and the modules read. */
async function importsUnder(baseDir: string): Promise<{ readonly violations: readonly string[]; readonly modules: readonly string[] }> {
  const { output } = await cruise(['src'], { ...rules.options, baseDir, validate: true, ruleSet: { forbidden: rules.forbidden ?? [] } });
  const { summary, modules } = output as ICruiseResult;
  return {
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort(),
    modules: modules.map((module) => module.source),
  };
}
