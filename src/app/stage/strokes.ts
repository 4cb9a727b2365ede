/**
 * Thin lines of constant width on the screen: the circles, the agents' bands, the ticks, the axis. All of them are one
 * shape, a stroke whose angle, radius and height go evenly from one end to the other, drawn as instances in one call.
 */
import { BufferAttribute, DoubleSide, InstancedBufferGeometry, Mesh, ShaderMaterial, Vector2 } from 'three';
import { painted, streamedAttribute } from './geometry-buffers.ts';
import type { Rgb } from './oklab.ts';
import { cameraDistance } from './view.ts';

/** Radii, heights in radii of the phase circle; angles in radians; widths in CSS pixels. */
export interface Strokes {
  readonly object: Mesh;
  /** Starts a new set on a screen of so many device pixels. Strokes beyond the capacity are left out. */
  begin(widthPx: number, heightPx: number, pixelRatio: number): void;
  circle(radius: number, level: number, widthPx: number, colour: Rgb, alpha: number): void;
  spoke(angleRad: number, fromRadius: number, toRadius: number, level: number, widthPx: number, colour: Rgb, alpha: number): void;
  /** Along the axis of the stack. */
  pole(fromLevel: number, toLevel: number, widthPx: number, colour: Rgb, alpha: number): void;
  end(): void;
  dispose(): void;
}

/** 3.75° each: a chord is then off its arc by 0.0005 radii, a fifth of a pixel. */
const segments = 96;

export function createStrokes(capacity: number): Strokes {
  const geometry = stripGeometry();
  const floats = (): Float32Array => new Float32Array(4 * capacity);
  const path = streamedAttribute(geometry, floats(), { name: 'path', itemSize: 4, perInstance: true });
  const rise = streamedAttribute(geometry, floats(), { name: 'rise', itemSize: 4, perInstance: true });
  const colours = streamedAttribute(geometry, floats(), { name: 'tint', itemSize: 4, perInstance: true });
  const uniforms = { screen: { value: new Vector2(1, 1) }, pixelRatio: { value: 1 }, reference: { value: cameraDistance } };
  const material = new ShaderMaterial({
    uniforms,
    vertexShader,
    fragmentShader,
    ...painted,
    side: DoubleSide,
  });
  const object = new Mesh(geometry, material);
  object.frustumCulled = false;
  let count = 0;

  function paint(widthPx: number, colour: Rgb, alpha: number): void {
    rise.array[4 * count + 2] = widthPx;
    writeFour(colours.array, count, colour[0], colour[1], colour[2], alpha);
    count += 1;
  }

  return {
    object,
    begin(widthPx, heightPx, pixelRatio) {
      count = 0;
      uniforms.screen.value.set(widthPx, heightPx);
      uniforms.pixelRatio.value = pixelRatio;
    },
    circle(radius, level, widthPx, colour, alpha) {
      if (count === capacity) return;
      writeFour(path.array, count, 0, 2 * Math.PI, radius, radius);
      writeFour(rise.array, count, level, level, 0, 0);
      paint(widthPx, colour, alpha);
    },
    spoke(angleRad, fromRadius, toRadius, level, widthPx, colour, alpha) {
      if (count === capacity) return;
      writeFour(path.array, count, angleRad, angleRad, fromRadius, toRadius);
      writeFour(rise.array, count, level, level, 0, 0);
      paint(widthPx, colour, alpha);
    },
    pole(fromLevel, toLevel, widthPx, colour, alpha) {
      if (count === capacity) return;
      writeFour(path.array, count, 0, 0, 0, 0);
      writeFour(rise.array, count, fromLevel, toLevel, 0, 0);
      paint(widthPx, colour, alpha);
    },
    end() {
      geometry.instanceCount = count;
      for (const attribute of [path, rise, colours]) attribute.send(count);
    },
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}

function writeFour(target: Float32Array, place: number, x: number, y: number, z: number, w: number): void {
  target[4 * place] = x;
  target[4 * place + 1] = y;
  target[4 * place + 2] = z;
  target[4 * place + 3] = w;
}

/** A strip of two vertices a step: `position` is (way along 0 … 1, side ±1, 0). */
function stripGeometry(): InstancedBufferGeometry {
  const vertices = new Float32Array(6 * (segments + 1));
  const indices = new Uint16Array(6 * segments);
  for (let s = 0; s <= segments; s++) vertices.set([s / segments, -1, 0, s / segments, 1, 0], 6 * s);
  for (let s = 0; s < segments; s++) indices.set([2 * s, 2 * s + 1, 2 * s + 2, 2 * s + 2, 2 * s + 1, 2 * s + 3], 6 * s);
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(vertices, 3));
  geometry.setIndex(new BufferAttribute(indices, 1));
  return geometry;
}

const vertexShader = /* glsl */ `
  attribute vec4 path;
  attribute vec4 rise;
  attribute vec4 tint;
  uniform vec2 screen;
  uniform float pixelRatio, reference;
  varying vec4 colour;
  varying float across;
  varying float halfWidth;

  vec4 along(float t) {
    float angle = mix(path.x, path.y, t);
    float radius = mix(path.z, path.w, t);
    return modelViewMatrix * vec4(radius * cos(angle), mix(rise.x, rise.y, t), -radius * sin(angle), 1.0);
  }

  void main() {
    vec4 seen = along(position.x);
    vec4 here = projectionMatrix * seen;
    vec4 ahead = projectionMatrix * along(position.x + 0.004);
    vec2 way = (ahead.xy / ahead.w - here.xy / here.w) * screen;
    float size = length(way);
    vec2 normal = size > 0.0 ? vec2(-way.y, way.x) / size : vec2(1.0, 0.0);

    float nearness = clamp((reference + seen.z) / 2.6, -1.0, 1.0);
    halfWidth = 0.5 * rise.z * pixelRatio * (1.0 + 0.15 * nearness);
    float reach = halfWidth + 1.0;
    across = position.y * reach;
    gl_Position = here + vec4(normal * across * 2.0 / screen * here.w, 0.0, 0.0);
    colour = vec4(tint.rgb, tint.a * (0.8 + 0.2 * nearness));
  }
`;

const fragmentShader = /* glsl */ `
  varying vec4 colour;
  varying float across;
  varying float halfWidth;

  void main() {
    // A line thinner than a pixel is drawn a pixel wide and fainter.
    float width = max(halfWidth, 0.5);
    float alpha = colour.a * min(1.0, halfWidth / 0.5) * clamp(width + 0.5 - abs(across), 0.0, 1.0);
    gl_FragColor = vec4(colour.rgb * alpha, alpha);
  }
`;
