"""The usual spelling of public figures."""

import pytest

from searchapp.extract.aliases import canonical_name, is_public_figure, name_key, without_accents


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("Wolodymyr Selenskyj", "Volodymyr Zelensky"),
        ("SELENSKYJ", "Volodymyr Zelensky"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("Alexandre Loukachenko", "Alexander Lukashenko"),
        ("Lech Wałęsa", "Lech Walesa"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Joseph R. Biden Jr.", "Joe Biden"),
        ("Jane Doe", "Jane Doe"),
    ],
)
def test_every_spelling_leads_to_the_usual_one(name: str, canonical: str) -> None:
    assert canonical_name(name) == canonical


@pytest.mark.parametrize("surname", ["Bush", "Clinton", "Kim", "Kennedy", "Johnson", "Castro"])
def test_surnames_of_several_public_figures_stay_as_they_are(surname: str) -> None:
    assert canonical_name(surname) == surname
    assert not is_public_figure(surname)


def test_the_usual_spelling_is_its_own() -> None:
    assert canonical_name("Vladimir Putin") == "Vladimir Putin"
    assert is_public_figure("Vladimir Putin")


def test_a_key_forgets_case_accents_hyphens_and_dots() -> None:
    assert name_key("  José-María  A. Łódź ") == "jose maria a lodz"
    assert without_accents("Erdoğan Ørsted Straße") == "Erdogan Orsted Strasse"
