"""The step of field.bench.ts as one writes it in numpy, double precision: prints JSON, ns per oscillator-step.

Arguments: oscillators, noise, steps in a measurement, measurements.
"""

import json
import sys
import time

import numpy

count, noise, steps, measurements = int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
coupling, step_s = 2.0, 0.01
generator = numpy.random.default_rng(1)
phase = generator.uniform(-numpy.pi, numpy.pi, count)
frequency = 0.5 * generator.standard_cauchy(count)
amplitude = noise * numpy.sqrt(step_s)


def step():
    sine, cosine = numpy.sin(phase), numpy.cos(phase)
    re, im = coupling * cosine.mean(), coupling * sine.mean()
    change = (frequency + (im * cosine - re * sine)) * step_s
    if noise != 0:
        change += amplitude * generator.standard_normal(count)
    numpy.add(phase, change, out=phase)


best = numpy.inf
for _ in range(measurements):
    start = time.perf_counter()
    for _ in range(steps):
        step()
    best = min(best, time.perf_counter() - start)
print(json.dumps({"nsPerOscillatorStep": best / steps / count * 1e9, "version": numpy.__version__}))
