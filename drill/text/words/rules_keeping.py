"""The planning rules on time, upkeep, duties, privacy and waivers; built like `rules_chart`. One long table."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # Time
    "rule.OC401": (
        "平日に、夜間など連絡が届かない時間のある職",
        "Posts that are not told at some hour of a working day, such as at night",
    ),
    "rule.OC401.why": (
        "事案は夜にも起きます。`hours` の切れ目ごとに調べ、最も多くの職に届かない時刻と、連絡が途切れる職を示します。",
        "Incidents happen at night too. Every change of `hours` is looked at; the moment with most posts unreached is "
        "given, with the posts at which the chain breaks.",
    ),
    "problem.OC401": (
        "{moment}（平日）には{count}件の職に届きません。途切れる所: {posts}",
        "At {moment}, a working day, {count:# post is|# posts are} not told; it breaks at: {posts}",
    ),
    "problem.OC401.hint": (
        "その時間も使える連絡手段（当番電話、携帯）を人と `by` に加えてください",
        "give these people a channel that works then (duty telephone, mobile), and name it in `by`",
    ),
    "rule.OC402": (
        "休日に連絡が届かない職",
        "Posts that are not told on a weekend or holiday",
    ),
    "rule.OC402.why": (
        "土曜日、日曜日と `holidays` の日を調べ、最も多くの職に届かない時刻と、連絡が途切れる職を示します。",
        "Saturdays, Sundays and `holidays` are looked at; the moment with most posts unreached is given, with the "
        "posts at which the chain breaks.",
    ),
    "problem.OC402": (
        "{moment}（休日）には{count}件の職に届きません。途切れる所: {posts}",
        "At {moment}, a day off, {count:# post is|# posts are} not told; it breaks at: {posts}",
    ),
    "problem.OC402.hint": (
        "休日も使える連絡手段（当番電話、携帯）を人と `by` に加えてください",
        "give these people a channel that works then (duty telephone, mobile), and name it in `by`",
    ),
    "rule.OC403": (
        "1人で続けてかける電話が、上限（`limits.calls`）を超える職",
        "A caller with more telephone calls in a row than `limits.calls`",
    ),
    "rule.OC403.why": (
        "電話は1件ずつしかかけられず、最後の相手に届くのが遅れます。メールを先にする連絡は、待つ間に確認が得られないと"
        "見込まれる分だけを数えます。",
        "Calls are made one at a time; the last one called learns late. Of those written to first, only the share not "
        "expected to acknowledge within the wait is counted.",
    ),
    "problem.OC403": (
        "「{post}」は約{calls}件の電話を続けてかけることになります（上限{limit}件）",
        "{post} has to make about {calls:# call|# calls} one after the other (limit {limit})",
    ),
    "problem.OC403.hint": (
        "連絡を手分けするか、メールの待ち時間（`written_wait_s`）を見直してください",
        "share the calls out, or reconsider the wait for mail (`written_wait_s`)",
    ),
    "rule.OC404": (
        "見込みの所要時間が期限（`deadline_min`）を超える連絡",
        "A contact that is expected to be made after its `deadline_min`",
    ),
    "rule.OC404.why": (
        "連絡元の電話を順に足した時間です（応答と通話の中央値、出ない場合の呼出し、メールの待ち時間）。"
        "順調でも守れない期限は、訓練でも本番でも守れません。",
        "The caller's calls in order, added up: medians of answering and talking, ringing in vain, the wait for mail. "
        "A deadline that is missed when all goes as expected will be missed.",
    ),
    "problem.OC404": (
        "「{post}」から「{target}」への連絡は約{minutes}分かかる見込みで、期限の{deadline}分を超えます",
        "From {post} to {target} takes about {minutes} min, beyond the deadline of {deadline} min",
    ),
    "problem.OC404.hint": (
        "`order` を早めるか、連絡を手分けするか、期限を見直してください",
        "move it forward in `order`, share the calls out, or change the deadline",
    ),
    "rule.OC405": (
        "最初に知る職からの連絡の段数が、上限（`limits.hops`）を超える職",
        "A post further from where an incident becomes known than `limits.hops` contacts",
    ),
    "rule.OC405.why": (
        "段数が増えるほど、遅れ、途切れ、内容の取り違えが重なります。",
        "Each hop adds delay, a chance to break and a chance to garble the message.",
    ),
    "problem.OC405": (
        "「{post}」に届くまでに{hops}段の連絡が必要です（上限{limit}段）: {way}",
        "It takes {hops:# contact|# contacts} to reach {post} (limit {limit}): {way}",
    ),
    "problem.OC405.hint": (
        "途中の職を経ない連絡を1つ加えてください",
        "add one contact that goes past some of them",
    ),
    # Upkeep
    "rule.OC501": (
        "最後の確認から `limits.verified_days` を過ぎた人",
        "A person's entry not verified for longer than `limits.verified_days`",
    ),
    "rule.OC501.why": (
        "番号や在席は変わります。古い番号は、必要なときに初めて分かります。",
        "Numbers and seats change; a stale one shows only when it is needed.",
    ),
    "problem.OC501": (
        "{person}の最後の確認は{day}（{days}日前）です。目安は{limit}日です",
        "{person} was last verified on {day}, {days:# day|# days} ago (limit {limit})",
    ),
    "problem.OC501.hint": (
        "番号と在席を確かめ、`verified` にその日を書いてください",
        "check the entry and write the day in `verified`",
    ),
    "rule.OC502": (
        "最後の確認から1年を過ぎた人",
        "A person's entry not verified for more than a year",
    ),
    "rule.OC502.why": (
        "1年の間には、人事異動が必ず一度はあります。使えない前提で考えるべき項目です。",
        "A year includes a round of transfers: the entry must be taken as wrong until somebody checks it.",
    ),
    "problem.OC502": (
        "{person}の最後の確認は{day}（{days}日前）で、1年を過ぎています",
        "{person} was last verified on {day}, {days:# day|# days} ago: more than a year",
    ),
    "problem.OC502.hint": (
        "番号と在席を確かめ、`verified` にその日を書いてください",
        "check the entry and write the day in `verified`",
    ),
    "rule.OC503": (
        "確認した日（`verified`）が書かれていない人",
        "Persons without a day of verification",
    ),
    "rule.OC503.why": (
        "いつの情報か分からなければ、確認の予定も立てられません。",
        "Nobody can plan a check of entries whose age is not known.",
    ),
    "problem.OC503": (
        "{which}について、確認した日（`verified`）が書かれていません: {names}",
        "No day of verification (`verified`) is given for {which}: {names}",
    ),
    "rule.persons.all": ("{whole}人全員", "{whole:the one person|any of the # persons}"),
    "rule.persons.some": ("{whole}人のうち{count}人", "{count} of {whole:# person|# persons}"),
    "problem.OC503.hint": (
        "番号と在席を確かめ、`verified` にその日を書いてください",
        "check the entries and write the day in `verified`",
    ),
    "rule.OC505": (
        "訓練の対象外とされている職（`in_scope: false`）",
        "A post outside the drill (`in_scope: false`)",
    ),
    "rule.OC505.why": (
        "対象外の職への連絡は一度も試されません。続けて外れていないか、時々見直します。",
        "Contacts to it are never tried. See from time to time whether it should still be left out.",
    ),
    "problem.OC505": (
        "「{post}」は訓練の対象外です",
        "{post} is left out of drills",
    ),
    "problem.OC505.hint": (
        "次の訓練に加えられないか検討してください",
        "see whether it can take part in the next drill",
    ),
    "rule.OC506": (
        "最後の訓練の後に担当者が替わった職",
        "A post whose holder changed after the last drill",
    ),
    "rule.OC506.why": (
        "今の担当者は、この体制での連絡を一度も経験していません。",
        "The present holder has never made these contacts.",
    ),
    "problem.OC506": (
        "「{post}」の担当者は{since}からで、最後の訓練（{drill}）を経験していません",
        "The holder of {post} took over on {since}, after the last drill ({drill})",
    ),
    "problem.OC506.hint": (
        "訓練を行い、`last_drill` にその日を書いてください",
        "hold a drill and write its day in `last_drill`",
    ),
    "rule.OC507": (
        "連絡体制図の保管場所（`storage`）が書かれていないこと",
        "The place where the chart is kept (`storage`) is not given",
    ),
    "rule.OC507.why": (
        "保管場所を知らない職員は、探すことから始めます。",
        "Staff who do not know the place begin by searching.",
    ),
    "problem.OC507": (
        "連絡体制図の保管場所が書かれていません",
        "It is not said where the chart is kept",
    ),
    "problem.OC507.hint": (
        "`storage` に場所と、職員に尋ねた結果を書いてください",
        "write the place, and what staff answered when asked, in `storage`",
    ),
    "rule.OC508": (
        "保管場所を知る職員が95%に満たない、又は1年目の職員が全体より10ポイント以上低いこと",
        "Fewer than 95% of staff know where the chart is kept, or first-year staff are 10 points or more behind",
    ),
    "rule.OC508.why": (
        "杉並区の2023年度の自己点検では、1年目は76%、2年目以上は95%、全体は90%でした。10ポイントは仮定です。",
        "In Suginami ward's self-check of 2023, 76% of first-year staff knew it, 95% of the others, 90% of all. "
        "The 10 points are an assumption.",
    ),
    "problem.OC508": (
        "保管場所を知る職員は、全体で{known}、1年目で{first}です",
        "The place of the chart is known to {known} of staff, {first} of those in their first year",
    ),
    "problem.OC508.hint": (
        "保管場所を改めて周知し、もう一度尋ねてください",
        "make the place known again, then ask again",
    ),
    "rule.OC509": (
        "1年より前の時点の連絡体制図",
        "A chart that describes a day more than a year ago",
    ),
    "rule.OC509.why": (
        "その間に人事異動や組織の変更があったはずです。",
        "Transfers and reorganisations have happened since.",
    ),
    "problem.OC509": (
        "連絡体制図は{day}時点（{ago}）のものです",
        "The chart is as of {day}, {ago}",
    ),
    "rule.year": ("約1年前", "about a year ago"),
    "rule.years": ("約{years}年前", "about {years:# year|# years} ago"),
    "problem.OC509.hint": (
        "見直して `as_of` を改めてください",
        "revise it and change `as_of`",
    ),
    # Duties
    "rule.OC601": (
        "レベル2又は3で、危機管理部門（役割 crisis_management）との協議がないこと",
        "No consultation of crisis management (role crisis_management) at level 2 or 3",
    ),
    "rule.OC601.why": (
        "レベル2以上は情報部門だけの問題ではありません。自治体全体の対応の要否を協議します。",
        "From level 2 on it is no longer a matter for the information section alone.",
    ),
    "problem.OC601": (
        "レベル{levels}のときに「{post}」と協議する連絡がありません",
        "Nobody consults {post} at level {levels}",
    ),
    "problem.OC601.hint": (
        "`kind: consult`、条件 `level: [2, 3]` の連絡を加えてください",
        "add a contact of `kind: consult` on the condition `level: [2, 3]`",
    ),
    "rule.OC602": (
        "レベルの基準はあるが、危機管理部門（役割 crisis_management）がないこと",
        "Levels are defined, but no post has the role crisis_management",
    ),
    "rule.OC602.why": (
        "レベル2・3の協議先が決まっていないと、その場で探すことになります。",
        "Without a post to consult at levels 2 and 3, one has to be found on the spot.",
    ),
    "problem.OC602": (
        "役割 crisis_management の職がありません",
        "No post has the role crisis_management",
    ),
    "problem.OC602.hint": (
        "危機管理部門の職に `role: crisis_management` を付けてください",
        "give the post for crisis management `role: crisis_management`",
    ),
    "rule.OC603": (
        "公表の際に広報部門（役割 public_relations）との協議がないこと",
        "Publication without consulting public relations (role public_relations)",
    ),
    "rule.OC603.why": (
        "協議を経ない公表は、訂正を重ねることになりがちです。公表時の連絡も広報の職もない図では調べません。",
        "What is published without them is what has to be corrected. Not looked at in charts that have neither "
        "contacts for publishing nor such a post.",
    ),
    "problem.OC603": (
        "公表するときに広報部門と協議する連絡がありません",
        "Nobody consults public relations when something is to be published",
    ),
    "problem.OC603.hint": (
        "役割 public_relations の職への `kind: consult`、条件 `publishing: true` の連絡を加えてください",
        "add a contact of `kind: consult` on the condition `publishing: true` to the role public_relations",
    ),
    "rule.OC604": (
        "公表の提案が、承認する職（役割 csirt_head）に報告されないこと",
        "Publication that is not reported to whoever approves it (role csirt_head)",
    ),
    "rule.OC604.why": (
        "協議の結果は責任者に報告され、承認を受けてから公表します。",
        "The result of the consultation goes to the head for approval before anything is published.",
    ),
    "problem.OC604": (
        "「{posts}」から、公表を承認する職への報告がありません",
        "{posts}: no report to a post that approves publication",
    ),
    "problem.OC604.hint": (
        "役割 csirt_head の職への `kind: report` の連絡を加えてください",
        "add a contact of `kind: report` to a post with the role csirt_head",
    ),
    "rule.OC605": (
        "レベル1では連絡先とされ、レベル3ではされない職",
        "A post that is told at level 1 but not at level 3",
    ),
    "rule.OC605.why": (
        "重い事案ほど連絡先が減るのは、多くの場合 `level` の書き漏れです。",
        "Fewer people told of the graver incident: mostly a level that was forgotten in `level`.",
    ),
    "problem.OC605": (
        "「{post}」にはレベル1で連絡しますが、レベル3では連絡しません",
        "{post} is told at level 1 but not at level 3",
    ),
    "problem.OC605.hint": (
        "`level` にレベル3を加えてください",
        "add level 3 to `level`",
    ),
    "rule.OC606": (
        "招集する職に誰もいない、又は構成員の全てが訓練対象外の会議",
        "A meeting whose convener nobody fills, or whose members are all outside the drill",
    ),
    "rule.OC606.why": (
        "招集する人がいなければ、会議は開かれません。",
        "Without somebody to convene it, the meeting is not held.",
    ),
    "problem.OC606": (
        "「{duty}」を開く人がいません",
        "Nobody can hold {duty}",
    ),
    "problem.OC606.hint": (
        "`convener` を担当者のいる職にするか、構成員を見直してください",
        "name a filled post as `convener`, or reconsider the members",
    ),
    "rule.OC607": (
        "任務があるのに担当者がおらず、代理者だけの職",
        "A post with duties but no holder, only deputies",
    ),
    "rule.OC607.why": (
        "誰の任務かが決まっていないと、準備も引継ぎもされません。",
        "Duties that belong to nobody are neither prepared nor handed over.",
    ),
    "problem.OC607": (
        "「{post}」には任務が{count}件ありますが、担当者がいません",
        "{post} has {count:# duty|# duties} but no holder",
    ),
    "problem.OC607.hint": (
        "`holder` に担当者を書いてください",
        "name a `holder`",
    ),
    # Privacy
    "rule.OC701": (
        "配布する連絡体制図（`shareable: true`）に、個人の電話番号又はメールアドレスがあること",
        "Personal numbers or mail addresses in a chart that is handed out (`shareable: true`)",
    ),
    "rule.OC701.why": (
        "配布した個人情報は取り戻せません。携帯・自宅の番号、080/090/070 の番号、メールアドレスを調べます。"
        "庁外の窓口は除きます。",
        "Personal data that was handed out cannot be called back. Looked for: mobile and home numbers, any mobile "
        "number, mail addresses; outside bodies excepted.",
    ),
    "problem.OC701": (
        "{person}に個人の連絡先があります: {kinds}",
        "{person} has personal addresses: {kinds}",
    ),
    "problem.OC701.hint": (
        "`address` を消すか、回線の名前に替えてください。配布しないなら `shareable: false` とします",
        "delete the `address` or write the line's name; `shareable: false` if it is not handed out",
    ),
    "rule.OC702": (
        "個人の連絡先があるのに、配布してよいか（`shareable`）が書かれていないこと",
        "Personal numbers in a chart that does not say whether it may be handed out (`shareable`)",
    ),
    "rule.OC702.why": (
        "書いておけば、配布用の図に個人の連絡先が残っていないかを調べられます。",
        "Once it is said, a chart for handing out is checked for personal data left in it.",
    ),
    "problem.OC702": (
        "{count}人に個人の連絡先がありますが、`shareable` が書かれていません",
        "{count:# person has|# persons have} personal addresses, and `shareable` is not set",
    ),
    "problem.OC702.hint": (
        "配布しないなら `shareable: false`、配布するなら `shareable: true` と書いてください",
        "write `shareable: false` if it is not handed out, `shareable: true` if it is",
    ),
    # Waivers
    "rule.whole_file": ("ファイル全体", "the whole file"),
    "rule.OC801": (
        "期限が過ぎた受容（`waivers`）",
        "A waiver whose day has passed",
    ),
    "rule.OC801.why": (
        "受容（承知の上で残す指摘）は期限に見直します。期限が過ぎると、元の指摘も再び表示されます。",
        "What was lived with is looked at again on that day. Once it has passed, the finding shows again.",
    ),
    "problem.OC801": (
        "{name} の受容は{day}で期限が切れました（理由: {reason}）",
        "The waiver of {name} ended on {day} (reason: {reason})",
    ),
    "problem.OC801.hint": (
        "直すか、`until` を改めてください",
        "mend it, or give a new `until`",
    ),
    "rule.OC802": (
        "どの指摘にも当てはまらない受容（`waivers`）",
        "A waiver that matches no finding",
    ),
    "rule.OC802.why": (
        "同じ問題が再び生じても、指摘が表示されなくなります。",
        "Left behind after the mend, it hides the finding when it comes back.",
    ),
    "problem.OC802": (
        "{name}（{at}）に当てはまる指摘はありません",
        "There is no finding {name} ({at})",
    ),
    "problem.OC802.hint": (
        "受容を消すか、`at` を確かめてください",
        "delete the waiver, or correct its `at`",
    ),
    "rule.OC803": (
        "受容（`waivers`）に書かれた、受容できない番号",
        "A waiver of a code that cannot be waived",
    ),
    "rule.OC803.why": (
        "書き間違えた受容は効果がありません。受容できるのは OC 又は MD05 で始まる番号だけです。ファイルの書き方（YM、"
        "その他の MD）とシナリオ（SC）についての指摘は受容できません。",
        "A misspelt waiver waives nothing. Only codes that begin with OC or MD05 can be waived: what is wrong with the "
        "file (YM, other MD) or with scenarios (SC) cannot.",
    ),
    "problem.OC803": (
        "{name} は受容できる番号ではありません（候補: {near}）",
        "{name} is no code that can be waived (there are: {near})",
    ),
    "problem.OC803.hint": (
        "`code` を直すか、受容を消してください。受容できるのは OC 又は MD05 で始まる番号だけです"
        "（一覧は docs/rules.ja.md）",
        "correct `code` or delete the waiver; only codes that begin with OC or MD05 can be waived (see docs/rules.md)",
    ),
    "rule.OC804": (
        "同じ番号と場所の受容（`waivers`）が2つ以上あること",
        "Two waivers of the same code at the same place",
    ),
    "rule.OC804.why": (
        "どの理由と期限で残すことにしたのかが分からなくなります。",
        "Nobody can tell which reason and which day were meant.",
    ),
    "problem.OC804": (
        "{name}（{at}）の受容が上にもあります",
        "There is a waiver of {name} ({at}) above already",
    ),
    "problem.OC804.hint": (
        "どちらかを消してください",
        "delete one",
    ),
    # Comments and texts in the examples
    "mend.every_level": (
        "これに続く連絡と同じく、どのレベルでも",
        "at every level, as the contacts that follow from it",
    ),
    "mend.of_seven": ("構成員7人のうち", "of seven members"),
    "mend.third": ("3人目を別の場所から", "a third, from elsewhere"),
    "mend.other": ("CSIRT管理者の代理者とは別の人", "not the deputy of the CSIRT manager"),
    "mend.radio": ("防災行政無線", "Disaster radio"),
    "mend.no_needs": ("ほかの設備を必要としないので `needs` は書かない", "no `needs`: it works by itself"),
    "mend.half": ("一覧の半分を受け持つ", "takes half of the list"),
    "mend.first": ("長い一覧より先に", "before the long list"),
    "mend.past": ("CSIRT管理者を経ずに", "past the CSIRT manager"),
    "mend.place": ("PoC担当者席の脇の赤いファイル", "Red folder beside the PoC's desk"),
    "mend.places": (
        "PoC担当者席の脇の赤いファイルと、庁内ポータルの最初の画面",
        "Red folder beside the PoC's desk, and first page of the intranet",
    ),
    "mend.no_number": ("番号ではなく回線の名前", "a name, no number"),
    "mend.reason": ("10月に別館へ移転するため", "Moves to the annex in October"),
}
