using System.Globalization;
using ClusterActors.Campaigns;

namespace ClusterActors.Simulation.Invariants;

internal sealed class Invariant14SoundAssignment() : Invariant(14, "inspectors are assigned by every rule that was not given up and logged")
{
    private readonly Polls polls = new();

    public override void Committed(World world, Commit commit)
    {
        foreach (var happened in commit.Events)
        {
            polls.Follow(happened);
            if (happened is not { Event: CampaignEvent.InspectionsDrawn drawn, Before: CampaignState.Opened c })
                continue;
            var relaxed = (drawn.Relaxed ?? []).Select(r => r.Rule).ToList();
            Holds(relaxed.All(c.Drawing!.Agreed.Contains), $"given up without consent: {string.Join(", ", relaxed)}");
            var broken = DrawOracle.Broken(c, drawn.Pairs, relaxed).ToList();
            Holds(broken.Count == 0, string.Join("; ", broken));
            var seed = polls.SeedOf(commit.Append.Stream, string.Create(CultureInfo.InvariantCulture, $"{commit.Append.Stream} cross-inspection {c.Drawing.Attempt}"));
            Holds(seed is not null && Convert.ToHexStringLower(seed) == drawn.Seed, $"attempt {c.Drawing.Attempt} of {commit.Append.Stream} was not drawn from the seed that it has asked for");
        }
    }
}
