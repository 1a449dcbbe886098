import { useEffect, useRef, useState } from "react";
import { gettext as _ } from "../../../words/words.js";

/** See hearing.py. */
const WISH = "darasa-hear";
/** Where shared_link.jsx keeps the secret of a link, and on which page that counts. */
const LINK = "darasa-shared-link";
const BY_LINK = /\/shared\/?$/;
const FAILED = _("This recording could not be played.");

export function HearFrom({ sound, second, at, children }) {
  const wish = () => window.dispatchEvent(new CustomEvent(WISH, { detail: { sound, second } }));
  return (
    <button type="button" className="hear-from figures" aria-label={_("Play from {time}", { time: at })} onClick={wish}>
      {children}
      {at}
    </button>
  );
}

export function HearAnswer({ sound, lasts, children }) {
  const player = useRef(null);
  const [state, setState] = useState("unheard"); // then "playing", "paused" or "failed"
  const [play, pause] = children;

  const hear = async (second) => {
    const audio = player.current;
    try {
      audio.src ||= needsSecret() ? await fetched(sound) : sound;
      if (second !== undefined) audio.currentTime = second;
      await audio.play();
    } catch (reason) {
      if (reason.name !== "AbortError") setState("failed"); // paused before it began
    }
  };

  /** Get it while the pointer is on its way to the button: the sound is there at the click. */
  const prepare = () => {
    if (player.current.src || needsSecret()) return;
    player.current.preload = "auto";
    player.current.src = sound;
  };

  useEffect(() => {
    const wished = ({ detail }) => detail.sound === sound && hear(detail.second);
    window.addEventListener(WISH, wished);
    return () => {
      window.removeEventListener(WISH, wished);
      forget(player.current);
    };
  }, [sound]);

  const playing = state === "playing";
  return (
    <span className="hear" data-state={state}>
      <button
        type="button"
        className="button hear-button"
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={() => (playing ? player.current.pause() : hear())}
      >
        {playing ? pause : play}
        {playing ? _("Pause") : _("Play")}
        <span className="unseen"> {_("your answer")}</span>
        <span className="figures muted">{lasts}</span>
      </button>
      <audio
        ref={player}
        controls
        preload="none"
        hidden={state === "unheard" || state === "failed"}
        aria-label={_("Your answer")}
        onPlay={(event) => {
          alone(event.currentTarget);
          setState("playing");
        }}
        onPause={() => setState("paused")}
        onError={() => setState("failed")}
      />
      <span role="status">{state === "failed" ? FAILED : ""}</span>
    </span>
  );
}

/** Two answers at once are none. */
function alone(audio) {
  for (const other of document.querySelectorAll(".hear > audio")) if (other !== audio) other.pause();
}

/** Whether the address alone does not say who is there. */
function needsSecret() {
  return BY_LINK.test(location.pathname) || Boolean(window.Clerk?.session);
}

/** Fetch a recording whole, with what says who may hear it: no address holds a secret. */
async function fetched(sound) {
  const authorization = BY_LINK.test(location.pathname)
    ? `Link ${sessionStorage.getItem(LINK) ?? ""}`
    : `Bearer ${await window.Clerk.session.getToken()}`;
  const answer = await fetch(sound, { headers: { authorization } });
  if (!answer.ok) throw new Error(FAILED);
  return URL.createObjectURL(await answer.blob());
}

function forget(audio) {
  audio?.pause();
  if (audio?.src.startsWith("blob:")) URL.revokeObjectURL(audio.src);
}
