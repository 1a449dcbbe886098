const MOST_BYTES = 5_000_000;
// Divisible by 3, so that each piece is base64 of its own; an event may have 256 kB.
const PIECE_BYTES = 120_000;

/** See binary_file.py: the contract with Python stands there. */
export function BinaryFile({ onPiece, ...rest }) {
  const hand = async ({ target }) => {
    const [file] = target.files;
    if (!file) return;
    const bytes = file.size > MOST_BYTES ? null : new Uint8Array(await file.arrayBuffer());
    target.value = "";
    if (!bytes) return onPiece?.("", -1, true);
    const many = Math.max(Math.ceil(bytes.length / PIECE_BYTES), 1);
    for (let place = 0; place < many; place += 1) {
      const piece = bytes.subarray(place * PIECE_BYTES, (place + 1) * PIECE_BYTES);
      onPiece?.(base64(piece), place, place === many - 1);
    }
  };
  return <input {...rest} type="file" onChange={hand} />;
}

function base64(bytes) {
  let letters = "";
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters);
}
