"""Trains the reading of articles on labelled ones.

  train.py [--predictions FOLDER] [--weights FILE] [--folds N] [--jobs N]

Cross-validates by repository and prints the scores; then trains on all articles, and writes the weights, and beside them `trained-on.txt`, the digest of
what they were made from. `train.py digest` prints that digest alone.

Needs numpy, scipy and scikit-learn. `KBGEN` is the program, `TREES` the folder of the labelled articles. Features are what kbgen itself
writes (`kbgen guide --features`), so that there is one implementation of them; this program puts them into rows as `FeatureRows` does."""
import argparse
import hashlib
import json
import multiprocessing
import os
import re
import subprocess
import sys
import tempfile
import warnings
import zlib
from collections import defaultdict
from pathlib import Path

import numpy as np
import scipy.sparse as sparse
from sklearn.linear_model import LogisticRegression

warnings.filterwarnings("ignore")
ROOT = Path(__file__).resolve().parents[2]
KBGEN = os.environ.get("KBGEN", str(ROOT / ".build/release/kbgen"))
TREES = Path(os.environ.get("TREES", ROOT / "../shared/trees"))
sys.path.insert(0, str(TREES))
import score  # noqa: E402

KINDS = ["condition", "cause", "check", "remedy", "alternative", "escalation", "group", "question", "procedure", "info"]
PAGE_KINDS = ["troubleshooting", "knownError", "faq", "procedure", "reference"]
SOURCES = ["heading", "bold", "lead", "summary", "listItem", "tableRow", "paragraph"]
HEADING, PARAGRAPH = 0, 6
#: How strongly weights are held back, by model, and the least number of rows that a feature has to be in.
SETTINGS = {"kind": 0.06, "node": 0.1, "step": 0.08, "escalation": 0.5, "page": 0.1, "late page": 0.3, "rare": 3, "prune": 0.05, "inner": 3,
            "ordinary": 0.2, "own": 1.0, "below": 0.25, "behind": 0.15}
SETTINGS.update(json.loads(os.environ.get("SETTINGS", "{}")))


# -- Features

def mix(ids, value):
    """FeatureSet.mix"""
    with np.errstate(over="ignore"):
        mixed = (ids ^ np.uint32((value * 0x9E3779B1) & 0xFFFFFFFF)) * np.uint32(0x85EBCA6B)
        mixed = mixed ^ (mixed >> np.uint32(15))
        return mixed * np.uint32(0xC2B2AE35)


class Candidate:
    __slots__ = "line source group unit bias unit_bias unit_size general words unit_words escalation stacked stacked_escalation kind step".split()


class Page:
    __slots__ = "name path repository language gold general words candidates".split()

    @property
    def weight(self):
        """Our own articles have no language, and count less."""
        return 1.0 if self.language else SETTINGS["own"]


def features(pages, weights=None):
    """Lets kbgen write the features of pages: (general, words, what each of two passes said, candidates) for each."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "features"
        command = [KBGEN, "guide", "--features", out]
        if weights is not None:
            (Path(folder) / "weights").write_bytes(weights)
            command += ["--weights", Path(folder) / "weights"]
        subprocess.run(command + [page.path for page in pages], check=True)
        data = np.fromfile(out, dtype="<i4")
    position = 0

    def integer():
        nonlocal position
        position += 1
        return int(data[position - 1])

    def listed():
        nonlocal position
        count = integer()
        pairs = data[position:position + 2 * count]
        position += 2 * count
        return pairs[0::2].astype(np.uint32), pairs[1::2].astype(np.float32) / 64

    result = []
    for _ in pages:
        assert integer() == 0x6B626731
        head = [listed(), listed(), listed(), listed()]
        candidates = []
        for _ in range(integer()):
            c = Candidate()
            c.line, c.source, c.group, c.unit = integer(), integer(), integer(), integer()
            c.bias, c.unit_bias, c.unit_size = (np.uint32(integer() & 0xFFFFFFFF) for _ in range(3))
            c.general, c.words, c.unit_words, c.escalation, c.stacked, c.stacked_escalation = (listed() for _ in range(6))
            candidates.append(c)
        result.append((*head, candidates))
    return result


def load():
    pages = []
    for line in (TREES / "SOURCES.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        fields = line.split("\t")
        page = Page()
        page.name, page.language, page.repository = f"{fields[0]}-{fields[1]}", fields[2], fields[3]
        page.path = TREES / "articles" / (page.name + ".md")
        page.gold = json.loads((TREES / "labels" / (page.name + ".json")).read_text(encoding="utf-8"))
        pages.append(page)
    add_features(pages)
    return pages


#: What a label in one of our own articles may say of its line: `<!-- cause -->`, `<!-- condition step -->`.
LABEL = re.compile(r"<!-- (?!page:|guide)([a-z ]+?) -->")


def own_articles():
    """Short articles that are written for this: each is clear to a reader, and short ones are rare among the labelled. They are only learned from,
    never scored, and have no language. The first line tells the page's kind and whether it has a tree, comments at the ends of lines tell nodes and steps."""
    pages = []
    for path in sorted((Path(__file__).parent / "articles").glob("*.md")):
        page = Page()
        page.name, page.path, page.repository, page.language = "own/" + path.stem, path, "own/" + path.stem, ""
        lines = path.read_text(encoding="utf-8").splitlines()
        kind, *tree = re.fullmatch(r"<!-- page: ([\w ]+) -->", lines[0])[1].split()
        nodes, above = [], []
        for number, line in enumerate(lines, 1):
            label = LABEL.search(line)
            names = label[1].split() if label else []
            for name in set(names) & set(KINDS):
                level = len(line) - len(line.lstrip("#")) or 9
                while above and above[-1][0] >= level:
                    above.pop()
                nodes.append({"line": number, "kind": name, "parent": above[-1][1] if above else None, "steps": []})
                above.append((level, number))
            if "step" in names:
                nodes[-1]["steps"].append({"line": number})
        page.gold = {"kind": kind, "tree": tree == ["tree"], "nodes": nodes}
        pages.append(page)
    add_features(pages)
    return pages


def add_features(pages):
    for page, (page.general, page.words, _, _, page.candidates) in zip(pages, features(pages)):
        nodes = {node["line"]: node["kind"] for node in page.gold["nodes"]}
        steps = {step["line"] for node in page.gold["nodes"] for step in node["steps"]}
        for c in page.candidates:
            c.kind, c.step = nodes.get(c.line), c.line in steps


def ordinary(part):
    """Ordinary pages of real repositories, which nobody labelled: 250 to learn from that most pages have no tree (part 0), 200 to test it on
    (part 1). Pages whose names speak of faults are none of the first."""
    files = sorted((TREES / "../corpora").resolve().rglob("*.md"), key=lambda path: zlib.crc32(str(path.relative_to(TREES.resolve().parent)).encode()))
    files = [f for f in files if f.name.lower() not in ("summary.md", "langs.md") and f.stat().st_size > 400]
    if part:
        chosen = files[:200]
    else:
        faults = ["troubl", "faq", "error", "issue", "problem", "debug", "fix"]
        chosen = [f for f in files[200:] if not any(word in str(f).lower() for word in faults)][:250]
    pages = []
    for path in chosen:
        page = Page()
        page.name, page.path, page.repository, page.language = str(path), path, str(path), ""
        pages.append(page)
    for page, (page.general, page.words, _, _, page.candidates) in zip(pages, features(pages)):
        pass
    return pages


# -- Rows

def joined(*parts):
    return np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts])


def copied(part, value):
    return mix(part[0], value), part[1]


def one(feature):
    return np.array([feature], np.uint32), np.ones(1, np.float32)


def own_row(page, c):
    return joined(c.general, copied(c.general, 7 + c.group), c.words, page.general, copied(page.general, 27 + c.group), page.words, one(c.bias))


def stacked_row(c):
    return joined(c.stacked, copied(c.stacked, 47 + c.group))


def unit_row(page, members, stacked=False):
    parts = []
    for c in members:
        if stacked:
            parts.append(copied(c.stacked, 57 + c.group))
        else:
            parts += [copied(c.general, 17 + c.group), copied(c.unit_words, 17 + c.group), one(c.unit_bias)]
    ids, values = joined(*parts)
    values = values / len(members)
    if stacked:
        return ids, values
    first = members[0]
    return joined((ids, values), copied(page.general, 37 + first.group), one(first.unit_size))


def units(page):
    found = defaultdict(list)
    for c in page.candidates:
        if c.source not in (HEADING, PARAGRAPH):
            found[c.unit].append(c)
    return list(found.values())


class Rows:
    """Rows of features as a matrix whose columns are the features' numbers."""

    def __init__(self, rows):
        lengths = [len(ids) for ids, _ in rows]
        ids = np.concatenate([ids for ids, _ in rows]) if rows else np.zeros(0, np.uint32)
        values = np.concatenate([values for _, values in rows]) if rows else np.zeros(0, np.float32)
        self.ids, columns = np.unique(ids, return_inverse=True)
        self.matrix = sparse.csr_matrix((values, columns, np.concatenate([[0], np.cumsum(lengths)])), shape=(len(rows), max(1, len(self.ids))))
        self.matrix.sum_duplicates()

    def chosen(self, index):
        rows = Rows.__new__(Rows)
        rows.ids, rows.matrix = self.ids, self.matrix[index]
        return rows

    def beside(self, other):
        rows = Rows.__new__(Rows)
        rows.ids, rows.matrix = np.concatenate([self.ids, other.ids]), sparse.hstack([self.matrix, other.matrix], format="csr")
        return rows


# -- Models

def fit(rows, answers, count, strength, weights=None, rare=None):
    """A model as kbgen reads it: the number of answers, intercepts, features and weights."""
    answers = np.asarray(answers)
    often = np.asarray((rows.matrix != 0).sum(axis=0)).ravel() >= (rare or SETTINGS["rare"])
    matrix, ids = rows.matrix[:, often], rows.ids[often]
    present = sorted(set(answers.tolist()))
    if len(present) < 2:
        intercepts = [(20.0 if k == present[0] else -20.0) for k in range(count)] if count > 1 else [20.0 if present[0] else -20.0]
        return count, np.array(intercepts), np.zeros(0, np.uint32), np.zeros((0, count))
    model = LogisticRegression(C=strength, max_iter=SETTINGS.get("rounds", 80), tol=1e-3)
    model.fit(matrix, answers, sample_weight=weights)
    if count == 1:
        return 1, model.intercept_, ids, model.coef_.T
    if len(present) == 2:
        coefficients, intercepts = np.zeros((2, len(ids))), np.zeros(2)
        coefficients[1], intercepts[1] = model.coef_[0], model.intercept_[0]
    else:
        coefficients, intercepts = model.coef_, model.intercept_
    whole, base = np.zeros((count, len(ids))), np.full(count, -20.0)
    for row, answer in enumerate(model.classes_):
        whole[answer], base[answer] = coefficients[row], intercepts[row]
    return count, base, ids, whole.T


def encoded(models):
    out = b""
    for count, intercepts, ids, weights in models:
        whole = np.clip(np.round(weights * 32), -127, 127).astype(np.int8)
        whole[np.abs(weights) < SETTINGS["prune"]] = 0
        keep = (whole != 0).any(axis=1)
        ids, whole = ids[keep], whole[keep]
        order = np.argsort(ids)
        out += np.array([count, len(ids)], "<i4").tobytes() + np.round(np.asarray(intercepts) * 32).astype("<i4").tobytes()
        out += ids[order].astype("<u4").tobytes() + whole[order].tobytes()
    return out


class Data:
    """The rows of all pages, made once."""

    def __init__(self, pages, ordinary_pages=()):
        self.pages, self.ordinary = pages, list(ordinary_pages)
        self.nodes, self.kinds, self.kind_weights, node_rows = [], [], [], []
        self.texts, self.steps, text_rows = [], [], []
        self.units, self.are_nodes, self.unit_weights, unit_rows = [], [], [], []
        self.paragraphs, self.are_escalations, paragraph_rows = [], [], []
        for number, page in enumerate(pages):
            sizes = {}
            # Which lists and paragraphs hold titles is learned from articles that were not written to show it.
            for members in units(page) if page.language else []:
                share = sum(c.kind is not None for c in members) / len(members)
                for c in members:
                    sizes[id(c)] = len(members)
                self.units.append(number)
                self.are_nodes.append(int(share >= 0.5))
                self.unit_weights.append(2 * min(3, len(members) ** 0.5) if share >= 0.5 else 1)
                unit_rows.append(unit_row(page, members))
            for c in page.candidates:
                row = own_row(page, c)
                if c.kind is not None and c.source != PARAGRAPH:
                    self.nodes.append(number)
                    self.kinds.append(KINDS.index(c.kind))
                    self.kind_weights.append(sizes.get(id(c), 1) ** -0.5 * page.weight)
                    node_rows.append(row)
                if c.source != HEADING:
                    self.texts.append(number)
                    self.steps.append(int(c.step))
                    text_rows.append(row)
                if c.source == PARAGRAPH and page.language:
                    self.paragraphs.append(number)
                    self.are_escalations.append(int(c.kind == "escalation"))
                    paragraph_rows.append(c.escalation)
        self.node_rows, self.text_rows, self.unit_rows = Rows(node_rows), Rows(text_rows), Rows(unit_rows)
        self.paragraph_rows = Rows(paragraph_rows)
        for name in ["nodes", "kinds", "kind_weights", "texts", "steps", "units", "are_nodes", "unit_weights", "paragraphs", "are_escalations"]:
            setattr(self, name, np.array(getattr(self, name)))

    def node_models(self, train, stacked=None):
        """The models of nodes, trained on the pages with these numbers.
        stacked: what the first pass said, as `features` gives it, by page number."""
        extra = self.stacked_rows(stacked) if stacked else [None] * 4
        chosen = np.zeros(len(self.pages), bool)
        chosen[list(train)] = True

        def model(pages, rows, more, answers, count, strength, weights=None, rare=None):
            index = np.flatnonzero(chosen[pages])
            rows = rows.chosen(index)
            if more is not None:
                rows = rows.beside(more.chosen(index))
            return fit(rows, answers[index], count, strength, None if weights is None else weights[index], rare)

        return [
            model(self.nodes, self.node_rows, extra[0], self.kinds, len(KINDS), SETTINGS["kind"], self.kind_weights),
            model(self.units, self.unit_rows, extra[2], self.are_nodes, 1, SETTINGS["node"], self.unit_weights),
            model(self.texts, self.text_rows, extra[1], self.steps, 1, SETTINGS["step"]),
            model(self.paragraphs, self.paragraph_rows, extra[3], self.are_escalations, 1, SETTINGS["escalation"],
                  np.where(self.are_escalations, 4.0, 1.0), 4),
        ]

    def stacked_rows(self, stacked):
        nothing = np.zeros(0, np.uint32), np.zeros(0, np.float32)
        nodes, texts, unit_rows, paragraphs = [], [], [], []
        for number, page in enumerate(self.pages):
            after = stacked.get(number)
            later = after[4] if after else [None] * len(page.candidates)
            by_unit = defaultdict(list)
            for c, s in zip(page.candidates, later):
                row = stacked_row_of(c, s) if s else nothing
                if c.kind is not None and c.source != PARAGRAPH:
                    nodes.append(row)
                if c.source != HEADING:
                    texts.append(row)
                if c.source == PARAGRAPH and page.language:
                    paragraphs.append(s.stacked_escalation if s else nothing)
                if c.source not in (HEADING, PARAGRAPH) and page.language:
                    by_unit[c.unit].append(s)
            for members in by_unit.values():
                unit_rows.append(unit_row(page, members, stacked=True) if members[0] else nothing)
        return Rows(nodes), Rows(texts), Rows(unit_rows), Rows(paragraphs)

    def tree_model(self, rows, train, ordinary_rows, strength):
        """Whether a page has a tree: of labelled pages, and of ordinary ones, which nearly never have one."""
        trees = [int(self.pages[n].gold["tree"]) for n in train]
        weights = [self.pages[n].weight for n in train] + [SETTINGS["ordinary"]] * len(ordinary_rows)
        return fit(Rows(rows + ordinary_rows), trees + [0] * len(ordinary_rows), 1, strength, np.array(weights))

    def page_weights(self, train):
        return np.array([self.pages[n].weight for n in train])

    def late_page_models(self, train, stacked, ordinary_stacks=()):
        """Of what two passes said alone, which says more than all that is seen of the page."""
        train = np.array(sorted(train))
        rows = [stacked[n] for n in train]
        kinds = [PAGE_KINDS.index(self.pages[n].gold["kind"]) for n in train]
        return [fit(Rows(rows), kinds, len(PAGE_KINDS), SETTINGS["late page"], self.page_weights(train)),
                self.tree_model(rows, train, list(ordinary_stacks), SETTINGS["late page"])]

    def page_models(self, train, stacked, ordinary_stacks=()):
        train = np.array(sorted(train))
        rows = [joined(self.pages[n].general, self.pages[n].words, stacked[n]) for n in train]
        kinds = [PAGE_KINDS.index(self.pages[n].gold["kind"]) for n in train]
        ordinary_rows = [joined(p.general, p.words, s) for p, s in zip(self.ordinary, ordinary_stacks)]
        return [fit(Rows(rows), kinds, len(PAGE_KINDS), SETTINGS["page"], self.page_weights(train)), self.tree_model(rows, train, ordinary_rows, SETTINGS["page"])]

    def train(self, train):
        """The weights, as bytes, from the pages with these numbers."""
        folds = split([(n, self.pages[n].repository) for n in sorted(train)], SETTINGS["inner"])
        first, page_stacks, stacks = {}, {}, {}
        for number, fold in enumerate(folds):
            first[number] = self.node_models(set(train) - set(fold))
            for n, after in zip(fold, features([self.pages[n] for n in fold], encoded(first[number]))):
                page_stacks[n] = after[2]
        for number, fold in enumerate(folds):
            models = self.page_models(set(train) - set(fold), page_stacks)
            first[number] += models
            for n, after in zip(fold, features([self.pages[n] for n in fold], encoded(first[number]))):
                stacks[n] = after
        later_page_stacks = {}
        for number, fold in enumerate(folds):
            models = first[number] + self.node_models(set(train) - set(fold), stacks)
            for n, after in zip(fold, features([self.pages[n] for n in fold], encoded(models))):
                later_page_stacks[n] = after[3]
        models = self.node_models(train)
        models += self.page_models(train, page_stacks, self.ordinary_stacks(models, 2))
        models += self.node_models(train, stacks)
        models += self.late_page_models(train, later_page_stacks, self.ordinary_stacks(models, 3))
        return encoded(models) + self.transitions(train)

    def transitions(self, train):
        """How much likelier a kind is below another, and behind another, on pages without a tree and with one."""
        below, behind = np.zeros((2, len(KINDS) + 1, len(KINDS))), np.zeros((2, len(KINDS) + 1, len(KINDS)))
        for n in train:
            gold = self.pages[n].gold
            tree, kinds, last = int(gold["tree"]), {node["line"]: KINDS.index(node["kind"]) for node in gold["nodes"]}, {}
            for node in gold["nodes"]:
                kind, parent = KINDS.index(node["kind"]), node["parent"]
                below[tree][kinds.get(parent, len(KINDS))][kind] += 1
                behind[tree][last.get(parent, len(KINDS))][kind] += 1
                last[parent] = kind
        out = []
        for counts, strength in [(below, SETTINGS["below"]), (behind, SETTINGS["behind"])]:
            for table in counts:
                share = (table.sum(axis=0) + 1) / (table.sum() + len(KINDS))
                smooth = (table + 10 * share) / (table.sum(axis=1, keepdims=True) + 10)
                out.append(strength * np.log(smooth / share))
        return np.round(np.stack(out) * 64).astype("<i4").tobytes()

    def ordinary_stacks(self, models, which):
        """What models say of the ordinary pages: after the first pass (2) or the second (3)."""
        return [after[which] for after in features(self.ordinary, encoded(models))] if self.ordinary else []


def stacked_row_of(c, after):
    return joined(after.stacked, copied(after.stacked, 47 + c.group))


def split(numbered, count):
    """Parts of nearly the same number of pages, no repository in two of them."""
    sizes, parts = [0] * count, [[] for _ in range(count)]
    groups = defaultdict(list)
    for number, repository in numbered:
        groups[repository].append(number)
    for repository in sorted(groups, key=lambda name: (-len(groups[name]), name)):
        smallest = sizes.index(min(sizes))
        parts[smallest] += groups[repository]
        sizes[smallest] += len(groups[repository])
    return parts


# -- Scores

def read(pages, weights):
    """What kbgen reads in pages with some weights, by name."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(weights)
        file.flush()
        result = subprocess.run([KBGEN, "guide", "--format", "json", "--weights", file.name, *(p.path for p in pages)], capture_output=True)
    return {page.name: json.loads(line) for page, line in zip(pages, result.stdout.splitlines())}


def evaluate(gold, predictions):
    sums = defaultdict(score.C)
    for name, g in gold.items():
        p = predictions[name]
        sums["page kind"].add([g["kind"]], [p["kind"]])
        sums["tree"].add([1] if g["tree"] else [], [1] if p["tree"] else [])
        sums["acting"].add(score.acting(g), score.acting(p))
        gold_nodes, nodes = ({n["line"]: n for n in x["nodes"]} for x in (g, p))
        sums["nodes"].add(gold_nodes, nodes)
        sums["node kind"].add([(n["line"], n["kind"]) for n in g["nodes"]], [(n["line"], n["kind"]) for n in p["nodes"]])
        sums["parents"].add([(n["line"], n["parent"]) for n in g["nodes"]], [(n["line"], n["parent"]) for n in p["nodes"]])
        matched, left, extra = score.match_steps(score.steps_of(g), score.steps_of(p))
        own = sum(x[0] == y[0] for x, y in matched)
        for key, right in [("steps", len(matched)), ("owner", own)]:
            sums[key].tp += right
            sums[key].fn += len(matched) - right + len(left)
            sums[key].fp += len(matched) - right + len(extra)
    return sums


def show(title, sums):
    print(f"{title:<18}" + "  ".join(f"{key} {c.row()[2]:.3f}" for key, c in sums.items()) + f"  tree precision {sums['tree'].row()[0]:.3f}", flush=True)


DATA = None


def one_fold(job):
    number, fold = job
    weights = DATA.train(set(range(len(DATA.pages))) - set(fold))
    print(f"part {number}: {len(weights)} bytes of weights", file=sys.stderr, flush=True)
    if os.environ.get("KEEP"):
        Path(os.environ["KEEP"], f"weights{number}").write_bytes(weights)
    return read([DATA.pages[n] for n in fold], weights)


def cross_validate(pages, count, jobs, out, weights_file):
    global DATA
    DATA = Data(pages + own_articles(), ordinary(0))
    folds = split([(n, page.repository) for n, page in enumerate(pages)], count)
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        predictions = {name: p for part in pool.map(one_fold, enumerate(folds), chunksize=1) for name, p in part.items()}
    if out:
        os.makedirs(out, exist_ok=True)
        for name, p in predictions.items():
            Path(out, name + ".json").write_text(json.dumps(p))
    weights = DATA.train(set(range(len(DATA.pages))))
    if weights_file:
        Path(weights_file).write_bytes(weights)
        Path(weights_file).with_name("trained-on.txt").write_text(digest() + "\n")
    trees = read(ordinary(1), weights)
    found = [name for name, p in trees.items() if p["tree"]]
    print(f"{len(found)} of {len(trees)} ordinary pages have a tree:", *found, sep="\n  ")
    unread = {pages[n].name for n in folds[-1]}
    for title, holds in [("all", lambda p: True), ("English", lambda p: p.language == "en"), ("other languages", lambda p: p.language != "en"),
                         ("the last part", lambda p: p.name in unread)]:
        show(title, evaluate({p.name: p.gold for p in pages if holds(p)}, predictions))


def digest():
    """What the weights are made from: the articles and their labels."""
    files = [*sorted((TREES / "articles").glob("*.md")), *sorted((TREES / "labels").glob("*.json")), *sorted((Path(__file__).parent / "articles").glob("*.md"))]
    total = hashlib.sha256()
    for file in files:
        total.update(f"{file.name}\0".encode() + hashlib.sha256(file.read_bytes()).digest())
    return f"sha256 {total.hexdigest()} of {len(files)} files: articles and labels"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", nargs="?", choices=["train", "digest"], default="train")
    parser.add_argument("--predictions")
    parser.add_argument("--weights")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    if arguments.command == "digest":
        print(digest())
    else:
        cross_validate(load(), arguments.folds, arguments.jobs, arguments.predictions, arguments.weights)


if __name__ == "__main__":
    main()
