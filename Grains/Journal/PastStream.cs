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
using ClusterActors.Schools;
using ClusterActors.Standards;
using ClusterActors.Statistics;

namespace ClusterActors.Journal;

/// <summary>
/// What a stream showed after each of its events, from the events alone: for who reads the past, never on the way of a command.
/// Whether events join on to one another is for the reader to check.
/// </summary>
public abstract class PastStream
{
    /// <summary>The state of the domain after the last event.</summary>
    public abstract object State { get; }

    /// <summary>The view contract as it stood after the last event; null where there is nothing to show.</summary>
    public abstract object? Document { get; }

    /// <param name="key">Of the stream.</param>
    /// <exception cref="FormatException">No stream that can be looked back upon has such a key.</exception>
    public static PastStream Of(string key) => key.Split(':')[0] switch
    {
        AcademyKey.Kind => new Past<AcademyState, AcademyCommand, AcademyEvent>(AcademyDecider.Aggregate),
        SchoolKey.Kind => new Past<SchoolState, SchoolCommand, SchoolEvent>(SchoolDecider.Aggregate),
        ClusterKey.Kind => new Past<ClusterState, ClusterCommand, ClusterEvent>(ClusterDecider.Aggregate),
        CampaignKey.Kind => new Past<CampaignState, CampaignCommand, CampaignEvent>(CampaignDecider.Aggregate),
        InspectionKey.Kind => new Past<InspectionState, InspectionCommand, InspectionEvent>(InspectionDecider.Aggregate),
        ElectionKey.Kind => new Past<ElectionState, ElectionCommand, ElectionEvent>(ElectionDecider.Aggregate),
        StatisticsKey.Kind => new Past<StatisticsState, StatisticsCommand, StatisticsEvent>(StatisticsDecider.Aggregate),
        DocumentKey.Kind => new Past<DocumentState, DocumentCommand, DocumentEvent>(DocumentDecider.Aggregate),
        CouncilKey.Kind => new Past<CouncilState, CouncilCommand, CouncilEvent>(CouncilDecider.Aggregate),
        ActivitiesKey.Kind => new Past<ActivitiesState, ActivitiesCommand, ActivitiesEvent>(ActivitiesDecider.Aggregate),
        StandardKey.Kind => new Past<StandardState, StandardCommand, StandardEvent>(StandardDecider.Aggregate),
        AssessmentKey.Kind => new Past<AssessmentState, AssessmentCommand, AssessmentEvent>(AssessmentDecider.Aggregate),
        InboxKey.Kind => new Past<InboxState, InboxCommand, InboxEvent>(InboxDecider.Aggregate),
        BeaconKey.Kind => new Past<BeaconState, BeaconCommand, BeaconEvent>(BeaconDecider.Aggregate),
        _ => throw new FormatException($"No stream with a past has keys like '{key}'."),
    };

    /// <returns>The event of the domain; null where it only notes what came of a message.</returns>
    /// <exception cref="JournalException"><c>unknown_event_type</c>, <c>event_unreadable</c></exception>
    public abstract object? Follow(JournalEvent e);

    private sealed class Past<TState, TCommand, TEvent>(Aggregate<TState, TCommand, TEvent> aggregate) : PastStream
        where TEvent : class
    {
        private static readonly EventTypes<TEvent> Types = new();

        private TState state = aggregate.Initial;

        public override object State => state!;

        public override object? Document => aggregate.View(state)?.Document;

        public override object? Follow(JournalEvent e)
        {
            if (e.Type == StepAnswered.TypeName)
                return null;
            var happened = Types.Read(e);
            state = aggregate.Evolve(state, happened);
            return happened;
        }
    }
}
