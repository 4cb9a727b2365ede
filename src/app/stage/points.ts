/**
 * The oscillators as points. Position, size and colour come about in the vertex shader from a 16-bit phase and the
 * place of the agent's band, so that a frame costs one upload of two bytes a point, and one of two kilobytes.
 */
import { BufferGeometry, DataTexture, NearestFilter, Points, RGBAFormat, ShaderMaterial, UnsignedByteType, Vector4 } from 'three';
import { maxShown } from '../../worker/frame.ts';
import { bandRadius, bandsOf } from './bands.ts';
import { makeTable, tableSize } from './colour-maps.ts';
import { painted, streamedAttribute } from './geometry-buffers.ts';
import { maxAgents } from './levels.ts';
import { pointDiameter, pointGlow, pointOpacity, stageSize } from './point-size.ts';
import type { StageModel } from './stage-model.ts';
import { cameraDistance } from './view.ts';

export interface StagePoints {
  readonly object: Points;
  /** On a stage of so many CSS pixels; `pixelRatio`: device pixels to one of them. */
  update(model: StageModel, widthPx: number, heightPx: number, pixelRatio: number): void;
  dispose(): void;
}

export function createPoints(): StagePoints {
  const geometry = new BufferGeometry();
  const phases = streamedAttribute(geometry, new Uint16Array(maxShown), { name: 'phase', itemSize: 1, normalised: true });
  const agents = streamedAttribute(geometry, new Uint8Array(maxShown), { name: 'agent', itemSize: 1 });
  const places = streamedAttribute(geometry, new Uint8Array(maxShown), { name: 'place', itemSize: 1, normalised: true });
  const table = makeTable();
  const colours = new DataTexture(table, tableSize, 1, RGBAFormat, UnsignedByteType);
  colours.magFilter = colours.minFilter = NearestFilter;
  const bands = Array.from({ length: maxAgents }, () => new Vector4());
  const uniforms = {
    bands: { value: bands },
    colours: { value: colours },
    colouring: { value: 0 },
    diameter: { value: 1 },
    reference: { value: cameraDistance },
    scatter: { value: 0 },
    share: { value: 1 },
    opacity: { value: 1 },
    glow: { value: 0 },
    outline: { value: 0 },
    surface: { value: new Vector4() },
  };
  const material = new ShaderMaterial({
    uniforms,
    vertexShader,
    fragmentShader,
    ...painted,
  });
  const object = new Points(geometry, material);
  object.frustumCulled = false;
  let runShown: unknown;
  let coloursShown = -1;

  function update(model: StageModel, widthPx: number, heightPx: number, pixelRatio: number): void {
    const { frame, shown, levels, theme } = model;
    const count = Math.min(frame.phases.length, shown.agent.length);
    geometry.setDrawRange(0, count);
    if (runShown !== shown) {
      runShown = shown;
      agents.array.set(shown.agent);
      places.array.set(model.places.subarray(0, shown.agent.length));
      agents.send(shown.agent.length);
      places.send(shown.agent.length);
    }
    phases.array.set(frame.phases);
    phases.send(count);

    const { spacing, halfWidth } = bandsOf(frame.agents);
    for (let a = 0; a < frame.agents; a++) {
      (bands[a] as Vector4).set(levels.agentLevel[a] as number, bandRadius(a, spacing), levels.agentPresence[a] as number, 0);
    }
    const drawn = count * model.share;
    uniforms.colouring.value = model.colouring;
    uniforms.share.value = model.share;
    // On paper no glow adds to them.
    const size = stageSize(widthPx, heightPx);
    uniforms.diameter.value = size * pointDiameter(drawn) * pixelRatio * (theme.dark ? 1 : 1.12);
    // Many points in one band would lie on a line; few should lie exactly on it.
    uniforms.scatter.value = drawn > 8 * frame.agents ? halfWidth : 0;
    uniforms.opacity.value = pointOpacity(drawn, theme.dark);
    uniforms.glow.value = theme.dark ? size * pointGlow(drawn, frame.r) : 0;
    uniforms.outline.value = drawn <= 2_000 ? 1 : 0;
    uniforms.surface.value.set(theme.surface[0], theme.surface[1], theme.surface[2], 1);
    if (coloursShown !== model.coloursVersion) {
      coloursShown = model.coloursVersion;
      table.set(model.colours);
      colours.needsUpdate = true;
    }
  }

  return {
    object,
    update,
    dispose() {
      geometry.dispose();
      material.dispose();
      colours.dispose();
    },
  };
}

/** Sprite over core: room around a point for its glow. */
const spriteOverCore = 4.5;

const vertexShader = /* glsl */ `
  attribute float phase;
  attribute float agent;
  attribute float place;
  uniform vec4 bands[${maxAgents}];
  uniform sampler2D colours;
  uniform int colouring;
  uniform float diameter, reference, scatter, share, glow;
  varying vec4 tint;
  varying float coreRadius;
  varying float spriteRadius;

  float noise(uint n) {
    n = (n ^ 61u) ^ (n >> 16u);
    n *= 9u;
    n ^= n >> 4u;
    n *= 0x27d4eb2du;
    n ^= n >> 15u;
    return float(n & 0xffffu) / 65535.0;
  }

  void main() {
    uint id = uint(gl_VertexID);
    int host = int(agent + 0.5);
    vec4 band = bands[host];
    // A normalised attribute divides by 65535, a turn has 65536 parts.
    float turn = phase * (65535.0 / 65536.0);
    float angle = 6.283185307179586 * turn;
    float radius = band.y + scatter * (2.0 * noise(id) - 1.0);
    float level = band.x + scatter * 1.5 * (2.0 * noise(id + 7919u) - 1.0);
    vec4 seen = modelViewMatrix * vec4(radius * cos(angle), level, -radius * sin(angle), 1.0);
    gl_Position = projectionMatrix * seen;
    if (noise(id + 104729u) > share) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);

    float nearness = clamp((reference + seen.z) / 2.6, -1.0, 1.0);
    float core = max(1.0, diameter * reference / -seen.z * (1.0 + 0.12 * nearness));
    coreRadius = 0.5 * core;
    gl_PointSize = glow > 0.0 ? ${spriteOverCore.toFixed(1)} * core + 2.0 : core + 2.0;
    spriteRadius = 0.5 * gl_PointSize;

    float entry = colouring == 0 ? place * 255.0 : colouring == 1 ? agent : floor(turn * 256.0);
    vec3 colour = texelFetch(colours, ivec2(int(entry + 0.5), 0), 0).rgb;
    float present = mix(0.22, 1.0, band.z);
    colour = mix(vec3(dot(colour, vec3(0.3, 0.6, 0.1))), colour, band.z);
    tint = vec4(colour, present * (0.86 + 0.14 * nearness));
  }
`;

const fragmentShader = /* glsl */ `
  uniform float opacity, glow, outline;
  uniform vec4 surface;
  varying vec4 tint;
  varying float coreRadius;
  varying float spriteRadius;

  void main() {
    float away = length(gl_PointCoord * 2.0 - 1.0) * spriteRadius;
    float disc = clamp(coreRadius + 0.5 - away, 0.0, 1.0);
    float inner = clamp(coreRadius - 0.5 - away, 0.0, 1.0);
    // The rim takes the surface's colour, so that neighbours that overlap stay countable.
    vec3 colour = mix(mix(surface.rgb, tint.rgb, 0.35), tint.rgb, mix(1.0, inner, outline));
    float alpha = disc * opacity * tint.a;
    float fall = clamp(1.0 - away / spriteRadius, 0.0, 1.0);
    vec3 shine = tint.rgb * glow * tint.a * fall * fall * fall;
    gl_FragColor = vec4(colour * alpha + shine, alpha);
  }
`;
