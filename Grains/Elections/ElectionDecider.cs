using ClusterActors.Academy;
using ClusterActors.Beacons;
using ClusterActors.Clusters;

namespace ClusterActors.Elections;

/// <summary>
/// The head first, then the deputies, in rounds (<see cref="RoundDecider"/>) on paper (<see cref="PaperRoundDecider"/>) or by
/// name (<see cref="OpenRoundDecider"/>). Mergers of members have <see cref="MembershipDecider"/>.
/// </summary>
public static class ElectionDecider
{
    public static Aggregate<ElectionState, ElectionCommand, ElectionEvent> Aggregate { get; } =
        new(new ElectionState.NotCalled(), Decide, ElectionState.Evolve, React, View)
        {
            Publishes = e => e is ElectionEvent.RoundDecided,
        };

    public static Decision<ElectionEvent> Decide(ElectionState state, ElectionCommand command, Context context) => (state, command) switch
    {
        (ElectionState.NotCalled, ElectionCommand.Call call) => Call(call, context),
        (ElectionState.NotCalled, _) => new Refusal(RefusalCode.NotFound, $"There is no '{context.Stream}'."),
        (ElectionState.Called, ElectionCommand.Call) => new Refusal(RefusalCode.AlreadyExists, "The election has been called."),
        (ElectionState.Called e, ElectionCommand.ApplyOfficers apply) =>
            Rights.System(context.Actor, new ClusterKey(e.Key.Cluster).ToString())
            ?? (Decision<ElectionEvent>)new ElectionEvent.ConductorChanged(apply.Officers.Head),
        (ElectionState.Called e, ElectionCommand.ApplyMerger apply) => MembershipDecider.Apply(e, apply.Merger, context),
        (ElectionState.Called e, ElectionCommand.OpenRound open) => RoundDecider.Open(e, open, context),
        (ElectionState.Called e, ElectionCommand.RecordCount record) => PaperRoundDecider.Record(e, record, context),
        (ElectionState.Called e, ElectionCommand.ConfirmCount confirm) => PaperRoundDecider.Confirm(e, confirm, context),
        (ElectionState.Called e, ElectionCommand.VoteOpenly vote) => OpenRoundDecider.Vote(e, vote, context),
        (ElectionState.Called e, ElectionCommand.CloseRound close) => OpenRoundDecider.Close(e, close, context),
        (ElectionState.Called e, ElectionCommand.ReceiveSeed receive) => RoundDecider.ReceiveSeed(e, receive, context),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    private static Decision<ElectionEvent> Call(ElectionCommand.Call call, Context context)
    {
        var key = ElectionKey.Parse(context.Stream);
        return Rights.System(context.Actor, new ClusterKey(key.Cluster).ToString())
            ?? (Decision<ElectionEvent>)new ElectionEvent.Called(key.Cluster, key.Year, call.Terms);
    }

    private static IEnumerable<Outgoing> React(ElectionState state, ElectionEvent e) => (state, e) switch
    {
        (ElectionState.Called c, ElectionEvent.LotNeeded lot) => [Outgoing.To<BeaconCommand>(new BeaconKey(c.Key.Cluster), new BeaconCommand.DrawSeed(lot.Purpose))],
        (ElectionState.Called c, ElectionEvent.OfficersElected elected) => [ToCluster(c, elected.Officers)],
        (ElectionState.Called c, ElectionEvent.Failed) => [ToCluster(c, null)],
        _ => [],
    };

    private static Outgoing ToCluster(ElectionState.Called e, Officers? officers) =>
        Outgoing.To<ClusterCommand>(new ClusterKey(e.Key.Cluster), new ClusterCommand.ApplyElection(e.Key.Year, officers));

    private static ViewDocument? View(ElectionState state) => state is ElectionState.Called e
        ? new(
            ElectionKey.Kind,
            new ElectionView(
                e.Key.Cluster, e.Key.Year, e.Stage, e.Terms.Roll, e.Terms.InOffice, e.Conductor, e.Terms.Deputies,
                e.Head is null ? [] : [e.Head, .. e.Deputies], e.Rounds.Select(r => Of(e, r)).ToEquatableList(), e.Terms.Voters),
            Cluster: e.Key.Cluster,
            Year: e.Key.Year,
            Phase: e.Stage.ToString())
        : null;

    private static RoundView Of(ElectionState.Called e, Round r) =>
        new(
            r.Number, r.Office, r.Seats, r.Final, e.Terms.Rules.Method.Value, r.Candidates, r.Committee, r.Count, r.Recording, r.Confirmations, r.Choices, r.Lot, r.Outcome, r.Annulled,
            new(e.Terms.Rules.Base.Value, e.Terms.Rules.Quorum.Value, e.Terms.Rules.Threshold.Value, e.Terms.Rules.Above is { Value: true }, e.Terms.Rules.TieChain.Value, r.MostMarks, e.Terms.Rules.Voters?.Value ?? VoterRule.All),
            r.Revote);
}
