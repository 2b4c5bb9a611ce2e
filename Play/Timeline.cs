namespace ClusterActors.Play;

/// <param name="Day">When it is played, as <c>yyyy-MM-dd</c>.</param>
internal sealed record DatedAct(string Day, Act Act);

/// <summary>Puts acts into the order of their days, and moves the clock before each day's first.</summary>
internal static class Timeline
{
    /// <param name="acts">Those of one day in the order in which they are played.</param>
    public static IReadOnlyList<Act> Of(IEnumerable<DatedAct> acts, Func<string, Step> clock) =>
    [
        .. acts.GroupBy(act => act.Day)
            .OrderBy(day => day.Key, StringComparer.Ordinal)
            .SelectMany(day => day.Select(act => act.Act).Prepend(Act.Of([clock(day.Key)]))),
    ];
}
