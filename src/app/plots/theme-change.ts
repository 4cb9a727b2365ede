/** Canvas and WebGL cannot inherit a colour: they are told when the page's theme changes, and read the tokens anew. */

const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'];

/** Calls `changed` after the theme has changed. Returns the way to stop. */
export function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class', 'style'] });
  const media = queries.map((query) => window.matchMedia(query));
  for (const medium of media) medium.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    for (const medium of media) medium.removeEventListener('change', changed);
  };
}
