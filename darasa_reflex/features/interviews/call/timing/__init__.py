"""A call in time: signs of life, time-outs, how long replies take, what is heard by now.

audible: When the interviewer is heard: known from the browser, or reckoned from the audio sent.
pulse: Signs of life between the two ends of a line.
reply_delay: How long a candidate who has spoken waits for the interviewer's first sound.
timeouts: Idle and longest time of a call: when to warn aloud and when to end it.
"""
