/**
 * The density of the phases as a crown on each circle: it leans outwards and upwards, so that it is seen from the side
 * and from above alike.
 */
import {
  BufferAttribute,
  DataTexture,
  DoubleSide,
  FloatType,
  InstancedBufferGeometry,
  Mesh,
  NearestFilter,
  RedFormat,
  ShaderMaterial,
  Vector2,
} from 'three';
import { densityBins, densityHeight, maxDensities } from './density.ts';
import { painted, streamedAttribute } from './geometry-buffers.ts';
import type { Rgb } from './oklab.ts';

export interface Crowns {
  readonly object: Mesh;
  /** On a screen of so many device pixels. */
  begin(values: Readonly<Float32Array>, widthPx: number, heightPx: number, pixelRatio: number): void;
  /** `row`: which of the densities; `radius`: where the crown stands. */
  add(row: number, radius: number, level: number, colour: Rgb, alpha: number): void;
  end(): void;
  dispose(): void;
}

/** How far the crown of the highest density reaches, in radii of the phase circle. */
export const crownReach = 0.3;
/** Outwards and upwards parts of that. */
export const crownLean = 0.75;
const crownRise = 0.66;

export function createCrowns(): Crowns {
  const geometry = crownGeometry();
  const pose = streamedAttribute(geometry, new Float32Array(3 * maxDensities), { name: 'pose', itemSize: 3, perInstance: true });
  const tint = streamedAttribute(geometry, new Float32Array(4 * maxDensities), { name: 'tint', itemSize: 4, perInstance: true });
  const heights = new Float32Array(maxDensities * densityBins);
  const texture = new DataTexture(heights, densityBins, maxDensities, RedFormat, FloatType);
  texture.magFilter = texture.minFilter = NearestFilter;
  const uniforms = { heights: { value: texture }, screen: { value: new Vector2(1, 1) }, pixelRatio: { value: 1 } };
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
  return {
    object,
    begin(values, widthPx, heightPx, pixelRatio) {
      count = 0;
      uniforms.screen.value.set(widthPx, heightPx);
      uniforms.pixelRatio.value = pixelRatio;
      for (let i = 0; i < heights.length; i++) heights[i] = densityHeight(values[i] as number);
      texture.needsUpdate = true;
    },
    add(row, radius, level, [red, green, blue], alpha) {
      if (count === maxDensities || alpha <= 0.01) return;
      pose.array[3 * count] = row;
      pose.array[3 * count + 1] = radius;
      pose.array[3 * count + 2] = level;
      tint.array[4 * count] = red;
      tint.array[4 * count + 1] = green;
      tint.array[4 * count + 2] = blue;
      tint.array[4 * count + 3] = alpha;
      count += 1;
    },
    end() {
      geometry.instanceCount = count;
      pose.send(count);
      tint.send(count);
    },
    dispose() {
      geometry.dispose();
      material.dispose();
      texture.dispose();
    },
  };
}

/**
 * A wall from the foot to the rim, then the rim as a line. `position` is (bin, 0 at the foot and 1 at the rim, 0 for the
 * wall and ±1 for the two sides of the line).
 */
function crownGeometry(): InstancedBufferGeometry {
  const vertices: number[] = [];
  const indices: number[] = [];
  for (const [from, to] of [
    [0, 0],
    [-1, 1],
  ] as const) {
    const first = vertices.length / 3;
    for (let bin = 0; bin <= densityBins; bin++) vertices.push(bin, from === 0 ? 0 : 1, from, bin, 1, to);
    for (let bin = 0; bin < densityBins; bin++) {
      const corner = first + 2 * bin;
      indices.push(corner, corner + 2, corner + 1, corner + 2, corner + 3, corner + 1);
    }
  }
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(vertices), 3));
  geometry.setIndex(indices);
  return geometry;
}

const vertexShader = /* glsl */ `
  attribute vec3 pose;
  attribute vec4 tint;
  uniform sampler2D heights;
  uniform vec2 screen;
  uniform float pixelRatio;
  varying vec4 colour;
  varying float rise;
  varying float across;

  vec4 at(float bin, float share) {
    float height = texelFetch(heights, ivec2(int(bin + 0.5) % ${densityBins}, int(pose.x + 0.5)), 0).r;
    // A bin's value stands in its middle.
    float angle = (bin + 0.5) * ${((2 * Math.PI) / densityBins).toFixed(12)};
    float reach = share * height * ${crownReach.toFixed(3)};
    float radius = pose.y + ${crownLean.toFixed(3)} * reach;
    float level = pose.z + ${crownRise.toFixed(3)} * reach;
    return projectionMatrix * modelViewMatrix * vec4(radius * cos(angle), level, -radius * sin(angle), 1.0);
  }

  void main() {
    vec4 here = at(position.x, position.y);
    vec4 ahead = at(position.x + 1.0, position.y);
    vec2 way = (ahead.xy / ahead.w - here.xy / here.w) * screen;
    vec2 normal = vec2(-way.y, way.x) / max(length(way), 1e-6);
    across = position.z * (0.7 * pixelRatio + 1.0);
    gl_Position = here + vec4(normal * across * 2.0 / screen * here.w, 0.0, 0.0);
    rise = position.z == 0.0 ? position.y : -1.0;
    colour = tint;
  }
`;

const fragmentShader = /* glsl */ `
  uniform float pixelRatio;
  varying vec4 colour;
  varying float rise;
  varying float across;

  void main() {
    float wall = 0.34 * (1.0 - 0.85 * rise);
    float line = 0.8 * clamp(0.7 * pixelRatio + 0.5 - abs(across), 0.0, 1.0);
    float alpha = colour.a * (rise < -0.5 ? line : wall);
    gl_FragColor = vec4(colour.rgb * alpha, alpha);
  }
`;
