namespace ClusterActors.Simulation.People;

/// <summary>What people have to do as things stand, in the whole academy.</summary>
internal sealed class Script
{
    private readonly Founding founding;
    private readonly IReadOnlyList<ClusterYear> years;
    private readonly Dictionary<Membership, Reporting> reports;
    private readonly Dictionary<Membership, Programme> programmes;
    private readonly Dictionary<Membership, Undertakings> undertakings = [];

    /// <param name="seed">What some years have and others have not is drawn from it, each apart, so that it shifts nothing else.</param>
    /// <param name="changes">Null where nothing is reorganised.</param>
    public Script(Ledger ledger, Cast cast, ulong seed, Chance chance, Chance? changes)
    {
        Teams = new(seed);
        var regulation = Teams.Ruling(new PollingRules(Chance.Of(seed, nameof(PollingRules))).On(new Regulations(chance).Of(Year.Of, cast.Clusters.Min(c => c.Schools.Count))));
        if (changes is not null)
            (regulation, Reorganisation) = (regulation with { Membership = new Regulations(changes).Membership() }, new(ledger, cast, changes));
        if (Sometimes(seed, nameof(Undertakings), Undertakings.Share) is { } together)
        {
            regulation = regulation with { Activities = new Regulations(together).Activities() };
            undertakings = cast.Clusters.ToDictionary(membership => membership, membership => new Undertakings(ledger, membership, together));
        }

        if (Chance.Of(seed, nameof(CouncilSittings)) is var sittings && !sittings.OneIn(CouncilSittings.Without))
        {
            var council = new Regulations(sittings).Council(regulation.Votes);
            (regulation, Council) = (regulation with { Council = council }, new(ledger, council, sittings));
        }

        if (Sometimes(seed, nameof(StandardTrack), StandardTrack.Share) is { } standard)
        {
            Track = new(ledger, cast, standard);
            regulation = regulation with { StandardSchool = Track.Rules(regulation.Scores) };
        }

        Sheets = new(regulation.Scores, chance);
        Polling = new(chance);
        founding = new(ledger, cast, regulation);
        reports = cast.Clusters.ToDictionary(membership => membership, membership => new Reporting(ledger, membership, chance));
        programmes = cast.Clusters.ToDictionary(membership => membership, membership => new Programme(ledger, membership, chance));
        years = [.. cast.Clusters.Select(membership => new ClusterYear(ledger, membership, regulation, Teams, Sheets, Polling, reports[membership], programmes[membership], Council, chance))];
    }

    /// <summary>Null in most years.</summary>
    public Reorganisation? Reorganisation { get; }

    public PooledTeams Teams { get; }

    /// <summary>Null where the Academy has none.</summary>
    public CouncilSittings? Council { get; }

    /// <summary>Null in most years.</summary>
    public StandardTrack? Track { get; }

    public Sheets Sheets { get; }

    public Polling Polling { get; }

    public Reporting ReportingOf(Membership membership) => reports[membership];

    public Programme ProgrammeOf(Membership membership) => programmes[membership];

    /// <summary>Null in years in which nothing is done together.</summary>
    public Undertakings? UndertakingsOf(Membership membership) => undertakings.GetValueOrDefault(membership);

    public IReadOnlyList<Errand> Due(DateOnly today) => [.. founding.Due(), .. undertakings.Values.SelectMany(u => u.Due()), .. years.SelectMany(year => year.Due(today)), .. Reorganisation?.Due(today) ?? [], .. Track?.Due(today) ?? []];

    private static Chance? Sometimes(ulong seed, string what, int share) => Chance.Of(seed, what) is var drawn && drawn.OneIn(share) ? drawn : null;
}
