using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Inspections;

namespace ClusterActors.Inboxes;

/// <summary>
/// What a school has still to do by a day. It follows from the rows that show the year: what is done is no duty any more, and an extended
/// deadline makes another duty of it.
/// </summary>
/// <param name="Inspected">The school whose inspection it belongs to; null where it belongs to none.</param>
/// <param name="Day">The last day, in Vietnam, as extended.</param>
[GenerateSerializer, Alias("duty")]
public sealed record Duty(
    [property: Id(0)] string Cluster,
    [property: Id(1)] int Year,
    [property: Id(2)] string School,
    [property: Id(3)] DutyKind Kind,
    [property: Id(4)] string? Inspected,
    [property: Id(5)] DateOnly Day)
{
    /// <summary>
    /// By school, then day. A signature, a registration and a sheet are due from the opening of the year until the year goes on without them, findings of each
    /// inspector from the draw on until the team has recorded them, and an answer until the school has given it.
    /// </summary>
    public static IReadOnlyList<Duty> Of(CampaignView year, IReadOnlyCollection<InspectionView> inspections) =>
    [
        .. year.Deadlines.SelectMany(d => d.Step switch
            {
                Step.Registration when year.Phase <= Phase.MidYearReviewed => OfMembers(year, DutyKind.Registration, d, (year.Registrations ?? []).Select(r => r.School)),
                Step.PactSignature when year.Phase <= Phase.Running => OfMembers(year, DutyKind.PactSignature, d, year.Signatures.Select(s => s.School)),
                Step.SelfScores when year.Phase <= Phase.SelfScoring => OfMembers(year, DutyKind.SelfScores, d, year.Sheets.Select(s => s.School)),
                _ => [],
            })
            .Concat(year.Phase == Phase.CrossInspection ? inspections.SelectMany(i => OfInspection(year, i)) : [])
            .OrderBy(d => d.School, StringComparer.Ordinal).ThenBy(d => d.Day).ThenBy(d => d.Inspected, StringComparer.Ordinal),
    ];

    private static IEnumerable<Duty> OfMembers(CampaignView year, DutyKind kind, Deadline deadline, IEnumerable<string> done) =>
        year.Roll.Except(done).Select(school => new Duty(year.Cluster, year.Year, school, kind, null, deadline.Day));

    private static IEnumerable<Duty> OfInspection(CampaignView year, InspectionView i) => i switch
    {
        { Stage: InspectionStage.Assigned, Deadline.Day: var day } => (i.Lead is { } lead ? [lead] : i.Inspectors).Select(inspector => new Duty(year.Cluster, year.Year, inspector, DutyKind.Findings, i.School, day)),
        { Stage: InspectionStage.Found, AnswerBy: { } day } => [new Duty(year.Cluster, year.Year, i.School, DutyKind.Answer, i.School, day)],
        _ => [],
    };
}

[GenerateSerializer, Alias("duty-kind")]
public enum DutyKind
{
    PactSignature,
    SelfScores,

    /// <summary>About a school that it inspects.</summary>
    Findings,

    /// <summary>To the findings about itself.</summary>
    Answer,

    /// <summary>For awards; who contends for none says so.</summary>
    Registration,
}
