"""What Darasa does, in one folder a subject. They own the ports that providers fill.

accounts: Who a person is, how they come in, and what they may do.
answers: The one reader of answers by word rules: what the interviewer and the report know of them.
engine_choices: What plays in an interview and why, as pages ask for it.
feedback: Feedback on an interview: what it is made from, who judges, what a report holds.
interviews: Interviews: begun, held, kept, read.
job_infos: Jobs a person practises for, and what is read from their postings.
language_models: Language models, whichever: ports, tasks, the choice of one, and trying it out.
personal_data: A person's data: export and deletion.
practice: Practice between interviews: an answer again, what to do next, how it goes over time.
speech_models: Speech models on their way to this machine, and where they lie.
"""
