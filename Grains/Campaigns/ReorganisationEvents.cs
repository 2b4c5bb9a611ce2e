using ClusterActors.Academy;
using ClusterActors.Clusters;

namespace ClusterActors.Campaigns;

public abstract partial record CampaignEvent
{
    /// <summary>The Academy has ended the year where it stood.</summary>
    [EventName("year-ended")]
    public sealed record YearEnded(DecisionReference Decision, string Reason) : CampaignEvent;

    /// <summary>Schools on the roll were merged, and this became of what was open.</summary>
    /// <param name="Left">Those of them that were on the roll.</param>
    /// <param name="Heir">The successor, where it takes a place on the roll.</param>
    /// <param name="Carried">The signature that counts as the heir's; null where it signs itself, or there is no heir.</param>
    /// <param name="Inherited">The predecessor whose sheet is the heir's; null where none is.</param>
    /// <param name="Inspections">Who inspects whom since then.</param>
    /// <param name="Reassigned">The schools under inspection whose inspectors are others since then.</param>
    /// <param name="Items">What no policy can decide.</param>
    /// <param name="Next">Next year's officers since then; null where there are none.</param>
    [EventName("members-merged")]
    public sealed record MembersMerged(
        Merger Merger,
        EquatableList<string> Left,
        string? Heir,
        SignatureView? Carried,
        string? Inherited,
        EquatableList<InspectionPair> Inspections,
        EquatableList<string> Reassigned,
        EquatableList<OpenItem> Items,
        Officers? Next) : CampaignEvent;

    /// <param name="Items">What follows and is open now.</param>
    [EventName("item-settled")]
    public sealed record ItemSettled(OpenItem Item, string? School, DecisionReference Decision, string Reason, EquatableList<OpenItem> Items) : CampaignEvent;

    /// <summary>The cluster has other members than the year's roll may say.</summary>
    [EventName("members-noted")]
    public sealed record MembersNoted(EquatableList<string> Members) : CampaignEvent;

    /// <summary>The cluster is being dissolved and waits for the end of this year.</summary>
    [EventName("dissolution-noted")]
    public sealed record DissolutionNoted(Dissolution Dissolution) : CampaignEvent;
}
