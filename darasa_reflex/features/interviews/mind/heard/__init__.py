"""What is understood of what a candidate said.

intents: What they want, where they clearly say nothing else; by the rules of `wishes`.
wishes: How candidates word what they want from the interviewer; made of `requests`.
requests: Wishes by the words they are made of.
addressed: Whether a text asks the interviewer for something that no rule knows.
broken_off: Whether an answer breaks off within a sentence.
asked_back: What is asked about the interview itself, and what is true of it.
visitor: Their own questions, and what is true of every interview here.
relevance: Whether a story has nothing to do with the question.
aims: What a follow-up asks for.
told: What an answer has told already.
"""
