using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Elections;

namespace ClusterActors.Clusters;

public abstract partial record ClusterEvent
{
    private ClusterEvent()
    {
    }

    [EventName("formed")]
    public sealed record Formed(string Cluster, int? Number, string Name, EquatableList<string> Members) : ClusterEvent;

    [EventName("guidance-received")]
    public sealed record GuidanceReceived(Guidance Guidance, Regulation Regulation) : ClusterEvent;

    [EventName("officers-appointed")]
    public sealed record OfficersAppointed(Officers Officers, EquatableList<string> Queue, string Reason) : ClusterEvent;

    [EventName("officers-overridden")]
    public sealed record OfficersOverridden(Officers Officers, EquatableList<string> Queue, DecisionReference Decision, string Reason, Officers Replaced) : ClusterEvent;

    [EventName("year-opened")]
    public sealed record YearOpened(int Year) : ClusterEvent;

    [EventName("inspections-noted")]
    public sealed record InspectionsNoted(int Year, EquatableList<InspectionPair> Pairs) : ClusterEvent;

    /// <param name="Skipped">Who would have been among them and is barred; null where nobody is.</param>
    [EventName("officers-proposed")]
    public sealed record OfficersProposed(Officers Officers, OfficerMethod Method, EquatableList<string>? Skipped = null) : ClusterEvent;

    [EventName("officers-recognised")]
    public sealed record OfficersRecognised(Officers Officers, DecisionReference Decision) : ClusterEvent;

    /// <summary>The first of the two signatures.</summary>
    [EventName("handover-signed")]
    public sealed record HandoverSigned(string School, DateOnly SignedOn, int? Inventory = null) : ClusterEvent;

    /// <summary>The last signature and the switch of authority in one: there is no moment with two heads or none.</summary>
    [EventName("handed-over")]
    public sealed record HandedOver(string School, DateOnly SignedOn, Officers Officers, EquatableList<string> Queue, int? Inventory = null) : ClusterEvent;

    /// <summary>The members are to elect the officers of a year.</summary>
    [EventName("election-called")]
    public sealed record ElectionCalled(int Year, ElectionTerms Terms) : ClusterEvent;

    /// <summary>No head could be found for a year; who acts stands in the proposal that follows.</summary>
    [EventName("head-vacant")]
    public sealed record HeadVacant(int Year, VacancyReason Reason) : ClusterEvent;
}
