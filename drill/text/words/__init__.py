"""The sentences, one module an area: `WORDS = {code: (Japanese, English)}`, each written by itself."""
