import { describe, expect, it } from 'vitest';
import { afterFirstPaint } from './first-paint-plugin.ts';

const { transformIndexHtml } = afterFirstPaint();
const change = transformIndexHtml as { readonly handler: (html: string) => string };

describe('the page whose script waits for the first paint', () => {
  it('fetches the script at once and begins it later', () => {
    const html = change.handler('<head><script type="module" crossorigin src="./assets/index-1.js"></script></head>');
    expect(html).toContain('<link rel="modulepreload" crossorigin href="./assets/index-1.js">');
    expect(html).toContain("import('./assets/index-1.js')");
    expect(html).not.toContain('src=');
  });

  it('is refused where no script of the build is found: it would never begin', () => {
    expect(() => change.handler('<script type="module" src="./assets/index-1.js"></script>')).toThrow('names no script');
  });
});
