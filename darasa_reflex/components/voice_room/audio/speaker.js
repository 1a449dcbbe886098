import { readWav } from "./wav.js";

/** Head start of the first piece of a reply, in seconds: room for the next one to arrive. */
const LEAD_SECONDS = 0.06;
/** Fade when playing is cut, in seconds; a hard cut would click. */
const FADE_SECONDS = 0.015;
/** How often began and ended are looked for, in ms; also their precision. */
const WATCH_MS = 20;

/**
 * Plays the interviewer's voice without gaps, piece after piece, and tells when each assistant
 * message began and ended sounding. Times are the audio context's, in seconds.
 */
export class Speaker {
  #context;
  #told;
  #meter;
  #samples;
  #gain;
  #pieces = []; // { id, source, begins, ends }, in playing order
  #next = 0; // when the next piece begins
  #early = new Map(); // index → samples that came before their turn, of the open message
  #open = null; // { id, index }: the message whose pieces come in, and the index it waits for
  #sounding = null; // id of the message that was told as begun and not yet as ended
  #seen = new Set();
  #dead = new Set(); // messages that were interrupted: what still arrives of them is dropped
  #watch = null;

  /** `told`: `{ began(id), ended(id), changed() }`. */
  constructor(context, told) {
    this.#context = context;
    this.#told = told;
    this.#meter = context.createAnalyser();
    this.#meter.fftSize = 1024;
    this.#samples = new Float32Array(this.#meter.fftSize);
    this.#meter.connect(context.destination);
    this.#renewGain();
  }

  /** Whether something sounds, or is about to within its head start. */
  get speaking() {
    return this.#pieces.length > 0;
  }

  /** Seconds until everything queued has been played. */
  get remaining() {
    return this.speaking ? Math.max(0, this.#next - this.#context.currentTime) : 0;
  }

  /** Loudness of what sounds now: RMS, 0 to 1. */
  get rms() {
    if (!this.speaking) return 0;
    this.#meter.getFloatTimeDomainData(this.#samples);
    return Math.sqrt(this.#samples.reduce((sum, x) => sum + x * x, 0) / this.#samples.length);
  }

  /** Note an `assistant_message`, so that an interruption before its audio silences it too. */
  announce(id) {
    if (id) this.#seen.add(id);
  }

  /** Queue an `audio_output`. */
  play({ id, index, data }) {
    this.announce(id);
    if (this.#dead.has(id)) return;
    if (this.#open?.id !== id) this.#openMessage(id);
    this.#early.set(index, readWav(data));
    this.#queueReady();
  }

  /** No more pieces follow for now (`assistant_end`). */
  complete() {
    this.#closeMessage();
    this.#look();
  }

  /** Stop sounding within 20 ms and forget what is queued. */
  silence() {
    for (const id of this.#seen) this.#dead.add(id);
    this.#seen.clear();
    const now = this.#context.currentTime;
    this.#gain.gain.setValueAtTime(1, now);
    this.#gain.gain.linearRampToValueAtTime(0, now + FADE_SECONDS);
    for (const { source } of this.#pieces) source.stop(now + FADE_SECONDS);
    this.#pieces = [];
    this.#next = 0;
    this.#early.clear();
    this.#open = null;
    this.#renewGain();
    this.#look();
  }

  /** What is cut fades out on its own gain; what comes later is not faded with it. */
  #renewGain() {
    const old = this.#gain;
    if (old) setTimeout(() => old.disconnect(), 1000 * FADE_SECONDS * 4);
    this.#gain = this.#context.createGain();
    this.#gain.connect(this.#meter);
  }

  #openMessage(id) {
    this.#closeMessage();
    this.#open = { id, index: 0 };
  }

  #closeMessage() {
    if (!this.#open) return;
    // A hole that was never filled: better heard with a skip than not at all.
    const late = [...this.#early.entries()].sort(([a], [b]) => a - b);
    for (const [, wav] of late) this.#queue(this.#open.id, wav);
    this.#early.clear();
    this.#open = null;
  }

  #queueReady() {
    while (this.#early.has(this.#open.index)) {
      this.#queue(this.#open.id, this.#early.get(this.#open.index));
      this.#early.delete(this.#open.index++);
    }
  }

  #queue(id, wav) {
    if (!wav) return; // unreadable: nothing to play
    const context = this.#context;
    const buffer = context.createBuffer(wav.channels.length, wav.channels[0].length, wav.rate);
    wav.channels.forEach((samples, channel) => buffer.copyToChannel(samples, channel));
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.connect(this.#gain);
    const now = context.currentTime;
    const begins = this.#next > now ? this.#next : now + LEAD_SECONDS;
    source.start(begins);
    this.#next = begins + buffer.duration;
    this.#pieces.push({ id, source, begins, ends: this.#next });
    this.#watch ??= setInterval(() => this.#look(), WATCH_MS);
    this.#told.changed();
  }

  /** Tell what began and ended since the last look, as heard: the device plays a little later. */
  #look() {
    const heard = this.#context.currentTime - (this.#context.outputLatency || 0);
    for (const { id, begins } of this.#pieces) {
      if (heard >= begins) this.#sound(id);
    }
    this.#pieces = this.#pieces.filter(({ ends }) => heard < ends);
    if (this.speaking) return;
    clearInterval(this.#watch);
    this.#watch = null;
    if (this.#open?.id !== this.#sounding) this.#sound(null);
    this.#told.changed();
  }

  #sound(id) {
    if (id === this.#sounding) return;
    if (this.#sounding !== null) this.#told.ended(this.#sounding);
    this.#sounding = id;
    if (id !== null) this.#told.began(id);
  }
}
