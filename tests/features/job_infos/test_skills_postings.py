# ruff: noqa: E501, RUF001 - job texts stand here as people paste them
"""Job texts of different fields, written for these tests, with what a reader finds in them."""

from dataclasses import dataclass, field

import pytest

from darasa_reflex.features.job_infos import skills
from darasa_reflex.features.job_infos.lexicon import known
from darasa_reflex.features.job_infos.mentions import mentions_in


@dataclass(frozen=True)
class Posting:
    """A job text; `wanted` chips must be found, `welcome` ones may be, all others are noise.

    A text ending in "…" is the beginning of a chip.
    """

    text: str
    wanted: tuple[str, ...]
    welcome: tuple[str, ...] = field(default=())


POSTINGS = {
    "back end": Posting(
        """Backend Engineer (Payments)

About Tillwise
Tillwise moves money for 4,000 small shops in Europe. We go the extra mile and we excel at what we do.

What you will do
• Design, build and run services in Go and Python
• Own our PostgreSQL and Kafka clusters together with the platform team
• Take part in the on-call rotation

What we look for
• 4+ years of experience building web services in production
• Good knowledge of relational databases and query tuning
• Experience with Docker, Kubernetes and Terraform
• Ability to explain a technical decision to non-technical colleagues
Nice to have: gRPC, Rust, PCI DSS

Benefits
• 28 days of holiday, health insurance, learning budget, free coffee
""",
        (
            "Go",
            "Python",
            "PostgreSQL",
            "Apache Kafka",
            "Docker",
            "Kubernetes",
            "Terraform",
            "4+ years of experience building web services…",
            "Database design",
            "Ability to explain a technical decision…",
            "gRPC",
            "Rust",
            "PCI DSS",
        ),
        ("Query optimisation", "Incident response", "Back-end development"),
    ),
    "front end": Posting(
        """Senior Frontend Developer. You will build the customer portal of a Nordic energy supplier with React, \
TypeScript and Next.js, and look after our design system in Storybook. You know your way around CSS, \
accessibility (WCAG 2.2) and automated tests with Playwright or Cypress. We expect at least 5 years of \
professional experience in front-end development and fluent English. Swedish is a plus. Salary SEK 55,000.""",
        (
            "React",
            "TypeScript",
            "Next.js",
            "Design systems",
            "Storybook",
            "CSS",
            "Playwright",
            "Cypress",
            "Front-end development",
            "At least 5 years of professional experience…",
            "English",
        ),
        ("Web accessibility", "Test automation"),
    ),
    "data analyst": Posting(
        """Data Analyst, Marketplace

Responsibilities:
- Build dashboards in Tableau and Looker that teams use every week
- Run A/B tests from design to decision
- Work with product managers to define metrics

Requirements:
- Bachelor's degree in a quantitative subject
- Strong SQL and solid Python (pandas)
- 2+ years in an analytics role
- Knowledge of statistics, in particular hypothesis testing
- Clear written communication
Equal opportunity employer. All applicants are considered regardless of race, religion or age.
""",
        (
            "Tableau",
            "Looker",
            "A/B testing",
            "SQL",
            "Python",
            "pandas",
            "Statistics",
            "Hypothesis testing",
            "Communication",
            "Bachelor's degree in…",
            "2+ years in an analytics role",
        ),
        ("Data visualisation", "Product management", "Data analysis"),
    ),
    "nurse": Posting(
        """Registered Nurse (Band 5), Acute Medical Unit

You will care for up to eight patients on a busy ward. The day includes patient assessment, medication \
administration, IV therapy, wound care and clear clinical documentation in our electronic patient record.

Person specification
Essential:
- NMC registration
- Experience of working in an acute setting
- Good understanding of infection control and safeguarding
- Able to stay calm with worried relatives
- Basic Life Support certificate
Desirable:
- Phlebotomy
- Experience mentoring students
We offer NHS pension, 27 days annual leave and free parking.
""",
        (
            "Patient assessment",
            "Medication administration",
            "Cannulation",
            "Wound care",
            "Clinical documentation",
            "NMC registration",
            "Experience of working in an acute setting",
            "Infection control",
            "Safeguarding",
            "Able to stay calm with worried relatives",
            "CPR",
            "Phlebotomy",
        ),
        ("Electronic health records", "Mentoring", "Experience mentoring students"),
    ),
    "teacher": Posting(
        """Primary School Teacher (Key Stage 2)
Our village school is looking for a warm and organised class teacher from September.
You will plan and deliver lessons across the curriculum, use formative assessment to follow each child, \
and keep in touch with parents.
We are looking for someone with:
* Qualified Teacher Status (QTS)
* experience of teaching mixed-ability classes
* good classroom management
* an understanding of special educational needs
* confidence with Google Classroom
* commitment to safeguarding
""",
        (
            "QTS",
            "Primary teaching",
            "Assessment of learning",
            "Classroom management",
            "Special educational needs",
            "Experience of teaching mixed-ability classes",
            "Learning management systems",
            "Safeguarding",
        ),
        ("Teaching", "Lesson planning", "Parent communication"),
    ),
    "sales": Posting(
        """Account Executive (SaaS)

Your mission: win new mid-market customers in the UK and grow them.
- Own the sales pipeline from prospecting and cold calls to contract negotiation
- Keep Salesforce up to date and forecast every Friday
- Run product demos for finance teams

You bring
- 3 years of B2B sales experience, ideally software
- A record of meeting quotas
- Excellent negotiation and presentation skills
- Familiarity with HubSpot or a similar CRM
OTE £85k, stock options, 25 days of holiday.
""",
        (
            "Sales forecasting",
            "Lead generation",
            "Cold calling",
            "Salesforce",
            "Sales presentations",
            "3 years of B2B sales experience…",
            "B2B sales",
            "Negotiation",
            "Presentation skills",
            "HubSpot",
            "CRM systems",
        ),
        ("Contract management", "Record of meeting quotas"),
    ),
    "marketing": Posting(
        """Digital Marketing Manager

We make garden furniture from recycled wood. You will lead SEO, paid search and email marketing, write \
briefs for our agencies and report on campaign results each month.

Skills and experience
Google Ads and Google Analytics (GA4); marketing automation, preferably Klaviyo; copywriting in British \
English; budget management of £200k a year; at least three years in a similar role; leading a team of two.
""",
        (
            "SEO",
            "Paid search",
            "Email marketing",
            "Google Analytics",
            "Marketing automation",
            "Klaviyo",
            "Copywriting",
            "Budget management",
            "At least three years in a similar role",
        ),
        (
            "English",
            "Digital marketing",
            "Campaign management",
            "Leadership",
            "Leading a team of two",
        ),
    ),
    "accountant": Posting(
        """Management Accountant – part-qualified welcome
Reporting to the Financial Controller, you prepare month-end close, balance sheet reconciliations, VAT \
returns and variance analysis, and you support the external audit.
Must have
- ACCA or CIMA (part-qualified)
- Advanced Excel (pivot tables, Power Query)
- Experience with Xero or Sage
- Knowledge of IFRS
- Attention to detail and ability to meet deadlines
Salary: £42,000 plus bonus scheme
""",
        (
            "Month-end close",
            "Bank reconciliation",
            "Tax preparation",
            "Budgeting and forecasting",
            "External audit",
            "ACCA",
            "Excel",
            "Xero",
            "Sage",
            "IFRS",
            "Attention to detail",
        ),
        ("Time management", "Power Query"),
    ),
    "electrician": Posting(
        """ELECTRICIAN – COMMERCIAL SITES

Working in small crews you install cables, test and commission, and find faults in shops and offices.

REQUIREMENTS
- NVQ Level 3 in electrical installation
- 18th Edition
- Inspection and testing (2391) preferred
- Valid CSCS card
- Full driving licence
- Used to working at height and reading technical drawings
- At least 2 years on commercial sites

WE OFFER
- Van, tools, overtime
""",
        (
            "Electrical installation",
            "18th Edition wiring regulations",
            "Electrical inspection and testing",
            "CSCS",
            "Driving licence",
            "Scaffolding",
            "Blueprint reading",
            "At least 2 years on commercial sites",
        ),
        ("NVQ Level 3 in electrical installation", "Commissioning"),
    ),
    "warehouse": Posting(
        """Warehouse Team Leader
The role
You lead a shift of fifteen people in picking and packing, keep stock accurate and make sure everyone goes home \
safely. You plan the rota and report KPIs to the operations manager.
What you need
Experience in warehouse management and team leadership
A counterbalance forklift licence
Working knowledge of a WMS and Microsoft Excel
Understanding of health and safety rules
Flexible about early and late shifts
""",
        (
            "Warehouse operations",
            "Shift planning",
            "KPI reporting",
            "Leadership",
            "Forklift driving",
            "Excel",
            "Health and safety",
        ),
        ("Operations management", "Flexible about early and late shifts", "Stock control"),
    ),
    "solicitor": Posting(
        """Employment Solicitor (3-5 years PQE)
You will advise employers on contracts, redundancies and grievances, draft agreements and settlement terms, and \
run your own caseload of tribunal claims.
The ideal candidate has
- been qualified in England and Wales for 3 to 5 years
- strong knowledge of employment law
- experience of legal drafting and mediation
- a practical way of explaining law to managers
- an interest in GDPR
""",
        (
            "Employment law",
            "Contract drafting",
            "Case management",
            "Legal drafting",
            "Mediation",
            "GDPR",
            "Employee relations",
        ),
        (
            "A practical way of explaining law…",
            "Practical way of explaining law…",
            "PQE",
            "Been qualified in England…",
            "Qualified in England…",
            "3 to 5 years…",
            "Contract management",
            "5 years PQE…",
            "3-5 years PQE…",
        ),
    ),
    "hr": Posting(
        """People Partner
About us: Quill is a publishing house with 180 people in Leeds.
In this role you will coach line managers, look after employee relations and performance reviews, and lead our \
onboarding. You will also run talent acquisition for the editorial teams.
About you: CIPD Level 5 or above. Experience with an HRIS such as BambooHR or Workday. Confident with UK \
employment law. Able to handle sensitive conversations with tact. Good listener.
Perks: free books, pension, hybrid working.
""",
        (
            "Employee relations",
            "Performance management",
            "Recruitment",
            "CIPD",
            "HR information systems",
            "Workday",
            "Employment law",
            "Able to handle sensitive conversations…",
        ),
        (
            "Employee onboarding",
            "Coaching",
            "People management",
            "Confident with UK employment law",
        ),
    ),
    "designer": Posting(
        """Product Designer (m/f/d) – Berlin or remote

Tasks
– Turn user research into flows, wireframes and prototypes
– Grow our design system in Figma
– Run usability testing every two weeks

Profile
– Portfolio with shipped mobile products
– Min. 3 years in UX design
– Experience in workshop facilitation
– German at B2 level
""",
        (
            "User research",
            "Wireframing",
            "Prototyping",
            "Design systems",
            "Figma",
            "Usability testing",
            "UX design",
            "Workshop facilitation",
            "German",
            "3 years in UX design",
        ),
        ("German at B2 level", "Portfolio with shipped mobile products", "Product design"),
    ),
    "chef": Posting(
        """Sous Chef wanted for a 60-seat bistro. You run the pass on two evenings a week, train commis chefs, order \
stock and keep food costs under control. You have worked in a professional kitchen for three years or more, know \
food hygiene and HACCP, can plan menus with seasonal produce and keep calm on a full Saturday. Split shifts, \
£31,000, meals on duty.""",
        ("Food safety", "HACCP", "Three years or more…"),
        ("Menu planning", "Stock control", "Kitchen management", "Cost accounting"),
    ),
    "misspelled": Posting(
        """Cloud engineer needed!! must know kuberntes, Terrafom, Jenkins and postgressql. experience with javascritp \
or typescipt front ends is a plus. also CI/CD, linux, monitoring with Prometeus and Grafana. 3 years min""",
        (
            "Kubernetes",
            "Terraform",
            "Jenkins",
            "PostgreSQL",
            "JavaScript",
            "TypeScript",
            "CI/CD",
            "Linux",
            "Prometheus",
            "Grafana",
        ),
        ("Front-end development",),
    ),
    "site reliability": Posting(
        """We're on the hunt for a Site Reliability Engineer to join our Platform squad!

Who are we?
Founded in 2014, Lumo runs ticketing for 900 venues. Our values: be kind, be curious, be bold.

Your day-to-day
You'll keep our AWS estate healthy (EKS, RDS, Lambda), write Terraform modules, improve observability with Datadog and OpenTelemetry and lead blameless post-mortems.

You'll need
- Solid Linux and networking fundamentals
- Scripting in Python or Bash
- CI/CD experience (GitHub Actions, ArgoCD)
- Experience running PostgreSQL at scale
- Bonus: Go, Istio

What's in it for you
£80-95k, hybrid working, 4% pension match, dog-friendly office in Bristol, Series C funded
""",
        (
            "AWS",
            "Terraform",
            "Observability",
            "Datadog",
            "OpenTelemetry",
            "Linux",
            "Networking",
            "Python",
            "Bash",
            "CI/CD",
            "GitHub Actions",
            "Argo CD",
            "PostgreSQL",
            "Go",
            "Istio",
        ),
        (
            "RDS",
            "Experience running PostgreSQL at scale",
            "Kubernetes",
            "Site reliability engineering",
        ),
    ),
    "care worker": Posting(
        """Support Worker - Adults with Learning Disabilities
Hours: 37.5 per week including sleep-ins
Rate of pay: £12.10 per hour
We need caring people to help five adults live well in their own home in Stockport. You will help with personal care, cooking, medication and trips out, and keep accurate records.
No experience needed, full training given. You must hold a full UK driving licence and be willing to work weekends. Patience and good communication skills are a must. An enhanced DBS check is required.
""",
        (
            "Personal care",
            "Cooking",
            "Driving licence",
            "Communication",
            "Disability support",
            "Willing to work weekends",
        ),
        (),
    ),
    "programme manager": Posting(
        """Technical Program Manager, Devices

As a TPM you'll drive cross-functional programs from concept to launch.

Minimum qualifications:
Bachelor's degree in Engineering or equivalent practical experience.
5 years of experience in program management.
Experience with hardware development cycles and supplier management.

Preferred qualifications:
Experience managing risk in projects with ODM/JDM partners.
PMP certification.
Excellent problem-solving skills and the ability to influence without authority.

Responsibilities
Define schedules and milestones; track OKRs; report status to executives.
Lead root cause analysis for factory issues with Six Sigma methods.
""",
        (
            "Programme management",
            "Vendor management",
            "Risk management",
            "PMP",
            "Problem solving",
            "Influencing",
            "OKRs",
            "Root cause analysis",
            "Six Sigma",
            "5 years of experience in program management",
            "Bachelor's degree in Engineering…",
        ),
        ("ODM", "Experience with hardware development…", "Experience managing risk…"),
    ),
    "laboratory": Posting(
        """Laboratory technician, food testing (m/w/d)
Deine Aufgaben / Your tasks: sample preparation, HPLC and PCR analyses, calibration of instruments, documentation under GMP, stock of reagents.
Your profile: completed training as a CTA/BTA or similar, first experience in a testing lab, careful working style, good German and basic English, MS Office.
""",
        (
            "Chromatography",
            "Biotechnology",
            "Good manufacturing practice",
            "German",
            "English",
            "Microsoft Office",
        ),
        ("CTA", "Experience in a testing lab"),
    ),
    "shop manager": Posting(
        """Store manager - homeware
Are you a natural leader with a passion for retail? Then read on! You will run the shop day to day, hit sales targets, look after visual merchandising, cash handling, stock control and rotas for a team of twelve. You'll recruit, train and coach your team, and deal with complaints calmly. 2+ years' retail management experience required. Knowledge of POS systems an advantage. Competitive salary, staff discount, 33 days holiday.
""",
        (
            "Sales targets",
            "Merchandising",
            "Cash handling",
            "Stock control",
            "Shift planning",
            "Complaint handling",
            "2+ years…",
            "Retail sales",
        ),
        ("Knowledge of POS systems",),
    ),
}


def is_named(wanted, chip):
    """Whether a chip, in the posting's own words, is or contains what is wanted."""
    if wanted.endswith("…"):
        return chip.casefold().startswith(wanted[:-1].casefold())
    meant = {mention.skill.label for mention in mentions_in(chip)}
    return (
        wanted.casefold() in chip.casefold()
        or wanted in meant
        or known(chip) == known(wanted) is not None
    )


@pytest.mark.parametrize("field_of_work", POSTINGS)
def test_a_job_text_gives_its_skills_and_little_else(field_of_work):
    posting = POSTINGS[field_of_work]

    chips = skills.read(posting.text)

    missing = [w for w in posting.wanted if not any(is_named(w, chip) for chip in chips)]
    good = (*posting.wanted, *posting.welcome)
    noise = [chip for chip in chips if not any(is_named(w, chip) for w in good)]
    assert len(missing) <= 0.15 * len(posting.wanted), missing
    assert len(noise) <= 0.15 * len(chips), noise


def test_a_nurse_of_another_country_is_registered_nowhere_in_particular():
    chips = skills.read(
        "Registered Nurse, Dayton, OH\nGrandview Hospital is hiring.\nRequirements\n"
        "- Active RN license\n- Experience with Epic"
    )

    assert "RN license" in " ".join(chips)
    assert not [chip for chip in chips if "NMC" in chip or chip == "OH" or "Grandview" in chip]


def test_the_employer_is_no_requirement():
    chips = skills.read(
        "Join ParcelPilot and help us grow. ParcelPilot is building software for couriers.\n"
        "Requirements: experience with Kotlin, Kafka and ParcelPilot."
    )

    assert {"Kotlin", "Kafka"} <= set(chips)
    assert not [chip for chip in chips if "ParcelPilot" in chip]


def test_what_is_not_needed_is_not_asked_for():
    chips = skills.read("You do not need Ruby or a degree. You know SQL and Excel.")

    assert {"SQL", "Excel"} <= set(chips)
    assert "Ruby" not in chips


def test_a_page_pasted_with_its_tags_reads_like_the_page():
    chips = skills.read(
        "&lt;ul&gt;&lt;li&gt;C&amp;#43;&amp;#43; and Git&lt;/li&gt;&lt;li&gt;R&amp;amp;D budgets"
        "&lt;/li&gt;&lt;/ul&gt;"
    )

    assert {"C++", "Git"} <= set(chips)
    assert not [chip for chip in chips if "&" in chip and "R&D" not in chip]


@pytest.mark.parametrize(
    ("text", "wanted", "noise"),
    [
        (
            "•Own secateurs•Fault finding•CSCS card•Must be happy to travel•Company van",
            {"Fault finding", "CSCS card"},
            set(),
        ),
        ("Counsel\nBalmoor plc needs plain English drafting.", set(), {"English", "Plc"}),
        ("HEAD BAKER for a busy shop, 90 loaves.", set(), {"HEAD", "BAKER"}),
        (
            "Sales Clerk\nYou know Excel.\nTo all recruitment agencies: Balmoor takes no CVs.",
            {"Excel"},
            {"Recruitment"},
        ),
        ("Clerk\nRequirements:\n- recruitment of drivers", {"Recruitment of drivers"}, set()),
    ],
)
def test_odd_shapes_of_postings(text, wanted, noise):
    chips = set(skills.read(text))

    assert wanted <= chips
    assert not noise & chips
