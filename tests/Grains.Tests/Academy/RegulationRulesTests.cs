using System.Text.Json.Nodes;
using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Tests.Campaigns;
using ClusterActors.Tests.Scoring;
using ClusterActors.Tests.Statistics;
using static ClusterActors.Tests.Academy.SampleRegulation;
using Academy0 = ClusterActors.Tests.Given<ClusterActors.Academy.AcademyState, ClusterActors.Academy.AcademyCommand, ClusterActors.Academy.AcademyEvent>;

namespace ClusterActors.Tests.Academy;

public sealed class RegulationRulesTests
{
    private static readonly Regulation Good = Of(2020);

    private static Academy0 Manned =>
        Given.Nothing(AcademyDecider.Aggregate, AcademyKey.National).And(Who.Grain(AcademyKey.National), new AcademyCommand.AppointOfficial("an"));

    private static Then<AcademyState, AcademyCommand, AcademyEvent> Issue(Regulation regulation) =>
        Manned.When(Who.Official, new AcademyCommand.IssueRegulation(regulation));

    [Fact]
    public void a_sound_regulation_is_issued() => Issue(Good).Events(new AcademyEvent.RegulationIssued(Good));

    [Fact]
    public void a_catalogue_of_statistics_is_part_of_it() => Issue(WithStatistics(s => s)).Accepted();

    [Fact]
    public void it_can_be_issued_anew_before_the_guidance_and_counts_its_versions()
    {
        var given = Issue(Good).Accepted();
        given.When(Who.Official, new AcademyCommand.IssueRegulation(Good)).Refused(RefusalCode.RegulationInvalid);
        given.When(Who.Official, new AcademyCommand.IssueRegulation(Of(2020, version: 3))).Refused(RefusalCode.RegulationInvalid);
        var second = given.When(Who.Official, new AcademyCommand.IssueRegulation(Of(2020, version: 2))).Accepted();
        Assert.Equal(Of(2020, version: 2), Assert.Single(second.State.Regulations));
    }

    [Fact]
    public void once_the_guidance_is_out_it_stands() =>
        Issue(Good).Accepted()
            .And(Who.Official, new AcademyCommand.IssueGuidance(new(2020, "1595/HD", Moment.Day("2020-02-13"))))
            .When(Who.Official, new AcademyCommand.IssueRegulation(Of(2020, version: 2))).Refused(RefusalCode.WrongPhase);

    public static TheoryData<string> Flaws { get; } = new(Broken.Keys);

    [Theory]
    [MemberData(nameof(Flaws))]
    public void a_flawed_regulation_is_refused(string flaw) => Issue(Broken[flaw]).Refused(RefusalCode.RegulationInvalid);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void every_value_names_its_source(bool tree)
    {
        var regulation = tree ? WithDeadline with { Scores = SampleTree.Rules } : WithDeadline;
        var sources = Sources(JsonNode.Parse(CanonicalJson.Write(regulation))!).Count();
        Assert.True(sources > 30, $"only {sources} sources were found in the sample");
        for (var i = 0; i < sources; i++)
        {
            var json = JsonNode.Parse(CanonicalJson.Write(regulation))!;
            var (owner, path) = Sources(json).ElementAt(i);
            owner["source"] = " ";
            var refused = Manned.Concept.Decide(
                Manned.State,
                new AcademyCommand.IssueRegulation(CanonicalJson.Read<Regulation>(System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()))),
                new("academy:vn", Who.Official, Moment.Default));
            Assert.True(refused is ClusterActors.Journal.Decision<AcademyEvent>.Refuse, $"{path} may go without a source");
        }
    }

    private static Regulation WithDeadline => WithElection(e => e with { Above = Sourced(false), MaxMarks = Sourced(2), Voters = Sourced(VoterRule.NotBarred) }) with { Deadlines = WithExtension(e => e).Deadlines, Returns = WithReturns().Returns, Calendar = WithCalendar(c => c).Calendar, Statistics = SampleStatistics.Rules, Inspection = WithTeams(t => t).Inspection with { Answer = WithAnswer(5).Inspection.Answer }, Reminders = WithReminders(7).Reminders, Handover = WithHandover(HandoverSubject.HeadFlag).Handover, Bars = Bars, Programme = Programme, Council = Councils.CouncilStory.Rules, Votes = Polls };

    private static EquatableList<VoteRules> Polls => Good.WithRounds(2, NextCandidates.All).Votes.Select(v => v with
    {
        Rounds = v.Rounds! with { StayPerSeat = Sourced(3) }, Above = Sourced(true), MaxMarks = Sourced(1), Voters = Sourced(VoterRule.Registered),
    }).ToEquatableList();

    private static ProgrammeRules Programme => new([new("plan", "Kế hoạch", "Plan", Sourced(new Fraction(2, 3)), "sample", Sourced(Phase.PactOpen))], new(Sourced<EquatableList<Award>>([Award.Flag])));

    private static Regulation WithReturns(params Phase[] from) => Good with { Returns = new(Sourced(Authority.Head), Sourced(from.ToEquatableList())) };

    private static Regulation WithCalendar(Func<Calendar, Calendar> change) => Good with
    {
        Calendar = change(new(
            Sourced<EquatableList<Weekday>>([Weekday.Saturday, Weekday.Sunday]),
            Sourced(RestDayPolicy.Next),
            [new(Moment.Day("2020-01-23"), Moment.Day("2020-01-29"), "Tết Nguyên đán", "sample")],
            [new(Moment.Day("2020-02-01"), "sample")])),
    };

    private static Regulation WithReminders(params int[] days) => Good with { Reminders = new(Sourced(days.ToEquatableList())) };

    private static Regulation WithHandover(params HandoverSubject[] subjects) => Good with { Handover = new(Sourced(subjects.ToEquatableList())) };

    private static Regulation WithTeams(Func<TeamRules, TeamRules> change) => TeamStory.Pooled() with
    {
        Inspection = TeamStory.Pooled().Inspection with { Teams = change(TeamStory.Pooled().Inspection.Teams!) },
    };

    private static Regulation WithAnswer(int days) => Good with { Inspection = Good.Inspection with { Answer = new(Sourced(days), Sourced(DayCount.Working)) } };

    private static Regulation WithExtension(Func<ExtensionRules, ExtensionRules> change) => Good with
    {
        Deadlines = [Deadline(Step.Findings, "2020-11-01", DeadlineEffect.Refuse) with { Extension = change(new(Sourced(Authority.Head), Sourced(1), Sourced(10), Sourced(DayCount.Working))) }],
    };

    private static IEnumerable<(JsonObject Owner, string Path)> Sources(JsonNode? node) => node switch
    {
        JsonObject o => (o.ContainsKey("source") ? [(o, o.GetPath())] : Array.Empty<(JsonObject, string)>()).Concat(o.SelectMany(p => Sources(p.Value))),
        JsonArray a => a.SelectMany(Sources),
        _ => [],
    };

    private static Regulation WithScores(Func<ScoreRules, ScoreRules> change) => Good with { Scores = change(Good.Scores) };

    private static Regulation WithGroup(Func<ScoreGroup, ScoreGroup> change) =>
        WithScores(s => s with { Groups = [change(s.Groups[0]), .. s.Groups.Skip(1)] });

    private static Regulation WithCriterion(Func<Criterion, Criterion> change) =>
        WithGroup(g => g with { Criteria = [change(g.Criteria[0]), .. g.Criteria.Skip(1)] });

    private static Regulation WithVote(Func<VoteRules, VoteRules> change) => Good with { Votes = [change(Good.Votes[0]), Good.Votes[1]] };

    private static Regulation WithElection(Func<ElectionRules, ElectionRules> change) =>
        Good with { Officers = Good.Officers with { Election = change(SampleRegulation.Election()) } };

    private static Regulation WithStatistics(Func<StatisticsRules, StatisticsRules> change) => Good with { Statistics = change(SampleStatistics.Rules) };

    private static Regulation WithIndicator(Func<Indicator, Indicator> change) =>
        WithStatistics(s => s with { Indicators = [change(s.Indicators[0]), .. s.Indicators.Skip(1)] });

    private static Dictionary<string, Regulation> Broken => new()
    {
        ["estimates in a month 13"] = WithStatistics(s => s with { EstimatedMonths = Sourced<EquatableList<int>>([13]) }),
        ["results cut off in another year"] = WithStatistics(s => s with { CutOff = Sourced(Moment.Day("2019-10-31")) }),
        ["estimates of a month that had ended at the cut-off"] = WithStatistics(s => s with { CutOff = Sourced(Moment.Day("2020-11-30")) }),
        ["estimates in a month named twice"] = WithStatistics(s => s with { EstimatedMonths = Sourced<EquatableList<int>>([12, 12]) }),
        ["no indicators"] = WithStatistics(s => s with { Indicators = [] }),
        ["201 indicators"] = WithStatistics(s => s with
        {
            Indicators = [.. Enumerable.Range(1, 201).Select(n => s.Indicators[0] with { Code = FormattableString.Invariant($"i{n}") })],
        }),
        ["indicator code"] = WithIndicator(i => i with { Code = "Classes" }),
        ["indicator code twice"] = WithIndicator(i => i with { Code = "staff" }),
        ["indicator without Vietnamese name"] = WithIndicator(i => i with { Name = "" }),
        ["indicator without English name"] = WithIndicator(i => i with { EnglishName = " " }),
        ["indicator without unit"] = WithIndicator(i => i with { Unit = "" }),
        ["indicator of five decimals"] = WithIndicator(i => i with { Decimals = 5 }),
        ["indicator of fewer than no decimals"] = WithIndicator(i => i with { Decimals = -1 }),
        ["indicator of no period"] = WithIndicator(i => i with { Periods = [] }),
        ["indicator of a period twice"] = WithIndicator(i => i with { Periods = [ReportPeriod.FullYear, ReportPeriod.FullYear] }),
        ["part of nothing"] = WithIndicator(i => i with { PartOf = new("nothing", "kind") }),
        ["part by nothing"] = WithIndicator(i => i with { PartOf = new("learners", "") }),
        ["part of itself"] = WithIndicator(i => i with { PartOf = new("classes", "kind") }),
        ["part of its own part"] = WithStatistics(s => s with
        {
            Indicators = [s.Indicators[0], s.Indicators[1] with { PartOf = new("learners-online", "mode") }, .. s.Indicators.Skip(2)],
        }),
        ["part measured otherwise"] = WithIndicator(i => i with { PartOf = new("learners", "kind"), Measure = Measure.AtEnd }),
        ["part in finer numbers"] = WithIndicator(i => i with { PartOf = new("learners", "kind"), Decimals = 1 }),
        ["part in a report without the whole"] = WithIndicator(i => i with { PartOf = new("hours", "kind"), Decimals = 2 }),
        ["year too early"] = Of(2014),
        ["year too late"] = Of(2201),
        ["two deadlines for a step"] = Good with
        {
            Deadlines = [Deadline(Step.Findings, "2020-11-01", DeadlineEffect.Refuse), Deadline(Step.Findings, "2020-11-02", DeadlineEffect.MarkLate)],
        },
        ["deadline before the year"] = Good with { Deadlines = [Deadline(Step.Findings, "2019-12-31", DeadlineEffect.Refuse)] },
        ["deadline two years on"] = Good with { Deadlines = [Deadline(Step.Findings, "2022-01-01", DeadlineEffect.Refuse)] },
        ["extended never"] = WithExtension(e => e with { Times = Sourced(0) }),
        ["extended 21 times"] = WithExtension(e => e with { Times = Sourced(21) }),
        ["extended by no day"] = WithExtension(e => e with { Days = Sourced(0) }),
        ["extended by more than a year"] = WithExtension(e => e with { Days = Sourced(367) }),
        ["returned from a phase twice"] = WithReturns(Phase.Drawing, Phase.Drawing),
        ["returned from what is published"] = WithReturns(Phase.Ranked),
        ["day of rest twice"] = WithCalendar(c => c with { RestDays = Sourced<EquatableList<Weekday>>([Weekday.Sunday, Weekday.Sunday]) }),
        ["four days of rest"] = WithCalendar(c => c with { RestDays = Sourced<EquatableList<Weekday>>([Weekday.Sunday, Weekday.Monday, Weekday.Friday, Weekday.Saturday]) }),
        ["holiday that ends before it begins"] = WithCalendar(c => c with { Holidays = [c.Holidays[0] with { Last = Moment.Day("2020-01-22") }] }),
        ["holiday of 32 days"] = WithCalendar(c => c with { Holidays = [c.Holidays[0] with { Last = Moment.Day("2020-02-23") }] }),
        ["101 holidays"] = WithCalendar(c => c with { Holidays = Enumerable.Repeat(c.Holidays[0], 101).ToEquatableList() }),
        ["holiday long ago"] = WithCalendar(c => c with { Holidays = [c.Holidays[0] with { First = Moment.Day("0001-01-01"), Last = Moment.Day("0001-01-02") }] }),
        ["holiday without name"] = WithCalendar(c => c with { Holidays = [c.Holidays[0] with { Name = " " }] }),
        ["working day twice"] = WithCalendar(c => c with { WorkingDays = [c.WorkingDays[0], c.WorkingDays[0]] }),
        ["optional phase twice"] = Good with
        {
            OptionalPhases = Sourced<EquatableList<OptionalPhase>>([OptionalPhase.MidYearReview, OptionalPhase.MidYearReview]),
        },
        ["no target"] = Good with { Pact = Good.Pact with { MinimumTargets = Sourced(0) } },
        ["too many targets"] = Good with { Pact = Good.Pact with { MinimumTargets = Sourced(101) } },
        ["nobody signs"] = Good with { Pact = Good.Pact with { SignedBy = Sourced(new Fraction(0, 1)) } },
        ["more sign than there are"] = Good with { Pact = Good.Pact with { SignedBy = Sourced(new Fraction(3, 2)) } },
        ["share of nothing"] = Good with { Pact = Good.Pact with { SignedBy = Sourced(new Fraction(1, 0)) } },
        ["no inspectors"] = Good with { Inspection = new(Sourced(0)) },
        ["eleven inspectors"] = Good with { Inspection = new(Sourced(11)) },
        ["relaxation twice"] = Good with
        {
            Inspection = Good.Inspection with { Relaxations = Sourced<EquatableList<Relaxation>>([Relaxation.Load, Relaxation.Load]) },
        },
        ["reminded twice"] = WithReminders(7, 7),
        ["reminded after the deadline"] = WithReminders(-1),
        ["reminded long before"] = WithReminders(61),
        ["reminded eleven times"] = WithReminders(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
        ["nothing handed over"] = WithHandover(),
        ["handed over twice"] = WithHandover(HandoverSubject.HeadFlag, HandoverSubject.HeadFlag),
        ["no round of a vote"] = Good.WithRounds(0, NextCandidates.All),
        ["six rounds of a vote"] = Good.WithRounds(6, NextCandidates.All),
        ["no kind of bar"] = Good with { Bars = new([]) },
        ["bar named twice"] = Good with { Bars = new([Bars.Kinds[0], Bars.Kinds[0]]) },
        ["bar from nothing"] = Good with { Bars = new([Bars.Kinds[0] with { From = Sourced<EquatableList<BarredFrom>>([]) }]) },
        ["bar from review twice"] = Good with { Bars = new([Bars.Kinds[0] with { From = Sourced<EquatableList<BarredFrom>>([BarredFrom.Review, BarredFrom.Review]) }]) },
        ["answers at once"] = WithAnswer(0),
        ["answers after months"] = WithAnswer(61),
        ["no team"] = WithTeams(t => t with { Number = Sourced(0) }),
        ["21 teams"] = WithTeams(t => t with { Number = Sourced(21) }),
        ["one team inspects another"] = WithTeams(t => new(Sourced(1), Sourced(TeamDuty.AnotherTeam), t.OneSite)),
        ["teams without rules"] = WithTeams(t => t) with { Inspection = WithTeams(t => t).Inspection with { Teams = null } },
        ["teams in a ring"] = WithTeams(t => t) with { Inspection = WithTeams(t => t).Inspection with { Mode = Sourced(InspectionMode.Ring) } },
        ["reciprocal teams"] = WithTeams(t => t) with { Inspection = WithTeams(t => t).Inspection with { Relaxations = Sourced<EquatableList<Relaxation>>([Relaxation.Reciprocal]) } },
        ["standing aside in a ring"] = Good with { Inspection = Good.Inspection with { Relaxations = Sourced<EquatableList<Relaxation>>([Relaxation.StandAside]) } },
        ["search of no steps"] = Good with { Inspection = Good.Inspection with { SearchLimit = Sourced(0) } },
        ["search beyond a million steps"] = Good with { Inspection = Good.Inspection with { SearchLimit = Sourced(1_000_001) } },
        ["fewer than no deputies"] = Good with { Officers = Good.Officers with { Deputies = Sourced(-1) } },
        ["six deputies"] = Good with { Officers = Good.Officers with { Deputies = Sourced(6) } },
        ["no votes"] = Good with { Votes = [] },
        ["two votes on an award"] = Good with { Votes = [Vote(Award.Flag), Vote(Award.Flag)] },
        ["negative decimals"] = WithScores(s => s with { Decimals = Sourced(-1) }),
        ["five decimals"] = WithScores(s => s with { Decimals = Sourced(5) }),
        ["negative bonus cap"] = WithScores(s => s with { BonusCap = Sourced(-0.01m) }),
        ["reason beyond more than all"] = WithScores(s => s with { ReasonBeyond = Sourced(new Fraction(11, 10)) }),
        ["another base than its groups come to"] = WithScores(s => s with { Base = new(s.Groups.Where(g => g.Kind == GroupKind.Base).Sum(g => g.Cap) + 1, "sample regulation") }),
        ["a base without a source"] = WithScores(s => s with { Base = new(s.Groups.Where(g => g.Kind == GroupKind.Base).Sum(g => g.Cap), " ") }),
        ["no base group"] = WithScores(s => s with { Groups = [.. s.Groups.Where(g => g.Kind != GroupKind.Base)] }),
        ["group code"] = WithGroup(g => g with { Code = "Training" }),
        ["group code twice"] = WithGroup(g => g with { Code = "research" }),
        ["criterion code"] = WithCriterion(c => c with { Code = "giảng-dạy" }),
        ["criterion code twice over groups"] = WithCriterion(c => c with { Code = "topics" }),
        ["group without criteria"] = WithGroup(g => g with { Criteria = [] }),
        ["group without cap"] = WithGroup(g => g with { Cap = 0 }),
        ["criterion without maximum"] = WithCriterion(c => c with { Maximum = 0 }),
        ["criterion without weight"] = WithCriterion(c => c with { Weight = 0 }),
        ["negative weight"] = WithCriterion(c => c with { Weight = -1 }),
        ["criteria beyond the cap"] = WithGroup(g => g with { Cap = 39.99m }),
        ["group without name"] = WithGroup(g => g with { Name = "" }),
        ["criterion name with NUL"] = WithCriterion(c => c with { Name = "a\0" }),
        ["points that no decimal can hold"] = WithCriterion(c => c with { Maximum = decimal.MaxValue, Weight = 10 }),
        ["bonus that no decimal can hold"] = WithScores(s => s with
        {
            Groups = [.. s.Groups.Select(g => g.Kind == GroupKind.Bonus ? g with { Criteria = [new("huge", "Huge", decimal.MaxValue, decimal.MaxValue)] } : g)],
        }),
        ["quota of none"] = WithVote(v => v with { Quota = Sourced(0) }),
        ["quota of 51"] = WithVote(v => v with { Quota = Sourced(51) }),
        ["quorum beyond all"] = WithVote(v => v with { Quorum = Sourced(new Fraction(2, 1)) }),
        ["threshold beyond all"] = WithVote(v => v with { Threshold = Sourced(new Fraction(2, 1)) }),
        ["threshold of nothing"] = WithVote(v => v with { Threshold = Sourced(new Fraction(0, 1)) }),
        ["more than all marks"] = WithVote(v => v with { Threshold = Sourced(new Fraction(1, 1)), Above = Sourced(true) }),
        ["no mark on a ballot"] = WithVote(v => v with { MaxMarks = Sourced(0) }),
        ["51 marks on a ballot"] = WithVote(v => v with { MaxMarks = Sourced(51) }),
        ["votes of who has registered, and no registration"] = WithVote(v => v with { Voters = Sourced(VoterRule.Registered) }),
        ["no committee"] = WithVote(v => v with { CommitteeSize = Sourced(0) }),
        ["no confirmation"] = WithVote(v => v with { Confirmations = Sourced(0) }),
        ["as many confirmations as committee"] = WithVote(v => v with { Confirmations = Sourced(3) }),
        ["tie rule twice"] = WithVote(v => v with { TieChain = Sourced<EquatableList<TieBreak>>([TieBreak.Score, TieBreak.Score]) }),
        ["something after the lot"] = WithVote(v => v with { TieChain = Sourced<EquatableList<TieBreak>>([TieBreak.Lot, TieBreak.Score]) }),
        ["nobody stays for another round"] = WithVote(v => v with { Rounds = new(Sourced(2), Sourced(NextCandidates.BestTwicePerSeat), Sourced(0)) }),
        ["51 stay for another round"] = WithVote(v => v with { Rounds = new(Sourced(2), Sourced(NextCandidates.BestTwicePerSeat), Sourced(51)) }),
        ["election without rules"] = Good with { Officers = Good.Officers with { Method = Sourced(OfficerMethod.Election) } },
        ["election: quorum beyond all"] = WithElection(e => e with { Quorum = Sourced(new Fraction(2, 1)) }),
        ["election: threshold beyond all"] = WithElection(e => e with { Threshold = Sourced(new Fraction(2, 1)) }),
        ["election: threshold of nothing"] = WithElection(e => e with { Threshold = Sourced(new Fraction(0, 1)) }),
        ["election: more than all marks"] = WithElection(e => e with { Threshold = Sourced(new Fraction(1, 1)), Above = Sourced(true) }),
        ["election: no mark on a ballot"] = WithElection(e => e with { MaxMarks = Sourced(0) }),
        ["election: 51 marks on a ballot"] = WithElection(e => e with { MaxMarks = Sourced(51) }),
        ["election: votes of who has registered"] = WithElection(e => e with { Voters = Sourced(VoterRule.Registered) }) with { Programme = Programme },
        ["election: no committee"] = WithElection(e => e with { CommitteeSize = Sourced(0) }),
        ["election: no confirmation"] = WithElection(e => e with { Confirmations = Sourced(0) }),
        ["election: as many confirmations as committee"] = WithElection(e => e with { Confirmations = Sourced(3) }),
        ["election: no round"] = WithElection(e => e with { Rounds = Sourced(0) }),
        ["election: eleven rounds"] = WithElection(e => e with { Rounds = Sourced(11) }),
        ["election: nobody stays"] = WithElection(e => e with { StayPerSeat = Sourced(0) }),
        ["election: 51 stay"] = WithElection(e => e with { StayPerSeat = Sourced(51) }),
        ["election: tie rule twice"] = WithElection(e => e with { TieChain = Sourced<EquatableList<TieBreak>>([TieBreak.Score, TieBreak.Score]) }),
        ["election: something after the lot"] = WithElection(e => e with { TieChain = Sourced<EquatableList<TieBreak>>([TieBreak.Lot, TieBreak.Score]) }),
    };

    [Fact]
    public void a_regulation_from_before_there_were_relaxations_is_read_without_them()
    {
        var old = Good with { Inspection = new(Sourced(2)) };
        Assert.Equal(old.Inspection, CanonicalJson.Read<InspectionRules>("""{"inspectors":{"value":2,"source":"sample regulation"}}"""u8));
        Issue(old).One<AcademyEvent.RegulationIssued>();
    }

    [Fact]
    public void a_deadline_from_before_there_were_extensions_is_extended_by_the_Academy_alone() => Assert.Equal(
        Deadline(Step.Findings, "2020-11-01", DeadlineEffect.Refuse),
        CanonicalJson.Read<Deadline>("""{"step":"findings","day":"2020-11-01","effect":"refuse","source":"sample regulation"}"""u8));

    [Fact]
    public void a_regulation_may_remind_set_a_term_for_answers_and_want_an_inventory()
    {
        Issue(WithReminders(0, 1, 3, 7, 60)).One<AcademyEvent.RegulationIssued>();
        Issue(WithAnswer(60)).One<AcademyEvent.RegulationIssued>();
        Issue(WithHandover(HandoverSubject.Documents, HandoverSubject.Other)).One<AcademyEvent.RegulationIssued>();
    }

    [Fact]
    public void a_deadline_may_be_extended_by_the_cluster() => Issue(WithExtension(e => e)).One<AcademyEvent.RegulationIssued>();

    [Fact]
    public void a_year_may_be_returned_by_the_cluster() => Issue(WithReturns(Phase.Drawing, Phase.CrossInspection)).One<AcademyEvent.RegulationIssued>();

    [Fact]
    public void a_regulation_may_have_a_calendar() => Issue(WithCalendar(c => c)).One<AcademyEvent.RegulationIssued>();

    [Fact]
    public void an_open_vote_needs_no_committee() =>
        Issue(WithVote(v => v with { Method = Sourced(VoteMethod.Open), CommitteeSize = Sourced(0), Confirmations = Sourced(0) })).One<AcademyEvent.RegulationIssued>();

    [Fact]
    public void a_regulation_may_elect_its_officers_on_paper_or_openly()
    {
        var elected = WithElection(e => e);
        Issue(elected with { Officers = elected.Officers with { Method = Sourced(OfficerMethod.Election) } }).One<AcademyEvent.RegulationIssued>();
        Issue(WithElection(_ => SampleRegulation.Election(VoteMethod.Open) with { CommitteeSize = Sourced(0), Confirmations = Sourced(0) })).One<AcademyEvent.RegulationIssued>();
    }
}
