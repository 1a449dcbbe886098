/** Frames that come faster than this, in ms, were held up in the page; they go out together. */
const BURST_MS = 10;
/** Frames in one message at most: 2.6 s, well under the server's largest frame. */
const MOST_FRAMES = 64;
/** Sound that waits to be sent, in seconds: from here on a line is slow, and here it is fast again. */
const SLOW_SECONDS = 1.5;
const FAST_SECONDS = 0.3;
/** A line is called slow, or fast again, when it has been so for this long, in ms. */
const SURE_MS = 2_000;
/** Without a byte leaving for so long, in ms, a line is dead; browsers notice that after minutes. */
const DEAD_MS = 10_000;
/** The longest time between two frames that counts as time of the line and not of a page that stood still. */
const LONGEST_STEP_MS = 250;

/** Sends the microphone's frames up a line, and notices when the line cannot carry them. */
export class Uplink {
  #line;
  #told;
  #waiting = [];
  #handedOver = 0; // bytes that the browser was given
  #left = 0; // bytes of them that have left
  #stuckMs = 0;
  #lastAt = -Infinity;
  #slow = false;
  #otherwiseSince = null; // since when the line seems to be what `#slow` does not say

  /** `told`: `{ slow(slow), dead() }`. */
  constructor(line, told) {
    this.#line = line;
    this.#told = told;
  }

  /** Send a frame of linear16 at `rate` Hz. */
  send(pcm, rate) {
    const now = performance.now();
    const since = now - this.#lastAt;
    this.#lastAt = now;
    this.#waiting.push(pcm);
    // What a page hands over late comes all at once, and would be more messages than a server takes.
    if (since > BURST_MS || this.#waiting.length >= MOST_FRAMES) this.flush();
    this.#judge(now, Math.min(since, LONGEST_STEP_MS), this.#line.backlog / (2 * rate));
  }

  /** Send what still waits to be sent together. */
  flush() {
    const frames = this.#waiting;
    this.#waiting = [];
    if (!frames.length || !this.#line.isOpen) return;
    const bytes = new Uint8Array(frames.reduce((sum, { byteLength }) => sum + byteLength, 0));
    let at = 0;
    for (const pcm of frames) {
      bytes.set(new Uint8Array(pcm), at);
      at += pcm.byteLength;
    }
    this.#line.sendAudio(bytes);
    this.#handedOver += bytes.byteLength;
  }

  #judge(now, stepMs, seconds) {
    const left = this.#handedOver - this.#line.backlog;
    this.#stuckMs = left > this.#left || !this.#line.backlog ? 0 : this.#stuckMs + stepMs;
    this.#left = Math.max(left, this.#left);
    if (this.#stuckMs > DEAD_MS) return this.#told.dead();
    const otherwise = this.#slow ? seconds < FAST_SECONDS : seconds > SLOW_SECONDS;
    this.#otherwiseSince = otherwise ? (this.#otherwiseSince ?? now) : null;
    if (!otherwise || now - this.#otherwiseSince < SURE_MS) return undefined;
    this.#otherwiseSince = null;
    this.#slow = !this.#slow;
    return this.#told.slow(this.#slow);
  }
}
