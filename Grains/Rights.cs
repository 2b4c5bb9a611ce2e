namespace ClusterActors;

/// <summary>Who may do what. Each check gives null where the actor may.</summary>
internal static class Rights
{
    public static Refusal? Official(Actor actor) =>
        !actor.IsSystem && actor.Unit == AcademyKey.National.ToString() && actor.Roles.Contains(Role.Official)
            ? null
            : new(RefusalCode.Forbidden, "Only an official of the Academy may do this.");

    /// <summary>Anyone with a role in the school.</summary>
    public static Refusal? Represents(Actor actor, string school) =>
        Holds(actor, school, Role.IsSchoolRole) ? null : new(RefusalCode.Forbidden, $"Only the people of school '{school}' may do this.");

    /// <summary>Who signs for the school: the principal, or a substitute on the days of the authorisation.</summary>
    public static Refusal? Signs(Actor actor, string school) =>
        Holds(actor, school, role => role is Role.Principal or Role.Substitute)
            ? null
            : new(RefusalCode.Forbidden, $"Only the principal of school '{school}' or an authorised substitute may do this.");

    /// <summary>The head of the school alone.</summary>
    public static Refusal? Principal(Actor actor, string school) =>
        Holds(actor, school, role => role == Role.Principal) ? null : new(RefusalCode.Forbidden, $"Only the principal of school '{school}' may do this.");

    /// <summary>One grain told by another; no person can.</summary>
    public static Refusal? System(Actor actor, string stream) =>
        actor.IsSystem && actor.Unit == stream ? null : new(RefusalCode.Forbidden, $"Only '{stream}' may tell this.");

    /// <summary>Some cluster's campaign of a year; no person can.</summary>
    public static Refusal? CampaignOf(Actor actor, int year) =>
        actor.IsSystem && actor.Unit.StartsWith(CampaignKey.Kind + ":", StringComparison.Ordinal) && CampaignKey.Parse(actor.Unit).Year == year
            ? null
            : new(RefusalCode.Forbidden, $"Only a campaign of {year} may tell this.");

    /// <summary>The school an actor speaks for; null for officials and the system.</summary>
    public static string? SchoolOf(Actor actor) =>
        !actor.IsSystem && actor.Unit.StartsWith(SchoolKey.Kind + ":", StringComparison.Ordinal) && actor.Roles.Any(Role.IsSchoolRole)
            ? SchoolKey.Parse(actor.Unit).Code
            : null;

    private static bool Holds(Actor actor, string school, Func<string, bool> role) =>
        SchoolOf(actor) == school && actor.Roles.Any(role);
}
