"""How questions are worded, and how one of several wordings is chosen.

follow_up_wordings: How the interviewer asks on.
general_wordings: Wordings of questions that suit any job. `{role}` stands for "the … role".
role_wordings: Wordings of questions about a job's skills.
warm_up_wordings: Wordings of the question that only warms up; each says that it does not count.
wording: Questions in several wordings, and how one of them is chosen.
"""
