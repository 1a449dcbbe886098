/**
 * Tones in Hz, played one after the other. The first one is not judged: by it the browser's echo
 * cancellation learns how loudspeaker and microphone hang together.
 */
const TONES = [500, 800, 1200, 1700];
const TONE_SECONDS = 0.25;
const GAP_SECONDS = 0.3;
/** Listening before the first tone, and how late an echo may come (Bluetooth), in seconds. */
const BEFORE_SECONDS = 0.4;
const AFTER_SECONDS = 0.4;
/** Loudness of the tones, as of a voice. */
const GAIN = 0.25;
/** An echo is louder than this (-50 dBFS as RMS), than so many times what was there before… */
const LEAST_RMS = 0.003;
const OVER_BEFORE = 4;
/** …and is this share of all that is heard: a voice has never so much of itself in one tone. */
const LEAST_SHARE = 0.5;
/** So many of the judged tones must come back. */
const ENOUGH = 2;

/** Play tones and listen; tell whether they came back. */
export async function hearsEcho(mic, signal) {
  const { context } = mic;
  const heard = []; // { at, samples }, at in the context's seconds
  const stop = mic.listen((pcm) =>
    heard.push({ at: context.currentTime, samples: new Int16Array(pcm.slice(0)) }),
  );
  const first = context.currentTime + BEFORE_SECONDS;
  const begins = TONES.map((_, at) => first + at * (TONE_SECONDS + GAP_SECONDS));
  const sources = TONES.map((hz, at) => sound(context, hz, begins[at]));
  await until(begins.at(-1) + TONE_SECONDS + AFTER_SECONDS - context.currentTime, signal);
  stop();
  for (const source of sources) source.disconnect();
  const before = heard.filter(({ at }) => at < first);
  const back = TONES.slice(1).filter((hz, index) => {
    const from = begins[index + 1];
    const upTo = from + TONE_SECONDS + AFTER_SECONDS;
    const during = heard.filter(({ at }) => at > from && at < upTo);
    return cameBack(hz, before, during, mic.rate);
  });
  return back.length >= ENOUGH;
}

function cameBack(hz, before, during, rate) {
  const noise = Math.max(0, ...before.map(({ samples }) => toneRms(samples, hz, rate)));
  return during.some(({ samples }) => {
    const tone = toneRms(samples, hz, rate);
    const share = tone ** 2 / (energy(samples) || 1);
    return tone > LEAST_RMS && tone > OVER_BEFORE * noise && share > LEAST_SHARE;
  });
}

function sound(context, hz, begins) {
  const gain = context.createGain();
  gain.gain.setValueAtTime(0, begins);
  gain.gain.linearRampToValueAtTime(GAIN, begins + 0.02);
  gain.gain.setValueAtTime(GAIN, begins + TONE_SECONDS - 0.02);
  gain.gain.linearRampToValueAtTime(0, begins + TONE_SECONDS);
  const source = context.createOscillator();
  source.frequency.value = hz;
  source.connect(gain);
  gain.connect(context.destination);
  source.start(begins);
  source.stop(begins + TONE_SECONDS);
  return gain;
}

/** RMS of one frequency in samples, 0 to 1 (Goertzel's algorithm). */
function toneRms(samples, hz, rate) {
  const turn = 2 * Math.cos((2 * Math.PI * hz) / rate);
  let [last, before] = [0, 0];
  for (const sample of samples) {
    [last, before] = [sample / 0x8000 + turn * last - before, last];
  }
  const power = last ** 2 + before ** 2 - turn * last * before;
  return Math.sqrt(2 * Math.max(0, power)) / samples.length;
}

function energy(samples) {
  return samples.reduce((sum, sample) => sum + (sample / 0x8000) ** 2, 0) / samples.length;
}

function until(seconds, signal) {
  return new Promise((done) => {
    setTimeout(done, seconds * 1000);
    signal.addEventListener("abort", done);
  });
}
