using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Elections;

namespace ClusterActors.Clusters;

/// <summary>
/// Formation, guidance, opening of years; the officers are decided in <see cref="OfficersDecider"/>, their handover in
/// <see cref="HandoverDecider"/>, and what the Academy makes of the cluster and its members in <see cref="ReorganisationDecider"/>.
/// </summary>
public static class ClusterDecider
{
    public static Aggregate<ClusterState, ClusterCommand, ClusterEvent> Aggregate { get; } =
        new(new ClusterState.Unformed(), Decide, ClusterState.Evolve, React, View) { Broken = ClusterInvariants.Broken };

    public static Decision<ClusterEvent> Decide(ClusterState state, ClusterCommand command, Context context) => (state, command) switch
    {
        (ClusterState.Unformed, ClusterCommand.Form form) =>
            Rights.System(context.Actor, AcademyKey.National.ToString())
            ?? Accept(new ClusterEvent.Formed(ClusterKey.Parse(context.Stream).Code, form.Number, form.Name, form.Members)),
        (ClusterState.Unformed, _) => new Refusal(RefusalCode.NotFound, $"There is no '{context.Stream}'."),
        (ClusterState.Formed, ClusterCommand.Form) => new Refusal(RefusalCode.AlreadyExists, "The cluster has been formed."),
        (ClusterState.Formed, ClusterCommand.ReceiveGuidance guidance) =>
            Rights.System(context.Actor, AcademyKey.National.ToString())
            ?? Accept(new ClusterEvent.GuidanceReceived(guidance.Guidance, guidance.Regulation)),
        (ClusterState.Formed, ClusterCommand.ApplyRenaming rename) => ReorganisationDecider.Rename(rename, context.Actor),
        (ClusterState.Formed cluster, ClusterCommand.ApplyTransfer apply) => ReorganisationDecider.Transfer(cluster, apply.Transfer, context.Actor),
        (ClusterState.Formed cluster, ClusterCommand.ApplyMerger apply) => ReorganisationDecider.Merge(cluster, apply.Merger, context.Actor),
        (ClusterState.Formed cluster, ClusterCommand.ApplyDissolution apply) => ReorganisationDecider.Dissolve(cluster, apply.Dissolution, context.Actor),
        (ClusterState.Formed cluster, ClusterCommand.NoteClosing note) => ReorganisationDecider.Close(cluster, note, context.Actor),
        (ClusterState.Formed, ClusterCommand.ApplyBar apply) => BarDecider.Apply(apply.Bar, context.Actor),
        (ClusterState.Formed, ClusterCommand.ApplyLifting apply) => BarDecider.Apply(apply.Lifting, context.Actor),
        (ClusterState.Formed cluster, ClusterCommand.OpenYear open) => OpenYear(cluster, open.Year, context.Actor),
        (ClusterState.Formed cluster, ClusterCommand.AppointOfficers appoint) => OfficersDecider.Appoint(cluster, appoint, context.Actor),
        (ClusterState.Formed cluster, ClusterCommand.NoteInspections note) =>
            Rights.System(context.Actor, new CampaignKey(cluster.Code, note.Year).ToString())
            ?? Accept(new ClusterEvent.InspectionsNoted(note.Year, note.Pairs)),
        (ClusterState.Formed cluster, ClusterCommand.OverrideOfficers replace) => OfficersDecider.Override(cluster, replace, context),
        (ClusterState.Formed cluster, ClusterCommand.ProposeOfficers propose) => OfficersDecider.Propose(cluster, propose, context.Actor),
        (ClusterState.Formed cluster, ClusterCommand.ApplyElection apply) => OfficersDecider.ApplyElection(cluster, apply, context.Actor),
        (ClusterState.Formed cluster, ClusterCommand.ApplyRecognition apply) => OfficersDecider.Recognise(cluster, apply, context.Actor),
        (ClusterState.Formed cluster, ClusterCommand.SignHandover sign) => HandoverDecider.Sign(cluster, sign, context),
        (ClusterState.Formed cluster, ClusterCommand.ListInventory list) => HandoverDecider.List(cluster, list, context),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    private static Decision<ClusterEvent> OpenYear(ClusterState.Formed cluster, int year, Actor actor)
    {
        if (cluster.Opened.Contains(year))
            return new Refusal(RefusalCode.YearAlreadyOpen, $"The year {year} of cluster '{cluster.Code}' is open already.");
        if (cluster.InOffice?.Year != year)
            return new Refusal(RefusalCode.ClusterWithoutHead, $"Cluster '{cluster.Code}' has no head in office for {year}.");
        return (Rights.Official(actor) is null ? null : Rights.Represents(actor, cluster.InOffice.Head))
            ?? ReorganisationDecider.Standing(cluster)
            ?? Check.When(cluster.Guided.All(g => g.Guidance.Year != year), RefusalCode.YearNotGuided, $"The Academy's guidance for {year} has not come.")
            ?? Accept(new ClusterEvent.YearOpened(year));
    }

    private static IEnumerable<Outgoing> React(ClusterState state, ClusterEvent e) => (state, e) switch
    {
        (ClusterState.Formed cluster, ClusterEvent.YearOpened(var year)) when cluster.Guided.First(g => g.Guidance.Year == year) is var guided =>
            [ToCampaign(cluster, year, new CampaignCommand.Open(guided.Regulation, guided.Guidance, cluster.Members, cluster.InOffice!, LastYear(cluster, year), Bars(cluster, year)))],
        (ClusterState.Formed cluster, ClusterEvent.OfficersOverridden o) when cluster.Opened.Contains(o.Officers.Year) =>
            cluster.Election is { } year
                ? [ToCampaign(cluster, o.Officers.Year, new CampaignCommand.ApplyOfficers(o.Officers)), ToElection(cluster, year, new ElectionCommand.ApplyOfficers(o.Officers))]
                : [ToCampaign(cluster, o.Officers.Year, new CampaignCommand.ApplyOfficers(o.Officers))],
        (ClusterState.Formed cluster, ClusterEvent.OfficersProposed proposed) =>
            [ToCampaign(cluster, proposed.Officers.Year - 1, new CampaignCommand.NoteProposedOfficers(proposed.Officers))],
        (ClusterState.Formed cluster, ClusterEvent.HandedOver over) =>
            [ToCampaign(cluster, over.Officers.Year - 1, new CampaignCommand.NoteHandover(over.Officers.Head, over.Officers))],
        (ClusterState.Formed cluster, ClusterEvent.ElectionCalled called) =>
            [ToElection(cluster, called.Year, new ElectionCommand.Call(called.Terms))],
        (ClusterState.Formed cluster, ClusterEvent.BarNoted or ClusterEvent.LiftingNoted) => BarDecider.React(cluster, e),
        (ClusterState.Formed cluster, _) => ReorganisationDecider.React(cluster, e),
        _ => [],
    };

    private static EquatableList<InspectionPair> LastYear(ClusterState.Formed cluster, int year) => cluster.Inspected is { } last && last.Year == year - 1 ? last.Pairs : [];

    private static EquatableList<Bar> Bars(ClusterState.Formed cluster, int year) => cluster.Bars.InForce(year).Where(bar => cluster.Members.Contains(bar.School)).ToEquatableList();

    private static Outgoing ToElection(ClusterState.Formed cluster, int year, ElectionCommand command) => Outgoing.To(new ElectionKey(cluster.Code, year), command);

    private static Outgoing ToCampaign(ClusterState.Formed cluster, int year, CampaignCommand command) =>
        Outgoing.To(new CampaignKey(cluster.Code, year), command);

    private static ViewDocument? View(ClusterState state) => state is ClusterState.Formed c
        ? new(
            ClusterKey.Kind,
            new ClusterView(
                c.Code, c.Number, c.Name, c.Members, c.InOffice, c.Proposed, c.Recognised, c.Queue, c.Handover,
                c.Guided.Select(g => g.Guidance.Year).ToEquatableList(), c.Opened, c.Election, c.Vacancy, c.Inventory,
                c.FormerNames, c.Dissolution, c.IsDissolved, c.Bars, c.Skipped),
            Cluster: c.Code)
        : null;

    private static Decision<ClusterEvent> Accept(ClusterEvent e) => e;
}
