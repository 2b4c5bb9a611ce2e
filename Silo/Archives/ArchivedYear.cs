using ClusterActors.Academy;
using ClusterActors.Activities;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Documents;
using ClusterActors.Elections;
using ClusterActors.Inspections;
using ClusterActors.Journal;
using ClusterActors.Schools;
using ClusterActors.Statistics;

namespace ClusterActors.Silo.Archives;

/// <summary>What a year came to, folded from its entries alone. It holds the year's documents, not its entries.</summary>
internal sealed class ArchivedYear(CampaignKey year)
{
    private readonly Dictionary<string, PastStream> streams = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HandoverSignature> signed = new(StringComparer.Ordinal);
    private CampaignEvent.Opened? opened;

    public CampaignView Campaign => Shown<CampaignView>(year.ToString()) ?? throw new FormatException("The entries tell no campaign year.");

    public Regulation Regulation => Begun.Regulation;

    public Guidance Guidance => Begun.Guidance;

    public CampaignEvent.MidYearReviewed? MidYear { get; private set; }

    /// <summary>Why the year was ended before its handover; null where it was closed after it.</summary>
    public CampaignEvent.YearEnded? Ended { get; private set; }

    /// <summary>What was handed over to the officers of the next year; null where nothing was listed.</summary>
    public Inventory? Inventory { get; private set; }

    /// <summary>Under the handover to the officers of the next year; none where it never came to its end.</summary>
    public IReadOnlyList<HandoverSignature> Signatures { get; private set; } = [];

    public string ClusterName => Shown<ClusterView>(new ClusterKey(year.Cluster).ToString())?.Name ?? year.Cluster;

    public ElectionView? Election => Shown<ElectionView>(new ElectionKey(year.Cluster, year.Year + 1).ToString());

    /// <summary>By school.</summary>
    public IEnumerable<InspectionView> Inspections => All<InspectionView>(InspectionKey.Kind);

    /// <summary>By code.</summary>
    public IEnumerable<DocumentView> Documents => All<DocumentView>(DocumentKey.Kind);

    /// <summary>Null where the regulation has none.</summary>
    public ActivitiesView? Activities => Shown<ActivitiesView>(new ActivitiesKey(year.Cluster, year.Year).ToString());

    /// <summary>By school.</summary>
    public IEnumerable<StatisticsView> Reports => All<StatisticsView>(StatisticsKey.Kind);

    private CampaignEvent.Opened Begun => opened ?? throw new FormatException("The entries do not tell how the year was opened.");

    public SchoolView? School(string code) => Shown<SchoolView>(new SchoolKey(code).ToString());

    /// <summary>As the school was called at the checkpoint.</summary>
    public string NameOf(string school) => School(school)?.Name ?? school;

    public void Follow(JournalEvent e)
    {
        if (!streams.TryGetValue(e.Stream, out var stream))
            streams[e.Stream] = stream = PastStream.Of(e.Stream);
        var before = Before(e);
        switch (stream.Follow(e))
        {
            case CampaignEvent.Opened happened: opened = happened; break;
            case CampaignEvent.MidYearReviewed happened: MidYear = happened; break;
            case CampaignEvent.YearEnded happened: Ended = happened; break;
            case ClusterEvent.HandoverSigned first: signed[first.School] = new(first.School, first.SignedOn, first.Inventory); break;
            case ClusterEvent.HandedOver last when last.Officers.Year == year.Year + 1 && before is not null:
                Inventory = before.Inventory is { Items.Count: > 0 } listed && listed.Year == last.Officers.Year ? listed : null;
                Signatures = [.. before.HandoverSignatures.Select(school => signed[school]), new(last.School, last.SignedOn, last.Inventory)];
                break;
            default: break;
        }
    }

    private T? Shown<T>(string stream)
        where T : class => streams.GetValueOrDefault(stream)?.Document as T;

    private ClusterView? Before(JournalEvent e) => e.Stream.StartsWith(ClusterKey.Kind + ":", StringComparison.Ordinal) ? Shown<ClusterView>(e.Stream) : null;

    private IEnumerable<T> All<T>(string kind) => streams
        .Where(stream => stream.Key.StartsWith(kind + ":", StringComparison.Ordinal))
        .OrderBy(stream => stream.Key, StringComparer.Ordinal)
        .Select(stream => stream.Value.Document)
        .OfType<T>();
}

internal sealed record HandoverSignature(string School, DateOnly SignedOn, int? Inventory);
