using ClusterActors.Clusters;
using ClusterActors.Schools;

namespace ClusterActors.Academy;

/// <summary>
/// Barring and lifting. The Academy knows which bars are in force; the school, every cluster that it is or was in, and a cluster that it comes
/// into later are told.
/// </summary>
internal static class BarDecider
{
    public static Decision<AcademyEvent> Bar(AcademyState state, AcademyCommand.BarSchool bar, Context context) =>
        ReorganisationDecider.Existing(state, bar.School)
        ?? Check.Year(bar.Year)
        ?? ReorganisationDecider.Documented(bar.On, bar.Decision, bar.Reason, context)
        ?? Check.When(Find(state, bar.School, bar.Year, bar.Kind) is not null, RefusalCode.AlreadyExists, $"A bar of '{bar.School}' of the kind {bar.Kind} is in force in {bar.Year} already.")
        ?? Accept(new AcademyEvent.SchoolBarred(new(bar.School, bar.Year, bar.Kind, bar.On, bar.Decision, bar.Reason)));

    // A school that was merged meanwhile is let off like any other.
    public static Decision<AcademyEvent> Lift(AcademyState state, AcademyCommand.LiftBar lift, Context context)
    {
        var bar = Find(state, lift.School, lift.Year, lift.Kind);
        return ReorganisationDecider.Documented(lift.On, lift.Decision, lift.Reason, context)
            ?? Check.When(bar is null, RefusalCode.BarUnknown, $"No bar of '{lift.School}' of the kind {lift.Kind} is in force in {lift.Year}.")
            ?? Check.When(lift.On < bar?.On, RefusalCode.DateInvalid, $"The bar is of {bar?.On:yyyy-MM-dd} and cannot be lifted before.")
            ?? Accept(new AcademyEvent.BarLifted(new(lift.School, lift.Year, lift.Kind, lift.On, lift.Decision, lift.Reason)));
    }

    public static AcademyState Evolve(AcademyState state, AcademyEvent e) => e switch
    {
        AcademyEvent.SchoolBarred(var bar) => state with { Bars = state.Bars.Put(bar.School, InForce(state, bar.School).Add(bar)) },
        AcademyEvent.BarLifted(var lifting) => state with
        {
            Bars = state.Bars.Put(lifting.School, InForce(state, lifting.School).Where(bar => !BarList.IsOf(bar, lifting.School, lifting.Year, lifting.Kind)).ToEquatableList()),
        },
        _ => state,
    };

    public static IEnumerable<Outgoing> React(AcademyState state, AcademyEvent e) => e switch
    {
        AcademyEvent.SchoolBarred(var bar) =>
        [
            Outgoing.To<SchoolCommand>(new SchoolKey(bar.School), new SchoolCommand.ApplyBar(bar)),
            .. Concerned(state, bar.School).Select(cluster => Told(cluster, bar)),
        ],
        AcademyEvent.BarLifted(var lifting) =>
        [
            Outgoing.To<SchoolCommand>(new SchoolKey(lifting.School), new SchoolCommand.ApplyLifting(lifting)),
            .. Concerned(state, lifting.School).Select(cluster => Outgoing.To<ClusterCommand>(new ClusterKey(cluster), new ClusterCommand.ApplyLifting(lifting))),
        ],
        AcademyEvent.ClusterFormed formed => formed.Members.SelectMany(school => Brought(state, school, formed.Cluster)),
        AcademyEvent.SchoolTransferred(var transfer) => Brought(state, transfer.School, transfer.To),
        AcademyEvent.SchoolsMerged(var merger) => Joining(state, merger),
        _ => [],
    };

    /// <summary>
    /// Before the merger itself. A cluster is told the bars of a successor that joins it twice: before, since with the merger it gives the
    /// posts of those that are no more; and after (<see cref="React"/>), since only then is the successor a member, of whose bars an open year hears.
    /// </summary>
    public static IEnumerable<Outgoing> Ahead(AcademyState state, AcademyEvent e) => e is AcademyEvent.SchoolsMerged(var merger) ? Joining(state, merger) : [];

    private static IEnumerable<Outgoing> Joining(AcademyState state, Merger merger) =>
        merger.Cluster is { } joined && joined != merger.Before ? Brought(state, merger.Successor, joined) : [];

    // A school comes with its bars into a cluster that has not heard of them.
    private static IEnumerable<Outgoing> Brought(AcademyState state, string school, string cluster) => InForce(state, school).Select(bar => Told(cluster, bar));

    // One that it has left may have a year open that began with it.
    private static IEnumerable<string> Concerned(AcademyState state, string school) =>
        (state.Former.Find(school) ?? []).Append(state.Schools.Find(school)).OfType<string>().Distinct();

    private static Bar? Find(AcademyState state, string school, int year, BarKind kind) => InForce(state, school).FirstOrDefault(bar => BarList.IsOf(bar, school, year, kind));

    private static EquatableList<Bar> InForce(AcademyState state, string school) => state.Bars.Find(school) ?? [];

    private static Outgoing Told(string cluster, Bar bar) => Outgoing.To<ClusterCommand>(new ClusterKey(cluster), new ClusterCommand.ApplyBar(bar));

    private static Decision<AcademyEvent> Accept(AcademyEvent e) => e;
}
