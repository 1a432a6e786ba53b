"""What part of the archive's articles a number is."""

from searchapp.search.wording import articles, number


def share_label(count: int, held: int) -> str:
    """ "3.5 %", "under 0.1 %"; all of it only when it is all. Nothing is no share of nothing."""
    if not held:
        return "–"
    per_cent = 100 * count / held
    if count and per_cent < 0.1:
        return "under 0.1 %"
    if per_cent < 10:
        return f"{round(per_cent, 1):g} %"
    return "100 %" if count == held else f"{min(round(per_cent), 99)} %"


def of_held(count: int, held: int | None) -> str:
    """ "12 of 340 articles (3.5 %)"; the number alone where that is all, or all that is known."""
    if held is None or count == held:
        return articles(count)
    return f"{number(count)} of {articles(held)} ({share_label(count, held)})"
