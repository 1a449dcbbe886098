"""Hearing: from sound to what the candidate said, and when they have finished.

ears: What the candidate says: sound in, utterances out, transcribed while they are spoken.
echo: The interviewer's own voice in the candidate's microphone.
end_of_turn: The sound of the open answer.
endpointing: When speech begins, pauses, interrupts and is over.
hearing: Which engine hears a call: the best that can, and a better one only between two questions.
pace: How long a silence must last before an answer counts as finished.
phrase_reader: The stretches of speech of the open answer, on their way to words while it goes on.
reading: A stretch of speech on its way to words, and when in the call each of them was said.
sentences: Whether the words so far can be all of an answer to what was asked.
stretch: Moments of sound taken together: perhaps speech, perhaps an interruption.
unread: How much sound may wait in memory for the engine to read it.
utterance: What the candidate said in one go.
vad: How likely each moment of sound is speech: Silero's voice activity model, as a stream.
"""
