/**
 * A server that gives signs of life gives one every 4 s: features/interviews/call/timing/pulse.py. One that
 * was late is no dead line, and a page that slept has not listened: two looks must find nothing new.
 */
const SILENT_MS = 12_000;
const LOOK_MS = 1_000;
/** Code of a close that was meant: RFC 6455, 7.4.1. */
export const NORMAL = 1000;

/** The WebSocket of a call: JSON text frames both ways, PCM in binary frames up. */
export class Line {
  /** Whether the server ever said yes. */
  accepted = false;
  /** When the server was last heard of, on the page's clock in ms. */
  heardAt = performance.now();
  /** Whether the server gives signs of life, so that its silence means something. */
  signed = false;
  #socket;
  #looking;
  #parted = false; // the server has said all, and asked to close
  #suspect = null; // `heardAt`, when the last look found it long ago

  /**
   * `told`: `{ opened(), message(object), closed(code), silent() }`; one of the last two comes, once,
   * and not after `close`.
   */
  constructor(address, told) {
    this.#socket = new WebSocket(address);
    this.#socket.binaryType = "arraybuffer";
    this.#socket.onopen = () => {
      this.accepted = true;
      told.opened();
    };
    this.#socket.onmessage = ({ data }) => {
      this.heardAt = performance.now();
      const message = parse(data);
      const sign = signOf(message);
      if (sign?.over) this.#part();
      else if (sign?.alive) this.#answerSign();
      else if (message) told.message(message);
    };
    this.#looking = setInterval(() => this.#isSilent() && told.silent(), LOOK_MS);
    this.#socket.onclose = ({ code }) => told.closed(this.#parted ? NORMAL : code);
  }

  get isOpen() {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  /** Bytes that wait to be sent. */
  get backlog() {
    return this.#socket.bufferedAmount;
  }

  /** Send an EVI message; return whether the line was open. */
  send(message) {
    if (this.isOpen) this.#socket.send(JSON.stringify(message));
    return this.isOpen;
  }

  /** Send linear16, in an `ArrayBuffer` or a view of one. */
  sendAudio(pcm) {
    if (this.isOpen) this.#socket.send(pcm);
  }

  /** Close as intended (1000), whatever the line's state; nothing is told any more. */
  close() {
    clearInterval(this.#looking);
    this.#socket.onopen = this.#socket.onmessage = this.#socket.onclose = null;
    this.#socket.close(NORMAL);
  }

  #part() {
    this.#parted = true;
    this.#socket.close(NORMAL);
  }

  #answerSign() {
    this.signed = true;
    this.send({ type: "darasa_alive" });
  }

  #isSilent() {
    const long = this.signed && performance.now() - this.heardAt > SILENT_MS;
    const twice = long && this.#suspect === this.heardAt;
    this.#suspect = long ? this.heardAt : null;
    return twice;
  }
}

function signOf(message) {
  return message?.type === "session_settings" ? message.darasa : null;
}

/** A frame that is no JSON object is skipped: nothing in it could be shown. */
function parse(data) {
  try {
    const message = JSON.parse(data);
    return typeof message?.type === "string" ? message : null;
  } catch {
    return null;
  }
}
