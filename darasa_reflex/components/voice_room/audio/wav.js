/** Reads the pieces of an interviewer's voice: WAV files with 16-bit PCM, in base64. */

const HEADER_BYTES = 12; // "RIFF", size, "WAVE"
const PCM = 1;

/**
 * Return `{ rate, channels }`: samples per second, and one Float32Array (-1 to 1) per channel.
 * Return null for anything that is no 16-bit PCM WAV with at least one sample.
 */
export function readWav(base64) {
  const view = new DataView(bytesOf(base64).buffer);
  const format = chunkOf(view, "fmt ");
  const data = chunkOf(view, "data");
  if (!format || format.size < 16 || !data) return null;
  const count = view.getUint16(format.at + 2, true);
  const rate = view.getUint32(format.at + 4, true);
  const bits = view.getUint16(format.at + 14, true);
  const length = Math.floor(data.size / 2 / count);
  if (view.getUint16(format.at, true) !== PCM || bits !== 16 || !(length > 0)) return null;
  const channels = Array.from({ length: count }, (_, channel) => {
    const samples = new Float32Array(length);
    for (let i = 0; i < length; i++) {
      samples[i] = view.getInt16(data.at + 2 * (i * count + channel), true) / 0x8000;
    }
    return samples;
  });
  return { rate, channels };
}

function bytesOf(base64) {
  let binary = "";
  try {
    binary = atob(base64);
  } catch {
    // Not base64: an empty file, which is no WAV.
  }
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** Where a chunk's content begins and how long it is; writers of streams may claim too much. */
function chunkOf(view, name) {
  let at = HEADER_BYTES;
  while (at + 8 <= view.byteLength) {
    const size = view.getUint32(at + 4, true);
    const found = [0, 1, 2, 3].every((i) => view.getUint8(at + i) === name.charCodeAt(i));
    if (found) return { at: at + 8, size: Math.min(size, view.byteLength - at - 8) };
    at += 8 + size + (size % 2);
  }
  return null;
}
