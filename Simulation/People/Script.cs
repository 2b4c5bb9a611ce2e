namespace ClusterActors.Simulation.People;

/// <summary>What people have to do as things stand, in the whole academy.</summary>
internal sealed class Script
{
    private readonly Founding founding;
    private readonly IReadOnlyList<ClusterYear> years;
    private readonly Dictionary<Membership, Reporting> reports;
    private readonly Dictionary<Membership, Programme> programmes;
    private readonly Dictionary<Membership, Undertakings> undertakings;

    /// <param name="changes">Null where nothing is reorganised.</param>
    /// <param name="polls">For what else the regulation says of votes.</param>
    /// <param name="together">Null where nothing is done together.</param>
    public Script(Ledger ledger, Cast cast, PooledTeams teams, Chance chance, Chance? changes, Chance polls, Chance? together)
    {
        Teams = teams;
        var regulation = teams.Ruling(new PollingRules(polls).On(new Regulations(chance).Of(Year.Of, cast.Clusters.Min(c => c.Schools.Count))));
        if (changes is not null)
            (regulation, Reorganisation) = (regulation with { Membership = new Regulations(changes).Membership() }, new(ledger, cast, changes));
        if (together is not null)
            regulation = regulation with { Activities = new Regulations(together).Activities() };
        undertakings = together is null ? [] : cast.Clusters.ToDictionary(membership => membership, membership => new Undertakings(ledger, membership, together));
        Sheets = new(regulation.Scores, chance);
        Polling = new(chance);
        founding = new(ledger, cast, regulation);
        reports = cast.Clusters.ToDictionary(membership => membership, membership => new Reporting(ledger, membership, chance));
        programmes = cast.Clusters.ToDictionary(membership => membership, membership => new Programme(ledger, membership, chance));
        years = [.. cast.Clusters.Select(membership => new ClusterYear(ledger, membership, regulation, teams, Sheets, Polling, reports[membership], programmes[membership], chance))];
    }

    /// <summary>Null in most years.</summary>
    public Reorganisation? Reorganisation { get; }

    public PooledTeams Teams { get; }

    public Sheets Sheets { get; }

    public Polling Polling { get; }

    public Reporting ReportingOf(Membership membership) => reports[membership];

    public Programme ProgrammeOf(Membership membership) => programmes[membership];

    /// <summary>Null in years in which nothing is done together.</summary>
    public Undertakings? UndertakingsOf(Membership membership) => undertakings.GetValueOrDefault(membership);

    public IReadOnlyList<Errand> Due(DateOnly today) => [.. founding.Due(), .. undertakings.Values.SelectMany(u => u.Due()), .. years.SelectMany(year => year.Due(today)), .. Reorganisation?.Due(today) ?? []];
}
