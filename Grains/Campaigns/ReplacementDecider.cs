namespace ClusterActors.Campaigns;

/// <summary>
/// Another inspector in the place of one who does nothing. The Academy alone names one, because who could choose inspectors in the cluster
/// could choose findings. An inspection that ended before it heard of a replacement stays what it was, by those who have inspected.
/// </summary>
internal static class ReplacementDecider
{
    public static Decision<CampaignEvent> Replace(CampaignState.Opened c, CampaignCommand.ReplaceInspector replace, Context context)
    {
        var (inspected, by) = (replace.Inspected, replace.By);
        return Rights.Official(context.Actor)
            ?? c.In(Phase.CrossInspection)
            ?? c.Member(inspected)
            ?? c.Member(by)
            ?? Check.When(c.SheetOf(inspected) is { Verified.Count: > 0 }, RefusalCode.WrongPhase, $"The inspection of '{inspected}' has come to its end.")
            ?? Check.When(!c.Inspections.Contains(new(replace.Inspector, inspected)), RefusalCode.InspectorInvalid, $"School '{replace.Inspector}' does not inspect '{inspected}'.")
            ?? Check.When(by == inspected, RefusalCode.InspectorInvalid, "Nobody inspects itself.")
            ?? Check.When(c.Inspections.Contains(new(by, inspected)), RefusalCode.InspectorInvalid, $"School '{by}' inspects '{inspected}' already.")
            ?? Check.When(InspectionSuccession.InConflict(c, by, inspected), RefusalCode.InspectorInvalid, $"Schools '{by}' and '{inspected}' are in conflict.")
            ?? CampaignChecks.Decision(replace.Decision, context)
            ?? Check.Text(replace.Reason, "reason", 1000)
            ?? (Decision<CampaignEvent>)new CampaignEvent.InspectorReplaced(inspected, replace.Inspector, by, replace.Decision, replace.Reason);
    }

    public static CampaignState.Opened Evolve(CampaignState.Opened c, CampaignEvent.InspectorReplaced replaced) => c with
    {
        Inspections = c.Inspections
            .Select(pair => pair == new InspectionPair(replaced.Inspector, replaced.Inspected) ? pair with { Inspector = replaced.By } : pair)
            .ToEquatableList(),
    };

    /// <summary>Who has inspected stands on record, and nobody is looked for any more.</summary>
    public static CampaignState.Opened Ended(CampaignState.Opened c, CampaignEvent.FindingsReceived findings) => c with
    {
        Inspections = findings.Inspectors is { } team
            ? [.. c.Inspections.Where(pair => pair.Inspected != findings.School), .. team.Select(inspector => new InspectionPair(inspector, findings.School))]
            : c.Inspections,
        OpenItems = c.OpenItems.Where(item => item.Kind != OpenItemKind.Inspector || item.School != findings.School).ToEquatableList(),
    };

    /// <summary>The team that an inspection ended with, where the year knows another one; else null.</summary>
    public static EquatableList<string>? Other(CampaignState.Opened c, CampaignCommand.ReceiveFindings findings) =>
        findings.Inspectors is { } team && !team.ToHashSet().SetEquals(InspectionSuccession.InspectorsOf(c, findings.School)) ? team : null;

    /// <summary>The cluster hears of it where others have inspected than it was told.</summary>
    public static IEnumerable<Outgoing> React(CampaignState.Opened c, CampaignEvent.FindingsReceived findings) =>
        findings.Inspectors is null ? [] : [InspectionSuccession.Noted(c)];

    /// <summary>The team learns of it, and the cluster, for next year's draw.</summary>
    public static IEnumerable<Outgoing> React(CampaignState.Opened c, CampaignEvent.InspectorReplaced replaced) =>
        [InspectionSuccession.Changed(c, replaced.Inspected, replaced.Reason), InspectionSuccession.Noted(c)];
}
