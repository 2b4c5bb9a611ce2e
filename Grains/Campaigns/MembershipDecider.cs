using ClusterActors.Academy;
using ClusterActors.Clusters;

namespace ClusterActors.Campaigns;

/// <summary>
/// Mergers in an open year. The roll is that of the members there are; what was signed, scored and inspected by those who are no more goes
/// by the regulation's policies, and where these cannot decide an item stays open for the Academy. What is published stays as it is, and a
/// vote that is open keeps the roll it was opened with.
/// </summary>
internal static class MembershipDecider
{
    public static Decision<CampaignEvent> Apply(CampaignState.Opened c, CampaignCommand.ApplyMerger apply, Context context)
    {
        var left = c.Roll.Where(apply.Merger.Schools.Contains).ToEquatableList();
        var refusal = Rights.System(context.Actor, new ClusterKey(c.Key.Cluster).ToString())
            ?? Check.When(c.Phase == Phase.Closed, RefusalCode.WrongPhase, "The year is closed, and with it everything that a merger could concern.")
            ?? Check.When(left.Count == 0, RefusalCode.NotAMember, "None of the schools that were merged is on the roll.");
        if (refusal is not null)
            return refusal;

        var merged = Merged(c, apply, left);
        var after = Evolve(c, merged);
        return after.Phase == Phase.PactOpen && after.Roll.Count > 0 && c.Regulation.Pact.SignedBy.Value.IsReachedBy(after.Pact.Signatures.Count, after.Roll.Count)
            ? new Decision<CampaignEvent>.Accept([merged, new CampaignEvent.PactTookEffect()])
            : merged;
    }

    public static Decision<CampaignEvent> Note(CampaignState.Opened c, CampaignCommand.NoteMembers note, Context context) =>
        Rights.System(context.Actor, new ClusterKey(c.Key.Cluster).ToString())
        ?? (Decision<CampaignEvent>)new CampaignEvent.MembersNoted(note.Members);

    public static Decision<CampaignEvent> Settle(CampaignState.Opened c, CampaignCommand.SettleItem settle, Context context)
    {
        if (c.OpenItems.FirstOrDefault(item => item.Number == settle.Item) is not { } item)
            return Rights.Official(context.Actor) ?? new Refusal(RefusalCode.ItemUnknown, $"Nothing is open under the number {settle.Item}.");
        return Rights.Official(context.Actor)
            ?? Check.When(settle.School is { } school && !item.Choices.Contains(school), RefusalCode.CandidateUnknown, $"School '{settle.School}' is none of {CampaignChecks.Named(item.Choices)}.")
            ?? InspectionSuccession.Chosen(c, item, settle.School)
            ?? CampaignChecks.Decision(settle.Decision, context)
            ?? Check.Text(settle.Reason, "reason", 1000)
            ?? (Decision<CampaignEvent>)new CampaignEvent.ItemSettled(item, settle.School, settle.Decision, settle.Reason, Following(c, item, settle.School));
    }

    public static CampaignState.Opened Evolve(CampaignState.Opened c, CampaignEvent e) => e switch
    {
        CampaignEvent.MembersMerged merged => TeamSuccession.Merged(After(c, merged), merged),
        CampaignEvent.MembersNoted(var members) => c with { Members = members },
        CampaignEvent.ItemSettled { Item: var item, School: var school, Items: var items } => TeamSuccession.Followed(Settled(c, item, school)) with
        {
            OpenItems = c.OpenItems.Where(open => open.Number != item.Number).Select(open => Without([], Settled(c, item, school).Inspections, open)).Concat(items).ToEquatableList(),
            ItemsRaised = c.ItemsRaised + items.Count,
        },
        _ => c,
    };

    /// <summary>Who has handed in a sheet of its own is asked for no predecessor's.</summary>
    public static CampaignState.Opened WithOwnSheet(CampaignState.Opened c, string school) => c with
    {
        OpenItems = c.OpenItems.Where(item => item.Kind != OpenItemKind.Sheet || item.School != school).ToEquatableList(),
    };

    private static CampaignEvent.MembersMerged Merged(CampaignState.Opened c, CampaignCommand.ApplyMerger apply, EquatableList<string> left)
    {
        var (merger, policies) = (apply.Merger, MembershipPolicies.Of(c.Regulation));
        var comes = merger.Cluster == c.Key.Cluster && merger.IsOfNewSchool() && !c.Roll.Contains(merger.Successor);
        var heir = comes && policies.Vote == VotePolicy.SuccessorTakesPlace ? merger.Successor : null;
        var bound = policies.Pact == PactPolicy.SuccessorBound || (policies.Pact == PactPolicy.CarriedOnceInForce && c.Phase > Phase.PactOpen);
        var sheets = c.Phase is < Phase.SelfScoring or > Phase.CrossInspection || heir is null || policies.Scores != ScorePolicy.SuccessorInherits
            ? []
            : left.Where(school => c.SheetOf(school) is not null).ToEquatableList();
        var inherited = sheets is [var only] ? only : null;
        var duties = InspectionSuccession.Of(c, policies.Inspections, merger, left, heir, inherited);
        OpenItem[] undecided = sheets.Count > 1 ? [new(0, OpenItemKind.Sheet, heir!, sheets)] : [];
        return new(
            merger,
            left,
            heir,
            heir is not null && bound ? c.Pact.Signatures.FirstOrDefault(s => left.Contains(s.School)) : null,
            inherited,
            duties.Pairs,
            duties.Reassigned,
            Numbered(c, [.. undecided, .. duties.Items]),
            Next(c, apply));
    }

    // Of officers whom the Academy has recognised in the place of others, the cluster may not have heard when it told of the merger.
    private static Officers? Next(CampaignState.Opened c, CampaignCommand.ApplyMerger apply) =>
        c.OthersRecognised && apply.Recognition != c.Recognition ? null : apply.Next;

    private static CampaignState.Opened After(CampaignState.Opened c, CampaignEvent.MembersMerged merged)
    {
        var (left, heir) = (merged.Left, merged.Heir);
        var roll = c.Roll.Where(school => !left.Contains(school));
        var signatures = c.Phase > Phase.PactOpen ? c.Pact.Signatures : c.Pact.Signatures.Where(s => !left.Contains(s.School));
        var sheets = c.Phase >= Phase.Ranked ? c.Sheets : c.Sheets.Where(s => !left.Contains(s.School)).ToEquatableList();
        var inherited = merged.Inherited is { } predecessor && heir is not null && c.SheetOf(predecessor) is { } sheet ? sheet with { School = heir } : null;
        return c with
        {
            Roll = (heir is null ? roll : roll.Append(heir)).ToEquatableList(),
            Pact = c.Pact with { Targets = TargetSuccession.After(c, merged), Signatures = (merged.Carried is { } carried && heir is not null ? signatures.Append(carried with { School = heir }) : signatures).ToEquatableList() },
            Registrations = RegistrationDecider.Passed(c.Registrations, left, heir),
            Sheets = inherited is null ? sheets : sheets.Add(inherited),
            StandardProgress = inherited is null ? c.StandardProgress : StandardSchoolDecider.Passed(c.StandardProgress, merged.Inherited!, inherited.School),
            Inspections = merged.Inspections,
            Departed = c.Departed.Concat(left.Select(school => Departure(c, school, merged))).ToEquatableList(),
            OpenItems = c.OpenItems.Where(item => !left.Contains(item.School)).Select(item => Without(left, merged.Inspections, item)).Concat(merged.Items).ToEquatableList(),
            ItemsRaised = c.ItemsRaised + merged.Items.Count,
            Proposed = c.Phase >= Phase.OfficersProposed && merged.Next is { } next ? next : c.Proposed,
        };
    }

    // Who is no more cannot be chosen, nor who inspects already.
    private static OpenItem Without(EquatableList<string> left, EquatableList<InspectionPair> pairs, OpenItem item) => item.Kind == OpenItemKind.Sheet
        ? item
        : item with { Choices = item.Choices.Where(school => !left.Contains(school) && !pairs.Contains(new(school, item.School))).ToEquatableList() };

    private static Departed Departure(CampaignState.Opened c, string school, CampaignEvent.MembersMerged merged) => new(
        school, merged.Merger, merged.Heir is not null, c.Pact.Signatures.FirstOrDefault(s => s.School == school), c.Phase >= Phase.Ranked ? null : c.SheetOf(school));

    private static CampaignState.Opened Settled(CampaignState.Opened c, OpenItem item, string? chosen) => (item.Kind, chosen) switch
    {
        (OpenItemKind.Inspector, { } inspector) => c with { Inspections = c.Inspections.Add(new(inspector, item.School)) },
        (OpenItemKind.Sheet, { } predecessor) when c.Departed.LastOrDefault(d => d.School == predecessor)?.Sheet is { } sheet =>
            c with
            {
                Sheets = c.Sheets.Put(sheet with { School = item.School }, s => s.School == item.School),
                StandardProgress = StandardSchoolDecider.Passed(c.StandardProgress, predecessor, item.School),
            },
        _ => c,
    };

    // Whoever gets a sheet while others are inspected is inspected, too.
    private static EquatableList<OpenItem> Following(CampaignState.Opened c, OpenItem item, string? chosen) =>
        item.Kind == OpenItemKind.Sheet && chosen is not null && c.Phase == Phase.CrossInspection && Settled(c, item, chosen).SheetOf(item.School) is { Verified.Count: 0 }
        && c.Inspections.All(pair => pair.Inspected != item.School)
            ? Numbered(c, [InspectionSuccession.Wanted(c, c.Roll, [], item.School)])
            : [];

    private static EquatableList<OpenItem> Numbered(CampaignState.Opened c, IEnumerable<OpenItem> items) =>
        items.Select((item, at) => item with { Number = c.ItemsRaised + at + 1 }).ToEquatableList();
}
