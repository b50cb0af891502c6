#!/usr/bin/env python3
"""Writes src/domain/places/communes.txt anew: the provinces and communes with their codes (Decision 19/2025/QĐ-TTg).

    python3 scripts/communes.py [VERSION]

The facts are those of the package vietnam-provinces on PyPI (MIT licence; only its JSON is read, so the Python that it
wants does not matter). Versions before 2026 carry codes of a draft. After the next change of units: give the newer
version, look at the difference, and correct the counts below if the law did.
"""
import json, re, subprocess, sys, tempfile, zipfile
from pathlib import Path

VERSION, PROVINCES, COMMUNES = "2026.9.0", 34, 3321
KINDS = {"xã": "x", "phường": "p", "đặc khu": "k"}
# What the package does not say yet: a city since 30 April 2026 (Resolution 30/2026/QH16).
RENAMED = {75: "Thành phố Đồng Nai"}
TARGET = Path(__file__).resolve().parent.parent / "src/domain/places/communes.txt"

def divisions(version):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:",
                        "--python-version=3.14", f"--dest={folder}", f"vietnam-provinces=={version}"], check=True)
        wheel, = Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as files:
            return json.loads(files.read("vietnam_provinces/data/nested-divisions.json"))

def name_of(unit):
    """The name without the word for its kind, whatever its case."""
    kind = unit["division_type"]
    return re.sub(rf"^{kind}\s+", "", unit["name"].strip(), flags=re.IGNORECASE)

def lines(provinces):
    for province in provinces:
        name = RENAMED.get(province["code"], re.sub(r"^Tỉnh\s+", "", province["name"]))
        yield f"{province['code']:02} {name}"
        for unit in sorted(province["wards"], key=lambda unit: unit["code"]):
            yield f"{unit['code']}{KINDS[unit['division_type']]} {name_of(unit)}"

def main():
    provinces = sorted(divisions(sys.argv[1] if len(sys.argv) > 1 else VERSION), key=lambda province: province["code"])
    communes = [unit["code"] for province in provinces for unit in province["wards"]]
    assert len(provinces) == PROVINCES, f"{len(provinces)} provinces"
    assert len(communes) == len(set(communes)) == COMMUNES, f"{len(communes)} communes, {len(set(communes))} codes"
    TARGET.write_text("\n".join(lines(provinces)) + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {len(provinces)} provinces, {len(communes)} communes")

main()
