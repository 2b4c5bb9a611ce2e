using ClusterActors.Academy;
using ClusterActors.Beacons;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;

namespace ClusterActors.Elections;

/// <summary>The election (bầu) of one cluster's head and deputies for one year.</summary>
[Alias("election")]
public interface IElectionGrain : IStreamGrain<ElectionCommand>;

[GenerateSerializer, Alias("election-command")]
public abstract record ElectionCommand
{
    private ElectionCommand()
    {
    }

    /// <summary>The cluster calls the election and hands over copies of all that it will need.</summary>
    [GenerateSerializer, Alias("call-election")]
    public sealed record Call([property: Id(0)] ElectionTerms Terms) : ElectionCommand;

    /// <summary>Opens the next round: for the head until there is one, then for the deputies.</summary>
    /// <param name="Committee">The schools whose representatives count (ban kiểm phiếu); empty for an open vote.</param>
    [GenerateSerializer, Alias("open-round")]
    public sealed record OpenRound([property: Id(0)] EquatableList<string> Committee) : ElectionCommand;

    /// <summary>
    /// The committee's record of a round on paper; until it is confirmed it can be recorded anew, with a reason, which voids
    /// confirmations.
    /// </summary>
    [GenerateSerializer, Alias("record-round-count")]
    public sealed record RecordCount([property: Id(0)] int Round, [property: Id(1)] PaperCount Count, [property: Id(2)] string? Reason = null) : ElectionCommand;

    /// <summary>A member of the committee, not of the school that recorded, confirms the count.</summary>
    /// <param name="Recording">The number of the recording that was seen, so that nobody confirms what was changed meanwhile.</param>
    [GenerateSerializer, Alias("confirm-round-count")]
    public sealed record ConfirmCount([property: Id(0)] int Round, [property: Id(1)] int Recording) : ElectionCommand;

    /// <summary>A school's vote in an open round: by name, seen by everybody.</summary>
    [GenerateSerializer, Alias("vote-openly-in-round")]
    public sealed record VoteOpenly(
        [property: Id(0)] int Round, [property: Id(1)] string School, [property: Id(2)] EquatableList<string> Choices) : ElectionCommand;

    /// <summary>Closes an open round.</summary>
    [GenerateSerializer, Alias("close-round")]
    public sealed record CloseRound([property: Id(0)] int Round) : ElectionCommand;

    /// <summary>The officers in office have changed; their head conducts the election from now on.</summary>
    [GenerateSerializer, Alias("apply-officers-in-election")]
    public sealed record ApplyOfficers([property: Id(0)] Officers Officers) : ElectionCommand;

    /// <summary>
    /// Schools on the roll were merged. They leave it and the candidates, a successor takes one place as the regulation says, who was elected
    /// and is no more holds no seat, and a round under way goes by the regulation's policy.
    /// </summary>
    [GenerateSerializer, Alias("apply-merger-to-election")]
    public sealed record ApplyMerger([property: Id(0)] Merger Merger) : ElectionCommand;

    /// <summary>The beacon's answer to the lot that a round waits for.</summary>
    [GenerateSerializer, Alias("receive-election-seed")]
    public sealed record ReceiveSeed([property: Id(0)] string Purpose, [property: Id(1)] Seed Seed) : ElectionCommand;
}

/// <summary>What an election is held on; copies of which only roll, candidates and voters change while it lasts, and only with mergers of members.</summary>
/// <param name="Roll">The members.</param>
/// <param name="Candidates">Who can be elected.</param>
/// <param name="Deputies">Seats beside the head's.</param>
/// <param name="Ranking">Of the year that ends; used by tie chains.</param>
/// <param name="Membership">What becomes of it when members are merged; null: nothing passes to a successor, and a round under way is held again.</param>
/// <param name="InOffice">The officers in office when it was called; their head conducts it, unless the Academy replaces them meanwhile.</param>
/// <param name="Voters">Those of the roll who have a vote, which makes one each; null: all of them.</param>
[GenerateSerializer, Alias("election-terms")]
public sealed record ElectionTerms(
    [property: Id(0)] EquatableList<string> Roll,
    [property: Id(1)] EquatableList<string> Candidates,
    [property: Id(2)] int Deputies,
    [property: Id(3)] ElectionRules Rules,
    [property: Id(4)] EquatableList<RankingRow> Ranking,
    [property: Id(5)] Officers InOffice,
    [property: Id(6)] MembershipRules? Membership = null,
    [property: Id(7)] EquatableList<string>? Voters = null);
