import { gettext as _ } from "../../../words/words.js";

/** Menus of the page, by what is chosen in them. */
const KINDS = { microphone: "audioinput", loudspeaker: "audiooutput" };

/** What one is called whose name nobody tells. */
function nameless(kind, number) {
  return kind === "microphone" ? _("Microphone {number}", { number }) : _("Loudspeaker {number}", { number });
}

/** Fills the menus of microphones and loudspeakers, and hears when devices come and go. */
export class Devices {
  #root;
  #told;

  /**
   * `told`: `{ changed(), current(), named(microphone) }`; `current` gives ids: `{ microphone,
   * loudspeaker }`, `named` takes the name of the microphone in use, or "".
   */
  constructor(root, told) {
    this.#root = root;
    this.#told = told;
    navigator.mediaDevices?.addEventListener?.("devicechange", this.#changed);
  }

  /** Show what is there now. Browsers tell the names of devices only once a microphone is allowed. */
  async refresh() {
    const all = (await navigator.mediaDevices?.enumerateDevices?.().catch(() => [])) ?? [];
    const canSteer = "setSinkId" in AudioContext.prototype;
    const current = this.#told.current();
    for (const name in KINDS) {
      const some = all.filter(({ kind, deviceId }) => kind === KINDS[name] && deviceId);
      this.#fill(name, name === "loudspeaker" && !canSteer ? [] : some, current[name]);
    }
    const menu = this.#root.querySelector('select[data-call-devices="microphone"]');
    this.#told.named(menu?.selectedOptions[0]?.text ?? "");
  }

  destroy() {
    navigator.mediaDevices?.removeEventListener?.("devicechange", this.#changed);
  }

  #fill(name, devices, current) {
    const attribute = `data-${name}s`;
    const count = String(devices.length);
    if (this.#root.getAttribute(attribute) !== count) this.#root.setAttribute(attribute, count);
    for (const menu of this.#root.querySelectorAll(`select[data-call-devices="${name}"]`)) {
      const options = devices.map(
        ({ deviceId, label }, at) => new Option(label || nameless(name, at + 1), deviceId),
      );
      menu.replaceChildren(...options);
      const chosen = devices.some(({ deviceId }) => deviceId === current) ? current : "default";
      if (devices.some(({ deviceId }) => deviceId === chosen)) menu.value = chosen;
    }
  }

  #changed = () => {
    this.refresh();
    this.#told.changed();
  };
}
