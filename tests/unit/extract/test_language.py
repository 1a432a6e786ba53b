"""The language of an article is told by its small words, or not at all."""

import pytest

from searchapp.extract.language import find_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The council of the town has decided that it will not be moved to the hill.", "en"),
        ("Der Rat der Stadt hat entschieden, dass die Brücke nicht auf dem Hügel steht.", "de"),
        ("Le conseil de la ville a décidé que les ponts ne sont pas sur la colline.", "fr"),
        ("El consejo de la ciudad decidió que los puentes no son para una sola persona.", "es"),
        ("Il consiglio della città ha deciso che il ponte non è più sulla collina.", "it"),
        ("L’eau de la ville n’est pas dans les tuyaux que l’on croyait.", "fr"),
        ("Bilbao 3, Valmere 2", None),
        ("", None),
    ],
)
def test_the_language_is_found(text: str, language: str | None) -> None:
    assert find_language(text) == language
