"""Where the results of a short test go: an activity of a year, for one section or for all."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass
from datetime import date

from drill.cli.arguments import refuse_without
from drill.cli.year.entering import activity_of, section_of
from drill.errors import UsageError
from drill.model.program import TestPlan
from drill.model.questionnaire import Service
from drill.text.catalogue import Catalogue
from drill.year.events import TestHandedIn, TestResult
from drill.year.folder import YearFolder
from drill.year.roster import StaffMember


@dataclass(frozen=True)
class Destination:
    """`activity` is its name in the programme, `plan` its test as that wants it, `section` an id or empty."""

    folder: YearFolder
    activity: str
    plan: TestPlan
    section: str
    on: date
    today: date

    @classmethod
    def of(cls, args: Namespace) -> Destination | None:
        """What the options say; None without `--into`. UsageError if something of it is missing or unknown."""
        refuse_without(args, "into", "activity", "section", "on")
        if args.into is None:
            return None
        folder, today = YearFolder.open(args.into), date.today()
        tested = tuple(name for name, each in folder.program.activities.items() if each.test)
        if args.activity is None:
            raise UsageError("test.needs_activity", str(folder.path), names=tested)
        name, activity = activity_of(folder, args.activity)
        if activity.test is None:
            raise UsageError("year.refused.no_test", str(folder.path), activity=args.activity)
        section = section_of(folder.program, args.section) if args.section else ""
        return cls(folder, name, activity.test, section, args.on or today, today)

    @property
    def people(self) -> list[StaffMember]:
        """Those of the activity, and of the section if there is one, who are not on leave."""
        year = self.folder.year
        if year.roster is None:
            raise UsageError("year.refused.no_roster", str(self.folder.path))
        numbers = year.people_of(year.program.activities[self.activity], self.section).required
        return [year.members[number] for number in sorted(numbers)]

    def expect(self, member: str) -> Service | None:
        """Years of service of somebody, if known. UsageError, before the test, if its result would be refused."""
        trial = self._entry((TestResult(0, 1, member),), ())
        self.folder.expect(trial, self.today)
        found = self.folder.year.members.get(member)
        return found.service if found else None

    def keep(self, results: tuple[TestResult, ...], questions: tuple[str, ...], say: Catalogue) -> str:
        """Enter the results; the sentence that says so. UsageError if the rules refuse them."""
        return say("test.kept", number=self.folder.record(self._entry(results, questions), self.today))

    def _entry(self, results: tuple[TestResult, ...], questions: tuple[str, ...]) -> TestHandedIn:
        return TestHandedIn(self.activity, self.on.isoformat(), results, self.section, questions)
