"""Language models, whichever: ports, tasks, the choice of one, and trying it out.

asking: Asking a model for a task: the shape by whatever way works, one repair, or a refusal.
choice: What the one person chose, kept in a file that only this server can read.
failures: What can go wrong with a language model, as one sentence each; never in a vendor's words.
material: What a person wrote or said, on its way to a model: data, never an instruction.
opened: A vendor's client, opened at its first use: loading its package takes seconds.
port: The port of language models: who answers a question, whatever it is asked for.
reading: The JSON in an answer, out of all that models write around it.
schema: The schema of an answer, as plain as every server can read it.
servers: Model servers: those that are known, and where they may be reached.
service: Which language model is asked, for what, and how the one person chooses it.
task: A task is data: what is asked for, in which shape, and when an answer will not do.
trial: Trying a model out: a real round trip, and what it is good enough for.
"""
