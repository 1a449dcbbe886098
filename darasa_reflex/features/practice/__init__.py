"""Practice between interviews: an answer again, what to do next, and whether it got better.

comparison: Two tellings of an answer beside each other: new words, parts, length, pace.
models: An answer given once more, and which telling counts as the best.
phrases: Cuts what is spoken into phrases while it comes.
progress: How interviews go over time, what a job has shown, and what to practise next.
rehearsal: An answer with the attempts at it: which of them are shown, and which counts.
repository: Reads and writes of practice.
service: What a person does with attempts: give one, read them, choose the best.
speaking: An answer spoken once more: heard by the ear of interviews, kept as words.
telling: One answer, or another telling in its place, as the report's rules read it.
verdicts: What a language model says of an attempt.
"""
