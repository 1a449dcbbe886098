"""The question plan, where its questions come from, and how the interviewer asks on.

bank: Built-in questions by kind of work.
follow_up: When the interviewer asks on.
follow_up_wordings: How the interviewer asks on.
forbidden: What nobody may ask an applicant.
gaps: What an earlier interview left open, and how the plan of a new one begins with it.
general_wordings: Wordings of questions that suit any job. `{role}` stands for "the … role".
locales: Questions in other languages than English, and how such texts are told apart.
own: Questions that people or servers bring along.
prepared: Questions that a language model wrote when the job was saved.
question_plan: The question plan of an interview.
questions: Questions that suit any job, and how a job's title is said in them.
role_questions: Questions about the job itself.
role_wordings: Wordings of questions about a job's skills.
topic: What a chip of the job can be in a spoken question.
warm_up_wordings: Wordings of the question that only warms up; each says that it does not count.
wording: Questions in several wordings, and how one of them is chosen.
"""
