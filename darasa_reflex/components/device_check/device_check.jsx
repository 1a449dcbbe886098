import { useEffect, useRef } from "react";
import { getBackendURL } from "$/utils/state";
import env from "$/env.json";
import { DeviceCheck as Check } from "./check.js";

/** The address of the ear: beside Reflex's own socket, wherever that is. */
function earOf(pass) {
  const url = getBackendURL(env.EVENT);
  url.pathname = url.pathname.replace(/\/_event\/?$/, "/v0/ear");
  url.search = new URLSearchParams({ access_token: pass });
  return url.href;
}

/** See component.py: the contract with Python stands there. */
export function DeviceCheck({ earPass, workletUrl, onReading, children, ...attributes }) {
  const root = useRef(null);
  const check = useRef(null);
  const ask = useRef(null);

  useEffect(() => {
    ask.current = onReading;
  });
  useEffect(() => {
    check.current = new Check(root.current, {
      workletUrl,
      ping: getBackendURL(env.PING).href,
      ear: earOf,
      askForPass: () => ask.current?.(),
    });
    return () => check.current.leave();
  }, []);
  useEffect(() => check.current.offer(earPass), [earPass]);

  const whenClicked = ({ target }) => {
    const wish = target.closest?.("[data-check]")?.dataset.check;
    if (wish) check.current.press(wish);
    // What leads on may be refused; the sentence about that stands in the form.
    target.closest?.("button[form]")?.form?.scrollIntoView({ block: "nearest" });
  };
  const whenChosen = ({ target }) => {
    if (target.matches("select[data-check-devices]")) check.current.choose(target.value);
  };
  return (
    <div {...attributes} ref={root} onClick={whenClicked} onChange={whenChosen}>
      {children}
    </div>
  );
}
