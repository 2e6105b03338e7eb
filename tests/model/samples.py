"""A chart and a scenario without any problem, to be spoiled at one place. `«` marks where the problem must be found."""

from __future__ import annotations

from pathlib import Path

CHART = """\
schema: drill.chart/1
id: town
title: {ja: 町, en: Town}
hours:
  office: mon-fri 08:30-17:15
media:
  exchange: {name: {ja: 交換機, en: Exchange}}
sites:
  hall: {name: {ja: 役場, en: Hall}}
behaviours:
  calm: {answers: 0.9}
persons:
  ann:
    name: {ja: 甲, en: Ann}
    site: hall
    behaviour: calm
    channels: [{kind: desk, medium: exchange, hours: office}, {kind: mail}]
    leave: [{from: 2023-11-01, to: 2023-11-02}]
  ben:
    name: {ja: 乙, en: Ben}
    channels: [{kind: desk}, {kind: mobile}]
  cat:
    name: {ja: 丙, en: Cat}
    channels: [{kind: desk}]
posts:
  finder: {name: {ja: 発見者, en: Finder}, holder: ann, deputies: [cat]}
  chief:
    name: {ja: 課長, en: Chief}
    role: manager
    holder: ben
    deputies: [cat]
  desk: {name: {ja: 窓口, en: Desk}, holder: cat, deputies: [ann]}
groups:
  all_desks: {name: {ja: 窓口一同, en: Desks}, members: [desk]}
contacts:
  - {from: finder, to: chief, kind: report, by: [desk, mobile]}
  - {from: chief, to: all_desks, kind: instruct, when: {hours: office}}
duties:
  meeting: {name: {ja: 会議, en: Meeting}, convener: chief, members: [finder, all_desks], quorum: 2}
"""

SCENARIO = """\
schema: drill.scenario/1
id: stop
title: {ja: 停止, en: Stop}
class: failure
chart: town
briefing: {ja: 始まり, en: Begin}
start: 2023-11-16T14:00
length_min: 60
level: 2
publish: true
down: [exchange]
roles: [manager]
objectives:
  tell: {title: {ja: 伝える, en: Tell}}
phases:
  one: {title: {ja: 一, en: One}}
items:
  what: {label: {ja: 何が, en: What}, value: {ja: 端末, en: Terminals}}
  when: {label: {ja: いつ, en: When}, value: {ja: 13時, en: 13:00}}
messages:
  notice: {title: {ja: 第一報, en: Notice}, items: [what, when]}
injects:
  alarm:
    opens: {at_min: 5}
    to: [finder]
    channel: system
    sender: {ja: 監視, en: Monitor}
    text: {ja: 停止, en: Down}
    gives: notice
    items: [what]
tasks:
  judge: {kind: level, post: manager, title: {ja: 判定, en: Judge}, why: {ja: 要, en: Needed}, right: 2,
    opens: {when: {told: {post: chief, message: notice}}}, within_min: 10, objective: tell}
  press:
    kind: choice
    post: chief
    title: {ja: 公表, en: Press}
    why: {ja: 要, en: Needed}
    opens: {at_min: 20, when: {all: [{delivered: alarm}, {done: judge}]}}
    options:
      go: {text: {ja: する, en: Go}, right: true, publishing: true}
      no: {text: {ja: しない, en: No}}
    requires: {quorum: meeting}
  meet: {kind: convene, duty: meeting, post: chief, title: {ja: 招集, en: Meet}, why: {ja: 要, en: Needed},
    opens: {when: {chosen: {task: press, option: go}}}}
  note: {kind: action, post: finder, title: {ja: 記録, en: Note}, why: {ja: 要, en: Needed},
    opens: {at_min: 5}, within_min: 9}
contacts:
  - {from: finder, to: manager, kind: report, deadline_min: 5}
counts: {after: notice, from: [all_desks], to: chief, label: {ja: 件数, en: Cases}, values: {desk: 3},
  within_min: 10, why: {ja: 要, en: Needed}}
clocks:
  law: {title: {ja: 報告, en: Report}, due_h: 72, stops: {totalled: true}}
quiz:
  q1: {text: {ja: 問, en: Q}, why: {ja: 要, en: Because},
    answers: [{text: {ja: 可, en: A}, right: true}, {text: {ja: 否, en: B}}]}
meeting:
  duty: 'meeting'
  stages:
    early: {title: {ja: 初動, en: Early}, at_min: 1, minutes: 5, situation: {ja: 不通, en: Cut off},
      by_level: {1: {ja: 小, en: Small}, 2: {ja: 大, en: Large}}}
    late: {title: {ja: 後半, en: Late}, at_min: 40, minutes: 5, situation: {ja: 復旧, en: Restored},
      decisions: {tell: {text: {ja: 周知, en: Tell them}, options: {now: {text: {ja: 今, en: Now}, right: true}}}}}
  hot_wash: [{ja: 良い点, en: What went well}]
"""


def spoiled(sample: str, old: str, new: str) -> tuple[str, tuple[int, int]]:
    """`sample` with the one `old` replaced by `new`, and the line and column of the mark."""
    assert sample.count(old) == 1, f"{old!r} occurs {sample.count(old)} times"
    marked = sample.replace(old, new)
    before = marked[: marked.index("«")]
    return marked.replace("«", ""), (before.count("\n") + 1, len(before) - before.rfind("\n"))


def written(folder: Path, text: str | bytes, name: str = "file.yaml") -> Path:
    """A file with this content."""
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path
