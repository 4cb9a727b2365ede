/** What plots and diagrams are drawn with: a canvas has all of it, and so has the pen that writes SVG. */
export type Pen = PenStyle &
  Pick<
    CanvasRenderingContext2D,
    | 'save'
    | 'restore'
    | 'clip'
    | 'beginPath'
    | 'moveTo'
    | 'lineTo'
    | 'rect'
    | 'arc'
    | 'fill'
    | 'stroke'
    | 'fillRect'
    | 'strokeRect'
    | 'fillText'
    | 'strokeText'
    | 'measureText'
    | 'setLineDash'
  > & { drawImage(image: HTMLCanvasElement, x: number, y: number, widthPx: number, heightPx: number): void };

export type PenStyle = Pick<
  CanvasRenderingContext2D,
  'fillStyle' | 'strokeStyle' | 'lineWidth' | 'lineJoin' | 'globalAlpha' | 'textAlign' | 'textBaseline' | 'imageSmoothingEnabled'
>;
