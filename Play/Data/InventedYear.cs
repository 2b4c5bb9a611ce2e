using System.Globalization;

namespace ClusterActors.Play.Data;

/// <summary>A year that no sample file tells of: days of the plan on which people work, scores drawn for each school, votes that follow the ranking.</summary>
internal sealed class InventedYear(HistoryPlan plan, int year, Regulation regulation, Regulation nextYears)
{
    private readonly WorkingDays days = new(regulation.Rules.Calendar);
    private readonly WorkingDays nextDays = new(nextYears.Rules.Calendar);

    public NationalSample National
    {
        get
        {
            var known = plan.Guidance.FirstOrDefault(g => g.Year == year);
            return new(
                plan.Notice,
                year,
                new(known?.Reference ?? Named("sample", year), known?.IssuedOn ?? On(plan.Days.Guidance), plan.Theme.In(year)),
                new(Named("sample", year, "12"), On(plan.Days.Awards)),
                new(Named("sample", year + 1, "01"), InNextYear(plan.Days.Recognition)),
                InNextYear(plan.Days.Handover));
        }
    }

    /// <param name="members">Those of the year's beginning.</param>
    /// <param name="lastMembers">Those of its end.</param>
    /// <param name="known">What a source tells of the year, which comes before what is invented.</param>
    public Sample Of(Cluster cluster, string[] members, string[] lastMembers, KnownYear? known, SampleReport[]? reports) => new(
        plan.Notice,
        year,
        cluster.Code,
        [],
        new(known?.Pact?.Date ?? On(plan.Days.PactProposed), known?.Pact?.Date ?? On(plan.Days.PactSigned), [.. plan.Targets.Take(known?.Pact?.Targets ?? plan.Targets.Length)]),
        new(known?.MidYear?.Date ?? On(plan.Days.MidYearReview), known?.MidYear?.Host ?? members[Lot(members.Length, cluster.Code, "review")], plan.Directions),
        [.. lastMembers.Select(Scores)],
        [.. (regulation.Rules.Votes ?? []).Select(vote => new SampleVote(vote.Award ?? "", vote.Method?.Value == "paper" ? Committee(cluster.Code, lastMembers, vote) : null))],
        new(On(plan.Days.SelfScoring), On(plan.Days.Inspection), On(plan.Days.Conference), lastMembers[Lot(lastMembers.Length, cluster.Code, "conference")]),
        Reports: reports);

    private SampleScores Scores(string school)
    {
        var self = new Dictionary<string, decimal>();
        var verifiable = new List<KeyValuePair<string, decimal>>();
        foreach (var group in regulation.Rules.Scores?.Groups ?? [])
        {
            foreach (var criterion in group.Criteria ?? [])
            {
                self[criterion.Code] = Points(school, group.Kind, criterion);
                if (group.Kind == "base" && self[criterion.Code] >= 1)
                    verifiable.Add(new(criterion.Code, self[criterion.Code]));
            }
        }

        var found = verifiable.ElementAtOrDefault(Lot(verifiable.Count * 2, school, "finding"));
        return new(school, self, found.Key is null ? [] : new() { [found.Key] = new(found.Value - 0.25m, plan.FindingReason) });
    }

    // In quarters of a point; most schools do most of what is asked of them.
    private decimal Points(string school, string? kind, ScoreCriterion criterion)
    {
        var percent = kind switch
        {
            "base" => 78 + Lot(20, school, criterion.Code),
            "bonus" => Lot(60, school, criterion.Code),
            _ => Lot(12, school, criterion.Code),
        };
        return decimal.Floor(criterion.Maximum * percent / 25) / 4;
    }

    private string[] Committee(string cluster, string[] members, VoteRules vote) =>
        [.. members.OrderBy(m => Lot(int.MaxValue, cluster, m, "committee")).Take(vote.CommitteeSize?.Value ?? 0)];

    private string On(string day) => days.OnOrAfter(PlannedDays.In(year, day));

    private string InNextYear(string day) => nextDays.OnOrAfter(PlannedDays.In(year + 1, day));

    private int Lot(int count, params string[] about) => SampleLot.Below(count, string.Create(CultureInfo.InvariantCulture, $"{year} {string.Join(' ', about)}"));

    private static string Named(string what, int year, string? month = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}-{year}{(month is null ? "" : "-")}{month}");
}
