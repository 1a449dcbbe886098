const MOST_BYTES = 200_000;

/** See text_file.py: the contract with Python stands there. */
export function TextFile({ onText, ...rest }) {
  const read = async ({ target }) => {
    const [file] = target.files;
    if (!file) return;
    const bytes = file.size > MOST_BYTES ? null : await file.arrayBuffer();
    target.value = "";
    onText?.(bytes ? decoded(bytes) : " ".repeat(MOST_BYTES + 1));
  };
  return <input {...rest} type="file" onChange={read} />;
}

function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
