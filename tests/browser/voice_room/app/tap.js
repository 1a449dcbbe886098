// Listens in on the page: what the loudspeaker gets and the microphone gives, sample by sample, on one
// audio clock; when an interruption arrives; which microphone tracks were opened. Changes nothing.
(() => {
  const tap = { blocks: [], spoken: [], interruptedAt: [], tracks: [], contexts: [], cuts: [] };
  window.tap = tap;

  const recorder = URL.createObjectURL(
    new Blob(
      [
        // Eight blocks at a time: 375 messages a second were most of what a listened-to page did.
        `registerProcessor("tap", class extends AudioWorkletProcessor {
          process([[samples]]) {
            this.kept ??= { at: currentFrame, samples: new Float32Array(1024), blocks: 0 };
            if (samples) this.kept.samples.set(samples, 128 * this.kept.blocks);
            if (++this.kept.blocks === 8) {
              this.port.postMessage(this.kept, [this.kept.samples.buffer]);
              this.kept = undefined;
            }
            return true;
          }
        });`,
      ],
      { type: "text/javascript" },
    ),
  );

  const ready = new WeakMap();
  window.AudioContext = class extends AudioContext {
    constructor(...options) {
      super(...options);
      tap.contexts.push(this);
      ready.set(this, this.audioWorklet.addModule(recorder));
    }
  };

  const connect = AudioNode.prototype.connect;
  const listenTo = async (source, blocks) => {
    await ready.get(source.context);
    const node = new AudioWorkletNode(source.context, "tap", { numberOfOutputs: 0 });
    node.port.onmessage = ({ data }) => blocks.push(data);
    connect.call(source, node);
  };
  AudioNode.prototype.connect = function (target, ...rest) {
    if (target instanceof AudioDestinationNode) listenTo(this, tap.blocks);
    if (this instanceof MediaStreamAudioSourceNode) listenTo(this, tap.spoken);
    return connect.call(this, target, ...rest);
  };

  window.WebSocket = class extends WebSocket {
    constructor(...options) {
      super(...options);
      this.addEventListener("message", ({ data }) => {
        if (typeof data === "string" && data.includes('"user_interruption"')) {
          tap.interruptedAt.push(tap.contexts.at(-1).currentTime);
        }
      });
    }
  };

  const devices = navigator.mediaDevices;
  const getUserMedia = devices?.getUserMedia.bind(devices);
  if (devices) {
    devices.getUserMedia = async (wanted) => {
      tap.wanted = wanted;
      const stream = await getUserMedia(wanted);
      tap.tracks.push(...stream.getTracks());
      return stream;
    };
  }

  /**
   * `{ rate, samples }`: everything played since the context began, each block at its own time; given
   * `tap.spoken`, everything the microphone gave.
   */
  tap.sound = (blocks = tap.blocks) => {
    const last = blocks.at(-1);
    const samples = new Float32Array(last ? last.at + last.samples.length : 0);
    for (const block of blocks) samples.set(block.samples, block.at);
    return { rate: tap.contexts.at(-1).sampleRate, samples: [...samples] };
  };
})();
