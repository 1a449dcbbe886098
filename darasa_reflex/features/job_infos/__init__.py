"""Jobs a person practises for, and what is read from their postings.

clauses: Requirements that are no single skill: "5+ years of …", "ability to …", "a valid licence".
employers: The employer's own name in a job's text, which is no skill, however technical it looks.
instructions: Telling text that speaks to a language model from text that speaks of a job.
lexicon: The skills we know by name, read from `skills.tsv` once.
mentions: Skills named in a line of a job's text.
models: A job a person practises for.
names: Names of technologies and standards beyond the lexicon, told by how they are written.
pasted: A job's text as people paste it, made plain: HTML, letters that look bold, bullets in a row.
posting: A job's text cut into lines, each with the part of the posting it stands in.
repository: Reads and writes of job infos. Every one names the owner.
service: What a person does with job infos.
skills: Skills and requirements read from a job's text.
"""
