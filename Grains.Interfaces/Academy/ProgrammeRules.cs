using ClusterActors.Campaigns;

namespace ClusterActors.Academy;

/// <summary>What a cluster gives itself for a year beside the pact.</summary>
/// <param name="Documents">What the members adopt; empty where nothing is adopted.</param>
/// <param name="Registration">Null: nobody registers, and every member is a candidate.</param>
[GenerateSerializer, Alias("programme-rules")]
public sealed record ProgrammeRules([property: Id(0)] EquatableList<DocumentRules> Documents, [property: Id(1)] RegistrationRules? Registration = null);

/// <summary>A document that the head drafts and the members adopt: the year's plan (kế hoạch), the operating rules (quy chế hoạt động).</summary>
/// <param name="Name">In Vietnamese.</param>
/// <param name="AdoptedBy">The share of members whose consent adopts a draft.</param>
/// <param name="Before">The phase that the year does not come to before the document has been adopted; null: it holds nothing up.</param>
[GenerateSerializer, Alias("document-rules")]
public sealed record DocumentRules(
    [property: Id(0)] string Code,
    [property: Id(1)] string Name,
    [property: Id(2)] string EnglishName,
    [property: Id(3)] Sourced<Fraction> AdoptedBy,
    [property: Id(4)] string Source,
    [property: Id(5)] Sourced<Phase>? Before = null);
