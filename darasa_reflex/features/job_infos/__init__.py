"""Jobs a person practises for, and what is read from their postings.

advert: What a posting says of the job itself: title, company, level.
instructions: Telling text that speaks to a language model from text that speaks of a job.
lexicon: The skills we know by name, read from `skills.tsv` once.
mentions: Skills named in a line of a job's text.
models: A job a person practises for.
posting: What is read of a posting: lines, headings, requirements.
repository: Reads and writes of job infos. Every one names the owner.
service: What a person does with job infos.
skills: Skills and requirements read from a job's text, in its own words.
"""
