"""Telling an article's language by its most frequent small words."""

from collections import Counter
from types import MappingProxyType

_SAMPLE = 1_500
_MIN_WORDS = 6
_MIN_SHARE = 0.08
_MIN_LEAD = 1.35

_SMALL_WORDS = MappingProxyType(
    {
        "en": "the of and to in that is was for it with as his on be at by had not are but from "
        "or have "
        "an they which were their has been said would will who he this its after about than",
        "de": "der die und den das von zu mit sich des auf für ist im dem nicht ein eine als "
        "auch es an "
        "werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum "
        "war haben",
        "fr": "le la les des et en du une est que qui dans pour pas au sur plus par ne se ce "
        "avec il sont "
        "ont cette mais aux été ses comme elle nous leur deux après l’ d’ qu’ n’ s’",
        "es": "el la de que y en los del las un por con una para su es al lo como más pero sus "
        "le ha me sin "
        "sobre este ya entre cuando muy fue son también hasta desde",
        "it": "il di che la e in un del per una è non sono con si da della le dei nel alla come "
        "più al gli "
        "anche dal ha ma lo delle nella questo suo l’ dell’ all’ un’ c’",
    }
)
_LANGUAGES: dict[str, tuple[str, ...]] = {}
for _language, _words in _SMALL_WORDS.items():
    for _word in _words.split():
        # Writing a text in small letters takes longer than all the rest.
        for _form in {_word, _word.capitalize(), _word.upper()}:
            _LANGUAGES[_form] = (*_LANGUAGES.get(_form, ()), _language)


def find_language(text: str) -> str | None:
    """The ISO 639-1 code of English, German, French, Spanish or Italian; None if unsure."""
    words = text[:_SAMPLE].replace("'", "’").replace("’", "’ ").split()
    counts = dict.fromkeys(_SMALL_WORDS, 0)
    for languages, count in Counter(map(_LANGUAGES.get, words)).items():
        for language in languages or ():
            counts[language] += count
    best = max(counts, key=counts.__getitem__)
    most = counts.pop(best)
    second = max(counts.values())
    sure = most >= _MIN_WORDS and most >= len(words) * _MIN_SHARE and most >= second * _MIN_LEAD
    return best if sure else None
