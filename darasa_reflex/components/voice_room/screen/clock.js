/** Seconds between two ticks: how often Python hears the duration. */
const TICK_SECONDS = 10;
/** How often the clock looks by itself, in ms. */
const BEAT_MS = 250;

/** Who asks for a moment gets so many seconds of it for nothing: features/interviews/interview_time.py. */
const FREE_SECONDS = 180;

/** Whole seconds from connected to the end of the line, on the browser's clock, and what is left. */
export class Clock {
  #told;
  #startedAt = null; // performance.now() in ms
  #stoppedAt = null;
  #shown = 0;
  #nextTick = TICK_SECONDS;
  #beats = null;
  #planned = null; // seconds from connected to the end of the planned time; null when nobody said
  #heldFor = 0; // seconds of all moments that are over
  #heldSince = null; // in seconds of this clock

  /** `told`: `{ second({ seconds, left, heldSeconds }), tick(seconds) }`; `left` may be null or negative. */
  constructor(told) {
    this.#told = told;
  }

  get started() {
    return this.#startedAt !== null;
  }

  get seconds() {
    if (!this.started) return 0;
    return Math.floor(((this.#stoppedAt ?? performance.now()) - this.#startedAt) / 1000);
  }

  /** `planned`: seconds of interview time that are left, or null. */
  start(planned) {
    this.#startedAt = performance.now();
    this.#planned = planned;
    this.#beats = setInterval(() => this.beat(), BEAT_MS);
    this.#tell();
  }

  /** A moment begins or is over; it costs no interview time. */
  hold(held) {
    if (held) this.#heldSince = this.seconds;
    else this.#heldFor += this.#held;
    if (!held) this.#heldSince = null;
    this.#tell();
  }

  /** How many seconds had passed at a time of the page's clock, in ms. */
  secondsAt(at) {
    const until = Math.min(at, this.#stoppedAt ?? at);
    return this.started ? Math.max(0, Math.floor((until - this.#startedAt) / 1000)) : 0;
  }

  /** Stop now, or as of a time of the page's clock, in ms. */
  stop(at = performance.now()) {
    this.#stoppedAt ??= Math.max(at, this.#startedAt ?? at);
    clearInterval(this.#beats);
  }

  /** Look at the clock; worth a call whenever something else happens, since timers sleep in hidden tabs. */
  beat() {
    const seconds = this.seconds;
    if (seconds === this.#shown) return;
    this.#shown = seconds;
    this.#tell();
    if (seconds < this.#nextTick) return;
    this.#nextTick = seconds - (seconds % TICK_SECONDS) + TICK_SECONDS;
    this.#told.tick(seconds);
  }

  get #held() {
    return this.#heldSince === null ? 0 : this.seconds - this.#heldSince;
  }

  #tell() {
    const free = Math.min(this.#heldFor + this.#held, FREE_SECONDS);
    const left = this.#planned === null ? null : this.#planned - this.seconds + free;
    this.#told.second({ seconds: this.seconds, left, heldSeconds: this.#held });
  }
}
