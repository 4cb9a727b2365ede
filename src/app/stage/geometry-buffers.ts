/** Small conveniences over three's buffers, for buffers that are allocated once and rewritten every frame. */
import { BufferAttribute, DynamicDrawUsage, InstancedBufferAttribute, type BufferGeometry, type TypedArray } from 'three';

/** For a material: painted over what is there, in the order of the scene and not of the depth. */
export const painted = { transparent: true, premultipliedAlpha: true, depthTest: false, depthWrite: false } as const;

/** An attribute whose first `count` entries can be sent to the GPU without sending, or allocating, anything else. */
export interface StreamedAttribute<T extends TypedArray> {
  readonly array: T;
  send(count: number): void;
}

export interface AttributeShape {
  readonly name: string;
  readonly itemSize: number;
  /** Whether a shader sees integers as 0 … 1. */
  readonly normalised?: boolean;
  /** One entry an instance rather than one a vertex. */
  readonly perInstance?: boolean;
}

export function streamedAttribute<T extends TypedArray>(geometry: BufferGeometry, array: T, shape: AttributeShape): StreamedAttribute<T> {
  const Attribute = shape.perInstance === true ? InstancedBufferAttribute : BufferAttribute;
  const attribute = new Attribute(array, shape.itemSize, shape.normalised ?? false);
  attribute.setUsage(DynamicDrawUsage);
  geometry.setAttribute(shape.name, attribute);
  const range = { start: 0, count: 0 };
  return {
    array,
    send(count) {
      range.count = count * shape.itemSize;
      attribute.updateRanges.length = 0;
      attribute.updateRanges.push(range);
      attribute.needsUpdate = true;
    },
  };
}
