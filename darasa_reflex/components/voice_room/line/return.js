/** Pauses between tries to come back after a lost line, in ms: ten minutes; a server may take a while. */
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 8_000, ...Array(4).fill(15_000), ...Array(17).fill(30_000)];

/** Comes back after a lost line, as soon as the server can be reached, without being asked to. */
export class Return {
  #options;
  #timer = null;
  #tries = 0;

  /**
   * `options`: `reached()`, whether the server answers; `resume()`, which asks for a new call; and
   * `told(how)`, which hears what becomes of it: "trying", "stopped" when it is given up, or "".
   */
  constructor(options) {
    this.#options = options;
  }

  /** The line is lost; `steady`: it had carried a call, so that the tries begin anew. */
  begin(steady) {
    this.stop();
    if (steady) this.#tries = 0;
    this.#options.told("trying");
    this.#later();
  }

  stop() {
    clearTimeout(this.#timer);
    this.#timer = null;
    this.#options.told("");
  }

  #later() {
    const pause = PAUSES_MS[this.#tries++];
    if (pause) this.#timer = setTimeout(() => this.#try(), pause);
    else this.#options.told("stopped");
  }

  async #try() {
    const timer = this.#timer;
    const reached = await this.#options.reached();
    if (timer !== this.#timer) return; // meanwhile the person did it, or left
    if (reached) this.#options.resume();
    this.#later(); // until the new call stops it
  }
}
