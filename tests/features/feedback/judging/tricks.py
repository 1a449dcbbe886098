"""Two more trades, and interviews that try to win by other means."""

from darasa_reflex.features.feedback.material import Job
from tests.features.feedback.transcripts import AWAY, BACKEND, BACKEND_STRONG, Pairs

FRONTEND = Job(
    title="Frontend Developer",
    experience_level="mid-level",
    description="Build accessible React interfaces with TypeScript, improve Core Web Vitals, "
    "write unit and end-to-end tests, work with designers in Figma, and review pull requests.",
    requirements=("React", "TypeScript", "accessibility", "testing"),
)
FRONTEND_STRONG = [
    (
        "Tell me about yourself and your background.",
        "I've been building web interfaces for five years, most recently at a travel startup "
        "where I owned the booking flow in React and TypeScript. Before that I worked at an "
        "agency shipping about ten sites a year, which taught me to estimate honestly. I'm now "
        "looking for a product team because I want to live with my decisions longer than a launch.",
    ),
    (
        "Describe a challenging technical problem you solved.",
        "Our booking page had a layout shift score of 0.31, and Google flagged it. I recorded "
        "traces in Chrome DevTools and discovered that the price banner loaded after the fonts. "
        "I reserved its height in CSS and preloaded the font file. The shift dropped to 0.04 and "
        "our bounce rate fell 9% in the following month. I set up a Lighthouse check in CI so it "
        "would not regress.",
    ),
    (
        "How do you handle disagreements with designers?",
        "Last spring our designer wanted a custom dropdown. I was worried about screen readers, "
        "so rather than argue I tested both versions with two blind users through a volunteer "
        "programme. One of them could not open the custom menu at all. We kept the native select "
        "and styled it, and she later added that step to her own process.",
    ),
    (
        "How do you approach testing in React?",
        "I test what a user can see rather than the implementation, since refactoring breaks "
        "brittle tests. For the checkout I wrote Testing Library specs for each error state and "
        "three Playwright flows for the money path. That caught 4 regressions last quarter, "
        "though the suite got slow, so I split it into shards and brought it from 14 to 5 minutes.",
    ),
]
FRONTEND_MEDIUM = [
    (
        FRONTEND_STRONG[0][0],
        "I have about four years of experience as a frontend developer. I have worked mainly "
        "with React and some TypeScript. In my current job I build features for an internal "
        "dashboard and fix bugs.",
    ),
    (
        FRONTEND_STRONG[1][0],
        "We had some performance problems on a page that loaded slowly. I used lazy loading for "
        "the images and split the bundle. It loaded quicker afterwards.",
    ),
    (
        FRONTEND_STRONG[2][0],
        "I usually try to discuss it with them and understand their view. Once a designer wanted "
        "an animation and I explained that it was slow on mobile, so we made it simpler.",
    ),
    (
        FRONTEND_STRONG[3][0],
        "I write unit tests for components and some end-to-end tests for the important flows. I "
        "use Jest and Testing Library.",
    ),
]
FRONTEND_WEAK = [
    (
        FRONTEND_STRONG[0][0],
        "I'm a very motivated person who loves coding. I have always been passionate about "
        "technology and I learn fast. I work well in a team and alone.",
    ),
    (
        FRONTEND_STRONG[1][0],
        "I solve technical problems every day. I just google it or ask someone. I don't give up "
        "easily so in the end it works.",
    ),
    (
        FRONTEND_STRONG[2][0],
        "I don't really have disagreements. I'm easy to work with. I think communication is key.",
    ),
    (
        FRONTEND_STRONG[3][0],
        "Testing is really important. I think you should test as much as possible. I haven't "
        "done that much of it myself but I'm willing to learn.",
    ),
]
SITE = Job(
    title="Project Manager",
    experience_level="senior",
    description="Lead construction projects from tender to handover. Control budget and "
    "schedule, coordinate subcontractors, run site meetings, manage risk and safety, and report "
    "to the client.",
    requirements=(),
)
SITE_STRONG = [
    (
        "Tell me about a project that ran late.",
        "The school extension in Leeds was five weeks behind when I took it over. I walked the "
        "site with each subcontractor and found that the steel delivery blocked four trades. I "
        "resequenced the roof before the east wing and paid for one Saturday crew, since a late "
        "handover would have cost 12,000 pounds a week. We handed over two days before term "
        "started.",
    ),
    (
        "How do you manage safety on site?",
        "I start every shift with a ten minute briefing on the one task that is new that day, "
        "because people stop listening to long lists. At the hospital job I logged near misses "
        "on a board and we went through them on Fridays. Reported near misses rose from 3 to 22 "
        "a month, and we finished with no lost-time injury.",
    ),
    (
        "Describe a conflict with a client.",
        "The client refused to sign off a variation of 40,000 pounds. I pulled the meeting "
        "minutes and the photos from that week and laid out the dates on one page. Their "
        "director agreed to 36,000 within an hour. My mistake was letting it wait for a month; "
        "now I get variations signed within five days.",
    ),
]
SITE_MEDIUM = [
    (
        SITE_STRONG[0][0],
        "A project was late because of material delivery. I talked to the supplier and changed "
        "the schedule with the subcontractors. We finished a bit late but the client accepted it.",
    ),
    (
        SITE_STRONG[1][0],
        "I make sure everybody wears protective equipment and I do regular site walks. I also "
        "hold toolbox talks with the crews.",
    ),
    (
        SITE_STRONG[2][0],
        "One client was unhappy with the costs. I showed him the contract and we found a "
        "compromise in the end.",
    ),
]
SITE_WEAK = [
    (
        SITE_STRONG[0][0],
        "Projects are often late, that's normal in construction. You just have to push people "
        "and work overtime until it's done.",
    ),
    (
        SITE_STRONG[1][0],
        "Safety is number one. Everyone has to follow the rules, and I always tell people to be "
        "careful. That is the most important thing for me.",
    ),
    (
        SITE_STRONG[2][0],
        "Clients can be difficult. I stay friendly and professional, and in my opinion a good "
        "relationship solves nearly everything.",
    ),
]
MORE_TRADES: dict[str, tuple[Job, Pairs, Pairs, Pairs]] = {
    "frontend": (FRONTEND, FRONTEND_STRONG, FRONTEND_MEDIUM, FRONTEND_WEAK),
    "site": (SITE, SITE_STRONG, SITE_MEDIUM, SITE_WEAK),
}
DATA = Job(
    title="Data Analyst",
    experience_level="junior",
    description="Analyse product data with SQL and Tableau, build dashboards, run A/B tests, "
    "present findings to stakeholders, and clean messy data with Python.",
    requirements=("SQL", "Tableau"),
)
PRIMARY = Job(
    title=None,
    experience_level="mid-level",
    description="Primary school teacher for year 4. Plan lessons, assess pupils, support "
    "children with special needs, work with parents.",
    requirements=(),
)
TRICKS: dict[str, tuple[Job, Pairs]] = {
    "nonnative": (
        DATA,
        [
            (
                "Tell me about a project with data.",
                "In my last company sales report was very slow, need 40 minute every morning. I "
                "make new table in SQL with only the column we need, because old query read all "
                "history. After, report need 3 minute. I check the number with accountant and "
                "was same.",
            ),
            (
                "Describe a time you found an error in data.",
                "One time dashboard show double revenue. I look in the join and see customer "
                "table have duplicate id. I remove duplicate with Python script and write test "
                "for i My boss say thank you, no more wrong number.",
            ),
            (
                "How do you present findings?",
                "I show one chart for one question. First I say the answer, then the number. For "
                "example I tell marketing that email A bring 12 percent more click than B, "
                "because the test run two week with 8000 user.",
            ),
        ],
    ),
    "sarcasm": (
        BACKEND,
        [
            (q, a)
            for (q, _), a in zip(
                BACKEND_STRONG,
                [
                    "Oh sure, I just love fixing slow services. I improved it by turning my "
                    "chair around three times, because obviously that helps a lo",
                    "Yeah right, as if anything ever breaks in production. What a joy that pager "
                    "was at three in the morning, every nigh",
                    "Oh great, juniors. I taught them everything, like that ever works, and they "
                    "thanked me with more bugs, lucky me.",
                    "I would just retry forever, genius move, because who doesn't love a double "
                    "charge on the card.",
                ],
                strict=True,
            )
        ],
    ),
    "ramble": (
        BACKEND,
        [
            (
                q,
                "So well there are many sides to this and I would have to think about where to "
                "begin, because you know in software there are so many services and systems and "
                "everybody has a view on how the services and the systems should look, and then "
                "the team has meetings and the meetings go on, and the product people say one "
                "thing and the other people say another thing, and I was in the middle of it all "
                "and I saw many things, and some of it was about performance and some of it was "
                "about incidents and so on, and the database was there too, and the customers "
                "were there, and then the next sprint came and the next sprint was also long, "
                "and we talked about the roadmap, and I remember that we had a wiki and the wiki "
                "had pages, and in the end it all came together somehow and people were more or "
                "less happy with it I think.",
            )
            for q, _ in BACKEND_STRONG
        ],
    ),
    "negated": (
        BACKEND,
        [
            (q, a)
            for (q, _), a in zip(
                BACKEND_STRONG,
                [
                    "We wanted to cut the latency of the invoice endpoin We did not finish the "
                    "work and the response time was not reduced.",
                    "The payment callbacks failed in March. I did not renew the certificate and "
                    "I never wrote the aler",
                    "I did not pair with the graduate. She never released alone.",
                    "I would add retries. I have not built that and we never measured duplicate "
                    "charges.",
                ],
                strict=True,
            )
        ],
    ),
    "planonly": (
        BACKEND,
        [
            (q, a)
            for (q, _), a in zip(
                BACKEND_STRONG,
                [
                    "I would profile the endpoint and rewrite the loader to fetch the line items "
                    "in one join, because that would cut the response time to 300 milliseconds.",
                    "I would renew the certificate and replay the callbacks from the queue, and "
                    "then I would write an aler",
                    "I would pair with the graduate on three releases and then let her lead one.",
                    "I would start with idempotency keys so that a repeated request never "
                    "charges twice.",
                ],
                strict=True,
            )
        ],
    ),
    "pasted": (BACKEND, [(q, BACKEND_STRONG[0][1]) for q, _ in BACKEND_STRONG]),
    "gibberish": (
        BACKEND,
        [
            (
                q,
                "asdf qwer zxcv poiu lkjh mnbv trez gfds hjkl bvcx wert sdfg xcvb yuio hjkl nm "
                "qaz wsx edc rfv",
            )
            for q, _ in BACKEND_STRONG
        ],
    ),
    "salad": (
        BACKEND,
        [
            (
                q,
                "the purple of a window and it sings under to the seven idea because of green on "
                "the quick and it runs in an over of the table so they float",
            )
            for q, _ in BACKEND_STRONG
        ],
    ),
    "stuffing": (
        BACKEND,
        [
            (
                q,
                "Python PostgreSQL Kubernetes Redis CI/CD incidents monitoring latency payment "
                "APIs. I have strong experience with Python, PostgreSQL, Kubernetes, Redis and "
                "CI/CD. I designed and operated payment APIs in Python on PostgreSQL and ran "
                "services on Kubernetes.",
            )
            for q, _ in BACKEND_STRONG
        ],
    ),
    "bigboast": (
        BACKEND,
        [
            (
                q,
                "I am the best engineer you will ever meet, a true genius. I increased "
                "everything by 500 percent and I saved the company millions. Nobody can do what "
                "I do and everyone knows i",
            )
            for q, _ in BACKEND_STRONG
        ],
    ),
    "awayonly": (
        BACKEND,
        [
            (
                q,
                AWAY[n % 4]
                + " "
                + AWAY[(n + 1) % 4]
                + " I planned the route on a map in 2019 and we saved 12 percent on fuel.",
            )
            for n, (q, _) in enumerate(BACKEND_STRONG)
        ],
    ),
    "teach": (
        PRIMARY,
        [
            (
                "Tell me about a pupil you supported.",
                "One boy in my class could not read at all in September. I tested him with the "
                "phonics sheet and saw that he mixed up b and d. I made sand letters and we "
                "traced them for ten minutes each morning, because drawing had worked for him "
                "before. By March he read a whole page to his mother.",
            ),
            (
                "How do you work with parents?",
                "I call every family in the first two weeks, before there is a problem. Last "
                "year a father was angry about marks, so I invited him to sit in a lesson. He "
                "saw the rubric and we agreed on homework twice a week.",
            ),
            (
                "Why do you want to work at our school?",
                "I grew up two streets away and I did my placement here in year 4. Your reading "
                "club is the reason I became a teacher, and I would like to run it because I "
                "built a similar one at my last school with 20 pupils.",
            ),
        ],
    ),
    "copyjd": (
        BACKEND,
        [
            (
                q,
                "I am a senior backend engineer. I design and operate payment APIs in Python on "
                "PostgreSQL, run services on Kubernetes, improve latency and monitoring, respond "
                "to incidents and mentor junior engineers.",
            )
            for q, _ in BACKEND_STRONG
        ],
    ),
}
