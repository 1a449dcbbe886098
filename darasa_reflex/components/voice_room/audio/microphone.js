import { chosenMicrophone } from "./chosen.js";

/** Length of a frame in seconds: short for quick turn taking, long enough to spare the line. */
const FRAME_SECONDS = 0.04;
/** Rate of the frames at most, in Hz: what the interviewer's ears work at, 256 kbit/s. */
const MOST_HZ = 16_000;

/** By the name of what `getUserMedia` throws. */
const KINDS = {
  NotAllowedError: "mic_denied",
  SecurityError: "mic_denied",
  NotFoundError: "mic_missing",
  OverconstrainedError: "mic_missing",
  NotReadableError: "mic_busy",
  AbortError: "mic_busy",
};

/** What it throws when a device that was asked for by its id is not there. */
const GONE = new Set(["NotFoundError", "OverconstrainedError"]);

/** The microphone did not open; `kind` is that of the `on_error` event. */
export class MicrophoneError extends Error {
  constructor(kind) {
    super(kind);
    this.kind = kind;
  }
}

/** The rate of the frames that a context makes, in Hz. */
export function frameRate(context) {
  return Math.min(MOST_HZ, context.sampleRate);
}

/**
 * Open the microphone.
 *
 * @param context Plays no part in the rate of the frames unless its own is lower; see `frameRate`.
 * @param signal Aborted when the call is over; a microphone that opens later is released at once.
 * @param heard `{ frame(pcm, rms), lost() }`: called every 40 ms, and when the device goes away.
 * @returns `{ deviceId, muted, stop() }`, or null when the call was over first. `muted`: the system
 *   or the device itself keeps the sound back.
 * @throws MicrophoneError
 */
export async function openMicrophone(context, workletUrl, signal, heard) {
  // Loads while the person is asked. False instead of a rejection, which nobody awaits yet.
  const loading = context.audioWorklet?.addModule(workletUrl).then(
    () => true,
    () => false,
  );
  const stream = await askForStream();
  const loaded = await loading;
  if (signal.aborted) {
    release(stream);
    return null;
  }
  const [track] = stream.getAudioTracks();
  const stopFrames = framesOf(context, loaded, stream, heard.frame);
  track.addEventListener("ended", () => heard.lost());
  return {
    deviceId: track.getSettings().deviceId ?? "",
    get muted() {
      return track.muted;
    },
    stop() {
      stopFrames();
      release(stream);
    },
  };
}

/** Have a stream cut into frames; return what stops it. A stream that cannot be used is released. */
function framesOf(context, loaded, stream, frame) {
  try {
    if (!loaded) throw new Error("no worklet");
    const source = context.createMediaStreamSource(stream);
    const frames = new AudioWorkletNode(context, "pcm-frames", {
      numberOfOutputs: 0,
      channelCount: 1,
      channelCountMode: "explicit", // mixes several channels to one
      processorOptions: { frameSeconds: FRAME_SECONDS, rate: MOST_HZ },
    });
    frames.port.onmessage = ({ data }) => frame(data.pcm, data.rms);
    source.connect(frames);
    return () => {
      frames.port.onmessage = null;
      source.disconnect();
    };
  } catch {
    release(stream); // or its recording light would stay on
    throw new MicrophoneError("mic_failed");
  }
}

async function askForStream() {
  if (!navigator.mediaDevices?.getUserMedia) throw new MicrophoneError("insecure");
  const audio = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
  const deviceId = chosenMicrophone();
  try {
    if (deviceId) return await askForChosen(audio, deviceId);
    return await navigator.mediaDevices.getUserMedia({ audio });
  } catch (error) {
    throw new MicrophoneError(KINDS[error.name] ?? "mic_missing");
  }
}

/** Ask for the chosen device; when it is gone, any other is better than none. */
async function askForChosen(audio, deviceId) {
  try {
    const exactly = { ...audio, deviceId: { exact: deviceId } };
    return await navigator.mediaDevices.getUserMedia({ audio: exactly });
  } catch (error) {
    if (!GONE.has(error.name)) throw error;
    return navigator.mediaDevices.getUserMedia({ audio });
  }
}

function release(stream) {
  for (const track of stream.getTracks()) track.stop();
}
