"""Words that no sentence ends with, by language, and sounds of thinking.

Only such as never stand last: German "er" and "an" do, and so does French "a", though in English
none of them would. Of a language without a list nothing is read but its signs.
"""

from darasa_reflex.features.answers.words import listed

NEVER_LAST = {
    "en": listed(
        """a an the and or but because although though while when where which who whose than as if
        unless until my our your their every the i we they he she um uh uhm er erm hmm mm"""
    ),
    # Prefixes of verbs and pronouns stand last: "das richte ich ein", "dann ging er".
    "de": listed(
        """und oder aber weil dass wenn obwohl während sondern damit sodass ob der den dem des eine
        einen einem eines mein meine meinen meinem unser unsere unseren unserem ihren seinen seinem
        kein keine keinen jeden jedem jede sehr zum zur im vom beim ins am von für gegen ohne
        zwischen wegen trotz äh ähm öh hm"""
    ),
    "es": listed(
        """y e o u pero porque que aunque cuando mientras el la los las un unos unas del al de en
        con por para sin entre hasta desde hacia según mi mis tu su sus me te se le les lo nos muy
        tan cada a he ha han hemos había habían eh em"""
    ),
    "fr": listed(
        """et ou mais car que puisque quand lorsque le la les des du de au aux à dans par chez vers
        entre mon ma mes ta tes sa ses notre votre nos vos ce cet cette ces je tu il on dont très
        chaque quelques l' d' j' qu' c' n' s' m' euh heu"""
    ),
}
# Few sentences end with them: a full stop tells.
SELDOM_LAST = {
    "en": listed(
        """it you this that these those some any each is are was were be been am will would could
        should can may might must do does did have has had to in on by for with about over under
        through since of at from into between without his her its very really then well not just
        even maybe so also basically like"""
    ),
}
