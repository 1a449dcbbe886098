"""One folder a port, in it one file or folder for each engine that fills it.

fetcher: Fetches files over HTTP.
floods: Counts how often somebody asks: in memory, or in Redis.
identity: Who is behind a request: one person, local accounts, Clerk.
interviewer: Interviewers: built-in, Gemini Live, Hume.
judge: Judges: by word rules, by a language model.
language_model: Language models: Gemini, and any server that speaks like OpenAI.
mind: Minds of the interviewer: by rules, by a language model.
model_servers: Finds model servers on this machine.
package_index: Brings packages from where pip gets them.
passwords: Hashes passwords.
questions: Question banks of a whole server.
stt: Speech to text.
tts: Text to speech.
turn: Tells from sound whether somebody has finished.
"""
