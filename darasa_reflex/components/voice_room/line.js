/** The WebSocket of a call: JSON text frames both ways, PCM in binary frames up. */
export class Line {
  /** Whether the server ever said yes. */
  accepted = false;
  #socket;

  /** `told`: `{ opened(), message(object), closed(code) }`; `closed` comes once, and not after `close`. */
  constructor(address, told) {
    this.#socket = new WebSocket(address);
    this.#socket.binaryType = "arraybuffer";
    this.#socket.onopen = () => {
      this.accepted = true;
      told.opened();
    };
    this.#socket.onmessage = ({ data }) => {
      const message = parse(data);
      if (message) told.message(message);
    };
    this.#socket.onclose = ({ code }) => told.closed(code);
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
    this.#socket.onopen = this.#socket.onmessage = this.#socket.onclose = null;
    this.#socket.close(1000);
  }
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
