using ClusterActors.Academy;

namespace ClusterActors.Simulation.People;

/// <summary>Who acts in a simulated year.</summary>
internal sealed class Cast(Chance chance)
{
    public EquatableList<string> Schools { get; } = Enumerable.Range(1, 6 + chance.Below(4)).Select(n => FormattableString.Invariant($"school-{n}")).ToEquatableList();

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
}
