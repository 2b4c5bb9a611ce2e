using ClusterActors.Campaigns;

namespace ClusterActors.Activities;

/// <summary>
/// The head, or a deputy for what it hosts, plans; whoever hosts runs it beside the head; members say whether they come. What members share
/// has <see cref="PracticeDecider"/>.
/// </summary>
public static class ActivitiesDecider
{
    public static Aggregate<ActivitiesState, ActivitiesCommand, ActivitiesEvent> Aggregate { get; } =
        new(new ActivitiesState.Unexpected(), Decide, ActivitiesState.Evolve, (_, _) => [], View);

    public static Decision<ActivitiesEvent> Decide(ActivitiesState state, ActivitiesCommand command, Context context) => (state, command) switch
    {
        (ActivitiesState.Unexpected, ActivitiesCommand.ExpectActivities expect) => Expect(expect, context),
        (ActivitiesState.Unexpected, _) => new Refusal(RefusalCode.NotFound, $"There is no '{context.Stream}'."),
        (ActivitiesState.Expected, ActivitiesCommand.ExpectActivities) => new Refusal(RefusalCode.AlreadyExists, "The activities are expected already."),
        (ActivitiesState.Expected s, ActivitiesCommand.NoteMembers note) =>
            Campaign(s.Year, context) ?? Accept(new ActivitiesEvent.MembersNoted(note.Officers, note.Roll, note.Departure)),
        (ActivitiesState.Expected s, ActivitiesCommand.CloseActivities) => Campaign(s.Year, context) ?? s.NotClosed() ?? Accept(new ActivitiesEvent.ActivitiesClosed()),
        (ActivitiesState.Expected s, ActivitiesCommand.PlanActivity plan) => Plan(s, plan, context),
        (ActivitiesState.Expected s, ActivitiesCommand.MoveActivity move) => Move(s, move, context),
        (ActivitiesState.Expected s, ActivitiesCommand.AnnounceParticipation announce) => Announce(s, announce, context),
        (ActivitiesState.Expected s, ActivitiesCommand.ReportActivity report) => ReportDecider.Report(s, report, context),
        (ActivitiesState.Expected s, ActivitiesCommand.CallOffActivity call) => CallOff(s, call, context),
        (ActivitiesState.Expected s, ActivitiesCommand.SharePractice share) => PracticeDecider.Share(s, share, context),
        (ActivitiesState.Expected s, ActivitiesCommand.AnswerPractice answer) => PracticeDecider.Answer(s, answer, context),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    private static Decision<ActivitiesEvent> Expect(ActivitiesCommand.ExpectActivities expect, Context context)
    {
        var key = ActivitiesKey.Parse(context.Stream);
        return Campaign(new(key.Cluster, key.Year), context)
            ?? Accept(new ActivitiesEvent.ActivitiesExpected(key.Cluster, key.Year, expect.Rules, expect.Officers, expect.Roll));
    }

    private static Decision<ActivitiesEvent> Plan(ActivitiesState.Expected s, ActivitiesCommand.PlanActivity plan, Context context) =>
        (s.DeputyHosts(context.Actor, plan.Host) ? null : Rights.Represents(context.Actor, s.Officers.Head))
        ?? s.NotClosed()
        ?? Check.CodeOf(plan.Activity, "activity")
        ?? Check.When(s.ActivityOf(plan.Activity) is not null, RefusalCode.AlreadyExists, $"There is an activity '{plan.Activity}' already.")
        ?? Check.When(s.Rules.Kinds.All(kind => kind.Code != plan.Kind), RefusalCode.ActivityKindUnknown, $"The regulation has no activities of the kind '{plan.Kind}'.")
        ?? Check.Text(plan.Title, "title", 300)
        ?? s.Member(plan.Host)
        ?? Appointed(s, plan.On, plan.Place)
        ?? Accept(new ActivitiesEvent.ActivityPlanned(plan.Activity, plan.Kind, plan.Title, plan.Host, plan.On, plan.Place));

    private static Decision<ActivitiesEvent> Move(ActivitiesState.Expected s, ActivitiesCommand.MoveActivity move, Context context)
    {
        if (s.ActivityOf(move.Activity) is not { } activity)
            return s.Unknown(move.Activity);
        return s.Runs(context.Actor, activity)
            ?? (move.Host == activity.Host ? null : Rights.Represents(context.Actor, s.Officers.Head))
            ?? s.NotClosed()
            ?? Planned(activity)
            ?? s.Member(move.Host)
            ?? Appointed(s, move.On, move.Place)
            ?? Check.Text(move.Reason, "reason")
            ?? Check.When(
                (activity.Host, activity.On, activity.Place) == (move.Host, move.On, move.Place), RefusalCode.AlreadyExists, $"Activity '{activity.Activity}' is planned so already.")
            ?? Accept(new ActivitiesEvent.ActivityMoved(move.Activity, move.Host, move.On, move.Place, move.Reason));
    }

    private static Decision<ActivitiesEvent> Announce(ActivitiesState.Expected s, ActivitiesCommand.AnnounceParticipation announce, Context context)
    {
        if (s.ActivityOf(announce.Activity) is not { } activity)
            return s.Unknown(announce.Activity);
        return s.Member(announce.School)
            ?? Rights.Represents(context.Actor, announce.School)
            ?? s.NotClosed()
            ?? Planned(activity)
            ?? (announce.Comment is null ? null : Check.Text(announce.Comment, "comment"))
            ?? Check.When(
                activity.Announcements.Contains(new(announce.School, announce.TakesPart, announce.Comment)), RefusalCode.AlreadyExists, $"School '{announce.School}' has said so already.")
            ?? Accept(new ActivitiesEvent.ParticipationAnnounced(announce.Activity, announce.School, announce.TakesPart, announce.Comment));
    }

    private static Decision<ActivitiesEvent> CallOff(ActivitiesState.Expected s, ActivitiesCommand.CallOffActivity call, Context context)
    {
        if (s.ActivityOf(call.Activity) is not { } activity)
            return s.Unknown(call.Activity);
        return s.Runs(context.Actor, activity)
            ?? s.NotClosed()
            ?? Planned(activity)
            ?? Check.Text(call.Reason, "reason")
            ?? Accept(new ActivitiesEvent.ActivityCalledOff(call.Activity, call.Reason));
    }

    private static Refusal? Planned(ActivityView activity) =>
        Check.When(activity.Standing != ActivityStanding.Planned, RefusalCode.ActivityOver, $"Activity '{activity.Activity}' is no longer planned: {activity.Standing}.");

    private static Refusal? Appointed(ActivitiesState.Expected s, DateOnly on, string place) =>
        Check.When(on.Year != s.Year.Year, RefusalCode.DateInvalid, $"An activity of {s.Year.Year} takes place in that year.")
        ?? Check.Text(place, "place", 300);

    private static Refusal? Campaign(CampaignKey year, Context context) => Rights.System(context.Actor, year.ToString());

    private static ViewDocument? View(ActivitiesState state) => state is ActivitiesState.Expected s
        ? new(
            ActivitiesKey.Kind,
            new ActivitiesView(s.Year.Cluster, s.Year.Year, s.Rules, s.Officers, s.Roll, s.Activities, s.Practices, s.Closed),
            Cluster: s.Year.Cluster,
            Year: s.Year.Year)
        : null;

    private static Decision<ActivitiesEvent> Accept(ActivitiesEvent e) => e;
}
