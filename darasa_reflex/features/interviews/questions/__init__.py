"""The question plan, where its questions come from, and how the interviewer asks on.

bank: Built-in questions by kind of work.
follow_up: When the interviewer asks on.
forbidden: What nobody may ask an applicant.
gaps: What an earlier interview left open, and how the plan of a new one begins with it.
locales: Questions in other languages than English, and how such texts are told apart.
own: Questions that people or servers bring along.
prepared: Questions that a language model wrote when the job was saved.
question_plan: The question plan of an interview.
questions: Questions that suit any job, and how a job's title is said in them.
role_questions: Questions about the job itself.
topic: What a chip of the job can be in a spoken question.
wordings: How questions are worded, and how one of several wordings is chosen.
"""
