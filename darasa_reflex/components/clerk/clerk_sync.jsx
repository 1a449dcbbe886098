import { useEffect, useRef, useState } from "react";
import { useAuth, useClerk } from "@clerk/react";

const CHECK_MS = 5000;
const LATE_MS = 10000;

/** See component.py: the contract with Python stands there. */
export function ClerkSync({ standing, eager, onToken, onFailed }) {
  const clerk = useClerk();
  const { isLoaded, isSignedIn, sessionId, getToken } = useAuth();
  const late = useLate(isLoaded, clerk.status);
  const sent = useRef(undefined);
  const bought = useRef(eager);

  useEffect(() => {
    if (late && standing === "") onFailed?.();
  }, [late, standing]);

  useEffect(() => {
    if (!isLoaded) return;
    let stopped = false;
    let timer;
    const check = async () => {
      clearTimeout(timer);
      const token = isSignedIn ? await newest() : "";
      if (stopped) return;
      const agreed = standing === (token ? "in" : "out");
      if (token !== null && (token !== sent.current || !agreed)) {
        sent.current = token;
        onToken?.(token);
      }
      clearTimeout(timer);
      timer = setTimeout(check, CHECK_MS);
    };
    // Null when Clerk cannot be asked: offline for a moment is not signed out.
    const newest = () => {
      const skipCache = Boolean(bought.current);
      bought.current = false;
      return getToken({ skipCache }).catch(() => null);
    };
    // Browsers hold back the timers of a page that nobody sees.
    const returned = () => {
      bought.current = eager;
      check();
    };
    check();
    window.addEventListener("focus", returned);
    return () => {
      stopped = true;
      clearTimeout(timer);
      window.removeEventListener("focus", returned);
    };
  }, [isLoaded, isSignedIn, sessionId, standing, eager]);

  return null;
}

/** Whether Clerk has failed, or has kept the person waiting for too long. */
function useLate(isLoaded, status) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (isLoaded) return setLate(false);
    if (status === "error") return setLate(true);
    const timer = setTimeout(() => setLate(true), LATE_MS);
    return () => clearTimeout(timer);
  }, [isLoaded, status]);
  return late;
}
