"""Word lists of the cues, as stems. Written by hand for English interviews of any trade."""

from darasa_reflex.features.feedback.words import stem


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
    now well ok okay oh um uh one two"""
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
# Family: home words, unless question or job is about people in one's care.
KIN = _words(
    """wife husband girlfriend boyfriend mother father mom dad brother sister cousin uncle aunt
    grandmother grandfather grandma grandpa grandparents son daughter kids baby toddler
    niece nephew friends"""
)
CARE = _stems(
    """family families patient patients child children parent parents student students pupil
    pupils resident residents guest guests customer customers client clients relatives
    people"""
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
# Past tense of common verbs that does not end in "-ed".
PAST_VERBS = _words(
    """built led wrote made ran took found set cut drew taught sold held brought began chose
    drove fed grew kept met paid put rebuilt sent split spent spoke told won broke rewrote
    dealt gave got went came did had was were said saw heard knew thought felt lost left
    became bought caught fought hid laid lent read rode rose sang sought shot shut slept
    spread stood stuck struck swept threw understood used woke wore oversaw undertook
    rang sat hung let hit flew froze shook swung dug ate beat bent burnt lit quit slid
    spun tore bound undid overheard overcame withheld upheld
    forecast offset withdrew rethought reset rebuilt redrew outgrew fell learnt dreamt"""
)
NOT_PAST = _words("need speed indeed hundred embed exceed proceed succeed feed seed naked")
# Past verbs that name a state, a wish or a thought: no action of one's own.
STATIVE = _words(
    """was were had felt thought believed knew wanted liked loved enjoyed needed hoped seemed
    saw heard happened existed remained became stayed lived graduated studied learned learnt
    realised realized understood failed lost fell guessed noticed said supposed wished
    dreamt forgot missed hated preferred appreciated admired noticed got sat ate
    slid hung hit froze"""
)
WEAK_VERBS = _words(
    """worked looked helped tried attended participated assisted supported handled dealt did
    went started continued gave took joined contributed involved managed used made told grew
    came put watched improved delivered achieved"""
)
ADVERBS = _words(
    """also then first finally personally just even soon later eventually initially myself once
    already recently mostly always often never still now therefore had have 've be been
    really so both each all actually to"""
)
NEGATIONS = _words(
    """not never no nor neither nobody nothing without didn't don't doesn't wasn't weren't
    isn't aren't couldn't can't cannot haven't hadn't hasn't wouldn't won't shouldn't hardly
    barely failed unable"""
)
MODALS = _words("would could might should will shall may can must i'd we'd you'd i'll we'll going")
# Past verbs that tell how things were, not that something changed.
STATES = _words("was were had did said thought felt knew liked wanted seemed looked")
# Verbs of feeling: what follows "I" here is an opinion, not something done.
MENTAL = _words("felt thought believed liked loved enjoyed wanted hoped wished hated")
# Present-tense action verbs, for plans and for people who tell the past in the present.
ACTIONS = _stems(
    """make use add analyse analyze ask automate audit build call change check choose clean
    code collect compare compute configure connect convert coordinate create cut debug
    decide define deploy design detect divide document draft draw estimate explain extract
    find fix gather group identify implement index inspect install instrument interview
    introduce isolate list load log look map measure merge migrate model monitor move
    negotiate observe open optimise optimize organise organize pair partition plan prepare
    prioritise prioritize profile propose prototype query reduce refactor remove repair
    replace report reproduce review rewrite roll run schedule search send separate set shard
    ship show simulate solve split start stop store survey teach test trace track train
    translate tune update use validate verify wash weigh write count call ring wear sit walk invite
    sort listen sample flag mark colour label lock prove hand keep repeat praise photograph
    calculate allocate rotate log bring tag clamp swap close"""
)
