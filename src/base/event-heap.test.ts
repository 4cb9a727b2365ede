import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createEventHeap } from './event-heap.ts';

it('hands entries out by time, and those of equal time in the order they came', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 300 }), (times) => {
      const heap = createEventHeap(2);
      times.forEach((time, index) => {
        heap.push(time, index, 1000 + index);
      });
      const expected = times.map((time, index) => ({ time, index })).sort((a, b) => a.time - b.time || a.index - b.index);
      for (const { time, index } of expected) {
        expect(heap.nextTimeS).toBe(time);
        heap.pop();
        expect([heap.timeS, heap.tag, heap.value]).toEqual([time, index, 1000 + index]);
      }
      expect(heap.size).toBe(0);
      expect(heap.nextTimeS).toBe(Infinity);
    }),
  );
});

it('stays ordered when pushes and pops alternate', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { freq: 3 }), { maxLength: 400 }), (script) => {
      const heap = createEventHeap(2);
      let model: { time: number; tag: number }[] = [];
      script.forEach((time, tag) => {
        if (time !== null) {
          heap.push(time, tag, 0);
          model.push({ time, tag });
        } else if (model.length > 0) {
          model = model.sort((a, b) => a.time - b.time || a.tag - b.tag);
          heap.pop();
          expect(heap.tag).toBe(model.shift()?.tag);
        }
      });
    }),
  );
});
