using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

public abstract partial record CampaignCommand
{
    /// <summary>A version of one of the cluster's documents has been adopted.</summary>
    [GenerateSerializer, Alias("note-document")]
    public sealed record NoteDocument([property: Id(0)] string Document, [property: Id(1)] int Version) : CampaignCommand;
}

/// <summary>How far a document of the year has come.</summary>
/// <param name="Before">The phase that waits for it; null: none does.</param>
/// <param name="Version">The version in force; 0 before the first is adopted.</param>
public sealed record DocumentStanding(string Document, string Name, string EnglishName, Phase? Before, int Version);
