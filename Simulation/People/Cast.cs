using ClusterActors.Academy;

namespace ClusterActors.Simulation.People;

/// <summary>Who acts in a simulated year: one cluster as a rule, in some seeds two small ones.</summary>
internal sealed class Cast
{
    private readonly Chance chance;

    public Cast(Chance chance)
    {
        this.chance = chance;
        Clusters = chance.OneIn(8)
            ? [new("8", Named(0, 4 + chance.Below(2)), chance), new("9", Named(5, 4), chance)]
            : [new("8", Named(0, 6 + chance.Below(4)), chance)];
        Schools = Clusters.SelectMany(c => c.Schools).ToEquatableList();
    }

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
