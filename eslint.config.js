import hooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';
import { pureFolders } from './.dependency-cruiser.mjs';

const tests = ['**/*.test.ts', '**/*.test.tsx', '**/*.bench.ts'];

/**
 * Functions of `Math` that each engine rounds in its own way, and the one that no seed governs. What is left (abs, floor,
 * sqrt, imul, …) is exact or correctly rounded by the standard. `src/base/math.ts` has the same bits everywhere.
 */
const approximateMath = ['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh']
  .concat(['exp', 'expm1', 'log', 'log1p', 'log2', 'log10', 'pow', 'cbrt', 'hypot', 'random'])
  .map((property) => ({ object: 'Math', property, message: 'Not the same bits in every engine: use src/base/math.ts.' }));

const platformGlobals = ['Date', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame']
  .concat(['window', 'document', 'navigator', 'location', 'self', 'globalThis', 'global', 'process', 'Buffer', 'console', 'crypto'])
  .concat(['fetch', 'Worker', 'localStorage', 'Intl', 'WeakRef', 'FinalizationRegistry'])
  .map((name) => ({ name, message: 'Pure folders take numbers and a seed and give numbers: nothing of the platform.' }));

const localeDependent = ['localeCompare', 'toLocaleString', 'toLocaleUpperCase', 'toLocaleLowerCase'].map((property) => ({
  property,
  message: 'The answer depends on where it is asked.',
}));

/**
 * What makes a folder pure, as far as names tell; `e2e/house/purity.test.ts` plants them and sees them refused.
 *
 * @type {import('eslint').Linter.RulesRecord}
 */
export const purity = {
  'no-restricted-globals': ['error', ...platformGlobals],
  'no-restricted-properties': ['error', ...approximateMath, ...localeDependent],
  'no-restricted-syntax': [
    'error',
    {
      // 2 ** −53 and the like are exact.
      selector: "BinaryExpression[operator='**']:not([left.value=2][right.type=/^(Literal|UnaryExpression)$/])",
      message: '** is Math.pow: not the same bits in every engine. Multiply, or use src/base/math.ts.',
    },
    { selector: "AssignmentExpression[operator='**=']", message: '**= is Math.pow: not the same bits in every engine.' },
  ],
};

export default defineConfig(
  // AssemblyScript has types of its own, and a compiler that checks them; what it makes is nobody's style.
  globalIgnores(['dist/', 'out/', 'test-results/', 'src/field/kernel/assembly/', 'src/field/kernel/generated/']),
  { linterOptions: { noInlineConfig: true } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [ts.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      // Files are seldom longer than 250 lines; past this it is not seldom any more.
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/promise-function-async': ['error', { checkArrowFunctions: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Objects here are closures: their methods know no `this` that could be lost.
      '@typescript-eslint/unbound-method': 'off',
      // `npm run types` says it better.
      '@typescript-eslint/no-unused-vars': 'off',
    },
  },
  {
    files: pureFolders.map((folder) => `src/${folder}/**`),
    ignores: tests,
    rules: purity,
  },
  {
    files: ['src/app/**'],
    extends: [hooks.configs.flat.recommended],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['three', 'three/*'],
              importNamePattern: String.raw`^(?!(Raw)?ShaderMaterial$)\w+Material$|^(Sprite|CubeCamera|PMREMGenerator)$`,
              allowTypeImports: true,
              message: 'The build leaves out the shaders of three’s own materials (vite.config.ts): write a ShaderMaterial.',
            },
          ],
        },
      ],
    },
  },
  {
    // Matchers such as `expect.closeTo(…)` are typed `any`.
    files: [...tests, 'e2e/**'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-return': 'off' },
  },
  {
    // A terminal is where these speak.
    files: ['src/cli/**', 'e2e/**', '**/*.bench.ts'],
    rules: { 'no-console': 'off' },
  },
);
