using ClusterActors.Campaigns;

namespace ClusterActors.Activities;

/// <summary>How an activity went. Until the year is closed it can be reported anew, with a reason.</summary>
internal static class ReportDecider
{
    private const int MostParticipants = 1_000_000;

    // Beyond any contest of schools.
    private const int LastPlace = 1000;
    private const int MostResults = 200;

    public static Decision<ActivitiesEvent> Report(ActivitiesState.Expected s, ActivitiesCommand.ReportActivity command, Context context)
    {
        if (s.ActivityOf(command.Activity) is not { } activity)
            return s.Unknown(command.Activity);
        var report = command.Report;
        return s.Runs(context.Actor, activity)
            ?? s.NotClosed()
            ?? Check.When(activity.Standing == ActivityStanding.CalledOff, RefusalCode.ActivityOver, $"Activity '{activity.Activity}' was called off.")
            ?? Check.When(report.HeldOn.Year != s.Year.Year, RefusalCode.DateInvalid, $"An activity of {s.Year.Year} takes place in that year.")
            ?? Check.Past(report.HeldOn, "activity's", context)
            ?? Present(s, report)
            ?? Check.When(
                report.Participants is { Number: < 1 or > MostParticipants }, RefusalCode.ParticipantsInvalid, $"The people who took part are 1 to {MostParticipants}.")
            ?? Check.Text(report.Outcome, "outcome", 4000)
            ?? Results(s, activity, report)
            ?? CampaignChecks.Reason(report.Reason, again: activity.Report is not null)
            ?? (Decision<ActivitiesEvent>)new ActivitiesEvent.ActivityReported(command.Activity, report);
    }

    private static Refusal? Present(ActivitiesState.Expected s, ActivityReport report) =>
        Check.When(report.Schools.Count == 0 || report.Schools.Distinct().Count() != report.Schools.Count, RefusalCode.MembersInvalid, "Schools that took part are named, each once.")
        ?? (report.Schools.Prepend(report.Host).FirstOrDefault(school => !s.IsMemberOn(school, report.HeldOn)) is { } stranger
            ? new(RefusalCode.NotAMember, $"School '{stranger}' was no member of cluster '{s.Year.Cluster}' then.")
            : null);

    private static Refusal? Results(ActivitiesState.Expected s, ActivityView activity, ActivityReport report)
    {
        var results = report.Results ?? [];
        return Check.When(results.Count > 0 && !s.Rules.Kinds.Any(kind => kind.Code == activity.Kind && kind.IsContest), RefusalCode.ResultsInvalid, "Only contests have results.")
            ?? Check.When(results.Any(r => !report.Schools.Contains(r.School)), RefusalCode.ResultsInvalid, "Results are of schools that took part.")
            ?? Check.When(results.Any(r => r is { Place: null, Prize: null } or { Place: < 1 or > LastPlace }), RefusalCode.ResultsInvalid, $"A result is a place from 1 to {LastPlace}, a prize, or both.")
            ?? Check.When(results.Distinct().Count() != results.Count || results.Count > MostResults, RefusalCode.ResultsInvalid, $"There are at most {MostResults} results, each named once.")
            ?? results.Select(r => r.Prize is null ? null : Check.Text(r.Prize, "prize", 300)).FirstOrDefault(refusal => refusal is not null);
    }
}
