import { useEffect } from "react";

/** See sharing.py: the contract with Python stands there. */
const KEPT = "darasa-shared-link";
const LINK = /^#link=(.+)$/;

/** Take the secret off the address, into the memory of this tab. */
function take() {
  if (typeof window === "undefined") return false;
  const found = LINK.exec(window.location.hash);
  if (!found) return false;
  sessionStorage.setItem(KEPT, found[1]);
  history.replaceState(history.state, "", window.location.pathname);
  return true;
}

// As soon as the page's code runs: the first event tells the server the whole address.
take();

export function SharedLink({ asked, onLink }) {
  const tell = () => onLink?.(sessionStorage.getItem(KEPT) ?? "");
  useEffect(() => {
    take();
    if (asked) tell();
  }, [asked]);
  useEffect(() => {
    const opened = () => take() && tell();
    window.addEventListener("hashchange", opened);
    return () => window.removeEventListener("hashchange", opened);
  }, []);
  return null;
}
