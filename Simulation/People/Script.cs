namespace ClusterActors.Simulation.People;

/// <summary>What people have to do as things stand, in the whole academy.</summary>
internal sealed class Script
{
    private readonly Founding founding;
    private readonly IReadOnlyList<ClusterYear> years;
    private readonly Dictionary<Membership, Reporting> reports;
    private readonly Dictionary<Membership, Programme> programmes;

    /// <param name="changes">Null where nothing is reorganised.</param>
    /// <param name="sittings">Null where the Academy has no council.</param>
    public Script(Ledger ledger, Cast cast, Chance chance, Chance? changes, Chance? sittings)
    {
        var regulation = new Regulations(chance).Of(Year.Of, cast.Clusters.Min(c => c.Schools.Count));
        if (changes is not null)
            (regulation, Reorganisation) = (regulation with { Membership = new Regulations(changes).Membership() }, new(ledger, cast, changes));
        if (sittings is not null)
        {
            var council = new Regulations(sittings).Council(regulation.Votes);
            (regulation, Council) = (regulation with { Council = council }, new(ledger, council, sittings));
        }

        Sheets = new(regulation.Scores, chance);
        Polling = new(chance);
        founding = new(ledger, cast, regulation);
        reports = cast.Clusters.ToDictionary(membership => membership, membership => new Reporting(ledger, membership, chance));
        programmes = cast.Clusters.ToDictionary(membership => membership, membership => new Programme(ledger, membership, chance));
        years = [.. cast.Clusters.Select(membership => new ClusterYear(ledger, membership, regulation, Sheets, Polling, reports[membership], programmes[membership], Council, chance))];
    }

    /// <summary>Null in most years.</summary>
    public Reorganisation? Reorganisation { get; }

    /// <summary>Null where the Academy has none.</summary>
    public CouncilSittings? Council { get; }

    public Sheets Sheets { get; }

    public Polling Polling { get; }

    public Reporting ReportingOf(Membership membership) => reports[membership];

    public Programme ProgrammeOf(Membership membership) => programmes[membership];

    public IReadOnlyList<Errand> Due(DateOnly today) => [.. founding.Due(), .. years.SelectMany(year => year.Due(today)), .. Reorganisation?.Due(today) ?? []];
}
