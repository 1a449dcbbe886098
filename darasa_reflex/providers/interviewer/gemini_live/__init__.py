"""Gemini Live as interviewer.

closing: When the interview is over: the model said goodbye, or called the function that ends it.
conversation: One call by Gemini Live, as the rest of the program sees it.
dialogue: Turns of a call: what Gemini sends, and what becomes of it in which order.
ears: What the candidate says: their words as Gemini hears them, their times as we hear them.
lifeline: Lines end, the call does not: listening, and going on over the next line.
line: The connection to Gemini Live: opened, renewed, resumed.
mouth: What the interviewer says, on its way out: every text before its voice, a sentence ahead.
places: Where in the plan the interview stands, told from what the interviewer says.
provider: Gemini Live: a spoken interview with a Gemini key alone.
reply: One reply of the model: its words and its voice come apart.
transcript: What was said in a call, by whom, at which place of the plan.
wav: The voice as Gemini sends it, raw PCM, made complete WAV files in base64 as EVI wants them.
"""
