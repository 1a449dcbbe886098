"""Word lists, as stems. Written by hand for English interviews of any trade."""

from darasa_reflex.features.answers.words import Sentence, stem


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def _stems(listed: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _words(listed))


FUNCTION_WORDS = _words(
    """a an the and or but so if then than that this these those there here it its it's he she
    they them their we us our i i'm i've i'd i'll me my mine you your he's she's that's
    we're they're who what which when where why how is are was were be been being am do does
    did done have has had not no yes to of in on at by for with from into about over after
    before between during without under as because until while through up down out off again
    more most some any each all both few very can could will would should may might must
    just also too only own same such don't didn't isn't wasn't can't couldn't wouldn't won't
    we'd we'll they'd they'll he'd he'll she'd she'll it'd it'll you'd you'll you're you've
    they've haven't hasn't hadn't weren't aren't there's what's cos 'cause him myself
    now well ok okay oh um uh one two doesn't shouldn't"""
)
# Words that say nothing particular about the work done.
GENERIC = _stems(
    """thing things stuff lot lots much many really important great good nice bad best better
    well always every everything everyone everybody something anything someone people person
    way ways kind sort bit time times day days year years life world place hard harder
    effort efforts believe think know feel like want need love enjoy hope wish try tried
    make made do did get got go went come came take took give gave put see say said tell
    told ask work worked working job jobs role roles task tasks company companies business
    team teams colleague colleagues manager project projects problem problems issue issues
    challenge challenges challenging solution solutions situation situations goal goals
    result results success successful successfully opportunity opportunities experience
    experiences skill skills skilled strong strength strengths weakness passion passionate
    motivated motivation dedicated dedication hardworking player teamwork communication
    communicate communicator leadership leader leading professional quality excellence
    excellent amazing outstanding awesome perfect top highly extremely truly deeply honest
    honestly basically actually literally overall general generally usually often sometimes
    never different various several certain specific able ability capable understand
    understanding learn learned learning grow growth develop development improve improvement
    contribute contribution value values success career future industry field area areas
    topic question answer interesting interested interest excited exciting look looking
    forward part first second next last finally end start started begin help helped helpful
    happy proud responsible responsibility responsibilities technology technologies idea
    ideas point sure course fact matter matters reason detail details focus attention
    positive attitude flexible adaptable creative organized reliable fast quick quickly
    learner big small new old long short right wrong simple easy difficult high low full
    whole main key else still even never ever maybe perhaps probably possible basically
    thank thanks please sorry fine okay ok yeah hello number one two three four five ten
    hundred thousand done use used using worth today tomorrow glad quite count counts class
    valuable lesson lessons shape shaped previous complex pressure initiative outcome
    outcomes ownership collaborate collaborated collaboration closely close cross functional
    stakeholder stakeholders alignment leverage leveraged synergy synergies drive driven
    practice practices change changes impactful impact reward rewarding realize realise brag
    record save saved gain gained pay paid heart soul twice performance within complete
    completed budget deadline deadlines percent nobody brilliant talented expert expertise
    gifted care cared caring respect trust honesty integrity energy energetic enthusiasm
    enthusiastic ambition ambitious determined determination commitment committed loyal
    reliable punctual productive productivity efficient efficiency effective effectively
    efficiently smart smooth smoothly nicely proactive strategic strategy vision visionary
    innovative innovation dynamic exceptional exceed exceeded expectations expectation
    obstacle obstacles overcome overcame failure failures chance chances relationship
    relationships stay stayed calm stressful stress happen happened turn turned talk million
    millions billion thousands hundreds deliver delivered achieve achieved achievement
    accomplish handle handled deal dealt manage managed involve involved participate
    participated etc mean meaning real mindset journey"""
)
# Workplace words in general use: they place a sentence at work, and prove nothing by themselves.
_WORK_GENERAL = """team teams project projects company colleague colleagues coworker coworkers
    manager boss client clients customer customers stakeholder stakeholders deadline deadlines
    meeting meetings budget employer intern internship department office"""
_WORK = (
    _WORK_GENERAL
    + """ user users release releases deploy deployed deployment production system systems
    service services server servers database databases data code codebase software api app
    application feature features bug bugs test tests testing query queries index cache latency
    throughput pipeline schema migration incident incidents outage alert alerts monitoring
    dashboard dashboards metric metrics requirement requirements spec specification design
    prototype review reviews document documentation report reports reporting backlog sprint ticket
    tickets roadmap vendor vendors supplier suppliers contract contracts invoice invoices order
    orders sale sales lead leads revenue margin cost costs forecast campaign conversion churn
    retention onboarding training trainee workshop hire hired candidate interview interviews
    audit compliance policy procedure procedures checklist process processes workflow quality
    defect defects inspection shift shifts ward patient patients dose medication chart charts
    nurse doctor clinic student students lesson lessons curriculum class classroom pupil parents
    assessment grade grades inventory stock warehouse shipment shipments logistics supply safety
    machine machines maintenance equipment site crew survey surveys feedback analysis spreadsheet
    model models experiment experiments regression error errors log logs performance load memory
    library framework module component interface security access account accounts payment payments
    transaction transactions billing checkout login escalation complaint complaints refund support
    helpdesk research interviewees prototypes wireframe usability accessibility layout brand
    content editor article articles newsletter accounting ledger reconciliation tax payroll loan
    risk regulation legal case cases court filing recruiter vacancy staffing schedule scheduling
    rota roster conflict disagreement mentor mentored mentoring junior juniors senior intern
    negotiation negotiated prioritise prioritize rollout rollback backend frontend cloud cluster
    container infrastructure script scripts automation tool tools repository commit branch merge
    stakeholders quarter supervisor supervise thesis lab laboratory hospital school store shop
    restaurant hotel factory plant branch guests guest kitchen menu request requests endpoint
    charge charges traffic job"""
)
WORK = _stems(_WORK)
# Family: home words after "my".
KIN = _words(
    """wife husband girlfriend boyfriend mother father mom dad brother sister cousin uncle aunt
    grandmother grandfather grandma grandpa grandparents son daughter kids baby toddler
    niece nephew friends"""
)
# What job texts say of every job.
BOILERPLATE = GENERIC | _stems(
    """we you your our looking seeking candidate candidates requirements qualifications preferred
    required must plus bonus benefits salary competitive office remote hybrid join joining apply
    environment dynamic paced knowledge proven familiarity familiar proficiency proficient
    degree bachelor master equivalent related relevant minimum least ideal duties tasks including
    include includes ensure within across hands mission culture offer offers daily own ownership
    excellent strong solid expert level junior mid middle senior engineer engineering developer
    specialist associate assistant description title position employee hiring""",
)


def specifics(sentence: Sentence) -> frozenset[str]:
    """Return the stems of a sentence that say something particular."""
    pairs = zip(sentence.terms, sentence.stems, strict=True)
    return frozenset(
        root
        for term, root in pairs
        if term not in FUNCTION_WORDS
        and root not in GENERIC
        and not term[0].isdigit()
        and len(root) > 1
    )
