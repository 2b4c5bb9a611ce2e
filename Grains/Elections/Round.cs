using ClusterActors.Academy;
using ClusterActors.Ballots;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;

namespace ClusterActors.Elections;

/// <summary>One round of an election.</summary>
/// <param name="Seats">Seats to be filled.</param>
/// <param name="Final">No round for this office follows, but a re-vote between equals.</param>
/// <param name="Candidates">In the order of their codes.</param>
public sealed record Round(int Number, Office Office, int Seats, bool Final, EquatableList<string> Candidates, EquatableList<string> Committee) : IBallot
{
    public PaperCount? Count { get; init; }

    public int Recording { get; init; }

    public string? RecordedBy { get; init; }

    public EquatableList<string> Confirmations { get; init; } = [];

    public EquatableList<OpenChoice> Choices { get; init; } = [];

    /// <summary>What a lot is drawn for; null where none is needed.</summary>
    public string? Lot { get; init; }

    public RoundOutcome? Outcome { get; init; }

    /// <summary>Members were merged while it was under way, and it is held again under another number.</summary>
    public bool Annulled { get; init; }

    /// <summary>The most marks on one ballot; null: as many as there are seats.</summary>
    public int? MaxMarks { get; init; }

    /// <summary>Between equals of the last round: the most marks are enough.</summary>
    public bool Revote { get; init; }

    public int MostMarks => MaxMarks ?? Seats;

    /// <summary>Ballots returned, valid ones among them, and marks in the order of codes.</summary>
    public (int Cast, int Valid, EquatableList<Marks> Marks) Counted(VoteMethod method)
    {
        var (cast, valid, marks) = method == VoteMethod.Open
            ? (Choices.Count, Choices.Count, OpenBallot.Marks(this))
            : (Count?.Returned ?? 0, Count?.Valid ?? 0, Count?.Marks ?? []);
        return (cast, valid, marks.OrderBy(m => m.School, StringComparer.Ordinal).ToEquatableList());
    }
}
