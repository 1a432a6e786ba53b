"""Country codes and names."""

import pytest

from searchapp.countries import country_code, country_codes, country_name


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ru", "RU"),
        ("Russia", "RU"),
        ("USA", "US"),
        ("U.S.", "US"),
        ("united states of america", "US"),
        ("U.K.", "GB"),
        ("Great Britain", "GB"),
        ("Czechia", "CZ"),
        ("Czech Republic", "CZ"),
        ("Holland", "NL"),
        ("the Netherlands", "NL"),
        ("Côte d’Ivoire", "CI"),
        ("cote d'ivoire", "CI"),
        ("IVORY COAST", "CI"),
        ("Türkiye", "TR"),
        ("turkey", "TR"),
        ("Bosnia and Herzegovina", "BA"),
        ("Bosnia & Herzegovina", "BA"),
        ("Guinea-Bissau", "GW"),
        ("Kosovo", "XK"),
        ("DEU", "DE"),
        ("Deutschland", "DE"),
    ],
)
def test_a_country_is_understood_by_code_name_or_usual_alias(text: str, code: str) -> None:
    assert country_code(text) == code


@pytest.mark.parametrize("text", ["", "  ", "Atlantis", "ZZ", "EU"])
def test_what_is_no_country_has_no_code(text: str) -> None:
    assert country_code(text) is None


@pytest.mark.parametrize(
    ("code", "name"),
    [("RU", "Russia"), ("us", "United States"), ("XK", "Kosovo"), ("TR", "Turkey"), ("QQ", None)],
)
def test_a_code_has_its_english_name(code: str, name: str | None) -> None:
    assert country_name(code) == name


def test_every_name_leads_back_to_its_code() -> None:
    assert {code: country_code(country_name(code) or "") for code in country_codes()} == {
        code: code for code in country_codes()
    }
