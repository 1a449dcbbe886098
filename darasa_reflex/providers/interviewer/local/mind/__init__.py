"""The scripted mind: what to say next.

agenda: Where in the plan the interview stands, and what there is still time for.
aims: What a follow-up question aims at, when its words are not one of our templates.
answer_language: What is said to answers in another language, or unheard ones.
exchange: What goes into the interviewer's mind and what comes out.
intents: What a candidate wants from the interviewer, told only when they clearly say nothing else.
manners: How the interviewer sounds: friendly, neutral or strict, and never about how good it was.
memory: What was said so far: in this call, and in earlier calls of the same interview.
mind: The interviewer's mind: what to say next, from the plan and what was said. No audio, no clock.
phrases: The small talk of the interviewer: polite, neutral, brief, and never about how good it was.
relevance: Telling a story about something else from an answer; when in doubt, it is an answer.
standards: What a sentence of a language model must meet before the interviewer says it.
visitor: The candidate's own questions: honest answers of a program that knows the job's text alone.
wishes: How candidates word what they want from the interviewer.
"""
