import { Ear } from "./ear.js";
import { SoundClock } from "./sound_clock.js";
import { Speaker } from "./speaker.js";
import { Troubles } from "./troubles.js";
import { Uplink } from "../line/uplink.js";

/** The sound of a call, both ways: microphone and loudspeaker, their devices, and what hinders them. */
export class Sound {
  /** See `Speaker`. */
  speaker;
  /** See `Troubles`. */
  troubles;
  #room;
  #line;
  #context;
  #clock;
  #ear;
  #uplink;
  #began = null; // performance.now() when the line first got sound

  /**
   * `room` and `line` as in `Call`; `signal` is aborted when the call is over. `told`:
   * `{ heard(rms), unheard(), playing(playing), dead() }`: a frame of the microphone went out, there
   * is none any more, the loudspeaker began or stopped, the line takes nothing any more.
   */
  constructor(room, line, { workletUrl, silent, loudspeaker, signal }, told) {
    this.#room = room;
    this.#line = line;
    this.#context = new AudioContext({ latencyHint: "interactive" });
    this.troubles = new Troubles((trouble) => room.show({ trouble }));
    this.#clock = new SoundClock(this.#context, {
      paused: (paused) => this.#pause(paused),
      lost: () => this.settle(),
    });
    this.speaker = new Speaker(this.#context, {
      began: (id) => line.send({ type: "darasa_playback", id, event: "began" }),
      ended: (id) => line.send({ type: "darasa_playback", id, event: "ended" }),
      changed: () => told.playing(this.speaker.speaking),
    });
    this.#uplink = new Uplink(line, {
      slow: (slow) => this.troubles.note("line_slow", slow),
      dead: () => told.dead(),
    });
    this.#ear = new Ear(this.#context, { workletUrl, silent, signal }, {
      opened: () => this.#opened(),
      frame: (pcm, rms) => {
        this.#uplink.send(pcm, this.#ear.rate);
        told.heard(rms);
      },
      failed: (kind) => {
        told.unheard();
        this.#failed(kind);
      },
      changed: (mic) => room.show({ mic }),
      ails: (kind) => this.troubles.noteMicrophone(kind),
    });
    if (loudspeaker) this.useLoudspeaker(loudspeaker);
  }

  /** Let sound begin or go on where the browser held it back until a gesture. */
  wake() {
    this.#clock.wake();
  }

  /** Open the microphone, unless it is open. Its failure is told and does not end the call. */
  listen() {
    this.wake();
    this.#ear.open();
  }

  /** Take another microphone, or the same one again. */
  listenAgain() {
    this.wake();
    return this.#ear.reopen();
  }

  /** Send silence instead of the microphone, or the microphone again. Return whether that is news. */
  beSilent(silent) {
    if (silent === this.#ear.silent) return false;
    this.#ear.silent = silent;
    if (silent) this.troubles.note("silence", false);
    return true;
  }

  /** Ids of the devices in use; empty where the usual one is, or none. */
  get devices() {
    const loudspeaker = this.#context.sinkId;
    return {
      microphone: this.#ear.deviceId,
      loudspeaker: typeof loudspeaker === "string" ? loudspeaker : "",
    };
  }

  /** Devices came or went: a lost microphone may be back, or another one there. */
  devicesChanged() {
    if (this.#ear.isLost) this.#ear.open();
  }

  /** Play through another loudspeaker, where the browser lets a page choose. */
  async useLoudspeaker(deviceId) {
    try {
      await this.#context.setSinkId?.(deviceId);
    } catch {
      // It is gone meanwhile: what played before plays on.
    }
  }

  /**
   * Say the shape of the frames before the first one, and when what follows was heard: from there on
   * samples count, however late they arrive. The line and the microphone open in any order.
   */
  settle() {
    if (!this.#ear.isOpen || !this.#line.isOpen) return;
    this.#uplink.flush();
    const now = performance.now();
    this.#began ??= now;
    const place = { at_ms: Math.round(now - this.#began) };
    const shape = { encoding: "linear16", sample_rate: this.#ear.rate, channels: 1 };
    this.#line.send({ type: "session_settings", audio: { ...shape, darasa: place } });
    if (this.#ear.silent) this.#line.send({ type: "darasa_muted", muted: true });
  }

  /** Release the microphone. */
  deafen() {
    this.#ear.close();
  }

  /** Release everything. */
  close() {
    this.#clock.stop();
    this.speaker.silence();
    this.#ear.close();
    this.troubles.clear();
    setTimeout(() => this.#context.close(), 50); // after the fade
  }

  #opened() {
    this.settle();
    this.troubles.noteMicrophone(null);
    this.#room.microphoneOpened();
  }

  #failed(kind) {
    this.#room.show({ mic: "error" });
    this.troubles.note("silence", false);
    this.troubles.noteMicrophone(kind);
    this.#room.openTyping();
  }

  #pause(paused) {
    this.troubles.note("sound_paused", paused);
    this.#ear.listenAfresh();
  }
}
