using ClusterActors.Clusters;

namespace ClusterActors.Elections;

/// <summary>The election (bầu) of a cluster's officers for one year.</summary>
public abstract record ElectionState
{
    private ElectionState()
    {
    }

    public sealed record NotCalled : ElectionState;

    public sealed record Called(ElectionKey Key, ElectionTerms Terms) : ElectionState
    {
        /// <summary>The school that opens and closes rounds: the head in office.</summary>
        public string Conductor { get; init; } = Terms.InOffice.Head;

        public EquatableList<Round> Rounds { get; init; } = [];

        public ElectionStage Stage { get; init; } = ElectionStage.Voting;

        /// <summary>Who has a vote.</summary>
        public EquatableList<string> Voters => Terms.Voters ?? Terms.Roll;

        public Round? RoundOf(int number) => Rounds.FirstOrDefault(r => r.Number == number);

        public string? Head => ElectedTo(Office.Head) is [var head, ..] ? head : null;

        /// <summary>Deputies elected so far, in the order of their rounds.</summary>
        public EquatableList<string> Deputies => ElectedTo(Office.Deputy);

        /// <summary>The office that is being voted on.</summary>
        public Office Office => Head is null ? Office.Head : Office.Deputy;

        public int OpenSeats => Head is null ? 1 : Terms.Deputies - Deputies.Count;

        /// <summary>The round that takes votes and counts, or waits for its lot; null between rounds.</summary>
        public Round? UnderWay => Rounds.LastOrDefault(r => r is { Outcome: null, Annulled: false });

        public int RoundsHeld => Held.Count;

        /// <summary>The last round has left equals about the last seats, who stand once more.</summary>
        public bool RevoteDue => RoundsHeld >= Terms.Rules.Rounds.Value && Held is [.., { Outcome.Staying: var equals }] && equals.Any(Terms.Roll.Contains);

        /// <summary>Who can be elected in the next round, in the order of their codes. Where nobody of the last round's is left, everybody.</summary>
        public EquatableList<string> Candidates
        {
            get
            {
                EquatableList<string> elected = [.. ElectedTo(Office.Head), .. Deputies];
                return Held is [.., { Outcome.Staying: var staying }] && (staying.Count == 0 || staying.Any(Terms.Roll.Contains))
                    ? staying.Where(school => Terms.Roll.Contains(school) && !elected.Contains(school)).ToEquatableList()
                    : Terms.Candidates.Where(school => !elected.Contains(school)).Order(StringComparer.Ordinal).ToEquatableList();
            }
        }

        // Of the office that is voted on; anew where a school that had been elected to it is no more.
        private List<Round> Held
        {
            get
            {
                var rounds = Rounds.Where(r => r.Office == Office && !r.Annulled).ToList();
                return rounds[(1 + rounds.FindLastIndex(r => r.Outcome?.Elected.All(Terms.Roll.Contains) == false))..];
            }
        }

        private EquatableList<string> ElectedTo(Office office) =>
            Rounds.Where(r => r.Office == office).SelectMany(r => r.Outcome?.Elected ?? []).Where(Terms.Roll.Contains).ToEquatableList();
    }

    public static ElectionState Evolve(ElectionState state, ElectionEvent e) => (state, e) switch
    {
        (NotCalled, ElectionEvent.Called c) => new Called(new(c.Cluster, c.Year), c.Terms),
        (Called c, ElectionEvent.ConductorChanged conductor) => c with { Conductor = conductor.Head },
        (Called c, ElectionEvent.RoundOpened o) => c with { Rounds = c.Rounds.Add(new(o.Round, o.Office, o.Seats, o.Final, o.Candidates, o.Committee) { MaxMarks = c.Terms.Rules.MaxMarks?.Value, Revote = o.Revote ?? false }) },
        (Called c, ElectionEvent.CountRecorded r) => With(c, r.Round, x => x with { Count = r.Count, Recording = x.Recording + 1, RecordedBy = r.RecordedBy, Confirmations = [] }),
        (Called c, ElectionEvent.CountConfirmed s) => With(c, s.Round, x => x with { Confirmations = x.Confirmations.Add(s.School) }),
        (Called c, ElectionEvent.VotedOpenly v) => With(c, v.Round, x => x with { Choices = x.Choices.Add(new(v.School, v.Choices)) }),
        (Called c, ElectionEvent.LotNeeded l) => With(c, l.Round, x => x with { Lot = l.Purpose }) with { Stage = ElectionStage.WaitingForLot },
        (Called c, ElectionEvent.RoundDecided d) => With(c, d.Round, x => x with { Outcome = d.Outcome }) with { Stage = ElectionStage.Voting },
        (Called c, ElectionEvent.MembersMerged m) => MembershipDecider.Evolve(c, m),
        (Called c, ElectionEvent.OfficersElected) => c with { Stage = ElectionStage.Elected },
        (Called c, ElectionEvent.Failed) => c with { Stage = ElectionStage.Failed },
        _ => state,
    };

    private static Called With(Called c, int number, Func<Round, Round> change) =>
        c.RoundOf(number) is { } round ? c with { Rounds = c.Rounds.Put(change(round), r => r.Number == number) } : c;
}
