/** Colours as bytes: a canvas knows whatever CSS can say. */

export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

/** Answers the red, green, blue and alpha of a colour, 0 to 255 each. Undefined where the browser has no 2D canvas. */
export function colourReader(): ((colour: string) => Rgba) | undefined {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (context === null) return undefined;
  const known = new Map<string, Rgba>();
  return (colour) => {
    const found = known.get(colour);
    if (found !== undefined) return found;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
    const bytes = [red, green, blue, alpha] as const;
    known.set(colour, bytes);
    return bytes;
  };
}
