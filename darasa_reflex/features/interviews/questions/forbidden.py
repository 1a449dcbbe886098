"""What nobody may ask an applicant of their own: family, health, faith, age, origin and such."""

# A pattern for `re.IGNORECASE`. What a mind words while a person listens keeps further away: see
# `mind.locales.english.unfit`.
PRIVATE = (
    r"\byour (?:own )?(?:family|children|kids|husband|wife|spouse|partner|pregnancy|health|illness"
    r"|disability|religion|faith|church|age|nationality|ethnicity|race|politics|gender|sexuality"
    r"|accent|marital)\b"
    r"|\bare you (?:married|single|pregnant|religious|disabled|gay|straight)\b"
    r"|\bdo you (?:have|plan|want) (?:\w+ ){0,3}(?:children|kids|a family)\b"
    r"|\bhow old are you\b|\bwhen were you born\b|\bpolitical part(?:y|ies)\b"
    r"|\bwhere (?:are|do) you (?:really |originally )?(?:come )?from\b"
    r"|\b(?:vote|voted) for\b|\bpray\b"
)
