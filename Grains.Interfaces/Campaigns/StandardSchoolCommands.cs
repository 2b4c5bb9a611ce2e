using ClusterActors.Standards;

namespace ClusterActors.Campaigns;

public abstract partial record CampaignCommand
{
    /// <summary>An assessment by the national standard tells how far a school has come; refused once the sheets are closed.</summary>
    [GenerateSerializer, Alias("note-progress")]
    public sealed record NoteProgress([property: Id(0)] AssessmentProgress Progress) : CampaignCommand;
}

/// <summary>What the national standard gives for a school's sheet, and where that comes from.</summary>
/// <param name="School">Whose sheet it is: the assessed school, or who has inherited its sheet.</param>
/// <param name="FirstYear">Of the assessment's window.</param>
/// <param name="On">The day on which so many indicators were met.</param>
/// <param name="Criterion">What it feeds on the sheet.</param>
/// <param name="Points">What it gives there: points, or for a leaf that counts what is passed, how many.</param>
public sealed record ProgressView(
    string School, string Standard, int FirstYear, StandardLevel Level, int Met, int Total, DateOnly On, string Criterion, decimal Points);
