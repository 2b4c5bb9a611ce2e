using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Inspections;
using ClusterActors.Journal;

namespace ClusterActors.Bench.Scale;

/// <summary>
/// One cluster's year as far as it has come: of five clusters one signs its pact, one scores itself, one inspects, and two have
/// ranked and nominated. Steps that schools take one by one are half done where the year stands at them.
/// </summary>
internal sealed class NationYear(int number, string cluster, EquatableList<string> roll)
{
    private const int Ways = 5;

    private readonly Random chance = new(number);
    private readonly Dictionary<string, EquatableList<Score>> scores = new(StringComparer.Ordinal);

    public static Regulation Regulation { get; } = RegulationOf(Nation.Year);

    private static DateOnly Day { get; } = new(Nation.Year, 2, 24);

    private bool IsScoring => number % Ways > 0;

    private bool IsInspecting => number % Ways > 1;

    private bool IsRanked => number % Ways > 2;

    private EquatableList<InspectionPair> Pairs => [.. roll.Select((school, at) => new InspectionPair(roll[(at + 1) % roll.Count], school))];

    public static Officers Officers(EquatableList<string> roll) => new(Nation.Year, roll[0], [.. roll.Skip(1).Take(2)]);

    /// <summary>The same rules for any year.</summary>
    public static Regulation RegulationOf(int year)
    {
        using var file = typeof(NationYear).Assembly.GetManifestResourceStream("regulation")!;
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        var sample = CanonicalJson.Read<Regulation>(bytes.ToArray());
        return sample with
        {
            Year = year,
            Deadlines = [.. sample.Deadlines.Select(deadline => deadline with { Day = deadline.Day.AddYears(year - sample.Year) })],
        };
    }

    public IEnumerable<Append> Appends()
    {
        foreach (var school in roll)
            scores.Add(school, Sheet());
        yield return StreamAppend.Whole(CampaignDecider.Aggregate, new CampaignKey(cluster, Nation.Year), [.. Campaign()]);
        if (!IsInspecting)
            yield break;
        foreach (var school in roll)
            yield return StreamAppend.Whole(InspectionDecider.Aggregate, new InspectionKey(cluster, Nation.Year, school), [.. Inspection(school)]);
    }

    private IEnumerable<CampaignEvent> Campaign()
    {
        yield return new CampaignEvent.Opened(cluster, Regulation, new(Nation.Year, "1/HD", new(Nation.Year, 1, 5)), roll, Officers(roll));
        yield return new CampaignEvent.PactProposed("Thi đua", [new(1, "Một"), new(2, "Hai"), new(3, "Ba")]);
        foreach (var school in IsScoring ? roll : Half())
            yield return new CampaignEvent.PactSigned(school, Day, Late: false);
        if (!IsScoring)
            yield break;
        yield return new CampaignEvent.PactTookEffect();
        yield return new CampaignEvent.SelfScoringOpened();
        foreach (var school in IsInspecting ? roll : Half())
            yield return new CampaignEvent.SelfScoresSubmitted(school, scores[school], Late: false);
        if (!IsInspecting)
            yield break;
        yield return new CampaignEvent.SheetsClosed(1, []);
        yield return new CampaignEvent.InspectionsDrawn(Pairs, Seed: new('0', 64));
        foreach (var school in IsRanked ? roll : Half())
            yield return new CampaignEvent.FindingsReceived(school, scores[school]);
        if (!IsRanked)
            yield break;
        var ranking = Ranking.Of(Regulation.Scores, roll.Select(school => (school, (IReadOnlyList<Score>)scores[school])));
        yield return new CampaignEvent.RankingFixed(ranking);
        yield return new CampaignEvent.ConferenceHeld(
            Day.AddMonths(9), roll[0], roll, [new(Award.Flag, ranking[0].School), new(Award.Certificate, ranking[1].School)]);
    }

    private IEnumerable<InspectionEvent> Inspection(string school)
    {
        yield return new InspectionEvent.Assigned(
            cluster, Nation.Year, school, [.. Pairs.Where(pair => pair.Inspected == school).Select(pair => pair.Inspector)], Regulation.Scores, scores[school],
            Regulation.Deadlines.FirstOrDefault(deadline => deadline.Step == Step.Findings));
        if (!IsRanked && !Half().Contains(school))
            yield break;
        yield return new InspectionEvent.FindingsRecorded(
            Day.AddMonths(8), [.. scores[school].Select(score => new Inspections.Finding(score.Criterion, score.Points))], $"p-{roll[0]}", Late: false);
        yield return new InspectionEvent.FindingsAcknowledged();
    }

    private IEnumerable<string> Half() => roll.Take(roll.Count / 2);

    private EquatableList<Score> Sheet() =>
        [.. Regulation.Scores.Groups.SelectMany(group => group.Criteria).Select(criterion => new Score(criterion.Code, Points(criterion.Maximum)))];

    private decimal Points(decimal maximum) => decimal.Round(maximum * chance.Next(50, 101) / 100, 1);
}
