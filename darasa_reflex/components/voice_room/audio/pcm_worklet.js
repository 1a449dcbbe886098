/** All is kept up to here; from half the rate on, where it would fold back, it is 80 dB down. In Hz. */
const PASS_SHARE = 0.45;
/** Half the length of the low-pass filter in seconds, at a rate of 16 kHz; also how late it makes sound. */
const HALF_SECONDS = 72.05 / 14.36 / 2 / (16_000 * (0.5 - PASS_SHARE));
/** Shape of its Kaiser window: 80 dB. Formulas: Oppenheim and Schafer, Discrete-Time Signal Processing, 7.6. */
const BETA = 0.1102 * (80 - 8.7);

/**
 * Lowers a rate: a polyphase low-pass (windowed sinc), one output at most per sample taken.
 */
class Resampler {
  #rate;
  #from;
  #up;
  #down;
  #half;
  #recent; // every sample twice, so that the newest `2 * half` lie in a row
  #at = 0;
  #due = 0; // until the next output, in 1/up of a sample
  #phases = [];

  /** `from` and `to` in whole Hz, `to` below `from`. */
  constructor(from, to) {
    const common = divisor(from, to);
    this.#from = from;
    this.#rate = to;
    this.#up = to / common;
    this.#down = from / common;
    this.#half = Math.ceil(((HALF_SECONDS * 16_000) / to) * from);
    this.#recent = new Float32Array(4 * this.#half);
  }

  /** Take a sample; return one at the lower rate, or null while none is complete. */
  take(sample) {
    const length = 2 * this.#half;
    this.#recent[this.#at] = this.#recent[this.#at + length] = sample;
    this.#at = (this.#at + 1) % length;
    const phase = this.#due;
    const complete = phase < this.#up;
    if (complete) this.#due += this.#down;
    this.#due -= this.#up;
    return complete ? this.#filtered(phase) : null;
  }

  #filtered(phase) {
    const weights = (this.#phases[phase] ??= this.#weights(phase / this.#up));
    const [recent, first, count] = [this.#recent, this.#at, weights.length]; // looked up once: it is hot
    let sum = 0;
    for (let at = 0; at < count; at++) sum += weights[at] * recent[first + at];
    return sum;
  }

  /** Weights for an output that lies `after` (0 to 1 sample) the middle; their sum is 1. */
  #weights(after) {
    const cutoff = ((0.5 + PASS_SHARE) / 2) * this.#rate;
    const weights = Float64Array.from({ length: 2 * this.#half }, (_, at) => {
      const samples = this.#half - 1 - at + after;
      const turn = (2 * Math.PI * cutoff * samples) / this.#from;
      const sinc = turn === 0 ? 1 : Math.sin(turn) / turn;
      return sinc * bessel(BETA * Math.sqrt(Math.max(0, 1 - (samples / this.#half) ** 2)));
    });
    const sum = weights.reduce((whole, weight) => whole + weight);
    return Float32Array.from(weights, (weight) => weight / sum);
  }
}

/** Modified Bessel function of the first kind, order 0. */
function bessel(x) {
  let [sum, term] = [1, 1];
  for (let n = 1; term > 1e-12 * sum; n++) sum += term *= (x / (2 * n)) ** 2;
  return sum;
}

function divisor(a, b) {
  return b === 0 ? a : divisor(b, a % b);
}

/**
 * Cuts the microphone into frames of linear16: 16-bit signed little-endian PCM, mono, at `rate`, or
 * at the context's own if that is lower. Posts `{ pcm: ArrayBuffer, rms: number }` per frame; rms is
 * 0 to 1.
 */
class PcmFrames extends AudioWorkletProcessor {
  constructor({ processorOptions: { frameSeconds, rate } }) {
    super();
    this.resampler = rate < sampleRate ? new Resampler(sampleRate, rate) : null;
    this.length = Math.round(Math.min(rate, sampleRate) * frameSeconds);
    this.begin();
  }

  begin() {
    this.frame = new Int16Array(this.length);
    this.filled = 0;
    this.energy = 0;
  }

  process([[samples]]) {
    // No channel: the source is not running yet.
    for (const sample of samples ?? []) {
      const kept = this.resampler ? this.resampler.take(sample) : sample;
      if (kept !== null) this.add(kept);
    }
    return true;
  }

  add(sample) {
    const clipped = Math.max(-1, Math.min(1, sample));
    this.frame[this.filled++] = Math.round(clipped < 0 ? clipped * 0x8000 : clipped * 0x7fff);
    this.energy += clipped * clipped;
    if (this.filled === this.length) this.post();
  }

  post() {
    const pcm = this.frame.buffer;
    this.port.postMessage({ pcm, rms: Math.sqrt(this.energy / this.length) }, [pcm]);
    this.begin();
  }
}

registerProcessor("pcm-frames", PcmFrames);
