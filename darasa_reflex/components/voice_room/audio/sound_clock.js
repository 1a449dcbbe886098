/** How often the audio clock is looked at, in ms. */
const LOOK_MS = 250;
/** How long it may stand still, in ms, before sound counts as held back. */
const STILL_MS = 1_000;
/** The same at the beginning, when the device starts. */
const START_MS = 2_500;
/** How much sound may be lost, in ms, before the rest is placed anew. */
const LOST_MS = 500;

/**
 * Watches the clock of an audio context. It stops when a phone call, sleep, a missing device or the
 * browser's rule on autoplay holds sound back; whatever the context says of itself.
 */
export class SoundClock {
  #context;
  #told;
  #looks;
  #seen = -1; // the context's time at the last look, in seconds
  #since; // performance.now() when it was last seen to move, with a context that runs
  #started = false;
  #ahead = null; // ms by which performance.now() was ahead of the context when sound was placed
  #paused = false;
  #state;

  /** `told`: `{ paused(paused), lost() }`; `lost`: sound of a while is missing from what is sent. */
  constructor(context, told) {
    this.#context = context;
    this.#told = told;
    this.#since = performance.now();
    this.#state = context.state;
    this.#looks = setInterval(() => this.#look(), LOOK_MS);
    context.addEventListener("statechange", this.#changed);
  }

  get paused() {
    return this.#paused;
  }

  stop() {
    clearInterval(this.#looks);
    this.#context.removeEventListener("statechange", this.#changed);
  }

  /** Let sound go on, where the browser allows it: after a gesture, or when an interruption is over. */
  async wake() {
    const context = this.#context;
    if (context.state === "closed" || (context.state === "running" && !this.#paused)) return;
    try {
      // Running, and yet nothing moves: the loudspeaker is gone, and the usual one may be there.
      if (context.state === "running") await context.setSinkId?.("");
      await context.resume();
    } catch {
      // Refused without a gesture; the next one tries again.
    }
    this.#look();
  }

  #changed = () => {
    const before = this.#state;
    this.#state = this.#context.state;
    if (before === "interrupted" && this.#state !== "interrupted") this.wake();
    this.#look();
  };

  #look() {
    const now = performance.now();
    const { state, currentTime } = this.#context;
    if (state === "closed") return;
    const moves = currentTime > this.#seen && state === "running";
    this.#seen = currentTime;
    if (moves) {
      this.#since = now;
      this.#started = true;
      this.#place(now - 1000 * currentTime);
    }
    this.#pause(now - this.#since > (this.#started ? STILL_MS : START_MS));
  }

  /** A page that stands still misses nothing: the audio clock runs on. A clock that stood still does. */
  #place(ahead) {
    const lost = this.#ahead !== null && ahead - this.#ahead > LOST_MS;
    if (this.#ahead === null || lost) this.#ahead = ahead;
    if (lost) this.#told.lost();
  }

  #pause(paused) {
    if (paused === this.#paused) return;
    this.#paused = paused;
    this.#told.paused(paused);
  }
}
