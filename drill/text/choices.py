"""The codes that a value chooses from, whole, so that a search finds them: `KIND["report"]` is `"kind.report"`."""

from __future__ import annotations


def _by_last(codes: str) -> dict[str, str]:
    return {code.split(".")[-1]: code for code in codes.split()}


def _by_middle(codes: str) -> dict[str, str]:
    return {" ".join(code.split(".")[1:-1]): code for code in codes.split()}


AREA = _by_last("""
    area.unreached area.late area.order area.needless area.items area.decision area.actions area.counts area.quiz
""")
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
    diff.field.origins diff.field.answers diff.field.answer diff.field.word_left diff.field.voicemail
    diff.field.talk diff.field.fidelity diff.field.reads diff.field.read diff.field.handling diff.field.judge
    diff.field.judges_right diff.field.absent diff.field.knows_chart diff.field.search diff.field.median_s
    diff.field.sigma diff.field.value
""")
DIFF_SECTION = _by_last("""
    report.source.chart diff.section.posts diff.section.persons diff.section.groups diff.section.duties
    diff.section.media diff.section.sites diff.section.hours diff.section.levels diff.section.behaviours
""")
DIMENSION = _by_last("""
    dimension.completeness dimension.restoration dimension.timeliness dimension.rightness dimension.fidelity
    dimension.actions dimension.closure dimension.quiz
""")
DIMENSION_MEANS = _by_middle("""
    dimension.completeness.means dimension.restoration.means dimension.timeliness.means dimension.rightness.means
    dimension.fidelity.means dimension.actions.means dimension.closure.means dimension.quiz.means
""")
DRAFT = _by_last("""
    draft.unreached draft.late draft.order draft.needless draft.items draft.decision draft.actions draft.counts
    draft.quiz
""")
DRAWING_LEGEND = _by_last("""
    diff.field.external drawing.legend.group drawing.legend.out drawing.legend.weak drawing.legend.again
""")
HANDBOOK_KEY = _by_last("""
    handbook.key.now handbook.key.hold handbook.key.skip handbook.key.improvise handbook.key.absent
    handbook.key.pause handbook.key.speed handbook.key.forward handbook.key.end handbook.key.back
""")
HANDBOOK_WITHOUT = _by_last("""
    handbook.without.messages handbook.without.injects handbook.without.tasks handbook.without.phases
    handbook.without.clocks handbook.without.nothing
""")
INJECT = _by_last("inject.mail inject.phone inject.person inject.counter inject.system inject.paper inject.press")
KIND = _by_last("kind.report kind.instruct kind.consult kind.liaise")
KIOSK_KEPT = _by_last("kiosk.kept.split kiosk.kept.whole kiosk.kept.sum kiosk.kept.count")
KIOSK_SHORT = _by_last("diff.yes diff.no kiosk.short.none")
MEET_HELP = _by_last("""
    meet.help.here meet.help.absent meet.help.arrive meet.help.name meet.help.right meet.help.card meet.help.real
    meet.help.members meet.help.remark meet.help.on meet.help.pause meet.help.page tui.act.theme meet.help.quit
""")
MEET_KEY = _by_last("""
    meet.key.who meet.key.here meet.key.absent meet.key.arrive meet.key.name meet.key.right meet.key.wrong
    meet.key.card meet.key.decide meet.key.hold meet.key.release meet.key.real meet.key.members meet.key.back
    meet.key.answer meet.key.roles meet.key.first meet.key.next meet.key.hot_wash meet.key.close meet.key.pause
    meet.key.go_on tui.act.help meet.key.quit meet.key.leave
""")
MEET_MAIN = _by_last("meet.main.convening meet.main.roles meet.main.stage meet.title.hot_wash meet.main.closed")
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
PLANNER_FATE = _by_last("planner.fate.told planner.fate.lost planner.fate.spare")
PLANNER_KIND = _by_last("planner.kind.person planner.kind.medium planner.kind.site planner.kind.line")
PLANNER_PERSON = _by_last("planner.person.failed diff.field.leave")
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
SELFCHECK_PART = _by_last("test.service.first test.service.later test.results.all")
SELFCHECK_STATE = _by_last("selfcheck.state.open selfcheck.state.not_begun selfcheck.state.closed")
SHEETS_DELIMITER = _by_last("sheets.delimiter.comma sheets.delimiter.tab sheets.delimiter.semicolon")
SHEETS_FIELD = CHANNEL | _by_last("""
    sheets.field.count sheets.field.id diff.field.role planner.head.post diff.field.unit sheets.field.name
    sheets.field.kana sheets.field.note sheets.field.fax sheets.field.desk sheets.field.number diff.field.site
    sheets.field.caller sheets.field.target sheets.field.contact sheets.field.order sheets.field.kind sheets.field.by
    sheets.field.deadline sheets.field.when sheets.field.verified diff.field.held_since diff.field.leave
    sheets.field.scope sheets.field.external sheets.field.ignore sheets.field.unknown
""")
SHEETS_HEAD = CHANNEL | _by_last("""
    planner.head.post sheets.head.person diff.field.unit sheets.head.holder diff.field.deputies sheets.head.deputy
    diff.field.channels sheets.head.site sheets.head.targets diff.field.held_since diff.field.verified
    sheets.head.scope sheets.head.id sheets.head.caller doc.target paper.kind diff.field.order
    sheets.field.when diff.field.by diff.field.deadline_min diff.field.why diff.field.leave
""")
SHEETS_PAGE = _by_last("sheets.page.posts sheets.page.contacts sheets.page.persons sheets.page.everything")
SHEETS_REASON = _by_last("""
    sheets.reason.contacts sheets.reason.title sheets.reason.scope sheets.reason.day sheets.reason.leave
    sheets.reason.named sheets.reason.value sheets.reason.ref sheets.reason.two sheets.reason.nobody
    sheets.reason.convener sheets.reason.several
""")
SHEETS_WHY = _by_last("sheets.header sheets.why.contents sheets.why.map")
STATUS = _by_last("status.acknowledged status.message_only status.failed status.not_required")
SUMMARY = _by_last("summary.timeliness summary.restoration summary.actions summary.closure")
SUMMARY_ALL = _by_middle("summary.timeliness.all summary.restoration.all summary.actions.all summary.closure.all")
TUI_INJECT = _by_last("tui.inject.planned tui.inject.waiting tui.inject.delivered tui.inject.held tui.inject.skipped")
TUI_KNOWN = _by_last("""
    status.acknowledged tui.known.message_only tui.known.sent tui.known.trying tui.known.unknown tui.known.mine
""")
TUI_OUTCOME = _by_last("""
    tui.outcome.ringing tui.outcome.talking tui.outcome.engaged tui.outcome.no_answer tui.outcome.dead
    tui.outcome.colleague tui.outcome.voicemail tui.known.sent tui.outcome.ended status.acknowledged
""")
WEAK_BOTH = _by_last("weak.both.person weak.both.site weak.both.medium weak.both.line")
WEAK_IF = _by_last("weak.if.person weak.if.site weak.if.medium weak.if.line")
WEAK_ORIGINS = _by_last("weak.origins.none weak.origins.asked weak.origins.chart weak.origins.inferred")
YEAR_COLUMN = _by_last("""
    paper.number year.column.count year.column.title year.column.period year.column.standing year.column.people
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
    tui.inject.planned
""")
FIGURE = DIMENSION | MEETING_FIGURE | _by_last("years.figure.attendance years.figure.test")
OPTION = _by_last("""
    cli.option.lang cli.option.help cli.option.version cli.option.scenario cli.option.chart cli.option.seed
    cli.option.absent cli.option.away cli.option.at cli.option.out cli.option.json cli.option.transcript
    cli.option.speed cli.option.step cli.option.from cli.option.post cli.option.all cli.option.resume cli.option.verify
    cli.option.paths cli.option.strict cli.option.explain cli.option.diff_scenario cli.option.diff_seed
    cli.option.diff_seeds cli.option.compare_before cli.option.compare_seeds cli.option.report_kind
    cli.option.report_source cli.option.report_output cli.option.report_post cli.option.report_all
    cli.option.report_list cli.option.show_level cli.option.show_weak cli.option.show_names cli.option.show_all
    cli.option.rate cli.option.rate_reason cli.option.rate_by cli.option.evaluation cli.option.meeting
    cli.option.selfcheck_name cli.option.group cli.option.selfcheck_sheet cli.option.selfcheck_blank
    cli.option.selfcheck_paper cli.option.selfcheck_close cli.option.selfcheck_on cli.option.sheet_file cli.option.sheet
    cli.option.header cli.option.map cli.option.sheet_write cli.option.sheet_id cli.option.force cli.option.output
    cli.option.with-personal-data cli.option.diff_old cli.option.diff_new cli.option.bank cli.option.questions
    cli.option.test_seed cli.option.service cli.option.member cli.option.test_paper cli.option.blank
    cli.option.test_sheet cli.option.test_output cli.option.into cli.option.test_section cli.option.class
    cli.option.level cli.option.publishing cli.option.looking_at cli.option.looking_date cli.option.looking_from
    cli.option.what-if cli.option.without-deputies cli.option.order cli.option.limit cli.option.by-importance
    cli.option.cuts-of cli.option.the_chart cli.option.chart_or_tree cli.option.fix cli.option.cost cli.option.kinds
    cli.option.write cli.option.call-order cli.option.top cli.option.program cli.option.year_folder
    cli.option.new_folder cli.option.after cli.option.roster_file cli.option.as-of cli.option.partial
    cli.option.activity cli.option.section cli.option.on cli.option.status_on cli.option.drill_on cli.option.teacher
    cli.option.attended cli.option.everybody cli.option.all_but cli.option.paper cli.option.what cli.option.entry
    cli.option.reason cli.option.year_or_program cli.option.run_roster cli.option.report_paper cli.check.option.select
    cli.check.option.ignore cli.check.option.date cli.check.option.show-waived cli.check.option.sarif
""")
CLI_OS = _by_last("""
    cli.os.ENOENT cli.os.EACCES cli.os.EPERM cli.os.EROFS cli.os.ENOSPC cli.os.EEXIST cli.os.ENOTDIR cli.os.EISDIR
""")
SEVERITIES = _by_last("cli.error cli.warning cli.note")
COUNTED = _by_last("cli.check.error cli.check.warning cli.check.note")
DIFF_KIND = _by_last("diff.added diff.removed")
REPORT_KIND = _by_last("""
    report.kind.comparison report.kind.handbook report.kind.handout report.kind.msel report.kind.role-cards
    report.kind.contact-cards report.kind.incident-record report.kind.after-action report.kind.evaluation-guide
    report.kind.improvement-plan report.kind.minutes report.kind.self-check report.kind.test-results
    report.kind.results report.kind.drill-paper
""")
YEAR_WHAT = _by_last("year.method year.result")
YEAR_NEXT = _by_last("""
    year.next.roster year.next.hold year.next.classes year.next.unblock year.next.tests year.next.drill year.next.answer
    year.next.close year.next.method year.next.result
""")
LEVEL = _by_last("level.0 level.1 level.2 level.3")
LIBRARY = _by_last("""
    library.orgcharts library.scenarios library.programs library.banks library.selfchecks library.transcripts
""")
COND_NOT = _by_last("""
    cond.not.told cond.not.told_any cond.not.delivered cond.not.done cond.not.chosen cond.not.level
    cond.not.publishing cond.not.quorum cond.not.totalled
""")
COND = _by_last("""
    cond.told cond.told_any cond.delivered cond.done cond.chosen cond.level cond.publishing cond.quorum
    cond.totalled
""")
PICTURE = _by_last("picture.note picture.inject picture.done picture.late picture.missed picture.decision picture.real")
TUI_FAC = _by_last("""
    tui.fac.now tui.fac.hold tui.fac.skip tui.fac.improvise tui.fac.absent tui.act.pause tui.act.speed
    tui.fac.forward tui.fac.end tui.fac.back tui.fac.there tui.fac.gone
""")
IMPROVEMENT = _by_last("improvement.open improvement.late improvement.closed")
INCIDENT = _by_last("""
    incident.when incident.from incident.to incident.text incident.found_at incident.found_by incident.how
    incident.system incident.since incident.content incident.extent incident.which_data incident.done
    incident.judged_by incident.reason incident.reported incident.to_whom incident.means incident.who
    incident.confirmed incident.course incident.cases incident.counter incident.affected incident.settled
    incident.open incident.kept_by
""")
REPAIR = _by_last("repair.deputy repair.offsite")
REPAIR_NAME = _by_middle("repair.deputy.name repair.offsite.name")
RULE_WITHOUT = _by_last("rule.without.medium rule.without.line")
WEAK = _by_last("weak.singles weak.pairs")
WEAK_LINES = _by_last("weak.lines.singles weak.lines.pairs")
SERVICE = _by_last("test.service.first test.service.later")
TUI_ACT = _by_last("""
    tui.act.acknowledge tui.act.call tui.act.instruct tui.act.mail tui.act.level tui.act.decide tui.act.convene
    tui.act.count tui.act.total tui.act.record tui.act.brief tui.act.skip tui.act.pause tui.act.speed tui.act.faster
    tui.act.slower tui.act.facilitator tui.act.help tui.act.result tui.act.quit tui.act.post tui.act.theme
""")
TUI_GUIDE = _by_last("""
    tui.guide.acknowledge tui.guide.call tui.guide.mail tui.guide.decide tui.guide.help tui.help.brief tui.help.pause
    tui.help.skip
""")
TUI_HELP = _by_last("""
    tui.help.acknowledge tui.help.call tui.help.instruct tui.help.mail tui.help.level tui.help.decide
    tui.help.convene tui.help.count tui.help.total tui.help.record tui.help.brief tui.help.skip tui.help.pause
    tui.help.speed tui.help.facilitator tui.help.theme tui.help.help tui.help.quit
""")
PLANNER_KEY = _by_last("""
    planner.key.fail planner.key.people planner.key.search planner.key.undo planner.key.clear planner.key.class
    planner.key.level planner.key.publishing planner.key.time planner.key.hour diff.field.deputies
    diff.field.origins planner.key.view planner.key.other_side planner.key.read tui.act.help tui.act.quit
""")
PLANNER_HELP = _by_last("""
    planner.help.told planner.help.lost planner.help.spare planner.help.falls planner.help.radius planner.help.fail
    planner.help.people planner.help.search planner.help.undo planner.help.clear planner.help.class
    planner.help.level planner.help.publishing planner.help.time planner.help.hour planner.help.deputies
    planner.help.origins planner.help.view planner.help.other_side planner.help.weak planner.help.check
    planner.help.read planner.help.fix planner.help.calls planner.help.help planner.help.quit
""")
PLANNER_TIME = _by_last("planner.time.day planner.time.night planner.time.saturday planner.time.holiday")
TUI_TASK = _by_last("""
    tui.task.inject tui.task.mail tui.task.contacts tui.task.level tui.task.choice tui.task.convene tui.task.count
    tui.task.total tui.task.actions tui.task.late
""")
TUI_START = _by_last("""
    tui.start.language tui.start.scenario tui.start.posts tui.start.absent tui.start.speed tui.start.chart
    tui.start.seed
""")
VERB_ABOUT = _by_middle("""
    cli.play.about cli.run.about cli.replay.about cli.score.about cli.check.about cli.list.about
    cli.year.compare.about cli.report.about cli.chart.show.about cli.plan.about cli.year.selfcheck.about
    cli.chart.import.about cli.chart.export.about cli.chart.diff.about cli.test.about cli.weak.about
    cli.year.new.about cli.year.roster.about cli.year.hold.about cli.year.drill.about cli.year.put.about
    cli.year.undo.about cli.year.status.about cli.year.log.about cli.year.calendar.about cli.year.run.about
""")
VERB_SHORT = _by_middle("""
    cli.play.short cli.run.short cli.replay.short cli.score.short cli.check.short cli.list.short
    cli.year.compare.short cli.report.short cli.chart.show.short cli.plan.short cli.year.selfcheck.short
    cli.chart.import.short cli.chart.export.short cli.chart.diff.short cli.test.short cli.weak.short
    cli.year.new.short cli.year.roster.short cli.year.hold.short cli.year.drill.short cli.year.put.short
    cli.year.undo.short cli.year.status.short cli.year.log.short cli.year.calendar.short cli.year.run.short
""")
KIOSK = _by_last("kiosk.yes kiosk.no")
