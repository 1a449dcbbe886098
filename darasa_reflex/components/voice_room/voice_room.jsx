import { useEffect, useRef } from "react";
import { getBackendURL } from "$/utils/state";
import env from "$/env.json";
import { click, enter } from "./screen/controls.js";
import { Room } from "./room.js";

/** The address of a call, beside Reflex's own socket; `writing`: nobody needs to be heard yet. */
function addressOf(ticket, writing) {
  const url = getBackendURL(env.EVENT);
  url.pathname = url.pathname.replace(/\/_event\/?$/, "/v0/evi/chat");
  url.search = new URLSearchParams({
    access_token: ticket,
    verbose_transcription: "true",
    signs: "true", // ours: EVI's own clients do not ask for them
    writing: String(writing),
  });
  return url.href;
}

/** Browsers do not tell why a socket was refused. Return the kind of the error, as our server sees it. */
async function whyRefused(ticket) {
  const url = getBackendURL(env.PING); // the other one's scheme is that of sockets
  url.pathname = url.pathname.replace(/\/ping\/?$/, "/v0/evi/ticket");
  try {
    const asked = { method: "POST", body: ticket, signal: AbortSignal.timeout(3000) };
    const { current } = await (await fetch(url, asked)).json();
    return current ? "line_blocked" : "ticket";
  } catch {
    return "connect_failed";
  }
}

/** How many connections to one host a browser holds; those of a line that died are dead in its pool. */
const POOLED = 6;

/** Whether the server answers at all: so many questions that not all can wait on dead connections. */
async function isReached() {
  const ask = async () => {
    const asked = { signal: AbortSignal.timeout(3000), cache: "no-store" };
    const answer = await fetch(getBackendURL(env.PING), asked);
    if (!answer.ok) throw new Error("not ready");
  };
  return Promise.any(Array.from({ length: POOLED }, ask)).then(() => true, () => false);
}

/** See component.py: the contract with Python stands there. */
export function VoiceRoom(props) {
  const { interviewId, ticket, workletUrl, inWriting, children, ...rest } = props;
  const { onReady, onStatus, onChat, onTurn, onTick, onEnd, onError, ...others } = rest;
  const { onClick, onKeyDown, ...attributes } = others;
  const root = useRef(null);
  const room = useRef(null);
  const latest = useRef(null);
  const handlers = {
    status: onStatus,
    chat: onChat,
    turn: onTurn,
    tick: onTick,
    end: onEnd,
    error: onError,
  };
  const emit = (event, detail) => handlers[event]?.(detail);

  useEffect(() => {
    latest.current = { interviewId, workletUrl, inWriting, emit };
  });
  useEffect(() => {
    const props = () => latest.current;
    const options = { address: addressOf, refused: whyRefused, reached: isReached, props };
    room.current = new Room(root.current, options);
    onReady?.({ interview_id: interviewId });
    return () => room.current.leave();
  }, []);
  useEffect(() => room.current.offer(ticket), [ticket]);

  const whenClicked = (event) => {
    onClick?.(event);
    click(event, room.current);
  };
  const whenPressed = (event) => {
    onKeyDown?.(event);
    enter(event, room.current);
  };
  return (
    <div {...attributes} ref={root} onClick={whenClicked} onKeyDown={whenPressed}>
      {children}
    </div>
  );
}
