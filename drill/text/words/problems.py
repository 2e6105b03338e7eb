"""What is wrong with a file, and what to do about it: `problem.CODE` and `problem.CODE.hint`. One long table."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "library.orgcharts": (
        "連絡体制図「{name}」が見つかりません（候補: {near}）。`drill list` で一覧を表示できます。",
        "There is no chart “{name}” (there are: {near}). `drill list` shows them all.",
    ),
    "library.scenarios": (
        "シナリオ「{name}」が見つかりません（候補: {near}）。`drill list` で一覧を表示できます。",
        "There is no scenario “{name}” (there are: {near}). `drill list` shows them all.",
    ),
    "library.programs": (
        "年間計画「{name}」がありません。次のものがあります: {near}",
        "There is no programme “{name}”. There are: {near}",
    ),
    "library.banks": (
        "問題集「{name}」がありません。次のものがあります: {near}",
        "There is no question bank “{name}”. There are: {near}",
    ),
    "library.selfchecks": (
        "自己点検票「{name}」がありません。次のものがあります: {near}",
        "There is no self-check “{name}”. There are: {near}",
    ),
    "library.transcripts": (
        "訓練記録「{name}」が見つかりません（候補: {near}）。",
        "There is no transcript “{name}” (there are: {near}).",
    ),
    # File and YAML
    "problem.YM001": ("ファイルがありません", "There is no such file"),
    "problem.YM001.hint": ("ファイル名と場所を確かめてください", "check the name and the folder"),
    "problem.YM002": ("ファイルではなくフォルダーです", "This is a folder, not a file"),
    "problem.YM002.hint": ("中の .yaml ファイルを指定してください", "name a .yaml file in it"),
    "problem.YM003": ("ファイルを読めません", "The file cannot be read"),
    "problem.YM003.hint": (
        "通常のファイルであること、読取り権限があることを確かめてください",
        "check that it is an ordinary file and that you may read it",
    ),
    "problem.YM004": ("ファイルが大きすぎます（{size} MB）", "The file is too large ({size} MB)"),
    "problem.YM004.hint": (
        "上限は {limit} MB です。連絡体制図又はシナリオのファイルか確かめてください",
        "the limit is {limit} MB; check that it is a chart or a scenario",
    ),
    "problem.YM005": ("ファイルに内容がありません", "The file is empty"),
    "problem.YM005.hint": (
        "`drill list` にあるファイルを手本にして書いてください",
        "start from one of the files that `drill list` shows",
    ),
    "problem.YM006": (
        "テキストファイルにない文字 {char} が含まれています",
        "A character that no text file has: {char}",
    ),
    "problem.YM006.hint": (
        "Excel や Word などのファイルを指定していないか確かめ、その文字を消してください",
        "check that this is no Excel or Word file, and delete the character",
    ),
    "problem.YM007": ("文字コードが UTF-16 です", "The file is encoded in UTF-16"),
    "problem.YM007.hint": (
        "メモ帳の「名前を付けて保存」でエンコードに「UTF-8」を選んで保存し直してください",
        "save it again as UTF-8, e.g. in Notepad: Save As, Encoding: UTF-8",
    ),
    "problem.YM008": (
        "文字コードが Shift_JIS（CP932）のようです",
        "The file seems to be encoded in Shift_JIS (CP932)",
    ),
    "problem.YM008.hint": (
        "メモ帳の「名前を付けて保存」でエンコードに「UTF-8」を選んで保存し直してください",
        "save it again as UTF-8, e.g. in Notepad: Save As, Encoding: UTF-8",
    ),
    "problem.YM009": ("文字コードが UTF-8 ではありません", "The file is not UTF-8 text"),
    "problem.YM009.hint": (
        "元のソフトで、文字コードを UTF-8 にして保存し直してください",
        "save it again as UTF-8 with the program it comes from",
    ),
    "problem.YM010": (
        "YAML としてここから先を読めません",
        "From here on the file cannot be read as YAML",
    ),
    "problem.YM010.hint": (
        "この行と前の行の字下げ、`:` の後の空白、引用符の対応を確かめてください",
        "check the indentation of this line and the one before, the space after `:`, and the quotes",
    ),
    "problem.YM011": ("字下げ又は空白にタブが使われています", "A tab is used as indentation or space"),
    "problem.YM011.hint": ("タブを半角空白に置き換えてください", "replace tabs by spaces"),
    "problem.YM012": (
        "この位置に `: ` は書けません",
        "A `: ` cannot stand here",
    ),
    "problem.YM012.hint": (
        '値に `: ` が含まれるときは全体を引用符 " " で囲みます。そうでなければ前の行の字下げを確かめてください',
        "put a value that contains `: ` in quotes; otherwise check the indentation of the line before",
    ),
    "problem.YM013": ("ここで始まる引用符が閉じていません", "The quote that opens here is never closed"),
    "problem.YM013.hint": ("同じ引用符で閉じてください", "close it with the same quote"),
    "problem.YM014": (
        "ここで始まる括弧 [ ] 又は {{ }} の中を読めません",
        "The brackets [ ] or braces {{ }} that open here cannot be read",
    ),
    "problem.YM014.hint": (
        "閉じ括弧と区切りのコンマを確かめてください。[ ] {{ }} , 又は `: ` を含む値は引用符で囲みます",
        "check the closing bracket and the commas; put values that contain [ ] {{ }} , or `: ` in quotes",
    ),
    "problem.YM015": ("値は {char} で始められません", "A value cannot begin with {char}"),
    "problem.YM015.hint": ('値を引用符 " " で囲んでください', "put the value in quotes"),
    "problem.YM016": (
        "全角の「{char}」が使われています",
        "A full-width `{char}` is used here",
    ),
    "problem.YM016.hint": (
        '半角の「{plain}」に直してください。文の一部であれば、文を半角の引用符 " " で囲みます',
        'write the half-width `{plain}`; if it belongs to a text, put the text in plain quotes " "',
    ),
    "problem.YM020": ("`*{name}` が指す `&{name}` がありません", "`*{name}` refers to no `&{name}`"),
    "problem.YM020.hint": (
        "`&{name}` を先に書いてください。`*` で始まる文字列は引用符で囲みます",
        "write `&{name}` before it, or put text that begins with `*` in quotes",
    ),
    "problem.YM021": ("入れ子が深すぎます", "Values are nested too deeply"),
    "problem.YM021.hint": ("上限は {limit} 段です", "the limit is {limit:# level|# levels}"),
    "problem.YM022": (
        "別名（`*名前`）の展開後の値が多すぎます",
        "The aliases (`*name`) stand for too many values",
    ),
    "problem.YM022.hint": (
        "別名で展開できる値は合わせて {limit} 個までです。別名を使わずに書いてください",
        "all aliases together may stand for {limit:# value|# values}; write them out",
    ),
    "problem.YM023": ("結合キー `<<` は使えません", "The merge key `<<` is not supported"),
    "problem.YM023.hint": ("項目をそのまま書いてください", "write the entries out"),
    "problem.YM024": (
        "`{key}` が同じ場所に2回書かれています（1回目は {line} 行目）",
        "`{key}` is written twice in the same place (first in line {line})",
    ),
    "problem.YM024.hint": ("どちらかを消すか、名前を変えてください", "delete or rename one of them"),
    "problem.YM025": ("項目名が文字列ではありません", "A key must be plain text"),
    "problem.YM025.hint": (
        "`名前: 値` の形で書いてください。{{ }} や [ ] で始まる値は引用符で囲みます",
        "write `name: value`; put values that begin with {{ }} or [ ] in quotes",
    ),
    "problem.YM026": ("`*{name}` が自分自身を含んでいます", "`*{name}` contains itself"),
    "problem.YM026.hint": ("別名を使わずに書いてください", "write the value out"),
    "problem.YM027": ("1つのファイルに文書が2つあります", "The file holds a second document"),
    "problem.YM027.hint": (
        "`---` で区切られた文書を別のファイルに分けてください",
        "put what follows `---` into a file of its own",
    ),
    "problem.YM028": ("タグ {tag} は使えません", "The tag {tag} is not supported"),
    "problem.YM028.hint": (
        "タグを消してください。`!` で始まる文字列は引用符で囲みます",
        "delete it, or put text that begins with `!` in quotes",
    ),
    "problem.YM029": ("値が多すぎます", "The file holds too many values"),
    "problem.YM029.hint": ("上限は {limit} 個です", "the limit is {limit}"),
    "problem.YM030": (
        "`項目名: 値` の並びになっていません",
        "The file is not a list of `name: value`",
    ),
    "problem.YM030.hint": ("先頭に `schema: {expected}` が必要です", "it begins with `schema: {expected}`"),
    "problem.YM031": ("`schema` がありません", "`schema` is missing"),
    "problem.YM031.hint": ("先頭に `schema: {expected}` と書いてください", "begin with `schema: {expected}`"),
    "problem.YM032": (
        "別の種類のファイルです（`{found}`）",
        "This is a file of the other kind (`{found}`)",
    ),
    "problem.YM032.hint": (
        "ここでは `{expected}` のファイルが必要です",
        "a `{expected}` file is needed here",
    ),
    "problem.YM033": ("`schema` の値 `{found}` は使えません", "`schema` is `{found}`, which is not known"),
    "problem.YM033.hint": ("`{expected}` と書いてください", "write `{expected}`"),
    # Shape
    "problem.MD001": ("`{key}` という項目はありません", "There is no entry `{key}` here"),
    "problem.MD001.hint": ("使える項目: {near}", "entries: {near}"),
    "problem.MD002": ("必要な項目 `{key}` がありません", "The entry `{key}` is missing"),
    "problem.MD002.hint": ("`{key}:` を書き加えてください", "add `{key}:`"),
    "problem.MD003": ("`{key}` は文字列です（{found} は使えません）", "`{key}` must be text, not {found}"),
    "problem.MD003.hint": (
        "true、false、null を文字として書くときは引用符で囲みます",
        "put true, false or null in quotes if the word is meant",
    ),
    "problem.MD004": (
        "`{key}` は `項目名: 値` の形で書きます（{found} は使えません）",
        "`{key}` must be made of `name: value`, not {found}",
    ),
    "problem.MD004.hint": (
        "字下げした `項目名: 値` か {{ }} で書いてください",
        "write indented `name: value` lines, or {{ }}",
    ),
    "problem.MD005": ("`{key}` は一覧です（{found} は使えません）", "`{key}` must be a list, not {found}"),
    "problem.MD005.hint": (
        "1つでも `[値]` か、`- ` で始まる行で書いてください",
        "write `[value]` or lines that begin with `- `, even for a single one",
    ),
    "problem.MD006": (
        "`{key}` は整数です（{found} は使えません）",
        "`{key}` must be a whole number, not {found}",
    ),
    "problem.MD006.hint": ("半角の数字で書いてください", "use the digits 0-9"),
    "problem.MD007": ("`{key}` は数値です（{found} は使えません）", "`{key}` must be a number, not {found}"),
    "problem.MD007.hint": (
        "半角の数字で、単位を付けずに書いてください",
        "use the digits 0-9 without a unit",
    ),
    "problem.MD008": (
        "`{key}` は true か false です（{found} は使えません）",
        "`{key}` must be true or false, not {found}",
    ),
    "problem.MD008.hint": ("true か false と書いてください", "write true or false"),
    "problem.MD009": (
        "`{key}` の日付又は日時を読めません: {found}",
        "`{key}` is no date or time that can be read: {found}",
    ),
    "problem.MD009.hint": (
        "日付は 2023-11-16、日時は 2023-11-16T14:00 のように書いてください",
        "write a day as 2023-11-16, a moment as 2023-11-16T14:00",
    ),
    "problem.MD010": ("`{key}` に {found} は使えません", "`{key}` cannot be {found}"),
    "problem.MD010.hint": ("使える値: {near}", "one of: {near}"),
    "problem.MD011": ("`{key}` の値 {found} が小さすぎます", "`{key}` is too small: {found}"),
    "problem.MD011.hint": ("{limit} より大きい値にしてください", "more than {limit}"),
    "problem.MD012": ("`{key}` の値 {found} が小さすぎます", "`{key}` is too small: {found}"),
    "problem.MD012.hint": ("{limit} 以上にしてください", "at least {limit}"),
    "problem.MD014": ("`{key}` の値 {found} が大きすぎます", "`{key}` is too large: {found}"),
    "problem.MD014.hint": ("{limit} 以下にしてください", "at most {limit}"),
    "problem.MD015": ("`{key}` の数が足りません", "`{key}` holds too few"),
    "problem.MD015.hint": ("{limit} 個以上必要です", "at least {limit} needed"),
    "problem.MD016": ("名前 `{found}` は使えません", "`{found}` cannot be used as a name"),
    "problem.MD016.hint": (
        "半角の英数字と _ - . で、英数字又は _ から始め、64文字以内にしてください。日本語は `name` に書きます",
        "letters, digits, _ - . only, beginning with a letter, digit or _, at most 64; other words go into `name`",
    ),
    "problem.MD017": ("時間帯 `{found}` を読めません", "The hours `{found}` cannot be read"),
    "problem.MD017.hint": (
        "`mon-fri 08:30-17:15; sat,sun,hol 09:00-12:00` 又は `always` のように書いてください",
        "write `mon-fri 08:30-17:15; sat,sun,hol 09:00-12:00`, or `always`",
    ),
    "problem.MD018": (
        "`{key}` は文字列です（`項目名: 値` や一覧 {found} は使えません）",
        "`{key}` must be one piece of text, not `name: value` or a list: {found}",
    ),
    "problem.MD018.hint": (
        "文字列を1つだけ書いてください。{{ }} や [ ] も文字として書くときは全体を引用符で囲みます",
        "write a single text; put it in quotes if the {{ }} or [ ] are meant as characters",
    ),
    "problem.MD019": (
        "`{key}` という項目はありません（前の文の続きではありませんか）",
        "There is no entry `{key}` here; it may be the rest of the text before it",
    ),
    "problem.MD019.hint": (
        'コンマや `: ` を含む文は全体を引用符 " " で囲みます。使える項目: {near}',
        "put a text that contains a comma or `: ` in quotes; entries: {near}",
    ),
    "problem.MD020": ("`{key}` に文がありません", "`{key}` holds no text"),
    "problem.MD020.hint": ("`ja` と `en` に書いてください", "write `ja` and `en`"),
    "problem.MD021": ("条件の項目は1つだけです", "A condition has exactly one key"),
    "problem.MD021.hint": (
        "組み合わせるときは `all`、`any`、`not` を使ってください",
        "combine several with `all`, `any`, `not`",
    ),
    "problem.MD022": (
        "`right` は `kind: level` にだけ書き、そこでは必要です",
        "`right` belongs to `kind: level` and is needed there",
    ),
    "problem.MD022.hint": (
        "正しいレベルを書くか、`kind` を改めてください",
        "give the right level, or change `kind`",
    ),
    "problem.MD023": (
        "`options` は `kind: choice` にだけ書き、そこでは必要です",
        "`options` belong to `kind: choice` and are needed there",
    ),
    "problem.MD023.hint": ("選択肢を書くか、`kind` を改めてください", "give the options, or change `kind`"),
    "problem.MD024": (
        "`duty` は `kind: convene` にだけ書き、そこでは必要です",
        "`duty` belongs to `kind: convene` and is needed there",
    ),
    "problem.MD024.hint": (
        "連絡体制図の `duties` にある名前を書くか、`kind` を改めてください",
        "name one of the chart's `duties`, or change `kind`",
    ),
    "problem.MD025": ("正しい選択肢がありません", "No option is right"),
    "problem.MD025.hint": (
        "正しい選択肢に `right: true` を付けてください",
        "give the right one `right: true`",
    ),
    "problem.MD026": ("正しい答えが1つではありません", "Not exactly one answer is right"),
    "problem.MD026.hint": (
        "正しい答え1つだけに `right: true` を付けてください",
        "give `right: true` to one answer only",
    ),
    "problem.MD027": ("`start` に時差が付いています", "`start` carries a time zone"),
    "problem.MD027.hint": (
        "現地の日時を 2023-11-16T14:00 のように書いてください",
        "write local time, as 2023-11-16T14:00",
    ),
    "problem.MD028": (
        "全角の「{char}」が使われています",
        "A full-width `{char}` is used here",
    ),
    "problem.MD028.hint": (
        "半角の「{plain}」に直してください",
        "write the half-width `{plain}`",
    ),
    "problem.MD050": ("英語の文がありません: {text}", "The English text is missing: {text}"),
    "problem.MD050.hint": (
        "{{ja: …, en: …}} の形で英語も書いてください",
        "write both, {{ja: …, en: …}}",
    ),
    "problem.MD051": ("日本語の文がありません: {text}", "The Japanese text is missing: {text}"),
    "problem.MD051.hint": (
        "{{ja: …, en: …}} の形で日本語も書いてください",
        "write both, {{ja: …, en: …}}",
    ),
    "problem.MD052": (
        "`id` の {name} がファイル名 {stem} と違います",
        "The `id` {name} differs from the file name {stem}",
    ),
    "problem.MD052.hint": (
        "ファイルは名前で探し、記録には `id` が残ります。同じにしてください",
        "files are found by name, but records carry the `id`; make them the same",
    ),
    "problem.MD099": ("`{key}` に {found} は使えません", "`{key}` cannot be {found}"),
    "problem.MD099.hint": ("検証時の原文: {message}", "the validator says: {message}"),
    # Contact chart
    "problem.OC101": ("人 `{name}` が `persons` にありません", "There is no person `{name}`"),
    "problem.OC101.hint": ("候補: {near}", "there are: {near}"),
    "problem.OC102": (
        "`{name}` という職もグループも役割もありません",
        "There is no post, group or role `{name}`",
    ),
    "problem.OC102.hint": ("候補: {near}", "there are: {near}"),
    "problem.OC103": ("職 `{name}` が `posts` にありません", "There is no post `{name}`"),
    "problem.OC103.hint": ("候補: {near}", "there are: {near}"),
    "problem.OC104": ("設備 `{name}` が `media` にありません", "There is no medium `{name}`"),
    "problem.OC104.hint": ("候補: {near}", "there are: {near}"),
    "problem.OC105": ("場所 `{name}` が `sites` にありません", "There is no site `{name}`"),
    "problem.OC105.hint": ("候補: {near}", "there are: {near}"),
    "problem.OC106": ("時間帯 `{name}` が `hours` にありません", "There are no hours `{name}`"),
    "problem.OC106.hint": ("候補: {near}", "there are: {near}"),
    "problem.OC107": ("`{name}` が `behaviours` にありません", "There is no behaviour `{name}`"),
    "problem.OC107.hint": ("候補: {near}", "there are: {near}"),
    "problem.OC111": (
        "職 `{name}` の代理者 `{person}` は本人です",
        "`{person}` is deputy of the post `{name}` that they hold",
    ),
    "problem.OC111.hint": ("別の人を代理者にしてください", "name somebody else"),
    "problem.OC112": (
        "職 `{name}` の代理者に `{person}` が2回書かれています",
        "`{person}` is listed twice as deputy of `{name}`",
    ),
    "problem.OC112.hint": ("どちらかを消してください", "delete one"),
    "problem.OC113": (
        "不在の終わり {end} が始まり {start} より前です",
        "The leave ends on {end}, before it starts on {start}",
    ),
    "problem.OC113.hint": ("日付を直してください", "correct the days"),
    "problem.OC114": (
        "職 `{name}` に担当者も代理者もいません",
        "The post `{name}` has no holder and no deputy",
    ),
    "problem.OC114.hint": (
        "`holder` か `deputies` を書いてください。訓練対象外なら `in_scope: false` とします",
        "give it a `holder` or `deputies`; `in_scope: false` if it takes no part",
    ),
    "problem.OC115": (
        "代理者が互いの間にしかいません: {ring}（訓練は行えます）",
        "These posts have only each other as deputies: {ring} (a drill can be run all the same)",
    ),
    "problem.OC115.hint": (
        "この輪の外の人を、いずれかの職の代理者に加えてください"
        "（その人が、この輪の職にしか代理者がいない職の担当者である場合は解消しません）",
        "nobody is left when they are away together; give one of them a deputy: somebody who is not holder of a post "
        "in the ring, nor of one whose deputies are all in it",
    ),
    "problem.OC116": (
        "`{person}` の連絡手段 `{kind}` が2つあります",
        "`{person}` has two channels of the kind `{kind}`",
    ),
    "problem.OC116.hint": (
        "訓練でも分析でも先に書いた方だけを使います。公用と私用の携帯のように両方を使うときは、"
        "一方を `home` や `duty` とします",
        "only the first is used, in drills and in the analysis; call one of them `home` or `duty` if both are to count",
    ),
    "problem.OC120": ("連絡元と連絡先が同じ `{name}` です", "The contact goes from `{name}` to itself"),
    "problem.OC120.hint": ("`from` か `to` を直してください", "correct `from` or `to`"),
    "problem.OC121": (
        "`{caller}` から `{target}` への同じ連絡が {line} 行目にもあります",
        "The same contact from `{caller}` to `{target}` is in line {line}",
    ),
    "problem.OC121.hint": (
        "どちらかを消すか、`kind` や `when` を変えてください",
        "delete one, or change `kind` or `when`",
    ),
    "problem.OC122": (
        "職 `{name}` の担当者・代理者は、この連絡手段（{by}）を誰も持っていません",
        "Nobody who may answer for `{name}` has any of these channels: {by}",
    ),
    "problem.OC122.hint": (
        "持っている連絡手段: {have}。`by` か、その人の `channels` を直してください",
        "they have: {have}; change `by`, or their `channels`",
    ),
    "problem.OC123": ("職 `{name}` への連絡がどこからもありません", "No contact leads to the post `{name}`"),
    "problem.OC123.hint": (
        "`contacts` に加えてください。訓練対象外なら `in_scope: false`、庁外なら `external: true` とします",
        "add one to `contacts`; `in_scope: false` if it takes no part, `external: true` if it is an outside body",
    ),
    "problem.OC124": (
        "`{person}` は職 `{name}` の担当者又は代理者ですが、この連絡手段（{by}）を持っていません",
        "`{person}` may answer for `{name}` but has none of these channels: {by}",
    ),
    "problem.OC124.hint": (
        "この連絡では一度も呼び出されません。その人の `channels` か `by` を直してください",
        "this contact never tries them; change their `channels`, or `by`",
    ),
    "problem.OC130": ("グループ `{name}` に職がありません", "The group `{name}` has no members"),
    "problem.OC130.hint": ("`members` に職を書いてください", "list posts in `members`"),
    "problem.OC131": (
        "定足数 {quorum} に対し、構成員は {members} です",
        "The quorum is {quorum}, but there {members:is only # member|are only # members}",
    ),
    "problem.OC131.hint": (
        "`quorum` を下げるか、`members` を増やしてください",
        "lower `quorum` or add `members`",
    ),
    # Scenario
    "problem.SC100": ("連絡体制図 `{name}` が見つかりません", "The chart `{name}` is not found"),
    "problem.SC100.hint": (
        "候補: {near}。`--chart` でも指定できます",
        "there are: {near}; or give one with `--chart`",
    ),
    "problem.SC101": (
        "職・役割・グループ `{name}` が連絡体制図 `{chart}` にありません",
        "`{name}` is a post, role or group the chart `{chart}` lacks",
    ),
    "problem.SC101.hint": ("候補: {near}", "there are: {near}"),
    "problem.SC102": ("`{name}` が `messages` にありません", "There is no message `{name}`"),
    "problem.SC102.hint": ("候補: {near}", "there are: {near}"),
    "problem.SC103": ("状況付与 `{name}` が `injects` にありません", "There is no inject `{name}`"),
    "problem.SC103.hint": ("候補: {near}", "there are: {near}"),
    "problem.SC104": ("`{name}` が `tasks` にありません", "There is no task `{name}`"),
    "problem.SC104.hint": ("候補: {near}", "there are: {near}"),
    "problem.SC105": ("選択肢 `{name}` がありません", "The task has no option `{name}`"),
    "problem.SC105.hint": ("候補: {near}", "there are: {near}"),
    "problem.SC106": (
        "`{name}` が連絡体制図の `duties` にありません",
        "The chart has no duty `{name}`",
    ),
    "problem.SC106.hint": ("候補: {near}", "there are: {near}"),
    "problem.SC107": (
        "設備 `{name}` が連絡体制図の `media` にありません",
        "The chart has no medium `{name}`",
    ),
    "problem.SC107.hint": ("候補: {near}", "there are: {near}"),
    "problem.SC108": ("`{name}` が `items` にありません", "There is no item `{name}`"),
    "problem.SC108.hint": ("候補: {near}", "there are: {near}"),
    "problem.SC109": ("`{name}` が `objectives` にありません", "There is no objective `{name}`"),
    "problem.SC109.hint": ("候補: {near}", "there are: {near}"),
    "problem.SC110": (
        "連絡体制図 {chart} に誤りが {errors} 件あります",
        "The chart {chart} has {errors:# error|# errors}",
    ),
    "problem.SC110.hint": ("`drill check {chart}` で確かめてください", "see `drill check {chart}`"),
    "problem.SC111": (
        "項目 `{name}` は、この状況付与が伝える内容（{message}）に含まれません",
        "The item `{name}` is not part of the message that this inject gives ({message})",
    ),
    "problem.SC111.hint": (
        "そのメッセージの `items` に加えるか、ここから消してください",
        "add it to the message's `items`, or delete it here",
    ),
    "problem.SC112": (
        "`{name}` は件数を報告する職ではありません",
        "`{name}` is not one of the posts that report a number",
    ),
    "problem.SC112.hint": ("`from` にある職: {near}", "posts in `from`: {near}"),
    "problem.SC113": (
        "条件 `{condition}` は成り立つことがありません",
        "The condition `{condition}` can never hold",
    ),
    "problem.SC113.hint": (
        "told にはそれを与える状況付与、level には判定、publishing には公表の選択肢、totalled には `counts` が必要です",
        "told needs an inject that gives it, level a level task, publishing an option that sets it, totalled `counts`",
    ),
    "problem.SC114": (
        "`{name}` は、待つ条件が循環しているため始まりません",
        "`{name}` never begins: what it waits for waits in a circle",
    ),
    "problem.SC114.hint": ("`when` の条件の循環を断ってください", "break the circle of `when` conditions"),
    "problem.SC115": (
        "正しいレベル {right} が、シナリオの `level: {level}` と違います",
        "The right level {right} differs from the scenario's `level: {level}`",
    ),
    "problem.SC115.hint": ("どちらかに合わせてください", "make them the same"),
    "problem.SC116": (
        "`publish: true` ですが、公表を決める選択肢がありません",
        "`publish: true`, but no option decides to publish",
    ),
    "problem.SC116.hint": (
        "公表する選択肢に `publishing: true` を付けてください",
        "give the option that decides it `publishing: true`",
    ),
    "problem.SC117": (
        "`{caller}` から `{target}` への連絡（種類: {kind}）が連絡体制図にありません",
        "The chart has no contact from `{caller}` to `{target}` (kind: {kind})",
    ),
    "problem.SC117.hint": (
        "連絡体制図の `contacts` に合わせてください",
        "name one that is in the chart's `contacts`",
    ),
    "problem.SC118": (
        "項目 `{name}` はどのメッセージにも使われていません",
        "No message uses the item `{name}`",
    ),
    "problem.SC118.hint": (
        "メッセージの `items` に加えるか、消してください",
        "add it to a message's `items`, or delete it",
    ),
    "problem.SC119": (
        "この職 `{name}` には担当者も代理者もいません",
        "Nobody holds the post `{name}` that should do this",
    ),
    "problem.SC119.hint": (
        "別の職にするか、連絡体制図に担当者を書いてください",
        "give it to another post, or fill this one in the chart",
    ),
    "problem.SC120": (
        "`{name}` の開始（{at}分後）が訓練の終わり（{length}分後）より後です",
        "`{name}` opens at {at} min, after the end of the drill ({length} min)",
    ),
    "problem.SC120.hint": ("`at_min` か `length_min` を直してください", "change `at_min` or `length_min`"),
    "problem.SC121": (
        "`{name}` の期限（{due}分後）が、職 `{post}` に状況が最初に伝わり得る時刻（{at}分後）より前です",
        "`{name}` is due at {due} min, before any inject can have reached `{post}` ({at} min)",
    ),
    "problem.SC121.hint": (
        "期限を延ばすか、`when` で状況付与の後に始めてください",
        "give more time, or let it open after the inject with `when`",
    ),
    "problem.SC122": (
        "`{name}` の期限（{due}分後）が、`requires` の条件が成り立ち得る時刻（{at}分後）より前です",
        "`{name}` is due at {due} min, before what it `requires` can hold ({at} min)",
    ),
    "problem.SC122.hint": (
        "期限を延ばすか、`requires` を改めてください",
        "give more time, or change `requires`",
    ),
    "problem.SC123": (
        "`{name}` の期限（早くて{due}分後）が訓練の終わり（{length}分後）より後です",
        "`{name}` is due at {due} min at the earliest, after the end of the drill ({length} min)",
    ),
    "problem.SC123.hint": (
        "`within_min` を縮めるか、`length_min` を延ばしてください",
        "shorten `within_min` or lengthen `length_min`",
    ),
    "problem.SC124": (
        "`{name}` の開始（早くて{at}分後）が訓練の終わり（{length}分後）より後です",
        "`{name}` begins at {at} min at the earliest, after the end of the drill ({length} min)",
    ),
    "problem.SC124.hint": (
        "開始を早めるか、`length_min` を延ばしてください",
        "begin earlier or lengthen `length_min`",
    ),
    "problem.SC125": (
        "`{name}` は早くても{at}分後で、訓練の終わり（{length}分後）に間に合いません",
        "`{name}` comes at {at} min at the earliest, after the end of the drill ({length} min)",
    ),
    "problem.SC125.hint": (
        "`when` の後の `at_min` を縮めるか、`length_min` を延ばしてください",
        "shorten the `at_min` that follows `when`, or lengthen `length_min`",
    ),
    "problem.SC126": (
        "メッセージ `{name}` を与える状況付与がありません",
        "No inject gives the message `{name}`",
    ),
    "problem.SC126.hint": (
        "状況付与に `gives: {name}` を書くか、消してください",
        "write `gives: {name}` in an inject, or delete it",
    ),
    "problem.SC127": (
        "このシナリオでは、次の職に何も伝わりません: {names}",
        "In this scenario nothing ever reaches these posts: {names}",
    ),
    "problem.SC127.hint": (
        "状況付与の `to`、`origin` 又は連絡体制図の `contacts` に加えるか、`in_scope: false` としてください",
        "add them to an inject, to `origin` or to the chart's `contacts`; or set `in_scope: false`",
    ),
    "problem.SC128": (
        "レベルの判定が要る連絡がありますが、`kind: level` の課題がありません: {contacts}",
        "These contacts are owed once the level is judged, but no task has `kind: level`: {contacts}",
    ),
    "problem.SC128.hint": (
        "レベル {level} を判定する課題を `tasks` に加えてください。加えなければ、これらの連絡は行われません",
        "add a task that judges level {level}; without one these contacts are never made",
    ),
    "problem.SC130": (
        "最初に知る職がありません（メッセージを与える状況付与も `origin` もありません）",
        "Nobody learns anything first: no inject gives a message and there is no `origin`",
    ),
    "problem.SC130.hint": (
        "状況付与に `gives` を書いてください",
        "write `gives` in an inject",
    ),
    "problem.SC131": (
        "職 `{name}` がここに書かれていますが、このシナリオでは何も伝わりません",
        "The post `{name}` is counted on here, but in this scenario nothing ever reaches it",
    ),
    "problem.SC131.hint": (
        "連絡体制図の `contacts` の向き（`from` と `to`）を確かめるか、状況付与の `to` 又は `origin` に加えてください",
        "check `from` and `to` of the chart's `contacts`, or add it to an inject or to `origin`",
    ),
}
