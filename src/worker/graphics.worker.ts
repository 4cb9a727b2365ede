/**
 * Opens WebGL once, beside the page, and tells when it is done. The first context of a browser has to wait for its graphics
 * to start, up to half a second on a slow machine, and the page would stand still meanwhile; the second is there at once.
 */
new OffscreenCanvas(1, 1).getContext('webgl2')?.finish();
postMessage('started');
