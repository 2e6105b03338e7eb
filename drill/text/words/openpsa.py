"""Fault trees in the Open-PSA Model Exchange Format: reading, their cut sets, writing."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # Reading: what is wrong with the file
    "openpsa.too_large": ("{limit} MB を超えるファイルは読めません。", "Files of more than {limit} MB are not read."),
    "openpsa.unsafe": (
        "文書型宣言（DTD）の内容や実体の宣言、外部ファイルの参照は読みません。取り除いてください。",
        "Document type definitions, entities and references to other files are not read; take them out.",
    ),
    "openpsa.not_xml": ("XML として読めません（{reason}）。", "This is not well-formed XML ({reason})."),
    "openpsa.encoding": (
        "文字コードを読めません（{reason}）。UTF-8 で保存してください。",
        "The encoding cannot be read ({reason}); save the file as UTF-8.",
    ),
    "openpsa.root": (
        "OpenPSA MEF のファイルではありません（最上位の要素が opsa-mef でなく {tag} です）。",
        "This is no OpenPSA MEF file: its root is {tag}, not opsa-mef.",
    ),
    "openpsa.refused": (
        "{tag} には対応していません。これを除いて計算するとカットセットが変わるため、読み込みを中止します。",
        "{tag} is not supported, and leaving it out would change the cut sets.",
    ),
    "openpsa.no_name": ("{tag} に name がありません。", "{tag} has no name."),
    "openpsa.twice": ("`{name}` は {line} 行目で既に定義されています。", "“{name}” is already defined in line {line}."),
    "openpsa.undefined": ("{kind} `{name}` が定義されていません。", "The {kind} “{name}” is not defined."),
    "openpsa.other_kind": (
        "`{name}` は {kind} ではなく {found} として定義されています。",
        "“{name}” is defined as a {found}, not as a {kind}.",
    ),
    "openpsa.one_formula": (
        "ゲート `{name}` の式は1つでなければなりません（{count}個あります）。",
        "The gate “{name}” must have one formula; it has {count}.",
    ),
    "openpsa.unknown_operator": ("式の要素 {tag} を知りません。", "A formula has no element {tag}."),
    "openpsa.arguments": (
        "{tag} の引数の数が誤っています（{count}個）。",
        "{tag} has the wrong number of arguments ({count}).",
    ),
    "openpsa.number": (
        "{tag} の {name} は 0 から引数の数までの整数で指定してください（`{value}` は使えません）。",
        "{name} of {tag} must be a whole number from 0 to the number of arguments, not “{value}”.",
    ),
    "openpsa.constant": (
        "constant の value は true か false で指定してください。",
        "The value of a constant is true or false.",
    ),
    "openpsa.probability": (
        "確率は 0 から 1 までの数で指定してください（`{value}` は使えません）。",
        "A probability is a number from 0 to 1, not “{value}”.",
    ),
    "openpsa.not_coherent": (
        "フォールトツリーがコヒーレントではありません（ゲート `{gate}` が {line} 行目で {operator} を使っています）。"
        "このような木の2次までのカットセットは求められません。",
        "Not a coherent tree: gate “{gate}” uses {operator} in line {line}; cut sets up to order 2 of such trees "
        "are not computed.",
    ),
    "openpsa.ring": ("ゲートが循環しています: {ring}", "Gates refer to each other in a ring: {ring}"),
    "openpsa.no_gate": ("ゲートがありません。", "There is no gate in this file."),
    "openpsa.several_tops": (
        "頂上事象の候補が{count}個あります。--top で1つ指定してください: {names}",
        "There {count:is # gate|are # gates} no other gate refers to; name one with --top: {names}",
    ),
    # Reading: what was not taken into account
    "openpsa.ignored": (
        "{file}:{line}: {tag} はフォールトツリーではないため、対象外としました。",
        "{file}:{line}: {tag} is no part of a fault tree and was left out.",
    ),
    "openpsa.ignored_ccf": (
        "{file}:{line}: 共通原因故障グループは考慮せず、属する基本事象を互いに独立としました。",
        "{file}:{line}: this common-cause group was left out; its members are taken to be independent.",
    ),
    "openpsa.unknown": (
        "基本事象{count}個は確率が分からないため、確率を計算しません: {names}",
        "No probabilities are computed: that of {count:# basic event|# basic events} is not known: {names}",
    ),
    # Cut sets
    "openpsa.title": (
        "頂上事象 {top}（ゲート{gates}、基本事象{events}）",
        "Top event {top} ({gates:# gate|# gates}, {events:# basic event|# basic events})",
    ),
    "openpsa.always": (
        "何も起きなくても頂上事象が起きます（空のカットセット）。",
        "The top event occurs even if nothing happens (the empty cut set).",
    ),
    "openpsa.order": ("{order}次の最小カットセット: {count}", "Minimal cut sets of order {order}: {count}"),
    "openpsa.more": ("  ほか{count}件（--limit 0 で全て）", "  and {count} more (--limit 0 shows all)"),
    "openpsa.importance": (
        "上に示した基本事象のBirnbaum重要度（{samples}回の抽出による推定）:",
        "Birnbaum importance of the basic events shown above (estimated from {samples:# sample|# samples}):",
    ),
    "openpsa.rare_event": (
        "確率の和（稀有事象近似。{order}次までのカットセットのみ）: {sum}",
        "Sum of the probabilities (rare-event approximation, cut sets up to order {order} only): {sum}",
    ),
    # Writing
    "openpsa.not_told": ("{name}に連絡が届かない", "{name} is not told"),
    "openpsa.not_done": ("{name}が行われない", "{name} is not done"),
    "openpsa.not_there": ("{duty}に{name}が出席しない", "{name} is missing from {duty}"),
    "openpsa.fails": ("{name}が使えない", "{name} fails"),
    "openpsa.absent": ("{name}が不在", "{name} is absent"),
    "openpsa.line_fails": ("{name}の{channel}がつながらない", "the {channel} of {name} is not answered"),
    "openpsa.too_many_gates": (
        "連絡の循環をほどくには{gates}を超えるゲートが必要なため、書き出せません。"
        "--level、--class 等で対象を絞ってください。",
        "Unrolling the rings of this chart takes more than {gates:# gate|# gates}, so it is not written; narrow the "
        "situation "
        "with --level, --class and the like.",
    ),
}
