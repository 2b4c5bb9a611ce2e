namespace ClusterActors.Academy;

/// <summary>What a head hands over to another (bàn giao).</summary>
/// <param name="Subjects">What the inventory has at least one entry about, each named once.</param>
[GenerateSerializer, Alias("handover-rules")]
public sealed record HandoverRules([property: Id(0)] Sourced<EquatableList<HandoverSubject>> Subjects);

[GenerateSerializer, Alias("handover-subject")]
public enum HandoverSubject
{
    /// <summary>Pacts, minutes, decisions, reports.</summary>
    Documents,

    /// <summary>The flag of the cluster's head (Cờ Cụm trưởng).</summary>
    HeadFlag,

    /// <summary>What the outgoing head leaves unfinished; where there is nothing, the entry says so.</summary>
    OpenMatters,

    Other,
}
