/**
 * Part of the build: the page's script is fetched at once, and begins when the still picture of index.html is on the screen.
 * Otherwise a script that comes quickly (from a cache, from near by) is there before the first frame, and keeps a slow
 * processor from painting anything until all of it has run.
 */
import type { Plugin } from 'vite';

const entry = /<script type="module" crossorigin src="([^"]+)"><\/script>/;

export function afterFirstPaint(): Plugin {
  return {
    name: 'after-first-paint',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        if (!entry.test(html)) throw new Error('index.html names no script of the build: it is written differently now');
        return html.replace(
          entry,
          // A callback of a frame runs before it is painted, a timer set there after.
          (_, script: string) =>
            `<link rel="modulepreload" crossorigin href="${script}">` +
            `<script>requestAnimationFrame(() => setTimeout(() => import('${script}')))</script>`,
        );
      },
    },
  };
}
