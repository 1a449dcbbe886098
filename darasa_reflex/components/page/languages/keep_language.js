const YEAR_SECONDS = 31_536_000;

/** Keep in which language this browser reads below a path, and load the page anew in it. */
export function chooseLanguage(language, cookie, path) {
  const secure = location.protocol === "https:" ? "; secure" : "";
  const lasting = `path=${path}; max-age=${YEAR_SECONDS}; samesite=lax`;
  document.cookie = `${cookie}=${language}; ${lasting}${secure}`;
  location.reload();
}
