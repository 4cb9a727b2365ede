import { describe, expect, it } from 'vitest';
import { gcpRegions } from '../../mesh/latency/gcp.ts';
import { presetNamed, presets } from './presets.ts';

describe('presets', () => {
  it('have names of their own, a title and one sentence', () => {
    expect(new Set(presets.map((preset) => preset.name)).size).toBe(presets.length);
    for (const preset of presets) {
      expect(preset.summary).toMatch(/^[^.]+\.$/u);
      expect(preset.scenario.name).toBe(preset.name);
    }
  });

  it('stand on the threshold that they speak of', () => {
    const field = presetNamed('critical')?.scenario.field;
    expect(field?.coupling).toBe(2 * (field?.frequency.width ?? NaN) + (field?.noise ?? NaN) ** 2);
    expect(field?.exchange).toBe('ideal');
  });

  it('give every region of the table one agent of the planet', () => {
    expect(presetNamed('planet')?.scenario.mesh.agents).toBe(gcpRegions.length);
  });
});
