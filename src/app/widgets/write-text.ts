/**
 * Puts a text in the place of an element's own, which has nothing else in it; answers whether that made a difference. The text
 * node stays: a new one would have its style and its place in the layout worked out, many times a second.
 */
export function writeText(element: Element, text: string): boolean {
  const node = element.firstChild;
  if (node instanceof Text) {
    if (node.data === text) return false;
    node.data = text;
  } else element.textContent = text;
  return true;
}
