import { Line } from "../../voice_room/component/line/line.js";

/** Longer than the server gives its engine, in ms. */
const LONGEST_MS = 35_000;

/**
 * Send a recording to the interviewer's ears.
 *
 * @param address With a pass; one use.
 * @param rate Samples per second of the frames.
 * @param frames Linear16, mono, as ArrayBuffers.
 * @returns `{ text, fillers, engine }`, `{ message }` when it was refused, or null without an answer.
 */
export function transcribed(address, rate, frames, signal) {
  return new Promise((done) => {
    const end = (told) => {
      clearTimeout(limit);
      line.close();
      done(told);
    };
    const limit = setTimeout(() => end(null), LONGEST_MS);
    const line = new Line(address, {
      opened: () => {
        const audio = { encoding: "linear16", sample_rate: rate, channels: 1 };
        line.send({ type: "session_settings", audio });
        for (const pcm of frames) line.sendAudio(pcm);
        line.send({ type: "end" });
      },
      message: end,
      closed: () => end(null),
    });
    signal.addEventListener("abort", () => end(null));
  });
}
