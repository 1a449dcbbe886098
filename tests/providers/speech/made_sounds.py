"""Sounds that are no speech, made of noise: coughs, keyboards, knocks, throats that clear."""

import numpy as np

from darasa_reflex.features.interviews.engines.interviewer import HEARD_HZ


def shaped(seconds, low_hz, high_hz, random):
    """Return noise of a band of frequencies, of mean square 1."""
    count = int(seconds * HEARD_HZ)
    spectrum = np.fft.rfft(random.normal(0, 1, count))
    at = np.fft.rfftfreq(count, 1 / HEARD_HZ)
    spectrum[(at < low_hz) | (at > high_hz)] = 0
    sound = np.fft.irfft(spectrum, count)
    return sound / np.sqrt(np.mean(sound**2))


def loudness(pcm):
    """Return the root mean square of 16-bit PCM."""
    return float(np.sqrt(np.mean(np.frombuffer(pcm, "<i2").astype(float) ** 2)))


def burst(seconds, low_hz, high_hz, random, attack=0.01):
    """Return noise that begins suddenly and dies away."""
    sound = shaped(seconds, low_hz, high_hz, random)
    time = np.arange(len(sound)) / HEARD_HZ
    return sound * np.minimum(1, time / attack) * np.exp(-4 * time / seconds)


def _after(seconds, *parts):
    """Return parts with silence between them."""
    gap = np.zeros(int(seconds * HEARD_HZ))
    return np.concatenate([piece for part in parts for piece in (part, gap)])


def cough(random):
    """Two coughs: a hard burst and a breathy rest each."""
    hard = [burst(0.12, 200, 5_000, random) for _ in range(2)]
    rest = [0.4 * burst(0.25, 300, 3_000, random, attack=0.03) for _ in range(2)]
    return _after(0.25, *(np.concatenate(pair) for pair in zip(hard, rest, strict=True)))


def sneeze(random):
    """A breath in, and a long burst of high noise."""
    breath = 0.2 * shaped(0.4, 500, 3_000, random)
    return np.concatenate([breath, burst(0.4, 1_000, 7_500, random)])


def keyboard(random):
    """Three seconds of typing: two clicks a key, a dozen keys a second."""
    sound = np.zeros(3 * HEARD_HZ)
    for at in np.sort(random.uniform(0, 2.9, 36)):
        click = burst(0.02, 1_500, 7_500, random, attack=0.001) * random.uniform(0.3, 1)
        begin = int(at * HEARD_HZ)
        sound[begin : begin + len(click)] += click
    return sound


def knocks(random):
    """Somebody puts a cup down, three times."""
    return _after(0.35, *(burst(0.1, 80, 900, random, attack=0.002) for _ in range(3)))


def door(random):
    """A latch, a creak, and a slam that rings."""
    creak = shaped(0.5, 300, 900, random) * np.sin(np.linspace(0, np.pi, HEARD_HZ // 2))
    slam = burst(0.5, 40, 500, random, attack=0.002) * 1.5
    return np.concatenate([burst(0.03, 1_000, 6_000, random), 0.2 * creak, slam])


def throat(random):
    """Somebody clears their throat, twice: rough pulses of the vocal folds, and breath."""
    grunts = []
    for _ in range(2):
        pulses = np.zeros(int(0.3 * HEARD_HZ))
        at = 0.0
        while at < len(pulses):
            pulses[int(at)] = random.uniform(0.4, 1)
            at += HEARD_HZ / random.uniform(70, 110)
        voice = np.convolve(pulses, burst(0.02, 300, 1_200, random, attack=0.001))[: len(pulses)]
        fall = np.sin(np.linspace(0, np.pi, len(pulses)))
        grunts.append((voice + 0.3 * shaped(0.3, 300, 4_000, random)) * fall)
    return _after(0.2, *grunts)


def breathing(random):
    """Four seconds of breath into the microphone."""
    sound = shaped(4, 100, 2_000, random)
    return sound * (0.5 + 0.5 * np.sin(np.arange(len(sound)) * 2 * np.pi * 0.4 / HEARD_HZ))


def rustle(random):
    """Paper: many short bursts close together."""
    return _after(0.03, *(burst(0.08, 2_000, 7_800, random) for _ in range(20)))


ALL = {
    "cough": cough,
    "sneeze": sneeze,
    "keyboard": keyboard,
    "knocks": knocks,
    "door": door,
    "throat": throat,
    "breathing": breathing,
    "rustle": rustle,
}
