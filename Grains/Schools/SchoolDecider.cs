namespace ClusterActors.Schools;

/// <summary>
/// Identity and membership of one school; its people are decided in <see cref="PeopleDecider"/>, its awards in <see cref="AwardsDecider"/>,
/// what the Academy makes of it in <see cref="ReorganisationDecider"/>, and its assessments in <see cref="AssessmentsDecider"/>.
/// </summary>
public static class SchoolDecider
{
    public static Aggregate<SchoolState, SchoolCommand, SchoolEvent> Aggregate { get; } =
        new(new SchoolState.Unregistered(), Decide, SchoolState.Evolve, React, View);

    public static Decision<SchoolEvent> Decide(SchoolState state, SchoolCommand command, Context context) => (state, command) switch
    {
        (SchoolState.Unregistered, SchoolCommand.Register register) =>
            Rights.System(context.Actor, AcademyKey.National.ToString())
            ?? Accept(new SchoolEvent.Registered(SchoolKey.Parse(context.Stream).Code, register.Name, register.Province)),

        // Registration and membership came from two senders once, so that either may arrive first; a decision of the Academy is not lost.
        (_, SchoolCommand.JoinCluster join) => ReorganisationDecider.Join(join, context.Actor),
        (SchoolState.Unregistered, _) => new Refusal(RefusalCode.NotFound, $"No school is registered as '{context.Stream}'."),
        (SchoolState.Registered, SchoolCommand.Register) => new Refusal(RefusalCode.AlreadyExists, "The school is registered already."),
        (SchoolState.Registered, SchoolCommand.Correct correct) =>
            Rights.System(context.Actor, AcademyKey.National.ToString()) ?? Accept(new SchoolEvent.Corrected(correct.Name, correct.Province, correct.Reason)),
        (SchoolState.Registered, SchoolCommand.ApplyRenaming renaming) => ReorganisationDecider.Rename(renaming, context.Actor),
        (SchoolState.Registered school, SchoolCommand.ApplyMerger merger) => ReorganisationDecider.Merge(school, merger.Merger, context.Actor),
        (SchoolState.Registered, SchoolCommand.LeaveCluster leave) => ReorganisationDecider.Leave(leave, context.Actor),
        (SchoolState.Registered, SchoolCommand.ApplyBar apply) => Rights.System(context.Actor, AcademyKey.National.ToString()) ?? Accept(new SchoolEvent.Barred(apply.Bar)),
        (SchoolState.Registered, SchoolCommand.ApplyLifting apply) => Rights.System(context.Actor, AcademyKey.National.ToString()) ?? Accept(new SchoolEvent.BarLifted(apply.Lifting)),
        (SchoolState.Registered school, SchoolCommand.NoteAssessment note) => AssessmentsDecider.Note(school, note, context.Actor),
        (SchoolState.Registered school, SchoolCommand.Appoint appoint) => PeopleDecider.Appoint(school, appoint, context.Actor),
        (SchoolState.Registered school, SchoolCommand.Dismiss dismiss) => PeopleDecider.Dismiss(school, dismiss, context.Actor),
        (SchoolState.Registered school, SchoolCommand.AuthoriseSubstitute authorise) => PeopleDecider.Authorise(school, authorise.Substitution, context),
        (SchoolState.Registered school, SchoolCommand.WithdrawSubstitute withdraw) => PeopleDecider.Withdraw(school, withdraw, context.Actor),
        (SchoolState.Registered school, SchoolCommand.ReserveAward reserve) => AwardsDecider.Reserve(school, reserve, context.Actor),
        (SchoolState.Registered school, SchoolCommand.ReceiveAward receive) => AwardsDecider.Receive(school, receive, context.Actor),
        (SchoolState.Registered school, SchoolCommand.LoseAward lose) => AwardsDecider.Lose(school, lose, context.Actor),
        (SchoolState.Registered, SchoolCommand.NoteGovernmentFlag note) =>
            Rights.System(context.Actor, new CouncilKey(note.Year).ToString()) ?? Accept(new SchoolEvent.GovernmentFlagNoted(note.Year, note.Outcome, note.Decision)),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    private static IEnumerable<Outgoing> React(SchoolState state, SchoolEvent e) => state is SchoolState.Registered school ? [.. AwardsDecider.React(school, e), .. AssessmentsDecider.React(school, e)] : [];

    private static ViewDocument? View(SchoolState state) => state is SchoolState.Registered s
        ? new(SchoolKey.Kind, new SchoolView(
                s.Code, s.Name, s.Province, s.Cluster, s.People,
                s.Awards.Select(a => new AwardView(a.Award, a.Year, a.Cluster, a.State, a.Decision)).ToEquatableList(), s.Substitutes,
                s.FormerNames, s.Mergers, s.MergedInto, s.Bars, s.GovernmentFlags, s.Assessments), Cluster: s.Cluster, School: s.Code)
        : null;

    private static Decision<SchoolEvent> Accept(SchoolEvent e) => e;
}
