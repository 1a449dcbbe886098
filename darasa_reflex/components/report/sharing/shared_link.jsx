import { useEffect } from "react";

/** See sharing.py: the contract with Python stands there. */
const KEPT = "darasa-shared-link";
const OWN_KEY = "darasa-comments-key";
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

/** Return the key by which this browser may take back what it wrote, the same for every tab. */
function ownKey() {
  let key = localStorage.getItem(OWN_KEY);
  if (!key) {
    const random = crypto.getRandomValues(new Uint8Array(32));
    key = Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("");
    localStorage.setItem(OWN_KEY, key);
  }
  return key;
}

// As soon as the page's code runs: the first event tells the server the whole address.
take();

export function SharedLink({ asked, onLink }) {
  const tell = () => onLink?.(sessionStorage.getItem(KEPT) ?? "", ownKey());
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
