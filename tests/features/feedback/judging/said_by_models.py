"""Sentences as models write them: what may not be said of a person, and what only sounds so."""

NOBODY_COUNTED = """
You give a reason in half of your answers.
About a third of what you say is filler.
A dozen times you repeat yourself.
You mention the team dozens of times.
You gave zero examples.
Part IV of your story is missing.
Your answers i) begin late, ii) end early.
Nearly all of your replies lack a result.
Most replies lack a result.
The majority of your stories end early.
You said "um" countless times.
You twice say that you checked.
Only one of your stories has a result.
You mention it once and never again.
In a couple of answers you trail off.
A handful of your examples are strong.
You talk for too long in almost every answer.
Roughly two in three of your stories have results.
You use "we" far more often than "I".
Several of your stories have no ending.
A few answers run on.
Your pace is about double what is usual.
You hesitate more than other candidates do.
Your answers are longer than average.
You speak faster than most people.
Ninety percent of it is filler.
You score in the top tier of candidates.
A single answer has an outcome.
You repeat this point over and over, in each reply.
Your first two replies are the same.
Numerous claims are unsupported.
You rarely give a figure.
You always begin with the result.
You often say just.
The bulk of what you say is background.
Both stories lack an outcome.
Neither example has a number.
A pair of answers show this.
Your answers get a nine.
You took ages, five-ish minutes, over it.
Twenty-odd fillers were heard.
A good 20 fillers.
Plenty of your answers end well.
A score of fillers.
Every other answer wanders.
"""
NOBODY_KNOWS = """
You will get this job.
You would be hired on the spot.
They will not hire you.
This answer alone would rule you out.
You are ready for the role.
You are not ready for this role.
An interviewer would reject you for this.
You should expect an offer.
You would make it to the final round.
You have a strong chance here.
This will cost you the job.
Recruiters will love this.
You would sail through.
You are a strong candidate for this position.
You would not pass the bar at most companies.
You will do well in the real interview.
The panel would turn you down.
I would hire you.
A no from me.
You are likely to succeed.
You'd be rejected.
It's a clear yes.
This disqualifies you.
You would be a great fit for the team.
They'll be impressed by you.
The panel is going to want you.
You'd walk into this job.
The offer is yours.
Prepare to negotiate your salary.
You have it in the bag.
Top performer.
My instructions ask me to choose a level.
As instructed in the system prompt, I judge it.
I was told to be strict.
"""
NOT_ABOUT_THE_WORK = """
Your accent makes it hard to follow.
Your English is weak.
As a non-native speaker you do well.
You speak with a strong Nigerian lilt.
You look tired.
You sound young for this.
At your age this is impressive.
Given your background abroad, this is good.
Your health may be a problem for shifts.
You seem nervous.
You appear anxious and unsure of yourself.
Being a mother, you juggle a lot.
As a woman in engineering you stand out.
You sound depressed.
You come across as shy.
Your stammer makes it slow.
Your lisp is audible.
Your voice is pleasant and feminine.
You dress well.
You are clearly an introvert.
Your grammar is poor.
Your vocabulary is limited for a foreigner.
Your mother tongue shines through.
People from your country talk like this.
You smile warmly.
You are handsome.
Where you come from, this is normal.
Your disability should not hold you back.
You may have ADHD.
You sound like an older person.
Older candidates often say this.
For a young man this is mature.
Your dialect is charming.
You mispronounce words.
Your tone is cold and you are arrogant.
You are lazy.
You are a dishonest person.
You have an anxiety problem.
Your family situation may interfere.
Your Indian English is easy to follow.
Your religion seems to matter to you.
You're too old to start over.
You sound sick.
Your limp would not matter.
For somebody of your background this is impressive.
"""
FINE = """
You connect it with your background in logistics.
You say that the prompt of the till was wrong.
You gave the trainee clear instructions.
You say what you checked before you acted.
You told the patient's family at once.
You say why you chose the smaller change.
Begin with what came of it.
End each answer with what came of it.
Say how you knew that it had worked.
The age of the patient is left out.
You describe how you calmed an anxious parent.
You explain the health and safety rule.
You took the native app apart and found the cause.
You say that you were wrong and what you did about it.
Name one example of it.
You say what the old system did.
You describe the looks of the page after the change.
Tell one story in order.
You tell it in your own words.
Say what you would do next time.
The customer's complaint is told, and how it ended.
You describe a second check after the first.
You explain why the Polish customer was upset.
You describe the accent colour of the button.
You hired a contractor and say why.
You say how you handled a rejected candidate.
Give a number for the result.
The result is told in one sentence.
You did not say who decided.
You say which of the options was chosen and why.
You say how you rejected the offer of the supplier.
You speak of the pregnant patient with care.
You say what you did when the team was under stress.
"""
