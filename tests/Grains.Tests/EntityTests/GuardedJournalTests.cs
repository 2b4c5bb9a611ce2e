using System.Diagnostics.Metrics;
using ClusterActors.Academy;
using ClusterActors.Clusters;
using ClusterActors.Journal;
using ClusterActors.Schools;
using ClusterActors.Silo;
using ClusterActors.Silo.Telemetry;
using ClusterActors.Tests.Journal;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClusterActors.Tests.EntityTests;

/// <summary>The invariants that production looks at, too.</summary>
public sealed class GuardedJournalTests : IDisposable
{
    private readonly TestJournal journal = new();
    private readonly GuardedJournal guarded;

    private readonly Instruments instruments = new();

    public GuardedJournalTests() => guarded = new(journal, instruments, NullLogger<GuardedJournal>.Instance);

    public void Dispose() => instruments.Dispose();

    [Fact]
    public async Task a_sound_append_is_written()
    {
        Assert.IsType<AppendResult.Appended>(await guarded.AppendAsync(Sample.Append(History.None("school:hn"), "op-1", events: 3)));
        Assert.Single(journal.Appends);
    }

    [Fact]
    public async Task what_an_entity_finds_broken_is_not_written_and_the_next_command_goes_on()
    {
        var sound = true;
        var aggregate = SchoolDecider.Aggregate with { Broken = (_, _, _) => sound ? null : new(11, "for the test") };
        var life = new Life(journal, new());
        var entity = new Entity<SchoolState, SchoolCommand, SchoolEvent>(aggregate, life, guarded, new NoSnapshots(), new WallClock(new SettableTime()));
        var register = new Envelope<SchoolCommand>("op-1", Who.Grain(AcademyKey.National), new SchoolCommand.Register("Trường Chính trị tỉnh Tây Ninh", "Tây Ninh"));

        sound = false;
        var fault = await Assert.ThrowsAsync<JournalException>(() => entity.Tell(register));
        Assert.Equal(GuardedJournal.FaultCode, fault.Code);
        Assert.Equal((0, 1), (journal.Appends.Count, life.Drops));

        sound = true;
        Assert.Equal(1, (await entity.Tell(register)).Accepted());
    }

    public static TheoryData<string, int> Unsound { get; } = new()
    {
        { "another operation", 20 },
        { "another actor", 20 },
        { "an earlier time", 8 },
        { "settled without an entry", 20 },
    };

    [Theory]
    [MemberData(nameof(Unsound))]
    public async Task an_unsound_append_is_refused_and_counted(string flaw, int invariant)
    {
        var sound = Sample.Append(History.None("school:hn"), "op-1", events: 2);
        var unsound = flaw switch
        {
            "another operation" => sound with { Events = [sound.Events[0], sound.Events[1] with { OperationId = "op-2" }] },
            "another actor" => sound with { Events = [sound.Events[0] with { Actor = "p2@school:hn" }, sound.Events[1]] },
            "an earlier time" => sound with { Events = [sound.Events[0], sound.Events[1] with { RecordedAt = sound.Events[0].RecordedAt.AddDays(-1) }] },
            _ => sound with { SettlesMessage = "school:hn/1.0" },
        };
        var counted = new List<int?>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument is { Meter.Name: "ClusterActors", Name: "clusteractors.invariant.violations" })
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => counted.Add((int?)tags[0].Value));
        listener.Start();

        var fault = await Assert.ThrowsAsync<JournalException>(() => guarded.AppendAsync(unsound));

        Assert.Equal(GuardedJournal.FaultCode, fault.Code);
        Assert.Empty(journal.Appends);
        Assert.Contains(invariant, counted);
        Assert.Contains(invariant, BrokenInvariant.Watched);
    }

    [Fact]
    public void a_head_who_changes_without_a_handover_and_one_who_is_no_member_are_seen()
    {
        var cluster = new ClusterState.Formed("8", 8, "Cụm 8", ["a", "b"], new(2026, "a", []), [], null, null, [], [], []);
        Assert.Null(ClusterInvariants.Broken(cluster, new ClusterEvent.YearOpened(2026), cluster));
        Assert.Equal(11, ClusterInvariants.Broken(cluster, new ClusterEvent.YearOpened(2026), cluster with { InOffice = new(2026, "b", []) })?.Number);
        Assert.Equal(11, ClusterInvariants.Broken(cluster, null, cluster with { InOffice = new(2026, "c", []) })?.Number);
        Assert.Equal(11, ClusterInvariants.Broken(cluster, null, cluster with { InOffice = null })?.Number);
    }
}
