/**
 * Cuts the microphone into frames of linear16: 16-bit signed little-endian PCM, mono, at the
 * context's own rate. Posts `{ pcm: ArrayBuffer, rms: number }` per frame; rms is 0 to 1.
 */
class PcmFrames extends AudioWorkletProcessor {
  constructor({ processorOptions }) {
    super();
    this.length = Math.round(sampleRate * processorOptions.frameSeconds);
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
      const clipped = Math.max(-1, Math.min(1, sample));
      this.frame[this.filled++] = clipped < 0 ? clipped * 0x8000 : clipped * 0x7fff;
      this.energy += clipped * clipped;
      if (this.filled === this.length) this.post();
    }
    return true;
  }

  post() {
    const pcm = this.frame.buffer;
    this.port.postMessage({ pcm, rms: Math.sqrt(this.energy / this.length) }, [pcm]);
    this.begin();
  }
}

registerProcessor("pcm-frames", PcmFrames);
