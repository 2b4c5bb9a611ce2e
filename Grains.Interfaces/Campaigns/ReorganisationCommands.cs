using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

public abstract partial record CampaignCommand
{
    /// <summary>
    /// The Academy ends the year where it stands, with the reason: a cluster that is dissolved, or one that cannot go on. What is published
    /// stays; nominations are decided first. Nobody takes over.
    /// </summary>
    [GenerateSerializer, Alias("end-year")]
    public sealed record EndYear([property: Id(0)] DecisionReference Decision, [property: Id(1)] string Reason) : CampaignCommand;

    /// <summary>Schools on the roll were merged; what becomes of what is open follows from the regulation.</summary>
    /// <param name="Next">Next year's officers since then, proposed or recognised; null where there are none.</param>
    /// <param name="Recognition">By which they are recognised, as far as the cluster has heard; null where they are proposed.</param>
    [GenerateSerializer, Alias("apply-merger-to-year")]
    public sealed record ApplyMerger(
        [property: Id(0)] Merger Merger, [property: Id(1)] Clusters.Officers? Next, [property: Id(2)] DecisionReference? Recognition = null) : CampaignCommand;

    /// <summary>The Academy settles what a merger has left open.</summary>
    /// <param name="School">Who is chosen of the item's choices; null: nobody.</param>
    [GenerateSerializer, Alias("settle-item")]
    public sealed record SettleItem(
        [property: Id(0)] int Item,
        [property: Id(1)] string? School,
        [property: Id(2)] DecisionReference Decision,
        [property: Id(3)] string Reason) : CampaignCommand;

    /// <summary>The cluster's members since schools have come, gone or been merged; the roll is a matter of its own.</summary>
    [GenerateSerializer, Alias("note-members")]
    public sealed record NoteMembers([property: Id(0)] EquatableList<string> Members) : CampaignCommand;

    /// <summary>The cluster is being dissolved and waits for the end of this year.</summary>
    [GenerateSerializer, Alias("apply-dissolution-to-year")]
    public sealed record ApplyDissolution([property: Id(0)] Dissolution Dissolution) : CampaignCommand;
}
