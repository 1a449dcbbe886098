"""In which order an EVI client may rely on messages to come."""


def assert_in_order(seen: list) -> None:
    """Text before its audio; indices from 0 without holes; ids once and never interleaved."""
    announced: list[str] = []
    chunks: dict[str, int] = {}
    for message in seen:
        if message.type == "assistant_message":
            assert message.id not in announced
            announced.append(message.id)
        if message.type == "audio_output":
            assert message.id == announced[-1]
            assert message.index == chunks.get(message.id, 0)
            chunks[message.id] = message.index + 1
        if message.type == "assistant_prosody":
            assert message.id in announced
        if message.type == "assistant_end":
            assert set(chunks) == set(announced)
