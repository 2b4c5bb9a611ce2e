using ClusterActors.Activities;
using ClusterActors.Simulation.Silos;

namespace ClusterActors.Simulation.Invariants;

/// <summary>A year's activities and practices as their acknowledged operations make them.</summary>
internal static class ReplayedActivities
{
    private sealed class Activity(ActivitiesCommand.PlanActivity plan)
    {
        public (string? Host, DateOnly On, string Place) Terms { get; set; } = (plan.Host, plan.On, plan.Place);

        public SortedDictionary<string, bool> Coming { get; } = new(StringComparer.Ordinal);

        public ActivityReport? Report { get; set; }

        public string? CalledOff { get; set; }

        public bool IsOver => Report is not null || CalledOff is not null;

        public bool Is(ActivityView shown) =>
            Terms == (shown.Host, shown.On, shown.Place) && Report == shown.Report && CalledOff == shown.CalledOff
            && (shown.Standing == ActivityStanding.Planned) == !IsOver
            && shown.Announcements.OrderBy(x => x.School, StringComparer.Ordinal).Select(x => (x.School, x.TakesPart)).SequenceEqual(Coming.Select(x => (x.Key, x.Value)));
    }

    /// <summary>Where what is published differs from what was acknowledged.</summary>
    public static IEnumerable<string> Differences(ActivitiesView shown, IEnumerable<GrainRequest> operations)
    {
        var (activities, codes) = (new Dictionary<string, Activity>(StringComparer.Ordinal), new List<string>());
        var (shared, adopted, closed) = (new List<string>(), new SortedDictionary<(int Practice, string School), bool>(), false);
        foreach (var operation in operations)
        {
            switch (operation.Command)
            {
                case ActivitiesCommand.PlanActivity x:
                    codes.Add(x.Activity);
                    activities.Add(x.Activity, new(x));
                    break;
                case ActivitiesCommand.MoveActivity x: activities[x.Activity].Terms = (x.Host, x.On, x.Place); break;
                case ActivitiesCommand.AnnounceParticipation x: activities[x.Activity].Coming[x.School] = x.TakesPart; break;
                case ActivitiesCommand.ReportActivity x: activities[x.Activity].Report = x.Report; break;
                case ActivitiesCommand.CallOffActivity x: activities[x.Activity].CalledOff = x.Reason; break;
                case ActivitiesCommand.SharePractice x: shared.Add(x.School); break;
                case ActivitiesCommand.AnswerPractice x: adopted[(x.Practice, x.School)] = x.Adopts; break;
                case ActivitiesCommand.CloseActivities: closed = true; break;
                case ActivitiesCommand.NoteMembers { Departure: { } left, Roll: var roll }:
                    foreach (var activity in activities.Values.Where(a => !a.IsOver))
                        Leave(activity, left, roll);
                    break;
                default: break;
            }
        }

        return new (string What, bool Same)[]
        {
            ("activities", shown.Activities.Select(a => a.Activity).SequenceEqual(codes) && shown.Activities.All(a => activities[a.Activity].Is(a))),
            ("practices", shown.Practices.Select(p => p.School).SequenceEqual(shared) && shown.Practices.Select(p => p.Number).SequenceEqual(Enumerable.Range(1, shared.Count))),
            ("answers", shown.Practices.SelectMany(p => p.Answers.Select(a => (Key: (p.Number, a.School), a.Adopts))).OrderBy(a => a.Key).SequenceEqual(adopted.Select(a => (a.Key, a.Value)))),
            ("closing", shown.Closed == closed),
        }.Where(part => !part.Same).Select(part => part.What);
    }

    private static void Leave(Activity activity, Departure left, EquatableList<string> roll)
    {
        foreach (var school in left.Schools)
        {
            activity.Coming.Remove(school);
            if (activity.Terms.Host == school)
                activity.Terms = activity.Terms with { Host = roll.Contains(left.Successor) ? left.Successor : null };
        }
    }
}
