/** Order parameters as arrows in the plane of their circle: length r, angle ψ. All in one instanced call. */
import { BufferAttribute, InstancedBufferGeometry, Mesh, ShaderMaterial } from 'three';
import { streamedAttribute } from './geometry-buffers.ts';
import type { Rgb } from './oklab.ts';

export interface Arrows {
  readonly object: Mesh;
  begin(): void;
  /** `length` and `thickness` in radii of the phase circle. */
  add(length: number, angleRad: number, level: number, thickness: number, colour: Rgb, alpha: number): void;
  end(): void;
  dispose(): void;
}

const sides = 14;

export function createArrows(capacity: number): Arrows {
  const geometry = arrowGeometry();
  const pose = streamedAttribute(geometry, new Float32Array(4 * capacity), { name: 'pose', itemSize: 4, perInstance: true });
  const tint = streamedAttribute(geometry, new Float32Array(4 * capacity), { name: 'tint', itemSize: 4, perInstance: true });
  const material = new ShaderMaterial({ vertexShader, fragmentShader, transparent: true, premultipliedAlpha: true });
  const object = new Mesh(geometry, material);
  object.frustumCulled = false;
  let count = 0;
  return {
    object,
    begin() {
      count = 0;
    },
    add(length, angleRad, level, thickness, [red, green, blue], alpha) {
      if (count === capacity || alpha <= 0.01) return;
      const place = 4 * count;
      pose.array[place] = length;
      pose.array[place + 1] = angleRad;
      pose.array[place + 2] = level;
      pose.array[place + 3] = thickness;
      tint.array[place] = red;
      tint.array[place + 1] = green;
      tint.array[place + 2] = blue;
      tint.array[place + 3] = alpha;
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
    },
  };
}

/**
 * A shaft, then a head, each a ring of quads between two radii. `position` is (part: 0 shaft, 1 head; end: 0 or 1;
 * radius as a share of that part's), `turn` where it lies around the arrow's own axis, and the slope of its surface.
 */
function arrowGeometry(): InstancedBufferGeometry {
  const rings: readonly (readonly [part: number, end: number, share: number, slope: number])[] = [
    [0, 0, 0, -1],
    [0, 0, 1, -1],
    [0, 0, 1, 0],
    [0, 1, 1, 0],
    [1, 0, 0, -1],
    [1, 0, 1, -1],
    [1, 0, 1, 0.4],
    [1, 1, 0, 0.4],
  ];
  const positions: number[] = [];
  const turns: number[] = [];
  const indices: number[] = [];
  rings.forEach(([part, end, share, slope], ring) => {
    for (let side = 0; side <= sides; side++) {
      positions.push(part, end, share);
      turns.push((side / sides) * 2 * Math.PI, slope);
    }
    if (ring % 2 === 0) return;
    const before = (ring - 1) * (sides + 1);
    const after = ring * (sides + 1);
    for (let side = 0; side < sides; side++) {
      indices.push(before + side, after + side, before + side + 1, before + side + 1, after + side, after + side + 1);
    }
  });
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute('turn', new BufferAttribute(new Float32Array(turns), 2));
  geometry.setIndex(indices);
  return geometry;
}

const vertexShader = /* glsl */ `
  attribute vec2 turn;
  attribute vec4 pose;
  attribute vec4 tint;
  varying vec4 colour;
  varying float shade;

  void main() {
    float size = pose.x;
    // A short arrow is a thin one.
    float thickness = pose.w * (0.35 + 0.65 * smoothstep(0.0, 0.4, size));
    float head = min(8.0 * thickness, 0.6 * size);
    float way = position.x < 0.5 ? position.y * (size - head) : size - head * (1.0 - position.y);
    float radius = position.z * (position.x < 0.5 ? thickness : min(2.5 * thickness, 0.36 * head));
    vec2 around = vec2(cos(turn.x), sin(turn.x));
    // In the arrow's own frame: x along it, y up, z to its right.
    vec3 place = vec3(way, around.x * radius, around.y * radius);
    vec3 normal = normalize(vec3(turn.y, around * (1.0 - min(1.0, abs(turn.y)) * step(turn.y, -0.5))));
    float c = cos(pose.y), s = sin(pose.y);
    mat3 turned = mat3(c, 0.0, -s, 0.0, 1.0, 0.0, s, 0.0, c);
    gl_Position = projectionMatrix * modelViewMatrix * vec4(turned * place + vec3(0.0, pose.z, 0.0), 1.0);
    vec3 seen = normalize(normalMatrix * (turned * normal));
    shade = dot(seen, normalize(vec3(-0.3, 0.8, 0.55)));
    colour = tint;
  }
`;

const fragmentShader = /* glsl */ `
  varying vec4 colour;
  varying float shade;

  void main() {
    // Lit by a little white, and barely darker where it is turned away: it is a colour of the page first.
    vec3 lit = mix(colour.rgb, vec3(1.0), 0.22 * max(shade, 0.0)) * (1.0 - 0.14 * max(-shade, 0.0));
    gl_FragColor = vec4(lit * colour.a, colour.a);
  }
`;
