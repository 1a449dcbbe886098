// A microphone that hears a quiet room, and what a story says into it once a question was asked.
(() => {
  const HZ = 48_000;
  const LOOP_SECONDS = 5;
  const ROOM = 90 / 32_768; // RMS of a quiet room, as in tests/load/voice/candidate.py
  const Context = window.AudioContext;
  let room = null;
  let asked = false;

  const noise = (context) => {
    const buffer = context.createBuffer(1, LOOP_SECONDS * HZ, HZ);
    // Even noise of this RMS lies between so much and so little.
    const most = ROOM * Math.sqrt(3);
    buffer.copyToChannel(Float32Array.from({ length: buffer.length }, () => most * (2 * Math.random() - 1)), 0);
    return new AudioBufferSourceNode(context, { buffer, loop: true });
  };

  const open = () => {
    const context = new Context({ sampleRate: HZ });
    const out = context.createMediaStreamDestination();
    const quiet = noise(context);
    quiet.connect(out);
    quiet.start();
    return { context, out };
  };

  navigator.mediaDevices.getUserMedia = async () => {
    room ??= open();
    await room.context.resume();
    return room.out.stream.clone();
  };

  /** Whether the interviewer has said all it wanted to say, and it has sounded. */
  window.isAsked = () => asked && document.querySelector(".room")?.dataset.interviewer === "waiting";

  /** Say 16-bit samples in base64. */
  window.say = (base64) => {
    asked = false;
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const samples = Float32Array.from(new Int16Array(bytes.buffer), (sample) => sample / 32_768);
    const buffer = room.context.createBuffer(1, samples.length, HZ);
    buffer.copyToChannel(samples, 0);
    const said = new AudioBufferSourceNode(room.context, { buffer });
    said.connect(room.out);
    said.start();
  };

  window.WebSocket = class extends WebSocket {
    constructor(...options) {
      super(...options);
      this.addEventListener("message", ({ data }) => {
        if (!this.url.includes("/v0/evi/chat") || typeof data !== "string") return;
        if (data.includes('"assistant_end"')) asked = true;
        else if (data.includes('"user_message"')) asked = false;
      });
    }
  };
})();
