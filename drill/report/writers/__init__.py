"""A document in a format: each module writes one, `formats` knows them all. Texts are data in each of them."""
