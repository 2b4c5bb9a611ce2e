using ClusterActors.Academy;
using ClusterActors.Activities;
using ClusterActors.Beacons;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Councils;
using ClusterActors.Documents;
using ClusterActors.Elections;
using ClusterActors.Inboxes;
using ClusterActors.Inspections;
using ClusterActors.Journal;
using ClusterActors.Schools;
using ClusterActors.Standards;
using ClusterActors.Statistics;

namespace ClusterActors.Tests.Fuzz;

/// <summary>
/// The payload of one event of a journalled year, whose links somebody has made right again: the grain comes to a state or says
/// with a code of its own that the event cannot be read.
/// </summary>
internal sealed class EventsTarget(JournalEvent e, IReadOnlyList<JournalEvent> before) : IFuzzTarget
{
    public string Name => "events";

    public Task RunAsync(byte[] input)
    {
        var spoilt = e with { Payload = input };
        try
        {
            Follow(spoilt);
        }
        catch (JournalException fault)
        {
            Assert.Contains(fault.Code, new[] { "unknown_event_type", "event_unreadable" });
        }

        return Task.CompletedTask;
    }

    private object? Follow(JournalEvent last) => last.Stream[..last.Stream.IndexOf(':', StringComparison.Ordinal)] switch
    {
        AcademyKey.Kind => Follow(AcademyDecider.Aggregate, last),
        SchoolKey.Kind => Follow(SchoolDecider.Aggregate, last),
        ClusterKey.Kind => Follow(ClusterDecider.Aggregate, last),
        CampaignKey.Kind => Follow(CampaignDecider.Aggregate, last),
        InspectionKey.Kind => Follow(InspectionDecider.Aggregate, last),
        BeaconKey.Kind => Follow(BeaconDecider.Aggregate, last),
        ElectionKey.Kind => Follow(ElectionDecider.Aggregate, last),
        StatisticsKey.Kind => Follow(StatisticsDecider.Aggregate, last),
        CouncilKey.Kind => Follow(CouncilDecider.Aggregate, last),
        DocumentKey.Kind => Follow(DocumentDecider.Aggregate, last),
        ActivitiesKey.Kind => Follow(ActivitiesDecider.Aggregate, last),
        StandardKey.Kind => Follow(StandardDecider.Aggregate, last),
        AssessmentKey.Kind => Follow(AssessmentDecider.Aggregate, last),
        InboxKey.Kind => Follow(InboxDecider.Aggregate, last),
        _ => throw new InvalidOperationException(last.Stream),
    };

    private TState Follow<TState, TCommand, TEvent>(Aggregate<TState, TCommand, TEvent> aggregate, JournalEvent last)
        where TEvent : class
    {
        var types = new EventTypes<TEvent>();
        return before.Append(last).Where(x => x.Type != StepAnswered.TypeName).Aggregate(aggregate.Initial, (state, x) => aggregate.Evolve(state, types.Read(x)));
    }
}
