"""One label for the spellings of one name."""

import pytest

from searchapp.extract.names import merge_names


@pytest.mark.parametrize(
    ("frequent", "rare"),
    [
        ("Sergei Karpov", "Sergej Karpow"),
        ("Mohammed Azharuddin", "Mohamed Azharuddin"),
        ("Pyotr Voronov", "Piotr Woronow"),
        ("Jürgen Hoffmann", "Jurgen Hofmann"),
        ("Zoltán Kovács", "Zoltan Kovacs"),
        ("Khalil al-Masri", "Khalil Al Masri"),
        ("Laura M. Fielding", "Laura Fielding"),
    ],
)
def test_spellings_of_one_name_get_the_most_frequent_as_label(frequent: str, rare: str) -> None:
    assert merge_names({frequent: 5, rare: 2}) == {rare: frequent}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Dan Jensen", "Dan Jenson", id="surnames of their own"),
        pytest.param("John Regis", "John Ericks", id="another beginning"),
        pytest.param("George W. Hill", "George H. Hill", id="other middle initials"),
        pytest.param("Anna Maria Berg", "Anna Luise Berg", id="other middle names"),
        pytest.param("Martin Kingsley Jr.", "Martin Kingsley", id="father and son"),
        pytest.param("Li Wei", "Lu Wei", id="short first names"),
        pytest.param("Kim Lee", "Kim Li", id="short surnames"),
        pytest.param("Karpov", "Karpow", id="lone surnames"),
        pytest.param("Peter Baker", "Pavel Baker", id="other first names"),
    ],
)
def test_names_of_different_people_stay_apart(one: str, other: str) -> None:
    assert merge_names({one: 5, other: 5}) == {}


def test_a_name_like_two_others_is_left_alone() -> None:
    assert merge_names({"George W. Hill": 5, "George H. Hill": 4, "George Hill": 2}) == {}


def test_public_figures_get_their_usual_spelling_even_where_it_is_rare() -> None:
    merged = merge_names({"Wladimir Putin": 9, "Vladimir Putin": 1, "Selenskyj": 3})
    assert merged == {"Wladimir Putin": "Vladimir Putin", "Selenskyj": "Volodymyr Zelensky"}


def test_a_lone_surname_follows_the_person_who_nearly_owns_it() -> None:
    documents = {"Anna Sorokina": 8, "Ivan Sorokina": 2, "Sorokina": 4}
    assert merge_names(documents) == {"Sorokina": "Anna Sorokina"}


@pytest.mark.parametrize(
    "documents",
    [
        pytest.param({"Anna Sorokina": 2, "Sorokina": 4}, id="too few documents"),
        pytest.param({"Anna Sorokina": 7, "Ivan Sorokina": 3, "Sorokina": 4}, id="shared"),
    ],
)
def test_a_doubtful_lone_surname_stays(documents: dict[str, int]) -> None:
    assert merge_names(documents) == {}


def test_a_lone_surname_counts_all_spellings_of_the_person() -> None:
    documents = {"Sergei Karpov": 2, "Sergej Karpow": 1, "Karpov": 1}
    assert merge_names(documents) == {"Sergej Karpow": "Sergei Karpov", "Karpov": "Sergei Karpov"}


def test_articles_that_name_two_of_a_family_count_once() -> None:
    documents = {"Anna Sorokina": 8, "Ivan Sorokina": 4, "Sorokina": 4}
    asked: list[frozenset[str]] = []

    def count_documents(names: frozenset[str]) -> int:
        asked.append(names)
        return 9

    assert merge_names(documents) == {}, "added up, Anna has two thirds"
    merged = merge_names(documents, count_documents=count_documents)
    assert merged == {"Sorokina": "Anna Sorokina"}
    assert asked == [frozenset({"Anna Sorokina", "Ivan Sorokina"})]


def test_all_spellings_of_a_person_are_counted_together() -> None:
    documents = {"Sergei Karpov": 5, "Sergej Karpow": 2, "Olga Karpov": 3, "Karpov": 1}
    found = merge_names(documents, count_documents=lambda names: 7 if len(names) == 3 else 99)
    assert found["Karpov"] == "Sergei Karpov"


def test_a_surname_of_many_is_nobodys_and_is_not_counted() -> None:
    documents = {"Anna Sorokina": 4, "Ivan Sorokina": 3, "Oleg Sorokina": 2, "Sorokina": 4}
    assert merge_names(documents, count_documents=lambda _: 0) == {}


def test_a_fixed_name_is_the_label_however_rare_it_is() -> None:
    documents = {"Sergej Karpow": 50, "Sergei Karpov": 1, "Karpov": 2}
    merged = merge_names(documents, frozenset({"Sergei Karpov"}))
    assert merged == {"Sergej Karpow": "Sergei Karpov", "Karpov": "Sergei Karpov"}


def test_fixed_names_stay_apart() -> None:
    documents = {"Sergej Karpow": 50, "Sergei Karpov": 1, "Selenskyj": 5, "Karpov": 3}
    assert merge_names(documents, frozenset(documents)) == {}
