"""Words that carry meaning: verbs of doing, terms of trades, what is done for pleasure.

leisure: Words of home and leisure, by field: of them, stories away from an interview are told.
lexicon: Word lists, as stems. Written by hand for English interviews of any trade.
verbs: Verbs by what they tell: something done, a state, a wish; English, past and present.
"""
