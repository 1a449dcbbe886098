import { levelOf } from "../../voice_room/component/screen/display.js";

/** A level sinks at most to this share of itself per frame, so that it does not flicker. */
const FALL = 0.85;

/** Writes the check onto the root element: attributes, texts, the level, the menu of devices. */
export class Panel {
  #root;
  #level = 0;
  #calm = matchMedia("(prefers-reduced-motion: reduce)");

  constructor(root) {
    this.#root = root;
  }

  /** Show a row's state. `said` is `[word, tone, sentence]`; `more` stands behind the word. */
  row(name, state, [word, tone, sentence = ""], more = "") {
    this.mark(name, state);
    this.text(name, word + more);
    this.text(`${name}-sentence`, sentence);
    for (const element of this.#all(`[data-check-text="${name}"]`)) element.dataset.tone = tone;
  }

  /** Tell CSS: `data-<name>` on the root. */
  mark(name, value) {
    this.#root.dataset[name] = value;
  }

  /** Fill in a text, wherever the page has a place for it. */
  text(name, text) {
    for (const element of this.#all(`[data-check-text="${name}"]`)) {
      if (element.textContent !== text) element.textContent = text;
    }
  }

  /** While something runs, the other buttons say that they wait; they keep the focus. */
  busy(busy) {
    for (const button of this.#all("[data-check-waits]")) {
      button.setAttribute("aria-disabled", String(busy));
    }
  }

  /** Move the focus to a button. */
  focus(name) {
    this.#root.querySelector(`[data-check="${name}"]`)?.focus();
  }

  /** Show loudness, RMS 0 to 1. */
  level(rms) {
    this.#level = Math.max(levelOf(rms), this.#level * FALL);
    const shown = this.#level.toFixed(this.#calm.matches ? 1 : 2);
    for (const { style } of this.#all("[data-check-level]")) {
      if (style.getPropertyValue("--level") !== shown) style.setProperty("--level", shown);
    }
  }

  /** Fill the menu: `devices` are `{ id, label }`; the current one is chosen. */
  devices(devices, current) {
    this.mark("devices", String(devices.length));
    for (const menu of this.#all("select[data-check-devices]")) {
      menu.replaceChildren(...devices.map(({ id, label }) => new Option(label, id)));
      if (current) menu.value = current;
    }
  }

  #all(selector) {
    return this.#root.querySelectorAll(selector);
  }
}
