"""Prints who publishes, as each catalogue of the folder says it."""
import json
import pathlib
import sys

from rdflib import Graph
from rdflib.namespace import FOAF

names = []
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    (name,) = Graph().parse(path, format="turtle").objects(None, FOAF.name)
    names.append(str(name))
json.dump(names, sys.stdout)
