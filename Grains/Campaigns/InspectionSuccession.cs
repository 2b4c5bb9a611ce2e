using ClusterActors.Academy;
using ClusterActors.Clusters;
using ClusterActors.Inspections;

namespace ClusterActors.Campaigns;

/// <summary>Who inspects whom once schools are merged: inspections of those who are no more end, and those that they had to do pass on or not.</summary>
internal static class InspectionSuccession
{
    /// <param name="left">The schools that are on the roll no more.</param>
    /// <param name="heir">The successor, where it takes a place on the roll.</param>
    /// <param name="inherited">The predecessor whose sheet is the heir's; its inspectors inspect the heir.</param>
    /// <returns>The pairs since then, the schools whose inspectors have changed, and for whom one is to be chosen; outside of the inspections nothing changes.</returns>
    public static (EquatableList<InspectionPair> Pairs, EquatableList<string> Reassigned, EquatableList<OpenItem> Items) Of(
        CampaignState.Opened c, InspectionPolicy policy, Merger merger, EquatableList<string> left, string? heir, string? inherited)
    {
        if (c.Phase != Phase.CrossInspection)
            return (c.Inspections, [], []);
        var roll = c.Roll.Where(school => !left.Contains(school)).Concat(heir is null ? [] : [heir]).ToEquatableList();
        var kept = c.Inspections
            .Where(pair => roll.Contains(pair.Inspected) || pair.Inspected == inherited)
            .Select(pair => pair.Inspected == inherited ? pair with { Inspected = heir! } : pair)
            .ToList();

        // What is verified was inspected by whom it was inspected by, whatever has become of that school.
        var ended = kept.Where(pair => !roll.Contains(pair.Inspector) && IsOpen(c, pair.Inspected, inherited, heir)).ToList();
        var pairs = kept.Except(ended).ToList();
        var free = ended.Select(pair => pair.Inspected).ToList();
        if (policy == InspectionPolicy.SuccessorInspects && roll.Contains(merger.Successor))
            pairs.AddRange(free.Distinct().Where(school => May(c, pairs, merger.Successor, school)).Select(school => new InspectionPair(merger.Successor, school)).ToList());

        var asked = c.OpenItems.Where(item => item.Kind == OpenItemKind.Inspector).Select(item => item.School).ToList();
        var wanted = roll.Where(school => IsOpen(c, school, inherited, heir)
            && ((pairs.TrueForAll(pair => pair.Inspected != school) && !asked.Contains(school)) || (policy == InspectionPolicy.Decided && free.Contains(school))));
        var reassigned = free.Distinct().Where(school => school != heir && IsOpen(c, school, null, null));
        return (pairs.ToEquatableList(), reassigned.ToEquatableList(), wanted.Select(school => Wanted(c, roll, pairs, school)).ToEquatableList());
    }

    /// <summary>Somebody is to be chosen who inspects a school: anyone but itself, those who do already, and those in conflict with it.</summary>
    public static OpenItem Wanted(CampaignState.Opened c, EquatableList<string> roll, IReadOnlyCollection<InspectionPair> pairs, string school) => new(
        0, OpenItemKind.Inspector, school, roll.Where(other => other != school && !pairs.Contains(new(other, school)) && !InConflict(c, other, school)).ToEquatableList());

    /// <summary>Whether an item's choice can still be made: since it was opened inspectors may have been replaced, or conflicts declared.</summary>
    /// <param name="inspector">Null: nobody is chosen, and who inspects already stays alone.</param>
    public static Refusal? Chosen(CampaignState.Opened c, OpenItem item, string? inspector) => item.Kind != OpenItemKind.Inspector ? null
        : inspector is null ? Check.When(
            item.Choices.Count > 0 && c.Inspections.All(pair => pair.Inspected != item.School), RefusalCode.InspectorInvalid, $"Nobody inspects school '{item.School}'; somebody has to be chosen.")
        : Check.When(c.Inspections.Contains(new(inspector, item.School)), RefusalCode.InspectorInvalid, $"School '{inspector}' inspects '{item.School}' already.")
            ?? Check.When(InConflict(c, inspector, item.School), RefusalCode.InspectorInvalid, $"Schools '{inspector}' and '{item.School}' are in conflict.");

    /// <summary>What a school's inspectors are given.</summary>
    public static InspectionCommand.Assign Assignment(CampaignState.Opened c, Sheet sheet) => new(
        InspectorsOf(c, sheet.School),
        c.Regulation.Scores,
        sheet.SelfScores,
        c.DeadlineOf(Step.Findings),
        c.Drawing?.Attempt,
        c.Regulation.Inspection.Answer is { } answer ? new(answer, c.Regulation.Calendar) : null,
        c.TeamOf(sheet.School)?.Number,
        StandardSchoolDecider.GivenOf(c, sheet.School));

    /// <summary>The inspections under way hear of it.</summary>
    public static IEnumerable<Outgoing> React(CampaignState.Opened c, CampaignEvent e) => (c.Phase, e) switch
    {
        (Phase.CrossInspection, CampaignEvent.MembersMerged merged) =>
        [
            .. merged.Left.Where(school => c.Departed.LastOrDefault(d => d.School == school)?.Sheet is { Verified.Count: 0 })
                .Select(school => To(c, school, new InspectionCommand.Withdraw(merged.Merger.Reason))),
            .. merged.Heir is { } heir && c.SheetOf(heir) is { Verified.Count: 0 } sheet ? [Assigned(c, sheet)] : Array.Empty<Outgoing>(),
            .. merged.Reassigned.Select(school => Changed(c, school, merged.Merger.Reason)),
            Noted(c),
        ],
        (Phase.CrossInspection, CampaignEvent.ItemSettled { Item: { Kind: OpenItemKind.Inspector, School: var school }, School: not null, Reason: var reason }) => [Changed(c, school, reason), Noted(c)],
        (Phase.CrossInspection, CampaignEvent.ItemSettled { Item: { Kind: OpenItemKind.Sheet, School: var school }, School: not null })
            when c.SheetOf(school) is { Verified.Count: 0 } sheet => [Assigned(c, sheet)],
        _ => [],
    };

    private static bool May(CampaignState.Opened c, List<InspectionPair> pairs, string successor, string school) =>
        school != successor
        && !pairs.Contains(new(successor, school))
        && (!pairs.Contains(new(school, successor)) || c.Teams.Count > 0 || c.Drawing?.Agreed.Contains(Relaxation.Reciprocal) == true)
        && !InConflict(c, successor, school);

    public static bool InConflict(CampaignState.Opened c, string one, string other) =>
        c.Conflicts.Any(x => (x.School == one && x.With == other) || (x.School == other && x.With == one));

    private static bool IsOpen(CampaignState.Opened c, string school, string? inherited, string? heir) =>
        c.SheetOf(school == heir && inherited is not null ? inherited : school) is { Verified.Count: 0 };

    /// <summary>A team hears who belongs to it now.</summary>
    public static Outgoing Changed(CampaignState.Opened c, string school, string reason) => To(c, school, new InspectionCommand.ChangeInspectors(InspectorsOf(c, school), reason));

    private static Outgoing Assigned(CampaignState.Opened c, Sheet sheet) => To(c, sheet.School, Assignment(c, sheet));

    /// <summary>The cluster hears who inspects whom: next year's draw avoids the same pairs.</summary>
    public static Outgoing Noted(CampaignState.Opened c) =>
        Outgoing.To<ClusterCommand>(new ClusterKey(c.Key.Cluster), new ClusterCommand.NoteInspections(c.Key.Year, c.Inspections));

    public static EquatableList<string> InspectorsOf(CampaignState.Opened c, string school) =>
        c.Inspections.Where(pair => pair.Inspected == school).Select(pair => pair.Inspector).ToEquatableList();

    private static Outgoing To(CampaignState.Opened c, string school, InspectionCommand command) => Outgoing.To(new InspectionKey(c.Key.Cluster, c.Key.Year, school), command);
}
