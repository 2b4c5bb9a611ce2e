namespace ClusterActors.Simulation.People;

/// <summary>What people have to do as things stand, in the whole academy.</summary>
internal sealed class Script
{
    private readonly Founding founding;
    private readonly IReadOnlyList<ClusterYear> years;
    private readonly Dictionary<Membership, Reporting> reports;
    private readonly Dictionary<Membership, Programme> programmes;

    /// <param name="changes">Null where nothing is reorganised.</param>
    /// <param name="standard">Null where no school strives for the national standard.</param>
    public Script(Ledger ledger, Cast cast, Chance chance, Chance? changes, Chance? standard)
    {
        var regulation = new Regulations(chance).Of(Year.Of, cast.Clusters.Min(c => c.Schools.Count));
        if (changes is not null)
            (regulation, Reorganisation) = (regulation with { Membership = new Regulations(changes).Membership() }, new(ledger, cast, changes));
        if (standard is not null)
        {
            Track = new(ledger, cast, standard);
            regulation = regulation with { StandardSchool = Track.Rules(regulation.Scores) };
        }

        Sheets = new(regulation.Scores, chance);
        Polling = new(chance);
        founding = new(ledger, cast, regulation);
        reports = cast.Clusters.ToDictionary(membership => membership, membership => new Reporting(ledger, membership, chance));
        programmes = cast.Clusters.ToDictionary(membership => membership, membership => new Programme(ledger, membership, chance));
        years = [.. cast.Clusters.Select(membership => new ClusterYear(ledger, membership, regulation, Sheets, Polling, reports[membership], programmes[membership], chance))];
    }

    /// <summary>Null in most years.</summary>
    public Reorganisation? Reorganisation { get; }

    /// <summary>Null in most years.</summary>
    public StandardTrack? Track { get; }

    public Sheets Sheets { get; }

    public Polling Polling { get; }

    public Reporting ReportingOf(Membership membership) => reports[membership];

    public Programme ProgrammeOf(Membership membership) => programmes[membership];

    public IReadOnlyList<Errand> Due(DateOnly today) => [.. founding.Due(), .. years.SelectMany(year => year.Due(today)), .. Reorganisation?.Due(today) ?? [], .. Track?.Due(today) ?? []];
}
