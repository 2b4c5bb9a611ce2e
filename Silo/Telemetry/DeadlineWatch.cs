namespace ClusterActors.Silo.Telemetry;

/// <summary>Deadlines that somebody has still to meet and that are past, or near.</summary>
internal sealed class DeadlineWatch(INationalViews national, ICalendar calendar)
{
    private const int NearDays = 7;

    /// <summary>Of this year and the one before, which may not have closed yet; the earliest day first.</summary>
    public async Task<IReadOnlyList<DeadlineAtRisk>> AtRiskAsync(CancellationToken cancel)
    {
        var today = await calendar.TodayAsync(cancel);
        var risks = new List<DeadlineAtRisk>();
        for (var year = today.Year - 1; year <= today.Year; year++)
        {
            foreach (var cluster in await national.ClustersOfAsync(year, today, cancel))
            {
                if (cluster is { Phase: not null, Next: { } next } && (cluster.Overdue || next.Day <= today.AddDays(NearDays)))
                    risks.Add(new(year, cluster.Cluster, next, cluster.Overdue));
            }
        }

        return [.. risks.OrderBy(risk => risk.Next.Day)];
    }
}

internal sealed record DeadlineAtRisk(int Year, string Cluster, NextDeadline Next, bool Overdue);
