"""`make truth`: how true the words of reports are without a model, by levels."""

from collections import Counter

from tests.evaluations.truth import corpus, measures, spoils
from tests.evaluations.truth.coach import scripts, transcript

_ODD = ("misconduct", "wrong_facts", "contradiction", "all_we", "wrong_question")


def main() -> None:
    """Print the table."""
    sets = corpus.sets()
    _levels(sets)
    _tags(sets)
    _paddings()
    _spoils()
    _absences()


def _levels(sets: dict[str, list[corpus.Interview]]) -> None:
    short = " ".join(f"{key.split('_')[0]:>10}" for key in measures.STEPPED)
    print(f"{'set':20} {'n':>3} {'words':>6} {'Spearman':>8} {'order kept':>10} {short}  mean band")
    for name, interviews in sets.items():
        bands = [measures.band(one) for one in interviews]
        levels = [one.level for one in interviews]
        means = " ".join(
            f"{level}: {sum(b for b, at in zip(bands, levels, strict=True) if at == level) / n:.1f}"
            for level, n in sorted(Counter(levels).items())
        )
        rank, kept = measures.spearman(bands, levels), measures.order_kept(bands, levels)
        steps = [measures.steps(one.file) for one in interviews]
        each = " ".join(
            f"{measures.spearman([step[key] for step in steps], levels):10.2f}"
            for key in measures.STEPPED
        )
        length = measures.spearman([_length(one) for one in interviews], levels)
        print(f"{name:20} {len(bands):3} {length:6.2f} {rank:8.2f} {kept:10.0%} {each}  {means}")


def _length(one: corpus.Interview) -> int:
    turns = one.file["turns"]
    return sum(len(turn["text"].split()) for turn in turns if turn["speaker"] == "candidate")


def _tags(sets: dict[str, list[corpus.Interview]]) -> None:
    print("\nwhat rules cannot understand    n  mean band  praised")
    every = [one for interviews in sets.values() for one in interviews]
    for tag in _ODD:
        mine = [one for one in every if tag in one.tags]
        mean = sum(map(measures.band, mine)) / len(mine) if mine else 0.0
        praised = sum(bool(measures.praise_in(measures.report(one.file))) for one in mine)
        print(f"{tag:28} {len(mine):4} {mean:10.1f} {praised:8}")


def _paddings() -> None:
    print("\npadded by          before  after")
    for row in corpus.rows("paddings"):
        before, after = measures.steps(row["base_file"]), measures.steps(row["padded_file"])
        raised = [key for key in before if after[key] > before[key]]
        told = f"RAISED {raised}" if raised else ""
        print(f"{row['kind']:18} {sum(before.values()):6} {sum(after.values()):6}  {told}")


def _spoils() -> None:
    print("\nspoilt by (coach)     raised in so many of all interviews")
    every = [script for name in ("seen", "held_out") for script in scripts(name)]
    for name, spoil in {**spoils.ADDED, **spoils.REPLACED}.items():
        raised = total = 0
        for script in every:
            for level, answers in script.answers.items():
                before = measures.steps(script.transcript(level))
                spoilt = transcript(script.job, script.questions, spoil(script, answers))
                after = measures.steps(spoilt)
                raised += any(after[key] > before[key] for key in before)
                total += 1
        print(f"{name:22} {raised:3} of {total}")


def _absences() -> None:
    print("\npart         there  not found  found though not marked")
    marked = corpus.rows("parts")
    for name in measures.MARKED:
        found = [measures.found_parts(r["question"], r["answer"])[name] for r in marked]
        there = [row["parts"][name] for row in marked]
        missed = sum(t and not f for t, f in zip(there, found, strict=True))
        more = sum(f and not t for t, f in zip(there, found, strict=True))
        told = "" if name in measures.TOLD_ABSENT else "  (nothing is told when it is not found)"
        print(f"{name:12} {sum(there):5} {missed:10} {more:10}{told}")


if __name__ == "__main__":
    main()
