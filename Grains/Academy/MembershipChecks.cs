namespace ClusterActors.Academy;

/// <summary>Of its policies for mergers a regulation has each, or none.</summary>
internal static class MembershipChecks
{
    public static string[] Sources(Regulation r) => r.Membership is { } m
        ? [m.Pact.Source, m.Scores.Source, m.Inspections.Source, m.FewerInspectors.Source, m.Vote.Source, m.Posts.Source, .. m.Election is { } election ? [election.Source] : Array.Empty<string>(), .. m.Figures is { } figures ? [figures.Source] : Array.Empty<string>(), .. m.Targets is { } targets ? [targets.Source] : Array.Empty<string>()]
        : [];
}
