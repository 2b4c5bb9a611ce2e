using ClusterActors.Academy;
using ClusterActors.Documents;

namespace ClusterActors.Campaigns;

/// <summary>The documents that the cluster adopts for the year: each is a grain of its own, and the year knows which version is in force.</summary>
internal static class ProgrammeDecider
{
    public static Decision<CampaignEvent> Note(CampaignState.Opened c, CampaignCommand.NoteDocument note, Context context) =>
        Rights.System(context.Actor, new DocumentKey(c.Key.Cluster, c.Key.Year, note.Document).ToString())
        ?? (Decision<CampaignEvent>)new CampaignEvent.DocumentNoted(note.Document, note.Version);

    /// <summary>The refusal where a phase waits for documents that have not been adopted.</summary>
    public static Refusal? Missing(CampaignState.Opened c, Phase next)
    {
        var missing = Documents(c.Regulation).Where(d => d.Before?.Value == next && c.VersionOf(d.Code) == 0).Select(d => $"'{d.Code}'").ToList();
        return Check.When(missing.Count > 0, RefusalCode.DocumentsMissing, $"Before {next} these are to be adopted: {string.Join(", ", missing)}.");
    }

    public static EquatableList<DocumentStanding> Standing(CampaignState.Opened c) =>
        Documents(c.Regulation).Select(d => new DocumentStanding(d.Code, d.Name, d.EnglishName, d.Before?.Value, c.VersionOf(d.Code))).ToEquatableList();

    /// <summary>Documents hear by what rules and by whom they are adopted, and when nothing is adopted any more.</summary>
    public static IEnumerable<Outgoing> React(CampaignState.Opened c, CampaignEvent e) => e switch
    {
        CampaignEvent.Opened => Documents(c.Regulation).Select(d => To(c, d, new DocumentCommand.ExpectDocument(d, c.Officers.Head, c.Roll))),
        CampaignEvent.MembersMerged or CampaignEvent.OfficersChanged => Documents(c.Regulation).Select(d => To(c, d, new DocumentCommand.ChangeMembers(c.Officers.Head, c.Roll))),
        CampaignEvent.YearClosed or CampaignEvent.YearEnded => Documents(c.Regulation).Select(d => To(c, d, new DocumentCommand.CloseDocument())),
        _ => [],
    };

    private static EquatableList<DocumentRules> Documents(Regulation regulation) => regulation.Programme?.Documents ?? [];

    private static Outgoing To(CampaignState.Opened c, DocumentRules document, DocumentCommand command) =>
        Outgoing.To(new DocumentKey(c.Key.Cluster, c.Key.Year, document.Code), command);
}
