"""The question plan without a model, and how the interviewer asks on.

follow_up: When the interviewer asks on.
follow_up_wordings: How the interviewer asks on.
general_wordings: Wordings of questions that suit any job. `{role}` stands for "the … role".
question_plan: The question plan of an interview.
questions: Questions that suit any job, and how a job's title is said in them.
role_questions: Questions about the job itself, from its skills and requirements.
role_wordings: Wordings of questions about a job's skills.
topic: What a chip of the job can be in a spoken question.
warm_up_wordings: Wordings of the question that only warms up; each says that it does not count.
wording: Questions in several wordings, and how one of them is chosen.
"""
