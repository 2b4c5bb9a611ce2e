using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Schools;

namespace ClusterActors.Academy;

/// <summary>What the Academy may decide, and whom it tells; how it reorganises schools and clusters, <see cref="ReorganisationDecider"/>, how it bars schools, <see cref="BarDecider"/>.</summary>
public static class AcademyDecider
{
    public static Aggregate<AcademyState, AcademyCommand, AcademyEvent> Aggregate { get; } =
        new(AcademyState.Initial, Decide, AcademyState.Evolve, React, View);

    public static Decision<AcademyEvent> Decide(AcademyState state, AcademyCommand command, Context context) =>
        MayDecide(state, command, context) is { } forbidden ? forbidden : command switch
        {
            AcademyCommand.AppointOfficial(var person) => New(state, person) ?? Accept(new AcademyEvent.OfficialAppointed(person)),
            AcademyCommand.AppointAuditor(var person) => New(state, person) ?? Accept(new AcademyEvent.AuditorAppointed(person)),
            AcademyCommand.Dismiss dismiss =>
                Check.Text(dismiss.Reason, "reason", 1000)
                ?? Check.When(!state.Officials.Contains(dismiss.Person) && !state.Auditors.Contains(dismiss.Person), RefusalCode.RoleNotHeld, $"'{dismiss.Person}' is neither official nor auditor.")
                ?? Check.When(state.Officials is [var last] && last == dismiss.Person, RefusalCode.LastOfficial, $"'{dismiss.Person}' is the only official; appoint another first.")
                ?? Accept(new AcademyEvent.Dismissed(dismiss.Person, dismiss.Reason)),
            AcademyCommand.RegisterSchool register => Register(state, register),
            AcademyCommand.CorrectSchool correct =>
                Named(correct.Name, correct.Province)
                ?? Check.Text(correct.Reason, "reason", 1000)
                ?? Check.When(!state.Schools.Contains(correct.School), RefusalCode.SchoolUnknown, $"School '{correct.School}' is not registered.")
                ?? Accept(new AcademyEvent.SchoolCorrected(correct.School, correct.Name, correct.Province, correct.Reason)),
            AcademyCommand.FormCluster form => Form(state, form, context),
            AcademyCommand.RenameSchool rename => ReorganisationDecider.Rename(state, rename, context),
            AcademyCommand.RenameCluster rename => ReorganisationDecider.Rename(state, rename, context),
            AcademyCommand.DissolveCluster dissolve => ReorganisationDecider.Dissolve(state, dissolve, context),
            AcademyCommand.TransferSchool transfer => ReorganisationDecider.Transfer(state, transfer, context),
            AcademyCommand.MergeSchools merge => ReorganisationDecider.Merge(state, merge, context),
            AcademyCommand.BarSchool bar => BarDecider.Bar(state, bar, context),
            AcademyCommand.LiftBar lift => BarDecider.Lift(state, lift, context),
            AcademyCommand.IssueRegulation issue => Issue(state, issue.Regulation),
            AcademyCommand.IssueGuidance issue => Issue(state, issue.Guidance, context),
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        };

    // The very first official is appointed by the installation itself, when its data folder is made; one more, where all have lost
    // their keys, by whoever has the machine.
    private static Refusal? MayDecide(AcademyState state, AcademyCommand command, Context context) =>
        state.Officials.Count == 0 ? Rights.System(context.Actor, context.Stream)
        : command is AcademyCommand.AppointOfficial && context.Actor == Actor.Operator ? null
        : Rights.Official(context.Actor);

    private static Refusal? New(AcademyState state, string person) =>
        Check.Person(person)
        ?? Check.When(state.Officials.Contains(person), RefusalCode.AlreadyExists, $"'{person}' is an official already.")
        ?? Check.When(state.Auditors.Contains(person), RefusalCode.AlreadyExists, $"'{person}' is an auditor already.");

    private static Decision<AcademyEvent> Register(AcademyState state, AcademyCommand.RegisterSchool register) =>
        Check.CodeOf(register.School, "school")
        ?? Named(register.Name, register.Province)
        ?? Check.When(state.Schools.Contains(register.School), RefusalCode.AlreadyExists, $"School '{register.School}' is registered already; codes are never used again.")
        ?? Accept(new AcademyEvent.SchoolRegistered(register.School, register.Name, register.Province));

    private static Refusal? Named(string name, string province) => Check.Text(name, "name", 200) ?? Check.Text(province, "province", 200);

    private static Decision<AcademyEvent> Form(AcademyState state, AcademyCommand.FormCluster form, Context context)
    {
        var taken = form.Members.Select(state.Schools.Find).FirstOrDefault(cluster => cluster is not null);
        return Check.CodeOf(form.Cluster, "cluster")
            ?? Check.Text(form.Name, "name", 200)
            ?? ReorganisationDecider.Numbered(form.Number)
            ?? Check.When(state.Clusters.Contains(form.Cluster), RefusalCode.AlreadyExists, $"Cluster '{form.Cluster}' was formed before; codes are never used again.")
            ?? Check.When(form.Members.Count < 2, RefusalCode.MembersInvalid, "A cluster has at least two members.")
            ?? Check.When(form.Members.Distinct().Count() != form.Members.Count, RefusalCode.MembersInvalid, "A member is named twice.")
            ?? form.Members.Select(member => ReorganisationDecider.Existing(state, member)).FirstOrDefault(refusal => refusal is not null)
            ?? Check.When(taken is not null, RefusalCode.SchoolInTwoClusters, $"A member belongs to cluster '{taken}' already.")
            ?? (form.Decision is null ? null : CampaignChecks.Decision(form.Decision, context))
            ?? Check.When(form.Decision is null && form.Reason is null, RefusalCode.ReasonRequired, "A cluster is formed by a decision; where nobody knows the document, a reason says so.")
            ?? CampaignChecks.Reason(form.Reason, again: false)
            ?? Accept(new AcademyEvent.ClusterFormed(form.Cluster, form.Number, form.Name, form.Members, form.Decision, form.Reason));
    }

    private static Decision<AcademyEvent> Issue(AcademyState state, Regulation regulation)
    {
        var version = (state.RegulationOf(regulation.Year)?.Version ?? 0) + 1;
        return RegulationRules.Check(regulation)
            ?? Check.When(regulation.Version != version, RefusalCode.RegulationInvalid, $"The next version for {regulation.Year} is {version}, not {regulation.Version}.")
            ?? Check.When(state.Guidance.Any(g => g.Year == regulation.Year), RefusalCode.WrongPhase, $"The guidance for {regulation.Year} has been issued: clusters work by the regulation they were given.")
            ?? Accept(new AcademyEvent.RegulationIssued(regulation));
    }

    private static Decision<AcademyEvent> Issue(AcademyState state, Guidance guidance, Context context) =>
        Check.Year(guidance.Year)
        ?? Check.Text(guidance.Reference, "reference", 100)
        ?? (guidance.Theme is null ? null : Check.Text(guidance.Theme, "theme", 500))
        ?? Check.Past(guidance.IssuedOn, "issue", context)
        ?? Check.When(state.RegulationOf(guidance.Year) is null, RefusalCode.RegulationMissing, $"There is no regulation for {guidance.Year}.")
        ?? Check.When(state.Guidance.Any(g => g.Year == guidance.Year), RefusalCode.AlreadyExists, $"The guidance for {guidance.Year} has been issued.")
        ?? Accept(new AcademyEvent.GuidanceIssued(guidance));

    // Of a school's bars a cluster hears when it has heard of the school.
    private static IEnumerable<Outgoing> React(AcademyState state, AcademyEvent e) => [.. BarDecider.Ahead(state, e), .. Told(state, e), .. BarDecider.React(state, e)];

    private static IEnumerable<Outgoing> Told(AcademyState state, AcademyEvent e) => e switch
    {
        AcademyEvent.SchoolRegistered school =>
            [Outgoing.To<SchoolCommand>(new SchoolKey(school.School), new SchoolCommand.Register(school.Name, school.Province))],
        AcademyEvent.SchoolCorrected school =>
            [Outgoing.To<SchoolCommand>(new SchoolKey(school.School), new SchoolCommand.Correct(school.Name, school.Province, school.Reason))],
        AcademyEvent.ClusterFormed formed =>
            [
                Outgoing.To<ClusterCommand>(new ClusterKey(formed.Cluster), new ClusterCommand.Form(formed.Number, formed.Name, formed.Members)),
                .. formed.Members.Select(member => Outgoing.To<SchoolCommand>(new SchoolKey(member), new SchoolCommand.JoinCluster(formed.Cluster))),
                .. state.Guidance.SelectMany(g => Guide(state, [formed.Cluster], g)),
            ],
        AcademyEvent.GuidanceIssued issued => Guide(state, state.Clusters.Keys.Where(cluster => !state.Dissolved.Contains(cluster)), issued.Guidance),
        _ => ReorganisationDecider.React(state, e),
    };

    // The regulation is long and the same for all: it is written down once.
    private static IEnumerable<Outgoing> Guide(AcademyState state, IEnumerable<string> clusters, Guidance guidance)
    {
        var payload = CanonicalJson.Write<ClusterCommand>(new ClusterCommand.ReceiveGuidance(guidance, state.RegulationOf(guidance.Year)!));
        return clusters.Select(cluster => new Outgoing(new ClusterKey(cluster).ToString(), payload, TimeSpan.Zero));
    }

    // Every command writes it anew, so the registry, which grows with the nation, is no part of it.
    private static ViewDocument View(AcademyState state) =>
        new(AcademyKey.Kind, new AcademyView(
            state.Officials,
            Schools: [],
            Clusters: [],
            state.Regulations.Select(r => r.Year).ToEquatableList(),
            state.Guidance,
            state.Auditors));

    private static Decision<AcademyEvent> Accept(AcademyEvent e) => e;
}
