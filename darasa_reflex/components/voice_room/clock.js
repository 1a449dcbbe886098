/** Seconds between two ticks: how often Python hears the duration. */
const TICK_SECONDS = 10;
/** How often the clock looks by itself, in ms. */
const BEAT_MS = 250;

/** Whole seconds from connected to the end of the line, on the browser's clock. */
export class Clock {
  #told;
  #startedAt = null; // performance.now() in ms
  #stoppedAt = null;
  #shown = 0;
  #nextTick = TICK_SECONDS;
  #beats = null;

  /** `told`: `{ second(seconds), tick(seconds) }`. */
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

  start() {
    this.#startedAt = performance.now();
    this.#beats = setInterval(() => this.beat(), BEAT_MS);
  }

  stop() {
    this.#stoppedAt ??= performance.now();
    clearInterval(this.#beats);
  }

  /** Look at the clock; worth a call whenever something else happens, since timers sleep in hidden tabs. */
  beat() {
    const seconds = this.seconds;
    if (seconds === this.#shown) return;
    this.#shown = seconds;
    this.#told.second(seconds);
    if (seconds < this.#nextTick) return;
    this.#nextTick = seconds - (seconds % TICK_SECONDS) + TICK_SECONDS;
    this.#told.tick(seconds);
  }
}
