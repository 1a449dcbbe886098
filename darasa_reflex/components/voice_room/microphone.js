import { chosenMicrophone } from "./chosen.js";

/** Length of a frame in seconds: short for quick turn taking, long enough to spare the line. */
const FRAME_SECONDS = 0.04;

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

/**
 * Open the microphone.
 *
 * @param context Its rate is the rate of the frames.
 * @param signal Aborted when the call is over; a microphone that opens later is released at once.
 * @param heard `{ frame(pcm, rms), lost() }`: called every 40 ms, and when the device goes away.
 * @returns `{ deviceId, stop() }`, or null when the call was over first.
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
  if (signal.aborted || !loaded) {
    release(stream);
    if (signal.aborted) return null;
    throw new MicrophoneError("server");
  }
  const source = context.createMediaStreamSource(stream);
  const frames = new AudioWorkletNode(context, "pcm-frames", {
    numberOfOutputs: 0,
    channelCount: 1,
    channelCountMode: "explicit", // mixes several channels to one
    processorOptions: { frameSeconds: FRAME_SECONDS },
  });
  frames.port.onmessage = ({ data }) => heard.frame(data.pcm, data.rms);
  source.connect(frames);
  stream.getAudioTracks()[0].addEventListener("ended", () => heard.lost());
  return {
    deviceId: stream.getAudioTracks()[0].getSettings().deviceId ?? "",
    stop() {
      frames.port.onmessage = null;
      source.disconnect();
      release(stream);
    },
  };
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
