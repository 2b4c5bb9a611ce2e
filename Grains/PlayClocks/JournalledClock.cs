namespace ClusterActors.PlayClocks;

/// <summary>The clock of a played folder: it stands still until a command moves it, in every process alike.</summary>
public sealed class JournalledClock(IViews views) : DomainClock
{
    private static readonly DateTimeOffset Start = new(Years.First, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override async ValueTask<DateTimeOffset> NowAsync(CancellationToken cancel = default) =>
        await views.FindAsync(PlayClockKey.Only.ToString(), cancel) is { } row ? CanonicalJson.Read<PlayClockView>(row.Document).Now : Start;
}
