"""The codes that a value chooses from, whole, so that a search finds them: `KIND["report"]` is `"kind.report"`."""

from __future__ import annotations


def _by_last(codes: str) -> dict[str, str]:
    return {code.split(".")[-1]: code for code in codes.split()}


def _by_second_last(codes: str) -> dict[str, str]:
    return {code.split(".")[-2]: code for code in codes.split()}


AREA = _by_last("""
    area.unreached area.late area.order area.needless area.items area.decision area.actions area.counts area.quiz
""")
CALLS_HEAD = _by_last("""
    calls.head.place calls.head.target calls.head.at calls.head.today calls.head.today_at calls.head.deadline
""")
CARDS_ABOUT = _by_second_last("cards.roles.about cards.contacts.about")
CARDS_TITLE = _by_second_last("cards.roles.title cards.contacts.title")
CHANNEL = _by_last("channel.desk channel.duty channel.mobile channel.home channel.radio channel.mail channel.chat")
CLASS = _by_last("class.failure class.misuse class.loss")
CLI_LIST = _by_last("""
    cli.list.short cli.list.about cli.list.scenarios cli.list.charts cli.list.transcripts cli.list.programs
    cli.list.banks cli.list.selfchecks
""")
DIFF_FIELD = _by_last("""
    diff.field.title diff.field.as_of diff.field.last_drill diff.field.shareable diff.field.storage diff.field.place
    diff.field.asked diff.field.known diff.field.known_first_year diff.field.limits diff.field.calls diff.field.hops
    diff.field.verified_days diff.field.waivers diff.field.code diff.field.at diff.field.reason diff.field.until
    diff.field.holidays diff.field.policy diff.field.ring_s diff.field.attempts diff.field.gap_s
    diff.field.written_wait_s diff.field.rounds diff.field.known_absence diff.field.name diff.field.role
    diff.field.holder diff.field.deputies diff.field.external diff.field.channels diff.field.unit diff.field.site
    diff.field.within diff.field.needs diff.field.fails diff.field.leave diff.field.verified diff.field.behaviour
    diff.field.held_since diff.field.in_scope diff.field.members diff.field.convener diff.field.quorum
    diff.field.order diff.field.by diff.field.deadline_min diff.field.why diff.field.duties diff.field.source
    diff.field.origins diff.field.answers diff.field.answer diff.field.word_left diff.field.voicemail diff.field.talk
    diff.field.fidelity diff.field.reads diff.field.read diff.field.handling diff.field.judge diff.field.judges_right
    diff.field.absent diff.field.knows_chart diff.field.search diff.field.median_s diff.field.sigma diff.field.value
""")
DIFF_SECTION = _by_last("""
    diff.section.chart diff.section.posts diff.section.persons diff.section.groups diff.section.duties
    diff.section.media diff.section.sites diff.section.hours diff.section.levels diff.section.behaviours
""")
DIMENSION = _by_last("""
    dimension.completeness dimension.restoration dimension.timeliness dimension.rightness dimension.fidelity
    dimension.actions dimension.closure dimension.quiz
""")
DIMENSION_MEANS = _by_second_last("""
    dimension.completeness.means dimension.restoration.means dimension.timeliness.means dimension.rightness.means
    dimension.fidelity.means dimension.actions.means dimension.closure.means dimension.quiz.means
""")
DRAFT = _by_last("""
    draft.unreached draft.late draft.order draft.needless draft.items draft.decision draft.actions draft.counts
    draft.quiz
""")
DRAWING_LEGEND = _by_last("""
    drawing.legend.external drawing.legend.group drawing.legend.out drawing.legend.weak drawing.legend.again
""")
HANDBOOK_FACT = _by_last("""
    handbook.fact.start handbook.fact.length handbook.fact.class handbook.fact.chart handbook.fact.level
    handbook.fact.publish handbook.fact.down handbook.fact.origin handbook.fact.source
""")
HANDBOOK_INJECT = _by_last("""
    handbook.inject.trigger handbook.inject.to handbook.inject.content handbook.inject.gives handbook.inject.watch
    handbook.inject.held
""")
HANDBOOK_KEY = _by_last("""
    handbook.key.now handbook.key.hold handbook.key.skip handbook.key.improvise handbook.key.absent handbook.key.pause
    handbook.key.speed handbook.key.forward handbook.key.end handbook.key.back
""")
HANDBOOK_WITHOUT = _by_last("""
    handbook.without.messages handbook.without.injects handbook.without.tasks handbook.without.phases
    handbook.without.clocks handbook.without.nothing
""")
INJECT = _by_last("inject.mail inject.phone inject.person inject.counter inject.system inject.paper inject.press")
KIND = _by_last("kind.report kind.instruct kind.consult kind.liaise")
KIOSK_KEPT = _by_last("kiosk.kept.split kiosk.kept.whole kiosk.kept.sum kiosk.kept.count")
KIOSK_SHORT = _by_last("kiosk.short.yes kiosk.short.no kiosk.short.none")
MEET_KEY = _by_last("""
    meet.key.who meet.key.here meet.key.absent meet.key.arrive meet.key.name meet.key.right meet.key.wrong
    meet.key.card meet.key.decide meet.key.hold meet.key.release meet.key.real meet.key.members meet.key.back
    meet.key.answer meet.key.roles meet.key.first meet.key.next meet.key.hot_wash meet.key.close meet.key.pause
    meet.key.go_on meet.key.help meet.key.quit meet.key.leave
""")
MEET_MAIN = _by_last("meet.main.convening meet.main.roles meet.main.stage meet.main.hot_wash meet.main.closed")
MEET_PHASE = _by_last("meet.phase.convening meet.phase.roles meet.phase.hot_wash meet.phase.closed meet.phase.stage")
MEETING_FIGURE = _by_last("""
    meeting.figure.convened meeting.figure.deputies meeting.figure.roles meeting.figure.decisions
    meeting.figure.stages meeting.figure.in_time
""")
MEND = _by_last("""
    mend.every_level mend.of_seven mend.third mend.other mend.radio mend.no_needs mend.half mend.first mend.past
    mend.place mend.places mend.no_number mend.reason
""")
MESSAGE = _by_last("message.notice message.restoration message.update message.convening message.count")
PICTURE_LEFT_OUT = _by_last("picture.left_out.contacts picture.left_out.tasks")
PLANNER_FATE = _by_last("planner.fate.told planner.fate.lost planner.fate.spare")
PLANNER_KIND = _by_last("planner.kind.person planner.kind.medium planner.kind.site planner.kind.line")
PLANNER_PERSON = _by_last("planner.person.failed planner.person.leave")
PLANNER_TAB = _by_last("planner.tab.weak planner.tab.check planner.tab.fix planner.tab.calls")
RATING = _by_last("rating.P rating.S rating.M rating.U rating.none")
REASON = _by_last("""
    reason.out_of_scope reason.on_leave reason.not_on_course reason.not_attempted reason.no_answer
    reason.not_acknowledged
""")
REPAIR_WHY = _by_last("repair.why.unreached repair.why.outside repair.why.origin repair.why.other")
REPORT_SOURCE = _by_last("""
    report.source.scenario report.source.chart report.source.transcript report.source.year report.source.meeting
    report.source.selfcheck
""")
SELFCHECK_KEPT = _by_last("selfcheck.kept.split selfcheck.kept.whole selfcheck.kept.sum selfcheck.kept.count")
SELFCHECK_PART = _by_last("selfcheck.part.first selfcheck.part.later selfcheck.part.all")
SELFCHECK_STATE = _by_last("selfcheck.state.open selfcheck.state.not_begun selfcheck.state.closed")
SHEETS_DELIMITER = _by_last("sheets.delimiter.comma sheets.delimiter.tab sheets.delimiter.semicolon")
SHEETS_FIELD = _by_last("""
    sheets.field.count sheets.field.id sheets.field.role sheets.field.post sheets.field.unit sheets.field.name
    sheets.field.kana sheets.field.note sheets.field.fax sheets.field.desk sheets.field.duty sheets.field.mobile
    sheets.field.home sheets.field.radio sheets.field.mail sheets.field.chat sheets.field.number sheets.field.site
    sheets.field.caller sheets.field.target sheets.field.contact sheets.field.order sheets.field.kind sheets.field.by
    sheets.field.deadline sheets.field.when sheets.field.verified sheets.field.held_since sheets.field.leave
    sheets.field.scope sheets.field.external sheets.field.ignore sheets.field.unknown
""")
SHEETS_HEAD = _by_last("""
    sheets.head.post sheets.head.person sheets.head.unit sheets.head.holder sheets.head.deputies sheets.head.deputy
    sheets.head.channels sheets.head.desk sheets.head.duty sheets.head.mobile sheets.head.home sheets.head.radio
    sheets.head.mail sheets.head.chat sheets.head.site sheets.head.targets sheets.head.held_since sheets.head.verified
    sheets.head.scope sheets.head.id sheets.head.caller sheets.head.target sheets.head.kind sheets.head.order
    sheets.head.when sheets.head.by sheets.head.deadline sheets.head.why sheets.head.leave
""")
SHEETS_PAGE = _by_last("sheets.page.posts sheets.page.contacts sheets.page.persons sheets.page.everything")
SHEETS_REASON = _by_last("""
    sheets.reason.contacts sheets.reason.title sheets.reason.id sheets.reason.scope sheets.reason.day
    sheets.reason.leave sheets.reason.named sheets.reason.value sheets.reason.ref sheets.reason.two
    sheets.reason.nobody sheets.reason.convener sheets.reason.several
""")
SHEETS_WHY = _by_last("sheets.why.header sheets.why.contents sheets.why.map sheets.why.")
STATUS = _by_last("status.acknowledged status.message_only status.failed status.not_required")
SUMMARY = _by_last("summary.timeliness summary.restoration summary.actions summary.closure")
SUMMARY_ALL = _by_second_last("""
    summary.timeliness.all summary.restoration.all summary.actions.all summary.closure.all
""")
TUI_INJECT = _by_last("tui.inject.planned tui.inject.waiting tui.inject.delivered tui.inject.held tui.inject.skipped")
TUI_KNOWN = _by_last("""
    tui.known.acknowledged tui.known.message_only tui.known.sent tui.known.trying tui.known.unknown tui.known.mine
""")
TUI_OUTCOME = _by_last("""
    tui.outcome.ringing tui.outcome.talking tui.outcome.engaged tui.outcome.no_answer tui.outcome.dead
    tui.outcome.colleague tui.outcome.voicemail tui.outcome.sent tui.outcome.ended tui.outcome.acknowledged
""")
WEAK_BOTH = _by_last("weak.both.person weak.both.site weak.both.medium weak.both.line")
WEAK_IF = _by_last("weak.if.person weak.if.site weak.if.medium weak.if.line")
WEAK_ORIGINS = _by_last("weak.origins.none weak.origins.asked weak.origins.chart weak.origins.inferred")
WRITING_SORT = _by_last("""
    writing.sort.inject writing.sort.done writing.sort.late writing.sort.missed writing.sort.decision
    writing.sort.real writing.sort.note
""")
YEAR_COLUMN = _by_last("""
    year.column.number year.column.count year.column.title year.column.period year.column.standing year.column.people
    year.column.leave year.column.subject year.column.tests year.column.check year.column.answered year.column.paper
    year.column.what year.column.due year.column.put year.column.day year.column.entry year.column.target
    year.column.planned year.column.list
""")
YEAR_LOG = _by_last("""
    year.log.YearOpened year.log.RosterTaken year.log.SessionHeld year.log.TestHandedIn year.log.DrillHeld
    year.log.SelfCheckClosed year.log.PutToBoard year.log.Withdrawn year.log.gone
""")
YEAR_STANDING = _by_last("""
    year.standing.done year.standing.late year.standing.under_way year.standing.blocked year.standing.due
    year.standing.planned
""")
FIGURE = DIMENSION | MEETING_FIGURE | _by_last("years.figure.attendance years.figure.test")
