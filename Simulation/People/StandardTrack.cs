using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Schools;
using ClusterActors.Scoring;
using ClusterActors.Standards;

namespace ClusterActors.Simulation.People;

/// <summary>In a share of the years two schools strive for the national standard: they state, the Academy verifies, recognises or not, and thinks again.</summary>
internal sealed class StandardTrack
{
    /// <summary>One in so many years has one.</summary>
    public const int Share = 3;

    private const int First = Year.Of - 4;

    private static readonly StandardKey Issued = new("11-qd-tw");

    // All that level 1 asks for, and nothing that level 2 does beyond.
    private static readonly EquatableList<StatedValue> Reached =
    [
        new("lecturers", null, 75, "Báo cáo"), .. Enumerable.Range(First, 5).Select(year => new StatedValue("masters", year, 90, "Báo cáo")),
        new("topics", First, 4, "Biên bản"), new("topics", Year.Of, 6, "Biên bản"), new("rules", null, 1, "Quyết định"),
    ];

    private readonly Ledger ledger;
    private readonly Chance chance;
    private readonly IReadOnlyList<Striving> striving;

    public StandardTrack(Ledger ledger, Cast cast, Chance chance)
    {
        (this.ledger, this.chance) = (ledger, chance);
        var membership = chance.Of(cast.Clusters);
        var at = chance.Below(membership.Schools.Count - 1);
        striving = [.. membership.Schools.Skip(at).Take(2).Select(school => new Striving(school, membership, chance.OneIn(3), chance.OneIn(2)))];
    }

    /// <summary>What it gives for the scorecard, where one of its criteria can take it; null where none can.</summary>
    public StandardSchoolRules? Rules(ScoreRules scores)
    {
        IReadOnlyList<string> fed = scores.Tree is { Root: var root }
            ? [.. Leaves(root).Where(leaf => leaf.Rule is NodeRule.Assessed or NodeRule.PassShare).Select(leaf => leaf.Code)]
            : [.. scores.Groups.Where(g => g.Kind == GroupKind.Base).SelectMany(g => g.Criteria).Select(c => c.Code)];
        return fed.Count == 0 ? null : new(
            new([Issued.Code], "sample"), new(chance.Of(fed), "sample"), new(chance.Of(Enum.GetValues<StandardLevel>()), "sample"), new(chance.Of(Enum.GetValues<UnreportedProgress>()), "sample"));
    }

    public IEnumerable<Errand> Due(DateOnly today)
    {
        if (ledger.State<AcademyState>(AcademyKey.National) is not { Officials.Count: > 0 })
            return [];
        return ledger.State<StandardState.Issued>(Issued) is { } issued
            ? striving.SelectMany(s => Due(s, issued, today))
            : [Errand.Of(Issued, Cast.Official, new StandardCommand.IssueStandard(Sample))];
    }

    private IEnumerable<Errand> Due(Striving s, StandardState.Issued issued, DateOnly today)
    {
        if (ledger.State<SchoolState.Registered>(new SchoolKey(s.School)) is not { People.Count: > 0 })
            yield break;
        if (issued.Assessments.All(a => a.School != s.School))
            yield return Errand.Of(Issued, Cast.Principal(s.School), new StandardCommand.OpenAssessment(s.School, First));
        if (ledger.State<AssessmentState.Begun>(KeyOf(s)) is not { Merger: null } a)
            yield break;
        if (a.Stage == AssessmentStage.Open && a.Values.Count < Reached.Count)
            yield return Errand.Of(a.Key, Cast.Officer(s.School), new AssessmentCommand.StateValues(Reached));
        else if (a.Stage != AssessmentStage.Recognised && a.Values.Where(v => v.Verified is null).ToList() is [_, ..] unverified)
            yield return Errand.Of(a.Key, Cast.Official, new AssessmentCommand.VerifyValues(unverified.Select(v => Verified(s, v)).ToEquatableList()));
        else if (a.Stage == AssessmentStage.Open && a.Decisions.Count == 0)
            yield return Errand.Of(a.Key, Cast.Principal(s.School), new AssessmentCommand.FileDossier(StandardLevel.One, today, "45/TTr"));
        else if (a.Stage == AssessmentStage.Filed)
            yield return Errand.Of(a.Key, Cast.Official, s.Doubted ? new AssessmentCommand.RefuseDossier(Decision(today), "Thiếu minh chứng") : new AssessmentCommand.Recognise(StandardLevel.One, Decision(today)));
        else if (a.Stage == AssessmentStage.Recognised && s.Withdrawn)
            yield return Errand.Of(a.Key, Cast.Official, new AssessmentCommand.WithdrawRecognition(Decision(today), "Hồ sơ sai"));
        if (a.Values.Count > 0 && a.Sent.Count == 0 && ledger.State<CampaignState.Opened>(s.Membership.Campaign) is { Phase: <= Phase.SelfScoring })
            yield return Report(s);
    }

    /// <summary>What is said again, and what is wrong, now and then.</summary>
    public IReadOnlyList<Errand> Mistakes(Membership membership)
    {
        var s = chance.Of(striving);
        if (s.Membership != membership || !chance.OneIn(3) || ledger.State<AssessmentState.Begun>(KeyOf(s)) is not { } a)
            return [];
        var (official, officer) = (Cast.Official, Cast.Officer(s.School));
        return
        [
            Errand.Of(new StandardKey("396-qd-tw"), official, new StandardCommand.IssueStandard(Sample with { Criteria = [] })),
            Errand.Of(a.Key, officer, new AssessmentCommand.StateValues([new("lecturers", null, 101, "Sai")])),
            Errand.Of(a.Key, officer, new AssessmentCommand.StateValues([new("topics", Year.Of, chance.Between(6, 9), "Biên bản")])),
            Errand.Of(a.Key, official, new AssessmentCommand.VerifyValues([new("rules", null, 99, 1)])),
            Errand.Of(a.Key, Cast.Principal(s.School), new AssessmentCommand.FileDossier(StandardLevel.Two, new(Year.Of, 1, 2), "45/TTr")),
            Errand.Of(a.Key, official, new AssessmentCommand.Recognise(StandardLevel.Two, ClusterYear.Decision)),
            Report(s),
            .. ledger.State<CampaignState.Opened>(membership.Campaign) is { Phase: Phase.SelfScoring, Regulation.StandardSchool: not null } c ? [Claim(c, s.School)] : Array.Empty<Errand>(),
        ];
    }

    // The least that can be stated, however little is given.
    private static Errand Claim(CampaignState.Opened c, string school) => Errand.Of(
        c.Key,
        Cast.Officer(school),
        new CampaignCommand.SubmitSelfScores(school, (c.SheetOf(school)?.SelfScores ?? []).Select(score => score.Criterion == c.Regulation.StandardSchool!.Criterion.Value ? score with { Points = score.Points == 0 ? 1 : 0 } : score).ToEquatableList(), "Nâng điểm"));

    private static Errand Report(Striving s) => Errand.Of(KeyOf(s), Cast.Officer(s.School), new AssessmentCommand.ReportProgress(s.Membership.Cluster.Code, Year.Of));

    private static DecisionReference Decision(DateOnly today) => ClusterYear.Decision with { IssuedOn = today };

    private static VerifiedValue Verified(Striving s, IndicatorValue value) => s.Doubted && value.Indicator == "rules"
        ? new(value.Indicator, value.Year, value.Version, 0, "Chưa ban hành")
        : new(value.Indicator, value.Year, value.Version, value.Value);

    private static AssessmentKey KeyOf(Striving s) => new(s.School, Issued.Code, First);

    private static IEnumerable<ScoreNode> Leaves(ScoreNode node) => node.Rule is NodeRule.Branch branch ? branch.Children.SelectMany(Leaves) : [node];

    private static Standard Sample { get; } = new(
        "11-QĐ/TW",
        "sample",
        new(5, "sample"),
        [
            new("staff", "Đội ngũ", "Staff", "sample", [Indicator("lecturers", IndicatorKind.Share, IndicatorTerm.AtEnd, 75, 80), Indicator("masters", IndicatorKind.Share, IndicatorTerm.EachYear, 90, null)]),
            new("research", "Nghiên cứu", "Research", "sample", [Indicator("topics", IndicatorKind.Number, IndicatorTerm.Sum, 10, 20), Indicator("rules", IndicatorKind.YesNo, IndicatorTerm.AtEnd, 1, null)]),
        ]);

    private static StandardIndicator Indicator(string code, IndicatorKind kind, IndicatorTerm term, decimal one, decimal? two) =>
        new(code, $"Chỉ tiêu {code}", kind, term, "sample", new(one, "sample"), two is { } more ? new(more, "sample") : null);

    /// <param name="Doubted">The Academy finds one value otherwise.</param>
    /// <param name="Withdrawn">What is recognised is taken back.</param>
    private sealed record Striving(string School, Membership Membership, bool Doubted, bool Withdrawn);
}
