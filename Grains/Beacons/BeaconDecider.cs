using ClusterActors.Campaigns;
using ClusterActors.Elections;

namespace ClusterActors.Beacons;

/// <summary>
/// Gives a stream that asks the root of a checkpoint which was made after it had asked. The question was committed before, with
/// all that the seed is to decide on; so nobody could fit the facts to the seed, and nobody can have another seed for them.
/// </summary>
public static class BeaconDecider
{
    private const int LongestPurpose = 100;

    public static Aggregate<BeaconState, BeaconCommand, BeaconEvent> Aggregate { get; } =
        new(BeaconState.Initial, Decide, BeaconState.Evolve, React, _ => null);

    public static Decision<BeaconEvent> Decide(BeaconState state, BeaconCommand command, Context context) => command switch
    {
        BeaconCommand.DrawSeed draw => DrawSeed(state, draw.Purpose, context),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    private static Decision<BeaconEvent> DrawSeed(BeaconState state, string purpose, Context context)
    {
        var asking = context.Actor.Unit;
        var checkpoint = context.Checkpoint ?? throw new InvalidOperationException("A beacon decides with a checkpoint.");
        return Check.When(!context.Actor.IsSystem || Cluster(asking) != BeaconKey.Parse(context.Stream).Cluster, RefusalCode.Forbidden, "Only the streams of this cluster may ask.")
            ?? Check.Text(purpose, "purpose", LongestPurpose)
            ?? Check.When(state.Seeds.Any(s => s.Stream == asking && s.Purpose == purpose), RefusalCode.AlreadyExists, $"The seed for '{purpose}' was drawn before.")
            ?? (Decision<BeaconEvent>)new BeaconEvent.SeedDrawn(asking, purpose, new(checkpoint.Number, Convert.ToHexStringLower(checkpoint.Root), context.RecordedAt.ToUnixTimeMilliseconds()));
    }

    private static IEnumerable<Outgoing> React(BeaconState state, BeaconEvent e) => e switch
    {
        BeaconEvent.SeedDrawn(var stream, var purpose, var seed) when stream.StartsWith(CampaignKey.Kind + ":", StringComparison.Ordinal) =>
            [Outgoing.To<CampaignCommand>(CampaignKey.Parse(stream), new CampaignCommand.ReceiveSeed(purpose, seed))],
        BeaconEvent.SeedDrawn(var stream, var purpose, var seed) when stream.StartsWith(ElectionKey.Kind + ":", StringComparison.Ordinal) =>
            [Outgoing.To<ElectionCommand>(ElectionKey.Parse(stream), new ElectionCommand.ReceiveSeed(purpose, seed))],
        _ => [],
    };

    private static string? Cluster(string stream) => stream.Split(':') switch
    {
        [CampaignKey.Kind or ElectionKey.Kind, var cluster, _] => cluster,
        _ => null,
    };
}
