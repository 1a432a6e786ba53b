"""Articles that were shown lately are kept, and are no others for it."""

from pathlib import Path

from tests.contract.articles import build_article
from tests.contract.stock import build_reader

ARTICLES = [build_article("storm", lede="A storm.", persons=["Xi Jinping"]), build_article("rain")]


def test_what_a_hit_needs_is_read_once_until_it_is_given_up(tmp_path: Path) -> None:
    reader = build_reader(tmp_path, [(ARTICLES, [])])
    shown = [reader.stored(document, evidence=False) for document in (0, 1)]
    assert [article.id for article in shown] == ["storm", "rain"]
    assert reader.stored(0, evidence=False) is shown[0]
    reader.forget()
    again = reader.stored(0, evidence=False)
    assert again is not shown[0]
    assert again == shown[0]


def test_the_whole_article_is_not_taken_for_what_a_hit_needs(tmp_path: Path) -> None:
    reader = build_reader(tmp_path, [(ARTICLES, [])])
    assert reader.stored(0, evidence=False).persons == ()
    assert [person.label for person in reader.stored(0).persons] == ["Xi Jinping"]
    assert reader.stored(0, evidence=False).persons == ()
