using ClusterActors.Academy;
using ClusterActors.Beacons;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;

namespace ClusterActors.Elections;

/// <summary>What is to be seen of an election.</summary>
/// <param name="InOffice">The officers who were in office when the election was called.</param>
/// <param name="Conductor">The school that opens and closes rounds: the head in office now.</param>
/// <param name="Deputies">Seats beside the head's.</param>
/// <param name="Voters">Those of the roll who have a vote; null: all of them.</param>
/// <param name="Elected">So far, the head first; empty while there is no head.</param>
public sealed record ElectionView(
    string Cluster,
    int Year,
    ElectionStage Stage,
    EquatableList<string> Roll,
    Officers InOffice,
    string Conductor,
    int Deputies,
    EquatableList<string> Elected,
    EquatableList<RoundView> Rounds,
    EquatableList<string>? Voters = null);

public enum ElectionStage
{
    /// <summary>A round is open or the next one is to be opened.</summary>
    Voting,
    WaitingForLot,
    Elected,

    /// <summary>Nobody was elected head in any of the rounds.</summary>
    Failed,
}

/// <param name="Seats">Seats to be filled.</param>
/// <param name="Final">No round for this office follows, but a re-vote between equals.</param>
/// <param name="Annulled">Members were merged while it was under way, and it is held again under another number.</param>
/// <param name="Terms">Null in a row from before they were shown.</param>
/// <param name="Revote">Between equals of the last round: the most marks are enough.</param>
public sealed record RoundView(
    int Number,
    Office Office,
    int Seats,
    bool Final,
    VoteMethod Method,
    EquatableList<string> Candidates,
    EquatableList<string> Committee,
    PaperCount? Count,
    int Recording,
    EquatableList<string> Confirmations,
    EquatableList<OpenChoice> Choices,
    string? Lot,
    RoundOutcome? Outcome,
    bool Annulled = false,
    VoteTerms? Terms = null,
    bool Revote = false);

/// <summary>What a round came to, with everything needed to check it.</summary>
/// <param name="BaseCount">The number that the threshold is a share of.</param>
/// <param name="Elected">Best first.</param>
/// <param name="Staying">The candidates of the next round for this office, in the order of their codes; empty when none can follow.</param>
/// <param name="Seed">Of the lot; null when none was drawn.</param>
public sealed record RoundOutcome(
    bool Quorum, int BaseCount, EquatableList<Marks> Marks, EquatableList<string> Elected, EquatableList<string> Staying, Seed? Seed);
