namespace ClusterActors.Schools;

/// <summary>Who holds which role in a school, and who signs for the principal meanwhile.</summary>
internal static class PeopleDecider
{
    public static Decision<SchoolEvent> Appoint(SchoolState.Registered school, SchoolCommand.Appoint appoint, Actor actor) =>
        MayDecide(school, actor)
        ?? Standing(school)
        ?? Check.Person(appoint.Person)
        ?? Check.When(!Role.IsGiven(appoint.Role), RefusalCode.RoleUnknown, $"'{appoint.Role}' is no role in a school.")
        ?? Check.When(
            school.People.Contains(new(appoint.Person, appoint.Role)), RefusalCode.AlreadyExists, $"'{appoint.Person}' is {appoint.Role} already.")
        ?? Accept(new SchoolEvent.Appointed(appoint.Person, appoint.Role));

    public static Decision<SchoolEvent> Dismiss(SchoolState.Registered school, SchoolCommand.Dismiss dismiss, Actor actor) =>
        MayDecide(school, actor)
        ?? Check.Text(dismiss.Reason, "reason", 1000)
        ?? Check.When(!school.People.Contains(new(dismiss.Person, dismiss.Role)), RefusalCode.RoleNotHeld, $"'{dismiss.Person}' is not {dismiss.Role}.")
        ?? Accept(new SchoolEvent.Dismissed(dismiss.Person, dismiss.Role, dismiss.Reason));

    /// <summary>A later authorisation of the same person takes the place of the earlier one.</summary>
    public static Decision<SchoolEvent> Authorise(SchoolState.Registered school, Substitution wanted, Context context) =>
        MayDecide(school, context.Actor)
        ?? Standing(school)
        ?? Check.Person(wanted.Person)
        ?? Check.Text(wanted.Document, "document", 200)
        ?? Check.When(
            wanted.Last < wanted.First || wanted.Last < VietnamTime.DayOf(context.RecordedAt),
            RefusalCode.TermInvalid,
            $"From {wanted.First:yyyy-MM-dd} to {wanted.Last:yyyy-MM-dd}: the last day is neither before the first nor past.")
        ?? Accept(new SchoolEvent.SubstituteAuthorised(wanted));

    public static Decision<SchoolEvent> Withdraw(SchoolState.Registered school, SchoolCommand.WithdrawSubstitute withdraw, Actor actor) =>
        MayDecide(school, actor)
        ?? Check.Text(withdraw.Reason, "reason", 1000)
        ?? Check.When(school.Substitutes.All(s => s.Person != withdraw.Person), RefusalCode.RoleNotHeld, $"'{withdraw.Person}' has no authorisation.")
        ?? Accept(new SchoolEvent.SubstituteWithdrawn(withdraw.Person, withdraw.Reason));

    private static Refusal? MayDecide(SchoolState.Registered school, Actor actor) =>
        Rights.Official(actor) is null ? null : Rights.Principal(actor, school.Code);

    // Those whom a merged school had can still be dismissed; nobody comes to it any more.
    private static Refusal? Standing(SchoolState.Registered school) =>
        Check.When(school.MergedInto is not null, RefusalCode.SchoolMerged, $"School '{school.Code}' was merged into '{school.MergedInto?.Successor}'; its people are those of the past.");

    private static Decision<SchoolEvent> Accept(SchoolEvent e) => e;
}
