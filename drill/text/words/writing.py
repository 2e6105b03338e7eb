"""What the writers of documents add: columns beside pictures, titles of sheets, what is missing."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "writing.elapsed": ("経過時間", "Elapsed"),
    "writing.track": ("項目", "Line"),
    "writing.due": ("期限", "due"),
    "writing.due_at": ("{label}（期限 {time}）", "{label} (due {time})"),
    "writing.until": ("{start}～{end}", "{start}–{end}"),
    "writing.in_per_cent": ("{name}（%）", "{name} (%)"),
    "writing.no_value": ("－", "–"),
    "writing.sheet": ("シート{number}", "Sheet {number}"),
    "writing.needs": (
        "{format} の文書を作るには、追加のライブラリーが必要です: pip install 'incident-drill[{extra}]'",
        "Documents in {format} need another library: pip install 'incident-drill[{extra}]'",
    ),
    "writing.needs_pango": (
        "PDF を作るには、文字を組むライブラリー Pango が必要です"
        "（例: apt-get install libpango-1.0-0 libpangoft2-1.0-0）。"
        "html で保存し、ブラウザーから印刷することもできます。",
        "PDF needs Pango, which sets its text (for instance: apt-get install libpango-1.0-0 libpangoft2-1.0-0). "
        "You can also write html and print it from a browser.",
    ),
}
