namespace ClusterActors.Schools;

/// <summary>Identity, membership and people of one school.</summary>
public static class SchoolDecider
{
    public static Aggregate<SchoolState, SchoolCommand, SchoolEvent> Aggregate { get; } =
        new(new SchoolState.Unregistered(), Decide, SchoolState.Evolve, (_, _) => [], View);

    public static Decision<SchoolEvent> Decide(SchoolState state, SchoolCommand command, Context context) => (state, command) switch
    {
        (SchoolState.Unregistered, SchoolCommand.Register register) =>
            Rights.System(context.Actor, AcademyKey.National.ToString())
            ?? Accept(new SchoolEvent.Registered(SchoolKey.Parse(context.Stream).Code, register.Name, register.Province)),

        // Registration and membership come from two senders, so either may arrive first; a decision of the Academy is not lost.
        (_, SchoolCommand.JoinCluster join) =>
            Rights.System(context.Actor, new ClusterKey(join.Cluster).ToString()) ?? Accept(new SchoolEvent.ClusterJoined(join.Cluster)),
        (SchoolState.Unregistered, _) => new Refusal(RefusalCode.NotFound, $"No school is registered as '{context.Stream}'."),
        (SchoolState.Registered, SchoolCommand.Register) => new Refusal(RefusalCode.AlreadyExists, "The school is registered already."),
        (SchoolState.Registered school, SchoolCommand.Appoint appoint) => Appoint(school, appoint, context.Actor),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    private static Decision<SchoolEvent> Appoint(SchoolState.Registered school, SchoolCommand.Appoint appoint, Actor actor) =>
        (Rights.Official(actor) is null ? null : Rights.Principal(actor, school.Code))
        ?? Check.Person(appoint.Person)
        ?? Check.When(!Role.IsSchoolRole(appoint.Role), RefusalCode.RoleUnknown, $"'{appoint.Role}' is no role in a school.")
        ?? Check.When(
            school.People.Contains(new(appoint.Person, appoint.Role)), RefusalCode.AlreadyExists, $"'{appoint.Person}' is {appoint.Role} already.")
        ?? Accept(new SchoolEvent.Appointed(appoint.Person, appoint.Role));

    private static ViewDocument? View(SchoolState state) => state is SchoolState.Registered s
        ? new(SchoolKey.Kind, new SchoolView(s.Code, s.Name, s.Province, s.Cluster, s.People), Cluster: s.Cluster, School: s.Code)
        : null;

    private static Decision<SchoolEvent> Accept(SchoolEvent e) => e;
}
