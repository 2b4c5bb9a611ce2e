using ClusterActors.Academy;

namespace ClusterActors.Simulation.People;

/// <summary>
/// Who acts in a simulated year: one cluster as a rule, in some seeds two small ones. Where schools are merged, some are founded for it, and a
/// cluster without officers stands beside.
/// </summary>
internal sealed class Cast
{
    private readonly Chance chance;

    /// <param name="changes">Null where nothing is reorganised.</param>
    public Cast(Chance chance, Chance? changes)
    {
        this.chance = chance;
        Clusters = chance.OneIn(8) || changes?.OneIn(3) == true
            ? [new("8", Named(0, 4 + chance.Below(2)), chance), new("9", Named(5, 4), chance)]
            : [new("8", Named(0, 6 + chance.Below(4)), chance)];
        Formed = [.. Clusters.Select(c => (c.Cluster.Code, c.Schools))];
        if (changes is not null)
        {
            (Founded, Beside) = (Named(9, 2), "3");
            Formed = [.. Formed, (Beside, Named(11, 2))];
        }

        Schools = Formed.SelectMany(c => c.Schools).Concat(Founded).ToEquatableList();
    }

    /// <summary>Every cluster that the Academy forms, with its schools.</summary>
    public IReadOnlyList<(string Code, EquatableList<string> Schools)> Formed { get; }

    /// <summary>Schools that are in no cluster, for mergers.</summary>
    public EquatableList<string> Founded { get; } = [];

    /// <summary>A cluster that opens no year; null where there is none.</summary>
    public string? Beside { get; }

    public IReadOnlyList<Membership> Clusters { get; }

    public EquatableList<string> Schools { get; }

    public static Actor Official { get; } = Actor.Authenticated("an", AcademyKey.National.ToString(), [Role.Official]);

    /// <summary>Who sets an installation up.</summary>
    public static Actor Installer { get; } = Actor.System(AcademyKey.National.ToString());

    public static Actor Principal(string school) => Actor.Authenticated($"p-{school}", new SchoolKey(school).ToString(), [Role.Principal]);

    public static Actor Officer(string school) => Actor.Authenticated($"o-{school}", new SchoolKey(school).ToString(), [Role.EmulationOfficer]);

    /// <summary>Known in the school, without a role.</summary>
    public static Actor Visitor(string school) => Actor.Authenticated($"v-{school}", new SchoolKey(school).ToString(), []);

    public Actor Anyone() => chance.Below(8) switch
    {
        0 => Official,
        1 or 2 or 3 => Principal(chance.Of(Schools)),
        4 or 5 or 6 => Officer(chance.Of(Schools)),
        _ => Visitor(chance.Of(Schools)),
    };

    private static EquatableList<string> Named(int after, int count) =>
        Enumerable.Range(after + 1, count).Select(n => FormattableString.Invariant($"school-{n}")).ToEquatableList();
}
