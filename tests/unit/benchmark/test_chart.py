import json
from pathlib import Path
from xml.etree import ElementTree

from tests.benchmark.chart import main

_SVG = "{http://www.w3.org/2000/svg}"


def test_the_chart_has_a_bar_for_each_engine_the_quickest_first(tmp_path: Path) -> None:
    figures = {
        "run": "2026-01-01, <here>",
        "results": [
            {
                "articles": 21_578,
                "medians_ms": {
                    "slow page": {"0": 40.0, "1": 60.0},
                    "searchapp page": {"0": 0.5, "1": 0.7},
                    "searchapp facets": {"0": 0.1},
                    "silent page": {},
                },
            }
        ],
    }
    source, picture = tmp_path / "figures.json", tmp_path / "speed.svg"
    source.write_text(json.dumps(figures))
    assert main([str(source), str(picture)]) == 0
    drawn = ElementTree.parse(picture).getroot()
    bars = drawn.findall(f"{_SVG}rect")
    assert [bar.get("class") for bar in bars] == ["bar ours", "bar"]
    # One decade is a third of the axis from 0.1 to 100 ms.
    widths = [float(bar.get("width", 0)) for bar in bars]
    assert [round(width / 560, 3) for width in widths] == [0.259, 0.9]
    said = [text.text for text in drawn.findall(f"{_SVG}text")]
    assert {"21,578 articles", "0.60", "50.00", "searchapp", "slow"} <= set(said)
