using System.Globalization;
using ClusterActors.Campaigns;
using ClusterActors.Inspections;

namespace ClusterActors.Simulation.Invariants;

internal sealed class Invariant14SoundAssignment() : Invariant(14, "inspectors are assigned by every rule that was not given up and logged")
{
    private readonly Polls polls = new();

    // Of whom the Academy has said that nobody is left to choose: only another draw or merger helps, or the end of the year.
    private readonly HashSet<(CampaignKey Campaign, string School)> hopeless = [];

    public override void Committed(World world, Commit commit)
    {
        foreach (var happened in commit.Events)
        {
            polls.Follow(happened);
            if (happened is { Event: CampaignEvent.InspectionsDrawn or CampaignEvent.MembersMerged, Before: CampaignState.Opened changing })
                hopeless.RemoveWhere(left => left.Campaign == changing.Key);
            if (happened is { Event: CampaignEvent.ItemSettled { School: null, Item: { Kind: OpenItemKind.Inspector, Choices: [], School: var school } }, Before: CampaignState.Opened year })
                hopeless.Add((year.Key, school));
            if (happened is { Event: CampaignEvent.MembersMerged or CampaignEvent.ItemSettled, Before: CampaignState.Opened was, After: CampaignState.Opened { Phase: Phase.CrossInspection } now })
                Succeeds(was, now);
            if (happened is { Event: CampaignEvent.MembersMerged or CampaignEvent.ItemSettled or CampaignEvent.InspectorReplaced or CampaignEvent.FindingsReceived, After: CampaignState.Opened { Phase: Phase.CrossInspection } follows })
                Holds(!TeamOracle.Broken(follows).Any(), string.Join("; ", TeamOracle.Broken(follows)));
            if (happened is { Event: InspectionEvent.FindingsRecorded { RecordedBy: var by, Visit: var visit }, Before: InspectionState.Assigned { Team: not null } i })
                Holds(by == i.Inspectors[0] && visit?.Present.Any(i.Inspectors.Contains) == true, $"{by} records for team {i.Team}, of which {i.Inspectors[0]} leads");
            if (happened is { Event: InspectionEvent.ReviewConcluded { RecordedBy: var reviewer }, Before: InspectionState.Assigned { Team: not null } reviewed })
                Holds(reviewer == reviewed.Inspectors[0], $"{reviewer} concludes for team {reviewed.Team}, of which {reviewed.Inspectors[0]} leads");
            if (happened is not { Event: CampaignEvent.InspectionsDrawn drawn, Before: CampaignState.Opened c })
                continue;
            var relaxed = (drawn.Relaxed ?? []).Select(r => r.Rule).ToList();
            Holds(relaxed.All(c.Drawing!.Agreed.Contains), $"given up without consent: {string.Join(", ", relaxed)}");
            var broken = (c.Regulation.Inspection.Teams is null ? DrawOracle.Broken(c, drawn.Pairs, relaxed) : TeamOracle.Broken(c, drawn.Teams ?? [], drawn.Pairs, relaxed)).ToList();
            Holds(broken.Count == 0, string.Join("; ", broken));
            var seed = polls.SeedOf(commit.Append.Stream, string.Create(CultureInfo.InvariantCulture, $"{commit.Append.Stream} cross-inspection {c.Drawing.Attempt}"));
            Holds(seed is not null && Convert.ToHexStringLower(seed) == drawn.Seed, $"attempt {c.Drawing.Attempt} of {commit.Append.Stream} was not drawn from the seed that it has asked for");
        }
    }

    /// <summary>After a merger, and with every item that is settled: who inspects is there and may, and for whom nobody does somebody is asked for.</summary>
    private void Succeeds(CampaignState.Opened before, CampaignState.Opened now)
    {
        var wanted = now.Sheets.Where(s => s.Verified.Count == 0).Select(s => s.School).ToList();
        foreach (var pair in now.Inspections.Where(pair => wanted.Contains(pair.Inspected)))
        {
            Holds(now.Roll.Contains(pair.Inspector) && pair.Inspector != pair.Inspected && now.Inspections.Count(pair.Equals) == 1, $"{pair} after a merger");
            Holds(before.Inspections.Contains(pair) || !before.Roll.Contains(pair.Inspected) || before.Conflicts.All(x => x.School != pair.Inspector || x.With != pair.Inspected) && before.Conflicts.All(x => x.With != pair.Inspector || x.School != pair.Inspected), $"{pair} are in conflict");
        }

        var left = wanted.Where(school => now.Inspections.All(pair => pair.Inspected != school) && now.OpenItems.All(item => item.School != school) && !hopeless.Contains((now.Key, school))).ToList();
        Holds(left.Count == 0, $"nobody inspects {string.Join(", ", left)}, and nobody is asked for");
    }
}
