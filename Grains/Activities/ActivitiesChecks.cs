namespace ClusterActors.Activities;

/// <summary>What is checked alike of activities and practices; each gives null where there is nothing to refuse.</summary>
internal static class ActivitiesChecks
{
    public static Refusal? NotClosed(this ActivitiesState.Expected s) =>
        Check.When(s.Closed, RefusalCode.WrongPhase, "The year has been closed, and its activities stay as they are.");

    public static Refusal? Member(this ActivitiesState.Expected s, string school) =>
        Check.When(!s.Roll.Contains(school), RefusalCode.NotAMember, $"School '{school}' is no member of cluster '{s.Year.Cluster}'.");

    public static Refusal Unknown(this ActivitiesState.Expected s, string activity) =>
        new(RefusalCode.ActivityUnknown, $"Cluster '{s.Year.Cluster}' has no activity '{activity}' in this year.");

    /// <summary>The head and the host; where there is no host any more, the head.</summary>
    public static Refusal? Runs(this ActivitiesState.Expected s, Actor actor, ActivityView activity) =>
        activity.Host is { } host && Rights.SchoolOf(actor) == host ? null : Rights.Represents(actor, s.Officers.Head);

    public static bool DeputyHosts(this ActivitiesState.Expected s, Actor actor, string host) =>
        s.Rules.DeputiesPlan.Value && s.Officers.Deputies.Contains(host) && Rights.SchoolOf(actor) == host;
}
