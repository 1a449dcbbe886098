"""Which kind of work a job is, told by its title, or by its skills where it has none."""

import re
from collections import Counter
from collections.abc import Sequence

from darasa_reflex.features.job_infos.mentions import mentions_in

# Roles whose interviews ask for knowledge and designs.
TECHNICAL_ROLES = frozenset(
    {"software", "data", "infrastructure", "security", "testing", "design", "engineering"}
)
# In the order of trying: a "data scientist" is no scientist of a laboratory.
_TITLES = {
    "early years": r"early years|nursery (?:nurse|practitioner|assistant)|childminder|nanny",
    "teaching": (
        r"\w*teacher|lecturer|tutor|teaching assistant|senco"
        r"|head of (?:math\w*|english|science|year|department|school|key stage)"
    ),
    "social work": r"social worker",
    "care": r"care(?:r| assistant| worker| home|giver)|support worker|healthcare assistant|hca",
    "nursing": r"nurse|midwife|paramedic|health visitor|rn",
    "health": (
        r"physio\w*|\w*therapist|radiographer|pharmacist|doctor|dent\w+|dietitian|psychologist"
        r"|hygienist|counsellor|optometrist"
    ),
    "kitchen": r"chef|cook|baker|kitchen \w+",
    "hospitality": r"waiter|waitress|barista|bartender|hotel \w+|front of house|host|housekeeper",
    "security": r"security (?:engineer|analyst|architect)|penetration tester|cyber\w* \w+",
    "testing": r"tester|qa|test engineer|test analyst|quality assurance (?:engineer|analyst)",
    "infrastructure": (
        r"sre|site reliability|devops|platform engineer|sys(?:tems?)? ?admin\w*|network engineer"
        r"|cloud engineer|it support|it technician|infrastructure"
    ),
    "data": r"data|machine learning|ml|analytics|bi|business intelligence|statistician",
    "engineering": (
        r"(?:civil|mechanical|electrical|structural|chemical|process|manufacturing|quality"
        r"|production|design|electronics|aerospace) engineer"
    ),
    "software": (
        r"software|developer|programmer|front[- ]?end|back[- ]?end|full[- ]?stack|ios|android"
        r"|(?:web|python|java|mobile) engineer|embedded"
    ),
    "product": r"product (?:manager|owner|lead|director)|head of product",
    "design": r"designer|ux|ui|user researcher",
    "project": r"project|programme|scrum master|delivery manager|business analyst",
    "support": r"customer (?:support|service|success)|call cent\w+|help ?desk|service desk",
    "sales": r"sales|account (?:executive|manager)|business development|sdr|bdr|telesales",
    "retail": r"store|shop|retail|cashier|merchandiser|keyholder",
    "marketing": r"market\w+|copywriter|seo|content|brand|social media|communications",
    "hr": r"hr|human resources|recruit\w+|talent|people (?:partner|advisor|adviser)",
    "finance": (
        r"account(?:ant|s)\w*|bookkeeper|payroll|auditor|financ\w+|tax|credit controller|actuary"
    ),
    "legal": r"solicitor|lawyer|paralegal|legal|barrister|conveyancer",
    "driving": r"driver|courier|driving",
    "warehouse": r"warehouse|picker|packer|forklift|logistics|stock|storekeeper|operative",
    "trades": (
        r"electrician|plumber|carpenter|joiner|mechanic|welder|fitter|technician|bricklayer|roofer"
        r"|maintenance|plasterer|painter|caretaker"
    ),
    "science": (
        r"scientist|laboratory|lab|chemist|biologist|research (?:assistant|associate|fellow)"
    ),
    "admin": r"administrator|secretary|receptionist|clerk|office|assistant|coordinator",
    "management": r"manager|director|head|supervisor|team lead\w*",
}
ROLES = tuple(_TITLES)
_PATTERNS = {
    role: re.compile(rf"\b(?:{words})s?\b", re.IGNORECASE) for role, words in _TITLES.items()
}
_BY_FAMILY = {
    "language": "software",
    "framework": "software",
    "database": "software",
    "cloud": "infrastructure",
    "data": "data",
    "security": "security",
    "testing": "testing",
    "design": "design",
    "health": "health",
    "education": "teaching",
    "trades": "trades",
    "engineering": "engineering",
    "sales": "sales",
    "marketing": "marketing",
    "finance": "finance",
    "legal": "legal",
    "hr": "hr",
}
_FEWEST_SKILLS = 2


def role_of(title: str | None, skills: Sequence[str]) -> str:
    """Return the kind of work a job is, a key of the bank; empty when it cannot be told."""
    for role, pattern in _PATTERNS.items():
        if pattern.search(title or ""):
            return role
    families = Counter(
        _BY_FAMILY[mention.skill.family]
        for skill in skills
        for mention in mentions_in(skill)
        if mention.skill.family in _BY_FAMILY
    )
    most = families.most_common(1)
    return most[0][0] if most and most[0][1] >= _FEWEST_SKILLS else ""
