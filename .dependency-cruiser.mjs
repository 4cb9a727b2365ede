/**
 * Who may import whom. `npm run imports` and `src/house.test.ts` read this one file; the test also plants every import
 * that the table forbids and sees it refused.
 */

/** A folder of `src/` and the other folders that it may import from, types included. */
export const mayImport = {
  base: [],
  field: ['base'],
  mesh: ['base'],
  rope: ['base'],
  lab: ['base', 'field', 'mesh', 'rope'],
  worker: ['base', 'lab'],
  app: ['base', 'worker', 'lab'],
  cli: ['base', 'lab'],
};

/** Of `lab`, the page runs only these folders (and modules `types.ts`); the rest runs in a worker: the page knows its types. */
export const labFoldersForPage = ['scenario', 'texts'];

/** Pure folders: the same numbers in every engine, so nothing of a platform, and few packages. */
export const pureFolders = ['base', 'field', 'mesh', 'rope', 'lab'];

/** Packages that compute and touch no platform; only `lab` needs any. */
export const purePackages = ['valibot', '@valibot/to-json-schema', '@noble/hashes', 'fflate'];

const tests = String.raw`\.(test|bench)\.tsx?$`;
const oneOf = (/** @type {readonly string[]} */ names) => `(${names.join('|')})`;

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const table = Object.entries(mayImport).map(([folder, allowed]) => ({
  name: `${folder}-imports`,
  comment: `${folder}/ may import ${allowed.length === 0 ? 'no other folder' : `only from ${allowed.join(', ')}`}.`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^(src|e2e)/', pathNot: `^src/${oneOf([folder, ...allowed])}/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...table,
    {
      name: 'page-runs-no-lab',
      comment: `Of lab/, app/ runs only ${labFoldersForPage.join(', ')} and types.ts; from all else it may import types.`,
      severity: 'error',
      from: { path: '^src/app/' },
      to: {
        path: '^src/lab/',
        pathNot: [`^src/lab/${oneOf(labFoldersForPage)}/`, String.raw`/types\.ts$`],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'pure-knows-no-platform',
      comment: 'Pure folders import nothing of Node.',
      severity: 'error',
      from: { path: `^src/${oneOf(pureFolders)}/`, pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-packages',
      comment: `Of packages, lab/ imports only ${purePackages.join(', ')}; the other pure folders import none.`,
      severity: 'error',
      from: { path: `^src/${oneOf(pureFolders)}/`, pathNot: tests },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
        pathNot: `node_modules/${oneOf(purePackages)}/`,
      },
    },
    {
      name: 'ground-needs-no-package',
      comment: 'base/, field/, mesh/ and rope/ import no package at all.',
      severity: 'error',
      from: { path: '^src/(base|field|mesh|rope)/', pathNot: tests },
      to: { path: 'node_modules/' },
    },
    {
      name: 'page-knows-no-node',
      comment: 'app/ and worker/ run in a browser.',
      severity: 'error',
      from: { path: '^src/(app|worker)/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-test-in-product',
      comment: 'Only a test may import a test.',
      severity: 'error',
      from: { pathNot: `${tests}|^e2e/` },
      to: { path: `${tests}|^e2e/` },
    },
    {
      name: 'no-circle',
      comment: 'Modules that import each other, even for types only, are one module.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolves',
      comment: 'What is imported must be found.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Imports that vanish on compilation tie folders together as well.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
