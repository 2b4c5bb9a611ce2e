using ClusterActors.Academy;
using ClusterActors.Activities;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Statistics;

namespace ClusterActors.Simulation.People;

/// <summary>
/// What the people of one cluster do together: a talk of the head's, a contest that a deputy hosts where it may, and a practice that is shared.
/// What is drawn for it comes from a source of its own.
/// </summary>
internal sealed class Undertakings(Ledger ledger, Membership membership, Chance chance)
{
    /// <summary>One year in so many has activities; the others are what they are without them.</summary>
    public const int Share = 3;

    public const string Talk = "talk";
    public const string Contest = "contest";

    // Who puts an activity off again and again never comes to it, nor who reports and shares again and again.
    private const int MostMoves = 3;
    private const int MostActivities = 4;
    private const int MostPractices = 3;

    private static readonly DateOnly TalkDay = new(Year.Of, 5, 10);
    private static readonly DateOnly ContestDay = new(Year.Of, 9, 20);

    private readonly ActivitiesKey key = new(membership.Cluster.Code, Year.Of);

    // Some come, some do not, and most say nothing.
    private readonly EquatableList<string> says = membership.Schools.Where(_ => chance.OneIn(4)).ToEquatableList();

    public IEnumerable<Errand> Due() => Open is not { Roll.Count: > 0 } s ? [] :
    [
        .. s.ActivityOf(Talk) is null ? [Planned(s, Talk, TalkDay, s.Officers.Head)] : Array.Empty<Errand>(),
        .. s.ActivityOf(Contest) is null ? [Planned(s, Contest, ContestDay, s.Officers.Deputies.FirstOrDefault(s.Roll.Contains) ?? s.Officers.Head)] : Array.Empty<Errand>(),
        .. s.Activities.Where(a => a.Standing == ActivityStanding.Planned).SelectMany(a => Coming(s, a)),
        .. s.Practices.Count == 0 ? [Shared(s.Roll[^1])] : Array.Empty<Errand>(),
        .. s.Practices.Take(1).Where(p => p.Answers.Count == 0).SelectMany(p => s.Roll.Where(school => school != p.School).Take(1).Select(school => Answered(p, school, adopts: false))),
    ];

    /// <summary>Put off, called off, thought again, reported anew, adopted after all.</summary>
    public IEnumerable<Errand> Asides() => Open is not { Roll.Count: > 0 } s ? [] :
    [
        .. s.Activities.Where(a => a.Standing == ActivityStanding.Planned).SelectMany(a => (Errand[])
        [
            Said(a, chance.Of(s.Roll), takesPart: chance.OneIn(2), "Nghĩ lại"),
            .. a.Moves.Count < MostMoves ? [Moved(s, a, chance.Of(s.Roll), a.On.AddDays(1))] : Array.Empty<Errand>(),
            .. chance.OneIn(4) ? [Errand.Of(key, Head(s), new ActivitiesCommand.CallOffActivity(a.Activity, "Bão lũ"))] : Array.Empty<Errand>(),
        ]),
        .. s.Activities.Where(a => a.Report is { Reason: null }).Select(a => Reported(s, a, a.Report!.Host, "Bổ sung số liệu")),
        .. s.Activities.Count < MostActivities
            ? [Errand.Of(key, Head(s), new ActivitiesCommand.PlanActivity(FormattableString.Invariant($"talk-{s.Activities.Count}"), Talk, "Tọa đàm", chance.Of(s.Roll), TalkDay.AddMonths(5), "Hội trường"))]
            : Array.Empty<Errand>(),
        .. s.Practices.Count < MostPractices ? [Shared(chance.Of(s.Roll))] : Array.Empty<Errand>(),
        .. s.Practices.Select(p => Answered(p, chance.Of(s.Roll), adopts: true)),
    ];

    public IEnumerable<Errand> Mistakes() => ledger.State<ActivitiesState.Expected>(key) is not { Roll.Count: > 0 } s ? [] :
    [
        Errand.Of(key, Head(s), new ActivitiesCommand.PlanActivity("picnic", "picnic", "Dã ngoại", s.Roll[0], TalkDay, "Bãi biển")),
        Errand.Of(key, Head(s), new ActivitiesCommand.CallOffActivity("picnic", "Nhầm")),
        Errand.Of(key, Cast.Officer(s.Roll[0]), new ActivitiesCommand.AnswerPractice(s.Roll[0], 99, Adopts: true)),
        .. s.Activities.Where(a => a.Standing != ActivityStanding.Planned).Take(1).Select(a => Said(a, s.Roll[0], takesPart: true)),
        .. s.Activities.Where(a => a.Report is not null).Take(1).SelectMany(a => new[]
        {
            Errand.Of(key, Head(s), new ActivitiesCommand.ReportActivity(a.Activity, a.Report! with { Participants = new(0, Qualifier.Exact), Reason = "Sai" })),
            Errand.Of(key, Head(s), new ActivitiesCommand.ReportActivity(a.Activity, a.Report! with { Results = [new("nowhere", 1)], Reason = "Sai" })),
        }),
    ];

    private ActivitiesState.Expected? Open => ledger.State<ActivitiesState.Expected>(key) is { Closed: false } s ? s : null;

    private IEnumerable<Errand> Coming(ActivitiesState.Expected s, ActivityView a) => a.Host is { } host
        ? [.. s.Roll.Where(says.Contains).Where(school => a.Announcements.All(x => x.School != school)).Select(school => Said(a, school, takesPart: !chance.OneIn(3))), Reported(s, a, host)]
        : [Moved(s, a, s.Roll[0], a.On)];

    // As a deputy where the regulation lets it, else as the head; who may not hears so and the head does it.
    private Errand Planned(ActivitiesState.Expected s, string kind, DateOnly on, string host) => Errand.Of(
        key,
        s.Rules.DeputiesPlan.Value ? Cast.Officer(host) : Head(s),
        new ActivitiesCommand.PlanActivity(kind, kind, kind == Talk ? "Tọa đàm khoa học" : "Hội thao", s.Roll.Contains(host) ? host : s.Roll[0], on, "Hội trường"),
        Year.Day(3, 15));

    private Errand Moved(ActivitiesState.Expected s, ActivityView a, string host, DateOnly on) =>
        Errand.Of(key, Head(s), new ActivitiesCommand.MoveActivity(a.Activity, host, on, a.Place, "Thay đổi kế hoạch"));

    private Errand Said(ActivityView a, string school, bool takesPart, string? comment = null) =>
        Errand.Of(key, Cast.Officer(school), new ActivitiesCommand.AnnounceParticipation(a.Activity, school, takesPart, comment));

    // Whoever is a member now was one on that day, as far as the grain knows.
    private Errand Reported(ActivitiesState.Expected s, ActivityView a, string host, string? reason = null) => Errand.Of(
        key,
        a.Host == host && chance.OneIn(2) ? Cast.Officer(host) : Head(s),
        new ActivitiesCommand.ReportActivity(a.Activity, new(
            s.Roll.Contains(host) ? host : s.Roll[0],
            a.On,
            s.Roll.Take(3).ToEquatableList(),
            "Đạt mục đích, yêu cầu",
            chance.OneIn(3) ? null : new(chance.Between(10, 200), chance.Of(Enum.GetValues<Qualifier>())),
            a.Kind == Contest && chance.OneIn(2) ? [new(s.Roll[0], 1, "Giải Nhất")] : null,
            reason)),
        Year.Day(a.On.Month, a.On.Day));

    private Errand Shared(string school) =>
        Errand.Of(key, Cast.Officer(school), new ActivitiesCommand.SharePractice(school, "Tập thể kiểu mẫu", "Cách làm hay", "01/BC", Talk), Year.Day(5, 12));

    private Errand Answered(PracticeView p, string school, bool adopts) =>
        Errand.Of(key, Cast.Officer(school), new ActivitiesCommand.AnswerPractice(school, p.Number, adopts, adopts ? "Áp dụng từ học kỳ tới" : null));

    private static Actor Head(ActivitiesState.Expected s) => Cast.Officer(s.Officers.Head);
}
