using ClusterActors.Campaigns;

namespace ClusterActors.Simulation.Invariants;

internal sealed class Invariant14SoundAssignment() : Invariant(14, "inspectors are assigned by every rule that was not given up and logged")
{
    public override void Committed(World world, Commit commit)
    {
        foreach (var happened in commit.Events)
        {
            if (happened is not { Event: CampaignEvent.InspectionsDrawn drawn, Before: CampaignState.Opened c })
                continue;
            var relaxed = (drawn.Relaxed ?? []).Select(r => r.Rule).ToList();
            var terms = new InspectionTerms(c.Roll, c.Regulation.Inspection.Inspectors.Value, c.LastYear, [.. c.Conflicts.Select(x => new Conflict(x.School, x.With))]);
            Holds(relaxed.All(c.Drawing!.Agreed.Contains), $"given up without consent: {string.Join(", ", relaxed)}");
            var violations = InspectionPlan.Violations(terms, drawn.Pairs, relaxed);
            Holds(violations.Count == 0, string.Join("; ", violations));
        }
    }
}
