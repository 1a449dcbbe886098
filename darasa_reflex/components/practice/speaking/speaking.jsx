import { useEffect, useRef } from "react";
import { getBackendURL } from "$/utils/state";
import env from "$/env.json";
import { SpokenAnswer } from "./answer.js";

/** The address of the ear: beside Reflex's own socket, wherever that is. */
function earOf(pass) {
  const url = getBackendURL(env.EVENT);
  url.pathname = url.pathname.replace(/\/_event\/?$/, "/v0/ear");
  url.search = new URLSearchParams({ access_token: pass });
  return url.href;
}

/** See component.py: the contract with Python stands there. */
export function Speaking({ earPass, workletUrl, onSpeak, onKept, children, ...attributes }) {
  const root = useRef(null);
  const answer = useRef(null);
  const tell = useRef({});

  useEffect(() => {
    tell.current = { onSpeak, onKept };
  });
  useEffect(() => {
    answer.current = new SpokenAnswer(root.current, {
      workletUrl,
      ear: earOf,
      askForPass: () => tell.current.onSpeak?.(),
      kept: (number) => tell.current.onKept?.({ number }),
    });
    return () => answer.current.leave();
  }, []);
  useEffect(() => answer.current.offer(earPass), [earPass]);

  const whenClicked = ({ target }) => {
    const wish = target.closest?.("[data-speak]")?.dataset.speak;
    if (wish) answer.current.press(wish);
  };
  return (
    <div {...attributes} ref={root} data-speaking="idle" onClick={whenClicked}>
      {children}
    </div>
  );
}
