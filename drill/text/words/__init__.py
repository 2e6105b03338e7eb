"""The sentences, one module an area: `WORDS = {code: (Japanese, English)}`, each written by itself.

`PROBLEMS = {code: (Japanese, English, what to do in Japanese, in English)}`; a planning rule has two more pairs.
"""
