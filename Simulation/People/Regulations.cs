using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Scoring;

namespace ClusterActors.Simulation.People;

/// <summary>A regulation of the seed's: its numbers make rounding, caps, deadlines, thresholds and ties matter.</summary>
internal sealed class Regulations(Chance chance)
{
    private const string Source = "simulated";

    public const string Learners = "learners";
    public const string OnlineLearners = "learners-online";

    public static readonly DateOnly PactDay = new(2020, 3, 7);
    public static readonly DateOnly SheetsDay = new(2020, 10, 15);
    public static readonly DateOnly FindingsDay = new(2020, 11, 1);

    private static readonly EquatableList<Relaxation>[] Relaxations =
        [[], [Relaxation.Repeat, Relaxation.Load], [Relaxation.Repeat, Relaxation.Load, Relaxation.Reciprocal], [Relaxation.Reciprocal]];

    private static readonly EquatableList<TieBreak>[] TieChains =
        [[], [TieBreak.Lot], [TieBreak.Lot], [TieBreak.Score], [TieBreak.FewerPenalties, TieBreak.Lot], [TieBreak.Bonus, TieBreak.Score, TieBreak.Lot]];

    private static readonly EquatableList<BarredFrom>[] Kept = [[BarredFrom.Review, BarredFrom.Posts], [BarredFrom.Review], [BarredFrom.Posts]];

    private static readonly Phase[] Returnable = [Phase.PactOpen, Phase.MidYearReviewed, Phase.SelfScoring, Phase.Drawing, Phase.CrossInspection];

    private static readonly Fraction Half = new(1, 2);
    private static readonly Fraction TwoThirds = new(2, 3);
    private static readonly Fraction All = new(1, 1);

    private static readonly StatisticsRules Statistics = new(
        [
            new(Learners, "Học viên", "Learners", "person", 0, Measure.During, [ReportPeriod.FirstHalf, ReportPeriod.FullYear], Source),
            new(OnlineLearners, "Học viên trực tuyến", "Learners online", "person", 0, Measure.During, [ReportPeriod.FullYear], Source, new(Learners, "mode")),
            new("staff", "Viên chức", "Staff", "person", 0, Measure.AtEnd, [ReportPeriod.FullYear], Source),
        ],
        Told<EquatableList<int>>([11, 12]));

    /// <param name="year">The year it rules.</param>
    /// <param name="fewest">Members of the smallest cluster, each of which must find its inspectors.</param>
    public Regulation Of(int year, int fewest)
    {
        var regulation = WithoutProgramme(year, fewest);
        return chance.OneIn(2) ? regulation : regulation with
        {
            Programme = Programme(regulation.Votes),
            Deadlines = chance.OneIn(2) ? regulation.Deadlines : regulation.Deadlines.Add(new(Step.Registration, PactDay, Refused(chance.OneIn(2)), Source, Extension())),
        };
    }

    private Regulation WithoutProgramme(int year, int fewest) => new(
        year,
        1,
        Told<EquatableList<OptionalPhase>>(chance.OneIn(4) ? [] : [OptionalPhase.MidYearReview]),
        [
            new(Step.PactSignature, PactDay, Refused(chance.OneIn(6)), Source, Extension()),
            new(Step.SelfScores, SheetsDay, Refused(!chance.OneIn(4)), Source, Extension()),
            .. chance.OneIn(6) ? Array.Empty<Deadline>() : [new(Step.Findings, FindingsDay, Refused(chance.OneIn(6)), Source, Extension())],
        ],
        new(Told(3), Told(chance.Of([Half, TwoThirds, All]))),
        Scores(),
        new(Told(chance.Between(1, Math.Min(3, (fewest - 1) / 2))), Told(chance.Of(Relaxations)), Told(chance.Of([1, 25, 20_000])), Answer()),
        chance.OneIn(4) ? [Vote(Award.Flag)] : [Vote(Award.Flag), Vote(Award.Certificate)],
        Told(chance.OneIn(2)),
        Officers(),
        Statistics,
        Calendar: chance.OneIn(3) ? null : Calendar(),
        Returns: chance.OneIn(3) ? null : new(Told(chance.Of([Authority.Head, Authority.Officers])), Told<EquatableList<Phase>>([.. Returnable.Where(_ => !chance.OneIn(3))])),
        Reminders: new(Told<EquatableList<int>>([7, 3, 1])),
        Handover: chance.OneIn(4) ? null : new(Told<EquatableList<HandoverSubject>>([HandoverSubject.Documents, HandoverSubject.HeadFlag])),
        Bars: chance.OneIn(4) ? null : new([.. Enum.GetValues<BarKind>().Where(_ => !chance.OneIn(4)).DefaultIfEmpty().Select(kind => new BarRule(kind, Told(chance.Of(Kept))))]));

    /// <summary>What becomes of what is open where schools are merged; null: a regulation that says nothing of it.</summary>
    public MembershipRules? Membership() => chance.OneIn(5) ? null : WithTargets(new(
        Told(chance.Of(Enum.GetValues<PactPolicy>())),
        Told(chance.Of([ScorePolicy.PredecessorOut, ScorePolicy.SuccessorInherits, ScorePolicy.SuccessorInherits])),
        Told(chance.Of(Enum.GetValues<InspectionPolicy>())),
        Told(!chance.OneIn(3)),
        Told(chance.OneIn(4) ? VotePolicy.PlaceLapses : VotePolicy.SuccessorTakesPlace),
        Told(chance.Of(Enum.GetValues<PostPolicy>())),
        chance.OneIn(4) ? null : Told(chance.Of(Enum.GetValues<ElectionPolicy>()))));

    // Not drawn but by the others, so that every seed goes on meaning the mergers that it meant.
    private static MembershipRules WithTargets(MembershipRules drawn) => (drawn.FewerInspectors.Value, drawn.Pact.Value) switch
    {
        (false, _) => drawn,
        (_, PactPolicy.SignedAnew) => drawn with { Targets = Told(TargetPolicy.Stays) },
        _ => drawn with { Targets = Told(TargetPolicy.SuccessorTakesPlan) },
    };

    /// <summary>The Academy's council; a fifth of few flags is none, and all of them are enough.</summary>
    public CouncilRules Council(EquatableList<VoteRules> votes) => new(
        Told(chance.Between(3, 9)),
        Told(chance.Of([Half, TwoThirds])),
        Told(chance.OneIn(2)),
        [new("letter", "Tờ trình", "Letter of proposal", Source), new("report", "Báo cáo thành tích", "Report of achievements", Source)],
        [.. votes.Select(v => v.Award).Where(award => award == Award.Flag || chance.OneIn(2)).Select(award => new CouncilAwardRules(award, CouncilVote(), chance.OneIn(2) ? null : Told((decimal)chance.Between(20, 90))))],
        chance.OneIn(5) ? null : new(CouncilVote() with { Threshold = Told(Half) }, Told(Award.Flag), Told(chance.Of([new Fraction(1, 5), All, All])), Told(chance.Of(Enum.GetValues<ShareBase>()))));

    private CouncilVoteRules CouncilVote() => new(
        Told(chance.Of([Half, TwoThirds, new Fraction(9, 10)])),
        Told(chance.OneIn(2)),
        Told(chance.Of(Enum.GetValues<PercentageBase>())),
        Told(chance.OneIn(2)));

    // Some documents are waited for, some only wanted.
    private ProgrammeRules Programme(EquatableList<VoteRules> votes) => new(
    [
        new("plan", "Kế hoạch", "Plan", Told(chance.Of([Half, TwoThirds, All])), Source, chance.OneIn(3) ? null : Told(Phase.PactOpen)),
        new("rules", "Quy chế hoạt động", "Operating rules", Told(TwoThirds), Source, chance.OneIn(2) ? null : Told(chance.Of([Phase.SelfScoring, Phase.Drawing, Phase.Ranked, Phase.Nominated]))),
    ],
    new(Told(votes.Select(v => v.Award).Where(_ => chance.OneIn(2)).ToEquatableList())));

    public ActivityRules Activities() => new(
        [new(Undertakings.Talk, "Tọa đàm", "Talk", IsContest: false, Source), new(Undertakings.Contest, "Hội thao", "Sports meet", IsContest: true, Source)], Told(!chance.OneIn(3)));

    // The days for pact and findings fall on a weekend, and the one for sheets before or into a holiday.
    private Calendar Calendar() => new(
        Told<EquatableList<Weekday>>([Weekday.Saturday, Weekday.Sunday]),
        Told(chance.Of([RestDayPolicy.Stay, RestDayPolicy.Next, RestDayPolicy.Previous])),
        chance.OneIn(2) ? [new(SheetsDay, SheetsDay.AddDays(chance.Below(4)), "Ngày nghỉ", Source)] : [],
        chance.OneIn(3) ? [new(FindingsDay, Source)] : []);

    private AnswerRules? Answer() => chance.OneIn(4) ? null : new(Told(chance.Between(1, 4)), chance.OneIn(2) ? null : Told(DayCount.Working));

    private static DeadlineEffect Refused(bool late) => late ? DeadlineEffect.Refuse : DeadlineEffect.MarkLate;

    private ExtensionRules? Extension() => chance.OneIn(3)
        ? null
        : new(Told(chance.Of([Authority.Academy, Authority.Head, Authority.Officers])), Told(chance.Between(1, 2)), Told(chance.Of([5, 30])), chance.OneIn(2) ? null : Told(DayCount.Working));

    private ScoreRules Scores()
    {
        var flat = new ScoreRules(
            Told(chance.Below(3)),
            Told(chance.Of([Rounding.HalfAwayFromZero, Rounding.HalfToEven, Rounding.Down])),
            Told(chance.Of([6m, 10m])),
            Told(chance.Of([new Fraction(1, 10), Half])),
            [
                new("training", "Đào tạo, bồi dưỡng", GroupKind.Base, 45, [new("teaching", "Giảng dạy", 20, 1.25m), new("classes", "Mở lớp", 10, 2)], Source),
                new("research", "Nghiên cứu khoa học", GroupKind.Base, 60, [new("topics", "Đề tài", 30, 1.25m), new("papers", "Bài báo", 15, 1.5m)], Source),
                new("bonus", "Điểm thưởng", GroupKind.Bonus, 12, [new("contest", "Hội thi", 5, 1), new("model", "Mô hình mới", 10, 0.55m)], Source),
                new("penalty", "Điểm trừ", GroupKind.Penalty, 8, [new("late-reports", "Báo cáo muộn", 5, 1.35m)], Source),
            ]);
        return chance.OneIn(4) ? flat with { Groups = [], Tree = Tree() } : flat;
    }

    // Every kind of node, and numbers whose quotients end nowhere.
    private ScoreTree Tree() => new(
        Branch("year", 105, Adding.Sum,
            Branch("training", 45, Adding.Sum,
                Leaf("teaching", 20, new NodeRule.Assessed()),
                Leaf("classes", 15, new NodeRule.Quantitative(QuantityFormula.TargetThenLeader)),
                Leaf("quality", 10, new NodeRule.Qualitative([new("Trung bình", 0), new("Khá", 6.25m), new("Tốt", 10)]))),
            Branch("research", 40, Adding.CappedSum,
                Leaf("topics", 30, new NodeRule.PerCount(3.25m)),
                Leaf("papers", 20, new NodeRule.Quantitative(QuantityFormula.ShareOfTarget, 7))),
            Branch("culture", 20, Adding.WeightedMean,
                Leaf("standard", 15, new NodeRule.PassShare(55)) with { Weight = 0.45m },
                Leaf("initiatives", 10, new NodeRule.Quantitative(QuantityFormula.ShareOfBest)) with { Weight = 0.55m }),
            Branch("bonus", 12, Adding.CappedSum, Leaf("contest", 8, new NodeRule.Bonus(1.35m)), Leaf("model", 6, new NodeRule.Bonus(0.55m))),
            Leaf("late-reports", 8, new NodeRule.Penalty(1.35m))),
        Told(chance.Of([UnassignedRule.LeftOut, UnassignedRule.Rescaled])),
        Told<EquatableList<int>>([11, 12]));

    private static ScoreNode Branch(string code, decimal maximum, Adding adds, params EquatableList<ScoreNode> children) =>
        new(code, code, maximum, new NodeRule.Branch(adds, children), Source);

    private static ScoreNode Leaf(string code, decimal maximum, NodeRule rule) => new(code, code, maximum, rule, Source);

    private VoteRules Vote(Award award) => new(
        award,
        Told(chance.Of([VoteMethod.Paper, VoteMethod.Open])),
        Told(chance.Between(1, 2)),
        Told(chance.Of([Half, TwoThirds, All])),
        Told(chance.Of([new Fraction(1, 3), Half, TwoThirds])),
        Told(chance.Of([PercentageBase.Roll, PercentageBase.Cast, PercentageBase.Valid])),
        Told(chance.OneIn(2)),
        Told(3),
        Told(chance.Between(1, 2)),
        Told(chance.Of(TieChains)),
        chance.OneIn(2) ? null : new(Told(chance.Between(1, 3)), Told(chance.Of(Enum.GetValues<NextCandidates>()))));

    // Where the queue is empty and the regulation has no elections, the post of head becomes vacant.
    private OfficerRules Officers() => chance.Below(4) switch
    {
        0 => new(Told(chance.Below(3)), Told(OfficerMethod.RotationQueue)),
        1 => new(Told(chance.Below(3)), Told(OfficerMethod.RotationQueue), Election()),
        _ => new(Told(chance.Below(3)), Told(OfficerMethod.Election), Election()),
    };

    private ElectionRules Election() => new(
        Told(chance.Of([VoteMethod.Paper, VoteMethod.Open])),
        Told(chance.Of([Half, TwoThirds])),
        Told(chance.Of([PercentageBase.Roll, PercentageBase.Cast, PercentageBase.Valid])),
        Told(chance.Of([new Fraction(1, 3), Half, TwoThirds])),
        Told(chance.OneIn(2)),
        Told(3),
        Told(chance.Between(1, 2)),
        Told(chance.Between(1, 3)),
        Told(chance.Between(1, 2)),
        Told(chance.OneIn(2)),
        Told(chance.Of(TieChains)));

    private static Sourced<T> Told<T>(T value)
        where T : notnull => new(value, Source);
}
