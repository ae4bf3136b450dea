"""How the English pipeline is made: treebanks in, a folder that `spacy.load` opens out."""
