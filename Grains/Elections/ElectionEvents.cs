using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;

namespace ClusterActors.Elections;

public abstract record ElectionEvent
{
    private ElectionEvent()
    {
    }

    [EventName("called")]
    public sealed record Called(string Cluster, int Year, ElectionTerms Terms) : ElectionEvent;

    [EventName("conductor-changed")]
    public sealed record ConductorChanged(string Head) : ElectionEvent;

    /// <param name="Revote">Whether it is one between equals of the last round; null: it is not.</param>
    [EventName("round-opened")]
    public sealed record RoundOpened(
        int Round, Office Office, int Seats, bool Final, EquatableList<string> Candidates, EquatableList<string> Committee, bool? Revote = null) : ElectionEvent;

    [EventName("count-recorded")]
    public sealed record CountRecorded(int Round, PaperCount Count, string RecordedBy, string? Reason = null) : ElectionEvent;

    [EventName("count-confirmed")]
    public sealed record CountConfirmed(int Round, string School) : ElectionEvent;

    /// <summary>A vote in an open round: by name, as its rule says. Votes on paper leave no such event.</summary>
    [EventName("voted-openly")]
    public sealed record VotedOpenly(int Round, string School, EquatableList<string> Choices) : ElectionEvent;

    /// <summary>The round's votes are all in and only a lot can part equals; nothing of it can change until the seed has come.</summary>
    /// <param name="Purpose">What the seed is asked for, and a part of the lot.</param>
    [EventName("lot-needed")]
    public sealed record LotNeeded(int Round, string Purpose) : ElectionEvent;

    [EventName("round-decided")]
    public sealed record RoundDecided(int Round, RoundOutcome Outcome) : ElectionEvent;

    /// <summary>Schools on the roll were merged, and this became of what was open.</summary>
    /// <param name="Left">Those of them that were on the roll.</param>
    /// <param name="Heir">The successor, where it takes a place on the roll.</param>
    /// <param name="Annulled">The round under way, where it is held again; else null.</param>
    /// <param name="Void">Schools whose votes by name do not count; those of them that are still on the roll vote again.</param>
    [EventName("members-merged")]
    public sealed record MembersMerged(Merger Merger, EquatableList<string> Left, string? Heir, int? Annulled, EquatableList<string> Void) : ElectionEvent;

    /// <param name="Unfilled">Deputies' seats that no round has filled.</param>
    [EventName("officers-elected")]
    public sealed record OfficersElected(Officers Officers, int Unfilled) : ElectionEvent;

    /// <summary>Nobody was elected head in any of the rounds.</summary>
    [EventName("failed")]
    public sealed record Failed(int Rounds) : ElectionEvent;
}
