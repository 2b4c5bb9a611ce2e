using ClusterActors.Academy;
using ClusterActors.Clusters;

namespace ClusterActors.Activities;

/// <summary>The activities of a cluster's year, and the practices that are shared in it.</summary>
public abstract record ActivitiesState
{
    private ActivitiesState()
    {
    }

    public sealed record Unexpected : ActivitiesState;

    public sealed record Expected(CampaignKey Year, ActivityRules Rules, Officers Officers, EquatableList<string> Roll) : ActivitiesState
    {
        public EquatableList<ActivityView> Activities { get; init; } = [];

        public EquatableList<PracticeView> Practices { get; init; } = [];

        public EquatableList<Departure> Departures { get; init; } = [];

        public bool Closed { get; init; }

        public ActivityView? ActivityOf(string code) => Activities.FirstOrDefault(a => a.Activity == code);

        /// <summary>Whether a school was a member on a day that is past: also one that has been merged since.</summary>
        public bool IsMemberOn(string school, DateOnly day) => Roll.Contains(school) || Departures.Any(d => d.Schools.Contains(school) && day < d.On);
    }

    public static ActivitiesState Evolve(ActivitiesState state, ActivitiesEvent e) => (state, e) switch
    {
        (Unexpected, ActivitiesEvent.ActivitiesExpected x) => new Expected(new(x.Cluster, x.Year), x.Rules, x.Officers, x.Roll),
        (Expected s, ActivitiesEvent.MembersNoted m) => After(s with { Officers = m.Officers, Roll = m.Roll }, m.Departure),
        (Expected s, ActivitiesEvent.ActivitiesClosed) => s with { Closed = true },
        (Expected s, ActivitiesEvent.ActivityPlanned p) => s with
        {
            Activities = s.Activities.Add(new(p.Activity, p.Kind, p.Title, p.Host, p.On, p.Place, ActivityStanding.Planned, [], [], null, null)),
        },
        (Expected s, ActivitiesEvent.ActivityMoved m) => With(
            s, m.Activity, a => a with { Host = m.Host, On = m.On, Place = m.Place, Moves = a.Moves.Add(new(m.Host, m.On, m.Place, m.Reason)) }),
        (Expected s, ActivitiesEvent.ParticipationAnnounced p) => With(
            s, p.Activity, a => a with { Announcements = a.Announcements.Put(new(p.School, p.TakesPart, p.Comment), x => x.School == p.School) }),
        (Expected s, ActivitiesEvent.ActivityReported r) => With(s, r.Activity, a => a with { Standing = ActivityStanding.Held, Report = r.Report }),
        (Expected s, ActivitiesEvent.ActivityCalledOff c) => With(s, c.Activity, a => a with { Standing = ActivityStanding.CalledOff, CalledOff = c.Reason }),
        (Expected s, ActivitiesEvent.PracticeShared p) => s with { Practices = s.Practices.Add(new(p.Practice, p.School, p.Title, p.Summary, p.Document, p.Activity, [])) },
        (Expected s, ActivitiesEvent.PracticeAnswered a) => s with
        {
            Practices = s.Practices.Select(p => p.Number != a.Practice
                ? p
                : p with { Answers = p.Answers.Put(new(a.School, a.Adopts, a.Comment), x => x.School == a.School) }).ToEquatableList(),
        },
        _ => state,
    };

    // What is still to come passes to the successor where that is a member, which speaks for itself; what was held stays whose it was.
    private static Expected After(Expected s, Departure? departure) => departure is null ? s : s with
    {
        Departures = s.Departures.Add(departure),
        Activities = s.Activities.Select(a => a.Standing == ActivityStanding.Planned ? After(s, a, departure) : a).ToEquatableList(),
    };

    private static ActivityView After(Expected s, ActivityView planned, Departure departure) => planned with
    {
        Host = planned.Host is { } host && departure.Schools.Contains(host) ? s.Roll.FirstOrDefault(school => school == departure.Successor) : planned.Host,
        Announcements = planned.Announcements.Where(said => !departure.Schools.Contains(said.School)).ToEquatableList(),
    };

    private static Expected With(Expected s, string code, Func<ActivityView, ActivityView> change) =>
        s with { Activities = s.Activities.Select(a => a.Activity == code ? change(a) : a).ToEquatableList() };
}
