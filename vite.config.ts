import react from '@vitejs/plugin-react';
import { execFileSync } from 'node:child_process';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { afterFirstPaint } from './e2e/house/first-paint-plugin.ts';
import { offline } from './e2e/house/offline-plugin.ts';

export default defineConfig({
  // The built laboratory can be served from any path.
  base: './',
  plugins: [react(), kernel(), withoutUnusedParts(), afterFirstPaint(), offline()],
  worker: { format: 'es' },
  build: {
    target: ['chrome120', 'firefox121', 'safari17.2'],
    // e2e/house/size.ts reads from it what the page loads at once.
    manifest: true,
    // That script judges the weight, in compressed bytes.
    chunkSizeWarningLimit: Infinity,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      // What the page loads at once is one file, and what its controls are made of another: cut up by who else needs which part it would weigh more, and ask more often.
      output: {
        codeSplitting: {
          groups: [
            { name: 'shell', tags: ['$initial'] },
            { name: 'three', test: /node_modules\/three\// },
            { name: 'widgets', test: /@base-ui|@floating-ui|\/src\/app\/widgets\// },
          ],
        },
      },
    },
  },
  server: { port: 5173 },
  preview: { port: 5173 },
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'e2e/house/**/*.test.ts'],
    testTimeout: 60_000,
    // No test leaves anything behind in its modules, so they are loaded once; and every core takes a share.
    pool: 'threads',
    isolate: false,
    maxWorkers: '100%',
    allowOnly: false,
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
  },
});

/** Compiles the field's kernel, where it is not there yet or its sources have changed: before anything, and while serving. */
function kernel(): Plugin {
  const compile = (): void => void execFileSync(process.execPath, ['e2e/house/kernel.mjs'], { cwd: import.meta.dirname, stdio: 'inherit' });
  return {
    name: 'kernel',
    config: compile,
    watchChange: (path) => {
      if (path.includes('/src/field/kernel/assembly/')) compile();
    },
  };
}

/**
 * The stage draws with shaders of its own (`ShaderMaterial`), without shadows, surroundings or a headset. The texts of three's
 * materials and what serves those three would be an eighth of all that a visitor downloads, and no bundler can tell that nobody asks
 * for them. eslint.config.js forbids the materials that would.
 */
function withoutUnusedParts(): Plugin {
  // Its renderer puts these two before every fragment shader.
  const needed = ['colorspace_pars_fragment', 'tonemapping_pars_fragment'];
  /** What its renderer makes in any case, with all that it asks of it. */
  const parts = {
    'class PMREMGenerator': '',
    'function WebGLShadowMap( renderer, objects, capabilities )': 'this.enabled = false; this.render = () => {};',
    'class WebXRManager extends EventDispatcher':
      'enabled = false; isPresenting = false; getEnvironmentBlendMode() {} setAnimationLoop() {} dispose() {}',
  };
  return {
    name: 'without-unused-parts',
    apply: 'build',
    transform: {
      filter: { id: /\/three\/build\/three\.module\.js$/ },
      handler(code) {
        let left = 0;
        let lighter = code.replace(/^((?:var|const) (\w+) = )"(?:[^"\\]|\\.)*";$/gm, (text, start: string, name: string) => {
          if (needed.includes(name)) return text;
          left += text.length;
          return `${start}"";`;
        });
        // 125,000 characters in three 0.187.
        if (left < 100_000) this.error(`only ${left} characters of shaders found in three: it is written differently now`);
        for (const [head, body] of Object.entries(parts)) {
          const from = lighter.indexOf(`\n${head} {\n`);
          const to = lighter.indexOf('\n}\n', from);
          if (from < 0 || to < 0) this.error(`no “${head}” found in three: it is written differently now`);
          lighter = `${lighter.slice(0, from)}\n${head} { ${body} }\n${lighter.slice(to + 3)}`;
        }
        return { code: lighter, map: null };
      },
    },
  };
}
