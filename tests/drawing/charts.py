"""Charts to draw: the shipped ones, and random ones with everything a picture has to show."""

from __future__ import annotations

from random import Random

from drill.drawing.picture import Picture, picture
from drill.model.chart import Chart
from drill.model.library import find_chart, list_charts
from drill.model.load import load_chart
from tests.builders import Data, a_chart, contact

SHIPPED = [entry.name for entry in list_charts() if entry.shipped]
_SYLLABLES = (
    "危機",
    "管理",
    "課長",
    "ＣＳＩＲＴ",
    "（担当）",
    "Information",
    " ",
    "PoC-",
    "・",
    "W",
    "ー",
    "長い名前の係",
)


def shipped_chart(name: str) -> Chart:
    """A chart that comes with the program."""
    chart = load_chart(find_chart(name)).value
    assert chart is not None
    return chart


def _name(dice: Random) -> str:
    return "".join(dice.choices(_SYLLABLES, k=dice.randint(1, 6))).strip() or "職"


def random_chart(number: int, posts: int, bushy: float = 0.7) -> Chart:
    """A tree of reports with instructions, rings, cross contacts, groups, conditions, outsiders and vacancies."""
    dice = Random(number)
    names = [f"p{i}" for i in range(posts)]
    contacts: list[Data] = []
    for i in range(1, posts):
        boss = dice.randrange(i) if dice.random() < bushy else i - 1
        if dice.random() < 0.9:
            contacts.append(contact(names[i], names[boss], when=_when(dice)))
        if dice.random() < 0.4:
            contacts.append(contact(names[boss], names[i], dice.choice(["instruct", "liaise"]), when=_when(dice)))
    groups = {
        f"g{i}": {"name": _name(dice), "members": dice.sample(names, dice.randint(0, min(6, posts)))}
        for i in range(dice.randint(0, 3))
    }
    for _ in range(dice.randint(0, posts)):
        one, two = (dice.choice([*names, *groups, "role"]) for _ in range(2))
        contacts.append(contact(one, two, dice.choice(["report", "instruct", "consult", "liaise"]), when=_when(dice)))
    people = {name: [f"h{name}", *([f"d{name}"] * dice.randint(0, 1))] for name in names}
    entries = {
        name: {
            "name": _name(dice),
            "role": dice.choice([None, None, "role"]),
            "holder": dice.choice([None, people[name][0], people[name][0]]),
            "deputies": people[name][1:],
            "in_scope": dice.random() < 0.9,
            "external": dice.random() < 0.1,
        }
        for name in names
    }
    return a_chart(entries, *contacts, groups=groups)


def _when(dice: Random) -> Data:
    return dice.choice([{}, {}, {}, {"level": [2, 3]}, {"publishing": True}, {"class": ["misuse"], "hours": "office"}])


def random_picture(number: int, posts: int, bushy: float = 0.7) -> Picture:
    """Its picture, with some posts marked."""
    chart = random_chart(number, posts, bushy)
    return picture(chart, weak={name: 3 for i, name in enumerate(chart.posts) if i % 5 == number % 5}, with_names=True)
