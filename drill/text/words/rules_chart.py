"""The planning rules, wiring and single points and common cause: what each finds and why it matters.

`PROBLEMS`: the finding, what to do, what the rule looks for, and why. One long table; `rules_keeping` has the others.
"""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "rule.more": ("{items} ほか{count}", "{items} and {count} more"),
    "rule.gap": ("…", "…"),
    "rule.person": ("「{person}」（`{name}`）", "{person} (`{name}`)"),
    # Single points
    "rule.falls.all": ("{whole}件の全てに届きません", "none of the {whole} can be told"),
    "rule.falls.some": ("{whole}件のうち{count}件に届きません", "{count} of {whole} cannot be told"),
    "rule.without.medium": ("「{name}」が止まる", "{name}"),
    "rule.without.line": ("{name}がつながらない", "the {name}"),
    "rule.channels.one": ("は「{medium}」による1つだけです", "the only channel depends on {medium}"),
    "rule.channels.all": (
        "{count}つは、全て「{medium}」によります",
        "{count:the one channel depends|all # channels depend} on {medium}",
    ),
}

PROBLEMS: dict[str, tuple[str, ...]] = {
    # Wiring
    "OC141": (
        "{where}のとき「{caller}」は何も知らないため、次の職に届きません: {posts}",
        "{where}: {caller} knows nothing then, so these are not told: {posts}",
        "連絡元に届く連絡を加えるか、`when` の条件を連絡元と揃えてください",
        "add a contact that reaches the caller, or give both the same `when`",
        "特定のレベル・種類で連絡することになっているのに、連絡元がその場合には何も知らない連絡",
        "A contact for a level or class at which its caller knows nothing",
        "連絡元の職に情報が届かなければ、その先への連絡は始まりません。図の上では線があるため、見落とされがちです。"
        "最初に知る職（`origins`、なければ役割 poc の職）から調べ、どちらもなければ調べません。",
        "If the caller never hears of it, the contact is never made; on paper the line is there, so nobody notices. "
        "Followed from `origins`, or else from the PoC; without either it is not looked at.",
    ),
    "OC142": (
        "「{caller}」が指示した次の職から、報告が戻る経路がありません: {posts}",
        "No report leads back to {caller} from: {posts}",
        "`kind: report` の連絡を加えてください",
        "add a contact of `kind: report`",
        "指示を受けるだけで、指示した職に報告が戻らない職",
        "A post that is instructed and has no way to report back to whoever instructs it",
        "指示が実行されたか分からないままになります。報告の経路は、ほかの職を経由していても構いません。"
        "グループ全体への連絡は報告とみなしません。",
        "Whoever instructs never learns whether it was done. The way back may lead through others; "
        "an announcement to a whole group is none.",
    ),
    "OC143": (
        "{incident}の事案では庁外のどこにも連絡しません（ほかの種類では: {posts}）",
        "On {incident} no outside body is told (for others: {posts})",
        "庁外の職（`external: true`）への連絡に、この種類を加えてください",
        "add a contact to a post with `external: true` for this class",
        "庁外の連絡先が、ある種類の事案では1つもないこと（ほかの種類では連絡先がある場合）",
        "An incident class for which no outside body is told, though one is for another class",
        "事案の種類ごとに、保守業者、都道府県、警察、監督機関など、少なくとも1つの庁外の連絡先が要ります。"
        "`when.class` に出てくる種類だけを調べ、どの機関が要るかまでは判断しません。",
        "Each class has somebody outside who must know: vendor, prefecture, police, regulator. Only classes named in "
        "some `when.class` are looked at; which body it should be is for you to say.",
    ),
    "OC144": (
        "「{post}」と「{window}」の間に連絡の経路がありません",
        "No contacts join {post} to {window}, in either direction",
        "報告又は連絡を加えてください。訓練対象外なら `in_scope: false` とします",
        "add a report or another contact; `in_scope: false` if it takes no part",
        "PoC（役割 poc。なければ `origins` の職）との間に連絡の経路がない職",
        "A post with no route to or from the PoC (role poc; without one, the `origins`)",
        "その職は事案を知ることも、気付いた異常を伝えることもできません。経路はほかの職を経由していても構いません。",
        "It can neither hear of an incident nor tell of one it finds. The route may lead through others.",
    ),
    "OC145": (
        "`origins` がないため、最初に知る職を推定しました: {posts}",
        "There are no `origins`; the incident is taken to become known at: {posts}",
        "`origins` に職を書いてください",
        "write them in `origins`",
        "事案を最初に知る職（`origins`）が書かれていないこと",
        "The posts where an incident becomes known first (`origins`) are not given",
        "どこから連絡が始まるかで、誰が弱点かは変わります。書かれていなければ連絡の向きから推定します。",
        "Who is a weak point depends on where the chain begins. Without it, it is guessed from the contacts.",
    ),
    "OC201": (
        "{person}と連絡がつかないと、{share}: {falls}",
        "Without {person}, {share}: {falls}",
        "代理者を加えるか、この人を経由しない連絡を加えてください",
        "add a deputy, or a contact that goes past this person",
        "その人と連絡がつかないだけで、他の職にも連絡が届かなくなる人",
        "A person without whom posts are not told",
        "休暇、出張、会議などで必ず起こることです。代理者がいないか、代理者に連絡手段がありません。",
        "Leave, travel and meetings are certain to happen. There is no deputy, or none whom the contact can reach.",
    ),
    "OC202": (
        "{posts}を担当又は代理する{person}と連絡がつかないと、{share}: {falls}",
        "Without {person}, who answers for {posts}, {share}: {falls}",
        "どれかの職に、別の人を代理者として加えてください",
        "give one of these posts somebody else as a deputy",
        "複数の職を担う1人と連絡がつかないだけで、連絡が届かない職が出ること（隠れた単一障害点）",
        "One person across several posts without whom posts are not told (a hidden single point)",
        "職ごとに見ると代理者がいるのに、実は同じ人です。職の図では見えません。",
        "Post by post there seems to be a deputy, but it is the same person. No chart of posts shows it.",
    ),
    "OC203": (
        "{failing}と、{share}: {falls}",
        "Without {failing}, {share}: {falls}",
        "別の設備による連絡手段を、人と連絡の `by` に加えてください",
        "give people a channel on another medium, and name it in `by`",
        "1つの設備又は共用の電話が止まるだけで、連絡が届かない職が出ること",
        "A medium or shared line without which posts are not told",
        "電話交換機、メールサーバー、携帯の網は実際に止まります。事案そのものが原因のこともあります。",
        "Switchboards, mail servers and carriers do fail, sometimes because of the very incident.",
    ),
    "OC204": (
        "「{site}」が使えないと、{share}: {falls}",
        "Without {site}, {share}: {falls}",
        "別の場所にいる人を代理者に加えてください",
        "add a deputy who sits elsewhere",
        "1つの場所が使えないだけで、他の場所又は過半数の職に連絡が届かなくなること",
        "A place without which posts elsewhere, or more than half of all, are not told",
        "火災、停電、立入禁止では、担当者も代理者も電話も同時に失われます。影響が過半数に及ぶ場所は、必ず示します。"
        "そうでなければ、影響がその場所の職員だけの職に限られるときは、ここでは示さず OC301 で示し、"
        "その場所の1人（OC201）の影響と変わらないときも示しません。",
        "Fire, a power cut or a closed building take holder, deputies and telephones together. A place that takes down "
        "more than half is always listed. Otherwise one that takes down only posts whose people all sit there is left "
        "to OC301, and one that takes down no more than a single person in it (OC201) is not repeated.",
    ),
    "OC205": (
        "同時に失うと{whole}件の過半数に届かなくなる組合せが{count}組あります: {pairs}",
        "Of {whole}, more than half are not told without both parts of each of these pairs ({count}): {pairs}",
        "どちらかに、3つ目の人又は設備を加えられないか検討してください",
        "see whether a third person or medium can be added",
        "同時に失うと、過半数に連絡が届かなくなる、人・場所・設備のうちの2つ",
        "Two people, places or media that together take down more than half",
        "1つずつなら耐えられますが、同時には耐えられません。どちらか一方だけでは落ちない職が過半数に及ぶ組だけを示します。"
        "1,000 職を超える図では調べません。全ての組は `drill weak` で分かります。",
        "Each alone does no harm. Only pairs that take down more than half of the posts which neither takes down alone "
        "are listed, and none for charts beyond 1,000 posts; `drill weak` has them all.",
    ),
    "OC206": (
        "「{duty}」は、次の1人でも欠けると定足数{quorum}に届きません: {people}",
        "{duty} loses its quorum of {quorum} if any one of these is absent: {people}",
        "構成員の代理者を加えるか、定足数を見直してください",
        "give the members deputies, or reconsider the quorum",
        "1人が欠けるだけで定足数に届かなくなる会議",
        "A meeting that loses its quorum by one absence",
        "招集者が知っていても、その1人がいなければ会議は成立しません。",
        "The convener may know everything: without that one person the meeting cannot be held.",
    ),
    # Common cause
    "OC301": (
        "「{site}」に担当者と代理者の全員がいる職: {posts}",
        "Holder and deputies all sit in {site}: {posts}",
        "別の場所にいる代理者を加えてください",
        "add a deputy who sits elsewhere",
        "担当者と代理者の全員が同じ場所にいる職",
        "Posts whose holder and deputies all sit in the same place",
        "その場所が使えなくなると、代理者がいても誰も残りません。",
        "When that place cannot be used, the deputies are gone with the holder.",
    ),
    "OC302": (
        "「{post}」は、{day}に担当者も代理者も全員が休みです",
        "On {day} holder and deputies of {post} are all on leave",
        "休暇をずらすか、その日の代理者を加えてください",
        "move a leave, or add a deputy for that day",
        "担当者と代理者の全員が同じ日に休む職",
        "A post whose holder and deputies are all on leave on the same day",
        "その日に事案が起きると、その職には誰もいません。基準日より前の日は調べません。",
        "An incident on that day finds nobody. Days before the reference day are not looked at.",
    ),
    "OC303": (
        "{person}の連絡手段{depend}",
        "{person}: {depend}",
        "別の設備による連絡手段を加えてください",
        "add a channel on another medium",
        "全ての連絡手段が1つの設備に依存している人",
        "A person whose channels all depend on one medium",
        "電話が2台あっても、同じ交換機につながっていれば同時に使えなくなります。",
        "Two telephones on one switchboard fall silent together.",
    ),
    "OC304": (
        "「{post}」の提案と「{approver}」の承認を、同じ人が行うことがあります: {people}",
        "The same person may propose publication as {post} and approve it as {approver}: {people}",
        "どちらかの代理者を別の人にしてください",
        "name different deputies",
        "公表を提案する職と承認する職を、同じ人が担うことがあること",
        "One person who may both propose publication and approve it",
        "代理によって同じ人が両方を担うと、承認は形だけになります。提案は公表時に協議する職、承認は役割 csirt_head の職"
        "（なければ公表時に報告を受ける職）とみなします。",
        "When a deputy stands in for both, the approval checks nothing. Whoever consults when publishing proposes; "
        "the role csirt_head approves (without one, whoever is reported to when publishing).",
    ),
    "OC305": (
        "「{medium}」が止まると、その障害の連絡も届かない職: {posts}",
        "If {medium} fails, not even that can be told to: {posts}",
        "そのシステムを必要としない連絡手段を加えてください",
        "add a channel that does not need the system",
        "別々の設備を使っているように見えて、全ての連絡手段が1つのシステムを必要とする職",
        "Posts whose channels look different but all need one system",
        "そのシステムが止まったとき、止まったという連絡そのものが届きません。設備の `needs` をたどって調べます。"
        "同じ設備だけによる場合は OC303 で示します。",
        "When that system fails, the notice of its failure has no way. Found by following `needs` of media; "
        "channels on the very same medium are left to OC303.",
    ),
}
