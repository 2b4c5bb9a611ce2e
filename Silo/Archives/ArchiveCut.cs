using ClusterActors.Campaigns;
using ClusterActors.Gateway;
using ClusterActors.Journal;

namespace ClusterActors.Silo.Archives;

/// <summary>
/// Where a year's archive ends: at the first checkpoint behind the last event of the year's own streams. So the same year has the same
/// archive, however far the journal has gone on.
/// </summary>
/// <param name="Heads">Every stream of the journal as it stood at the checkpoint, in the ordinal order of names: its root is over these.</param>
internal sealed record ArchiveCut(CampaignKey Year, ArchiveScope Scope, Checkpoint Checkpoint, IReadOnlyList<StreamHead> Heads)
{
    /// <summary>Reads the journal once; memory grows with its streams and not with its events.</summary>
    /// <exception cref="ArchiveException"><c>not_found</c>, <c>year_not_closed</c>, <c>checkpoint_awaited</c></exception>
    /// <exception cref="JournalException"><c>journal_broken</c>, or the store cannot answer.</exception>
    public static async Task<ArchiveCut> FindAsync(IJournalReader reader, CampaignKey year, CancellationToken cancel)
    {
        var checkpoints = await reader.ReadCheckpointsAsync(cancel);
        var last = (await reader.ReadHeadsAsync(cancel)).Position;
        var heads = new SortedDictionary<string, StreamHead>(StringComparer.Ordinal);
        var campaign = PastStream.Of(year.ToString());
        var scope = new ArchiveScope(year, []);
        CampaignView? view = null;
        Checkpoint? due = null;
        ArchiveCut? cut = null;

        await foreach (var e in reader.ReadAllAsync(0, cancel))
        {
            if (e.Position > last)
                break;
            if (due is not null && due.Position < e.Position)
                (cut, due) = (new(year, scope, due, [.. heads.Values]), null);
            heads[e.Stream] = new(e.Stream, e.Version, e.Hash);
            if (e.Stream == year.ToString())
            {
                campaign.Follow(e);
                view = (CampaignView?)campaign.Document;
                scope = new(year, SchoolsOf(view));
            }

            if (scope.Owns(e.Stream))
                (cut, due) = (null, checkpoints.FirstOrDefault(checkpoint => checkpoint.Position >= e.Position));
        }

        if (due is not null)
            cut = new(year, scope, due, [.. heads.Values]);
        return view switch
        {
            null => throw new ArchiveException(RefusalCode.NotFound, $"Cluster '{year.Cluster}' has not opened the year {year.Year}."),
            { Phase: not Phase.Closed } => throw new ArchiveException(GatewayCode.YearNotClosed, $"The year {year.Year} of cluster '{year.Cluster}' is at {view.Phase}."),
            _ when cut is not null => cut.Holds() ? cut : throw new JournalException("journal_broken", $"Checkpoint {cut.Checkpoint.Number} is not that of the entries before it."),
            _ => throw new ArchiveException(GatewayCode.CheckpointAwaited, "No checkpoint covers the year's last entry yet; one is made every hour, and by POST /ops/checkpoints."),
        };
    }

    /// <summary>Whether the checkpoint's root is that of the heads.</summary>
    public bool Holds() =>
        Chain.Root(Heads.Select(head => (head.Stream, head.Version, head.Hash)), Checkpoint.Position, Checkpoint.Previous).AsSpan().SequenceEqual(Checkpoint.Root);

    /// <summary>Members, and those that were merged while the year was open.</summary>
    public static IReadOnlyCollection<string> SchoolsOf(CampaignView? view) =>
        view is null ? [] : [.. view.Roll.Concat((view.Departed ?? []).Select(departed => departed.School)).Distinct()];
}
