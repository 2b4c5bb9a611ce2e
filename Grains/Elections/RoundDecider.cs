using ClusterActors.Academy;
using ClusterActors.Ballots;
using ClusterActors.Beacons;

namespace ClusterActors.Elections;

/// <summary>Opening and deciding of rounds, and what both methods share.</summary>
internal static class RoundDecider
{
    public static Decision<ElectionEvent> Open(ElectionState.Called e, ElectionCommand.OpenRound open, Context context)
    {
        var rules = e.Terms.Rules;
        return e.ConductedBy(context.Actor)
            ?? Check.When(e.Stage is ElectionStage.Elected or ElectionStage.Failed, RefusalCode.WrongPhase, "The election is over.")
            ?? Check.When(e.UnderWay is not null, RefusalCode.RoundOpen, $"Round {e.Rounds.Count} is not decided.")
            ?? Committee.Seated(open.Committee, rules.Method.Value, rules.CommitteeSize.Value)
            ?? open.Committee.Select(e.Member).FirstOrDefault(r => r is not null)
            ?? (Decision<ElectionEvent>)new ElectionEvent.RoundOpened(
                e.Rounds.Count + 1, e.Office, e.OpenSeats, e.RoundsHeld + 1 >= rules.Rounds.Value, e.Candidates, open.Committee, e.RevoteDue ? true : null);
    }

    /// <summary>Decides a round whose votes are all in, or asks for the seed of a lot; the last round's decision ends the election.</summary>
    /// <param name="e">The election with those votes.</param>
    public static IEnumerable<ElectionEvent> Close(ElectionState.Called e, int number, Seed? seed = null)
    {
        var round = e.RoundOf(number)!;
        var purpose = round.Lot ?? FormattableString.Invariant($"{e.Key} round {number}");
        if (RoundTally.Outcome(e.Terms, round, purpose, seed) is not { } outcome)
            return [new ElectionEvent.LotNeeded(number, purpose)];
        var decided = new ElectionEvent.RoundDecided(number, outcome);
        return Result((ElectionState.Called)ElectionState.Evolve(e, decided)) is { } result ? [decided, result] : [decided];
    }

    public static Decision<ElectionEvent> ReceiveSeed(ElectionState.Called e, ElectionCommand.ReceiveSeed receive, Context context)
    {
        if (Rights.System(context.Actor, new BeaconKey(e.Key.Cluster).ToString()) is { } forbidden)
            return forbidden;
        return e.UnderWay is { Lot: { } lot } round && lot == receive.Purpose
            ? new Decision<ElectionEvent>.Accept([.. Close(e, round.Number, receive.Seed)])
            : new Refusal(RefusalCode.SeedNotAsked, $"No round waits for a lot for '{receive.Purpose}'.");
    }

    /// <summary>A round of the method that takes votes and counts, or the refusal.</summary>
    public static Refusal? Undecided(ElectionState.Called e, int number, VoteMethod method) => e.RoundOf(number) switch
    {
        null => new(RefusalCode.RoundUnknown, $"There is no round {number}."),
        _ when e.Terms.Rules.Method.Value is var other && other != method => new(RefusalCode.VoteOfOtherMethod, $"Rounds of this election are held by the method {other}."),
        { Annulled: true } => new(RefusalCode.RoundNotOpen, $"Round {number} was annulled, because members were merged; it is held again."),
        { Outcome: not null } => new(RefusalCode.RoundNotOpen, $"Round {number} is decided."),
        { Lot: not null } => new(RefusalCode.RoundNotOpen, $"Round {number} waits for its lot."),
        _ => null,
    };

    public static Refusal? Member(this ElectionState.Called e, string school) => e.Terms.Roll.Contains(school)
        ? null
        : new(RefusalCode.NotAMember, $"School '{school}' is no member of cluster '{e.Key.Cluster}'.");

    /// <summary>Someone of the school of the head in office.</summary>
    public static Refusal? ConductedBy(this ElectionState.Called e, Actor actor) => Rights.Represents(actor, e.Conductor);

    /// <summary>Null while another round is to be held.</summary>
    public static ElectionEvent? Result(ElectionState.Called e)
    {
        var goesOn = e.OpenSeats > 0 && e.Candidates.Count > 0 && (e.RoundsHeld < e.Terms.Rules.Rounds.Value || e.RevoteDue);
        return goesOn ? null
            : e.Head is null ? new ElectionEvent.Failed(e.Rounds.Count)
            : new ElectionEvent.OfficersElected(new(e.Key.Year, e.Head, e.Deputies), e.OpenSeats);
    }
}
