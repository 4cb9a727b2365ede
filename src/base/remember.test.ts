import { expect, test } from 'vitest';
import { rememberAll, type Memory } from './remember.ts';

test('what is remembered is put back in place, whatever it consists of, as often as one likes', () => {
  const inner = { name: 'a', count: 1.5, is: true, none: undefined as number | undefined };
  const large = new Float64Array(70_000).fill(7);
  const state = {
    list: [1, 'two', inner],
    map: new Map<string, unknown>([
      ['x', 1],
      ['y', new Int32Array([1, -2])],
    ]),
    large,
    small: new Uint8Array([1, 2, 3]),
    act: () => undefined,
    fixed: Object.freeze({ held: [1] }),
  };
  const before = structuredClone({ ...state, act: undefined });
  const { list, map, act } = state;
  const restore = rememberAll(state);
  for (let turn = 0; turn < 2; turn++) {
    state.list.push(turn);
    state.list[0] = turn + 5;
    state.list = [];
    Object.assign(inner, { name: 'b', count: -1, is: false, none: 4 });
    state.map.delete('x');
    (state.map.get('y') as Int32Array).fill(9);
    state.map.set('z', turn);
    large.fill(turn);
    state.small[1] = 0;
    restore();
    expect({ ...state, act: undefined }).toEqual(before);
    expect([...state.map.keys()]).toEqual(['x', 'y']);
    expect(state.list).toBe(list);
    expect(state.map).toBe(map);
    expect(state.list[2]).toBe(inner);
    expect(state.large).toBe(large);
    expect(state.act).toBe(act);
  }
});

test('what remembers by itself names each value once, for both directions', () => {
  let [place, held] = [1, { of: [1, 2] }];
  const part = {
    remember(memory: Memory): void {
      place = memory.value(place);
      held = memory.value(held);
      memory.all(held);
    },
  };
  const first = held;
  const restore = rememberAll(part);
  first.of.push(3);
  [place, held] = [2, { of: [] }];
  restore();
  expect(place).toBe(1);
  expect(held).toBe(first);
  expect(first.of).toEqual([1, 2]);
});

test('whoever names something else when it is put back than when it was kept is told so', () => {
  let more = false;
  const part = {
    remember(memory: Memory): void {
      if (more) memory.value(1);
      else memory.all(new Int32Array(2));
    },
  };
  const restore = rememberAll(part);
  more = true;
  expect(restore).toThrow('everything that was kept is put back');

  const object: Record<string, number> = { a: 1 };
  const restoreObject = rememberAll(object);
  object['b'] = 2;
  expect(restoreObject).toThrow('an object that keeps its fields');
});
