"""Who a person is, how they come in, and what they may do.

bucket: The token bucket of starts: per person, in SQL, the same in all workers, kept over restarts.
cv: A CV: read from a file within limits.
floods: The port of flood limits: how often somebody may ask, for whatever.
identity: The port of identity: who is behind a request, and how people come in.
local: Accounts with e-mail and password, kept here.
models: A person, their ways in, and their rate bucket.
people: What identity providers tell of people, beside what tokens say.
plans: What a plan includes.
profile: What a person chose for themselves: name, patience, captions, how long interviews are kept.
repository: Reads and writes of people.
service: Who is there.
tokens: Tokens by which programs act for a person.
"""
