"""Weak points of a chart: `drill weak` and the planner's screen."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "cli.weak.about": (
        "1つ、又は2つ同時に使えなくなると連絡が届かなくなる人・場所・設備・電話を、影響の大きい順に全て示します。"
        "連絡体制図のほか、OpenPSA MEF 形式のフォールトツリー（.xml）も調べられます。",
        "Show every person, site, medium and line without which somebody is not told, alone or in twos, the worst "
        "first. Takes a contact chart, or a fault tree in the OpenPSA MEF (.xml).",
    ),
    "cli.option.class": (
        "事故の区分: failure（障害）、misuse（不正行為）、loss（紛失）",
        "class of incident: failure, misuse, loss",
    ),
    "cli.option.level": ("インシデントレベル（0～3）", "incident level, 0 to 3"),
    "cli.option.publishing": ("公表するか（yes 又は no）", "whether it is to be published: yes or no"),
    "cli.option.looking_at": (
        "日時（2023-11-28T20:00）又は --date の日の時刻（20:00）。その時に使えない連絡手段を除く",
        "moment (2023-11-28T20:00), or time of the day of --date (20:00): channels closed then do not count",
    ),
    "cli.option.looking_date": (
        "日付（2023-11-28）。その日に休暇の人を除く",
        "day (2023-11-28): whoever is on leave does not count",
    ),
    "cli.option.looking_from": (
        "最初に事故を知る職（指定しなければ連絡体制図の origins）",
        "posts that know of the incident first; without it, the chart's origins",
    ),
    "cli.option.what-if": (
        "仮に使えないもの。absent:職（職/1 は第1順位の代理者、職/all は全員）、absent:人、"
        "down:設備・場所・人/手段 をコンマで区切る",
        "what is to fail beforehand: absent:POST (POST/1: its first deputy, POST/all), absent:PERSON, down:MEDIUM, "
        "down:SITE, down:PERSON/CHANNEL, separated by commas",
    ),
    "cli.option.without-deputies": ("代理者がいないものとして調べる", "as if there were no deputies"),
    "cli.option.order": ("1: 単独のみ、2: 2つ同時も（既定）", "1: single points only; 2: pairs too (default)"),
    "cli.option.limit": ("表示する件数（既定 10、0 は全て）", "how many to show of each kind (default 10, 0: all)"),
    "cli.option.by-importance": ("影響の大きさでなく重要度の順に並べる", "rank by importance, not by how many fall"),
    "cli.option.cuts-of": ("この職・会議に届かなくなる組合せを全て示す", "show every cut set of this post or duty"),
    "cli.option.the_chart": ("連絡体制図の名前又は YAML ファイル", "name or YAML file of the contact chart"),
    "cli.option.chart_or_tree": (
        "連絡体制図の名前又は YAML ファイル。フォールトツリー（OpenPSA MEF）のファイル（.xml）も可",
        "name or YAML file of a contact chart, or a fault tree in the OpenPSA MEF (.xml)",
    ),
    "cli.option.fix": (
        "単一障害点を全てなくす、費用が最小の変更を求める（OR-Tools が必要）",
        "find the cheapest changes that remove every single point of failure (needs OR-Tools)",
    ),
    "cli.option.cost": (
        "変更の費用。channel（連絡手段、既定1）、edge（直接の連絡、2）、deputy（代理者、3）、offsite（別の場所の代理者、4）",
        "cost of a change: channel (1 if not said), edge (2), deputy (3), offsite (4)",
    ),
    "cli.option.kinds": (
        "解消する対象: person（人）、medium（設備）、site（場所）、line（電話・メール）。指定しなければ全て",
        "what to repair: person, medium, site, line; without it, all of them",
    ),
    "cli.option.write": (
        "求めた変更を連絡体制図のファイルに書き込む（元のファイルは .bak として残る）",
        "write the changes into the chart's file; the file as it was stays as .bak",
    ),
    "cli.option.call-order": (
        "全員に伝わるまでの時間が最短になる、各職の連絡の順序を求める",
        "find the order of everybody's calls that tells all soonest",
    ),
    "cli.write_what": (
        "--write では、書き込む連絡体制図をファイル名で指定してください。同梱の図は {file} にあります。"
        "コピーして使ってください。",
        "For --write name the chart by its file; the one you named is {file}: copy it first.",
    ),
    "cli.no_value": ("{name} の値が空です。", "{name} has no value."),
    "cli.two_days": (
        "--at の日（{at}）と --date の日（{day}）が違います。",
        "--at is on {at}, --date on {day}: which is it?",
    ),
    "cli.fix.working": ("費用が最小となる変更を求めています…", "Looking for the cheapest changes …"),
    "cli.fix.written": (
        "{file} に書き込みました。元のファイルは {file}.bak です。",
        "Written to {file}; as it was: {file}.bak",
    ),
    "cli.fix.comments_lost": (
        "書き加える場所が見つからず、全体を書き直しました。注釈 {count} 行がなくなりました"
        "（{file}.bak に残っています）。",
        "There was no place for the changes, so the file was written anew without {count:# line|# lines} of comments; "
        "{file}.bak has {count:it|them}.",
    ),
    "cli.option.top": ("フォールトツリーの頂上事象", "top event of a fault tree"),
    "cli.bad_when": (
        "日時は 2023-11-28T20:00、又は --date を付けて 20:00 のように指定してください",
        "A time is written as 2023-11-28T20:00, or as 20:00 together with --date",
    ),
    "cli.bad_what_if": ("absent:職 又は down:設備 のように指定してください", "Say absent:POST or down:THING"),
    "weak.situation": ("想定: {parts}", "Situation: {parts}"),
    "weak.any_incident": ("事故の区分・レベル・公表の有無を問わない", "any incident"),
    "weak.any_class": ("区分を問わない", "any class of incident"),
    "weak.any_level": ("レベルを問わない", "any level"),
    "weak.any_publishing": ("公表の有無を問わない", "published or not"),
    "weak.publishing.True": ("公表する", "to be published"),
    "weak.publishing.False": ("公表しない", "not published"),
    "weak.any_time": ("全ての連絡手段が使える時間帯", "while every channel is open"),
    "weak.at": ("{day} {at} 時点", "at {at} on {day}"),
    "weak.day": ("{day}に休暇の人を除く", "without those on leave on {day}"),
    "weak.origins.none": ("最初に知る職: なし", "Nobody knows of it first"),
    "weak.origins.asked": ("最初に知る職: {names}（指定による）", "It begins with: {names} (as asked)"),
    "weak.origins.chart": ("最初に知る職: {names}", "It begins with: {names}"),
    "weak.origins.inferred": (
        "最初に知る職: {names}（連絡の向きからの推定。`--from` か、連絡体制図の `origins` で指定できます）",
        "It begins with: {names} (inferred from the contacts; `--from` or the chart's `origins` say otherwise)",
    ),
    "weak.holidays_end": (
        "連絡体制図の休日（`holidays`）は{last}までです。その後の祝日は平日として調べています。",
        "The chart's `holidays` end on {last}; later ones count as working days.",
    ),
    "weak.no_holidays": (
        "連絡体制図に休日（`holidays`）がありません。祝日は平日として調べています。",
        "The chart has no `holidays`; they count as working days.",
    ),
    "weak.given": ("次が使えないと仮定: {names}", "Given that these fail: {names}"),
    "weak.nothing_required": (
        "この想定では、連絡を受けるべき職が1つもありません。",
        "In this situation nobody has to be told.",
    ),
    "weak.reached": (
        "連絡が必要な職・会議 {total}件のうち、ほかに支障がなければ {reached}件に届きます。",
        "Posts to be told and meetings to be held: {total}. If nothing else fails, {reached} of them {reached:is|are}.",
    ),
    "weak.unreached": ("支障がなくても届かない職・会議: {names}", "Not told even if nothing else fails: {names}"),
    "weak.not_owed": ("この想定では連絡の対象外: {names}", "Not to be told in this situation: {names}"),
    "weak.singles": ("単一障害点 {count}件", "Single points of failure: {count}"),
    "weak.pairs": ("2つ同時に失うと届かなくなる組合せ {count}件", "Pairs that cut somebody off together: {count}"),
    "weak.lines.singles": (
        "（ほかに、特定の1人だけが使う電話・メール {lines}件）",
        " (besides lines of one person only: {lines})",
    ),
    "weak.lines.pairs": (
        "（ほかに、1人だけの電話・メールを含むもの {lines}件）",
        " (besides those with a line of one person: {lines})",
    ),
    "weak.if.person": ("「{name}」に連絡が取れない", "“{name}” cannot be reached"),
    "weak.if.site": ("「{name}」が使えない", "“{name}” cannot be used"),
    "weak.if.medium": ("「{name}」が停止する", "“{name}” is down"),
    "weak.if.line": ("「{name}」がつながらない", "“{name}” does not work"),
    "weak.both.person": (
        "「{one}」と「{other}」の両方に連絡が取れない",
        "neither “{one}” nor “{other}” can be reached",
    ),
    "weak.both.site": ("「{one}」と「{other}」が同時に使えない", "neither “{one}” nor “{other}” can be used"),
    "weak.both.medium": ("「{one}」と「{other}」が同時に停止する", "“{one}” and “{other}” are both down"),
    "weak.both.line": ("「{one}」と「{other}」がともにつながらない", "neither “{one}” nor “{other}” works"),
    "weak.and": ("うえに、", " and "),
    "weak.falls_all": (
        "{what}と、{total}件の全てに届きません: {names}",
        "If {what}, {total:the one is not|none of the # is} told: {names}",
    ),
    "weak.falls_one": ("{what}と、1件に届きません: {names}", "If {what}, one is not told: {names}"),
    "weak.falls": (
        "{what}と、{total}件のうち{falls}件に届きません: {names}",
        "If {what}, {falls} of {total} {falls:is|are} not told: {names}",
    ),
    "weak.falls_partly": (
        "{what}と、{total}件のうち{falls}件に届きません。両方が重なった場合にのみ届かないのは: {names}",
        "If {what}, {falls} of {total} {falls:is|are} not told; only because of both: {names}",
    ),
    "weak.person": ("{name}［{posts}］", "{name} ({posts})"),
    "weak.small": (
        "このうち{count}件は、1つの職だけに届かなくなる組合せです（担当者とその代理者など）。対象の職: {names}",
        "{count} of them {count:cuts|cut} off one post each, such as its holder and its deputy: {names}",
    ),
    "weak.importance": ("［重要度 {value}］", "[importance {value}]"),
    "weak.more": ("ほか {count}件（`--limit 0` で全て表示）", "and {count} more (`--limit 0` shows all)"),
    "weak.duty": ("任務「{name}」", "duty “{name}”"),
    "weak.line": ("{users}の{kind}", "{kind} of {users}"),
    "weak.line_shared": ("{users}が共用する{kind}", "{kind} shared by {users}"),
    "weak.of_post": ("{name}に届かなくなる組合せ: {count}件", "{name} is cut off by: {count}"),
    "weak.never": ("何もなくても届かない", "never reached"),
    "weak.not_required": (
        "「{name}」はこの想定では連絡の対象外です。",
        "In this situation “{name}” is not to be told.",
    ),
}
