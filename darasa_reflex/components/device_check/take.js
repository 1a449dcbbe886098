/** How long nothing is heard, after a voice, before a reading counts as over, in ms. */
const PAUSE_MS = 1_500;
const VOICE_RMS = 0.01;

/**
 * Record the microphone.
 *
 * @param mic An open `Mic`.
 * @param longestMs At most so long.
 * @param signal Aborted when the recording is to end at once.
 * @param options `untilPause`: end when the voice pauses. `second(left)`: called as seconds pass.
 * @returns Frames of linear16 at the microphone's `rate`, as ArrayBuffers.
 */
export function record(mic, longestMs, signal, { untilPause = false, second = () => {} } = {}) {
  return new Promise((done) => {
    const frames = [];
    const began = performance.now();
    let voiceAt = null;
    let told = -1;
    const end = () => {
      stop();
      clearTimeout(limit);
      signal.removeEventListener("abort", end);
      done(frames);
    };
    const stop = mic.listen((pcm, rms) => {
      frames.push(pcm);
      const now = performance.now();
      const left = Math.max(0, Math.ceil((longestMs - now + began) / 1000));
      if (left !== told) second((told = left));
      if (rms > VOICE_RMS) voiceAt = now;
      if (untilPause && voiceAt !== null && now - voiceAt > PAUSE_MS) end();
    });
    // A device that sends nothing any more must not hold the check.
    const limit = setTimeout(end, longestMs);
    signal.addEventListener("abort", end);
    if (signal.aborted) end();
  });
}

/** Play recorded frames of `rate` Hz; settle when they have been heard, or the signal is aborted. */
export function play(context, rate, frames, signal) {
  const samples = frames.flatMap((pcm) => [...new Int16Array(pcm)]);
  if (!samples.length) return Promise.resolve();
  const buffer = context.createBuffer(1, samples.length, rate);
  buffer.copyToChannel(Float32Array.from(samples, (sample) => sample / 0x8000), 0);
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.connect(context.destination);
  return new Promise((done) => {
    source.onended = done;
    signal.addEventListener("abort", () => source.stop());
    source.start();
  });
}
