using System.Text;
using ClusterActors.Academy;
using ClusterActors.Activities;
using ClusterActors.Campaigns;
using ClusterActors.Documents;
using ClusterActors.Journal;
using ClusterActors.Silo.Archives;
using ClusterActors.Statistics;
using ClusterActors.Tests.Academy;
using ClusterActors.Tests.Campaigns;
using ClusterActors.Tests.Clusters;
using ClusterActors.Tests.Statistics;
using ClusterActors.Tests.WholeYear;

namespace ClusterActors.Tests.Archives;

/// <summary>The year 2020 of cluster 8 as a journal in memory, closed, with a figure reported.</summary>
internal sealed class ClosedYear : IJournalReader
{
    public static readonly CampaignKey Key = Year2020.Campaign;

    private readonly List<JournalEvent> events = [];
    private readonly List<Checkpoint> checkpoints = [];

    private ClosedYear(IEnumerable<JournalEvent> recorded)
    {
        foreach (var e in recorded)
            events.Add(e with { Position = events.Count + 1 });
    }

    public CampaignView Shown { get; private init; } = null!;

    public static async Task<ClosedYear> PlayAsync(bool closed = true)
    {
        var world = new MailLoop();
        var programme = new ProgrammeRules([new("plan", "Kế hoạch", "Plan", new(new(2, 3), "sample"), "sample")], new(new([], "sample")));
        var regulation = SampleRegulation.Of(2020) with { Statistics = SampleStatistics.Rules, Programme = programme, Bars = SampleRegulation.Bars, Activities = SampleRegulation.Activities };
        var year = new Year2020(world, regulation, opened: () => Plan(world));
        if (closed)
            await year.RunAsync();
        else
            await year.RunUntilRankedAsync();
        if (closed)
        {
            world.Now = Moment.Noon("2021-02-26");
            world.Tell<AcademyCommand>(AcademyKey.National, Who.Official, new AcademyCommand.BarSchool(
                "dong-nai", 2020, BarKind.Complaint, Moment.Day("2021-02-26"), new("8/QĐ", Moment.Day("2021-02-26")), "Đơn tố cáo"));
            world.Tell<StatisticsCommand>(new StatisticsKey("tay-ninh", 2020), Who.Official, new StatisticsCommand.CorrectFrozenReport(
                ReportPeriod.FullYear, 0, [new("hours", 12.50m, Qualifier.MoreThan, [11, 12])], new("9/QĐ", Moment.Day("2021-02-26")), "=1+1"));
        }

        var recorded = world.Keys.SelectMany(world.Events).OrderBy(e => e.RecordedAt).ThenBy(e => e.Stream, StringComparer.Ordinal).ThenBy(e => e.Version);
        return new(recorded) { Shown = (CampaignView)world.View(Key.ToString())!.Document };
    }

    private static void Plan(MailLoop world)
    {
        var plan = new DocumentKey(Key.Cluster, Key.Year, "plan");
        world.Tell<DocumentCommand>(plan, CampaignStory.Head, new DocumentCommand.ProposeDraft("Kế hoạch năm 2020", "Hai hội thảo; một hội thi"));
        foreach (var school in ClusterStory.Members.Take(5))
            world.Tell<DocumentCommand>(plan, Who.Principal(school), new DocumentCommand.AnswerDraft(school, 1, Consents: true));
        world.Tell<CampaignCommand>(Key, Who.Principal("ninh-thuan"), new CampaignCommand.RegisterForAwards("ninh-thuan", [Award.Flag]));
        Meet(world);
    }

    private static void Meet(MailLoop world)
    {
        Tell("ninh-thuan", new ActivitiesCommand.PlanActivity("sports", "sports", "Hội thao cụm", "binh-thuan", Moment.Day("2020-02-19"), "Phan Thiết"));
        Tell("binh-thuan", new ActivitiesCommand.ReportActivity("sports", new(
            "binh-thuan", Moment.Day("2020-02-19"), ["binh-thuan", "tay-ninh"], "Vui khỏe", new(150, Qualifier.About), [new("tay-ninh", 1, "Giải Nhất")])));
        Tell("tay-ninh", new ActivitiesCommand.SharePractice("tay-ninh", "Tập thể kiểu mẫu", "Cách làm hay", null, "sports"));
        Tell("dong-nai", new ActivitiesCommand.AnswerPractice("dong-nai", 1, Adopts: true));

        void Tell(string school, ActivitiesCommand command) => world.Tell<ActivitiesCommand>(new ActivitiesKey(Key.Cluster, Key.Year), Who.Officer(school), command);
    }

    /// <summary>With a checkpoint over everything, as a server makes it.</summary>
    public static async Task<ClosedYear> CoveredAsync()
    {
        var journal = await PlayAsync();
        journal.Cover();
        return journal;
    }

    /// <summary>As a release has recorded it, by the lines of an archive, with a checkpoint over everything.</summary>
    public static ClosedYear Recorded(IEnumerable<string> entries)
    {
        var journal = new ClosedYear(entries.Select(line => CanonicalJson.Read<ArchivedEntry>(Encoding.UTF8.GetBytes(line)).Read()));
        journal.Cover();
        return journal;
    }

    public Checkpoint Cover()
    {
        var previous = checkpoints is [.., var last] ? last.Root : Chain.Start;
        var made = new Checkpoint(checkpoints.Count + 1, events.Count, Chain.Root(Heads().Select(head => (head.Stream, head.Version, head.Hash)), events.Count, previous), previous);
        checkpoints.Add(made);
        return made;
    }

    /// <summary>Something is recorded that has nothing to do with the year.</summary>
    public void GoOn(string stream)
    {
        var head = Heads().SingleOrDefault(h => h.Stream == stream) ?? new(stream, 0, Chain.Start);
        var note = new StepAnswered("m", "school:x", true, null, null);
        var (payload, at) = (CanonicalJson.Write(note), events[^1].RecordedAt);
        events.Add(new(stream, head.Version + 1, events.Count + 1, StepAnswered.TypeName, payload, "a@b", "op", at, head.Hash, Chain.Link(stream, head.Version + 1, StepAnswered.TypeName, payload, "a@b", "op", at, head.Hash)));
    }

    public async Task<MemoryStream> ArchiveAsync()
    {
        var file = new MemoryStream();
        await ArchiveExport.WriteAsync(this, Key, file, CancellationToken.None);
        file.Position = 0;
        return file;
    }

    public async IAsyncEnumerable<JournalEvent> ReadAllAsync(long after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var e in events.Where(e => e.Position > after))
            yield return e;
        await Task.CompletedTask;
    }

    public Task<JournalHeads> ReadHeadsAsync(CancellationToken cancel = default) => Task.FromResult(new JournalHeads(events.Count, Heads()));

    public Task<IReadOnlyList<Checkpoint>> ReadCheckpointsAsync(CancellationToken cancel = default) => Task.FromResult<IReadOnlyList<Checkpoint>>(checkpoints);

    private List<StreamHead> Heads() =>
        [.. events.GroupBy(e => e.Stream).Select(stream => stream.MaxBy(e => e.Version)!).Select(e => new StreamHead(e.Stream, e.Version, e.Hash)).OrderBy(head => head.Stream, StringComparer.Ordinal)];
}
