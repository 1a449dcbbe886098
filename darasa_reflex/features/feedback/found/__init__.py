"""What is found without a model: counts, and the steps that follow from them.

answered: Each question with its answer as rules read it.
exercises: What to practise next: each exercise points at an answer that leaves it open.
grounds: Whether there is enough to tell anything of the words, whoever judges.
insights: What is true of the words by construction: counted, listed, never judged.
left_open: What is said to the interviewer instead of an answer: wishes, refusals and questions.
rules: What is counted of each category where no model understands, and in which step it is.
steps: What rules found, in three steps, each with the counts it follows from.
strip: The strip of an answer: the parts its kind of question asks for, and where each was found.
weights: What one answer is worth to the rules: what carries it, less what stands beside it.
"""
