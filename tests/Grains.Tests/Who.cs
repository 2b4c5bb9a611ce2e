namespace ClusterActors.Tests;

/// <summary>The actors of the tests.</summary>
internal static class Who
{
    public static Actor Official { get; } = Actor.Authenticated("an", AcademyKey.National.ToString(), [Role.Official]);

    public static Actor Auditor { get; } = Actor.Authenticated("auditor", AcademyKey.National.ToString(), [Role.Auditor]);

    public static Actor Principal(string school) => Actor.Authenticated($"p-{school}", new SchoolKey(school).ToString(), [Role.Principal]);

    public static Actor Officer(string school) => Actor.Authenticated($"o-{school}", new SchoolKey(school).ToString(), [Role.EmulationOfficer]);

    public static Actor Substitute(string school) => Actor.Authenticated($"s-{school}", new SchoolKey(school).ToString(), [Role.Substitute]);

    /// <summary>Somebody who is known in the school and holds no role there.</summary>
    public static Actor Visitor(string school) => Actor.Authenticated($"v-{school}", new SchoolKey(school).ToString(), []);

    public static Actor Grain(IGrainKey key) => Actor.System(key.ToString());
}
