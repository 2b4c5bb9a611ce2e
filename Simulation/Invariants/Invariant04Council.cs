using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Councils;

namespace ClusterActors.Simulation.Invariants;

/// <summary>The council's votes, counted once more from its journal; who was proposed to the Government; and who was granted an award against its advice.</summary>
internal sealed class Invariant04Council() : Invariant(4, "the council's votes come to what a recount comes to, no more are proposed than its share, and who goes against it says why")
{
    private readonly Dictionary<int, CouncilSession> sessions = [];
    private readonly Dictionary<(string Cluster, Award Award, string School), decimal?> scores = [];
    private readonly HashSet<(string Cluster, Award Award, string School)> standing = [];
    private readonly HashSet<string> recommended = new(StringComparer.Ordinal);
    private readonly HashSet<(string Stream, Award Award, string School)> advised = [];
    private CouncilRules? rules;
    private int proposed;

    public override void Committed(World world, Commit commit)
    {
        foreach (var happened in commit.Events)
        {
            switch (happened.Event)
            {
                case CouncilEvent e: Follow(e); break;
                case CampaignEvent.CouncilNoted n: Advised((commit.Append.Stream, n.Award, n.School), n.Advice); break;
                case CampaignEvent.AwardProposed { Reason: null } p when Needs(happened.After, p.Award):
                    Holds(advised.Contains((commit.Append.Stream, p.Award, p.School)), $"{p.School} is granted the {p.Award} in {commit.Append.Stream} against the council, and nobody says why");
                    break;
                default: break;
            }
        }
    }

    /// <summary>Whatever the council has said, its years know.</summary>
    public override void Healed(World world)
    {
        foreach (var x in world.Ledger.State<CouncilState.Formed>(new CouncilKey(People.Year.Of))?.Cases ?? [])
        {
            var nomination = world.Ledger.State<CampaignState.Opened>(new CampaignKey(x.Cluster, People.Year.Of))?.NominationOf(x.Award, x.School);
            Holds(nomination is not null && nomination.Council == x.Advice, $"the council says {x.Advice} of {x.School} for the {x.Award}, and its year has heard {nomination?.Council}");
            var decided = nomination!.State switch
            {
                NominationState.Granted => CouncilStanding.Granted,
                NominationState.Declined => CouncilStanding.Declined,
                NominationState.Revoked => CouncilStanding.Revoked,
                _ => CouncilStanding.Open,
            };
            Holds(x.Standing == decided, $"the nomination of {x.School} for the {x.Award} stands at {nomination.State}, and the council believes {x.Standing}");
        }
    }

    private void Follow(CouncilEvent e)
    {
        switch (e)
        {
            case CouncilEvent.CouncilFormed formed: rules = formed.Rules; break;
            case CouncilEvent.SessionHeld { Session: var session }: sessions.Add(session.Number, session); break;
            case CouncilEvent.NominationsReceived received:
                foreach (var n in received.Nominations)
                    scores[(received.Cluster, n.Award, n.School)] = n.Score;
                break;
            case CouncilEvent.DecisionNoted { Standing: CouncilStanding.Granted } d: standing.Add((d.Cluster, d.Award, d.School)); break;
            case CouncilEvent.DecisionNoted d: standing.Remove((d.Cluster, d.Award, d.School)); break;
            case CouncilEvent.CouncilVoted v:
                var rule = rules!.Awards.Single(a => a.Award == v.Award);
                Recounted(v.Advice, rule.Vote, rule.MinimumScore is not { } minimum || scores[(v.Cluster, v.Award, v.School)] >= minimum.Value, v.School);
                break;
            case CouncilEvent.GovernmentFlagVoted v:
                Holds(standing.Contains((v.Cluster, rules!.GovernmentFlag!.Upon.Value, v.School)), $"{v.School} is voted on for the Government's Flag, and does not hold what it is given upon");
                Recounted(v.Advice, rules.GovernmentFlag.Vote, true, v.School);
                if (v.Advice.Outcome.Recommended)
                    recommended.Add(v.School);
                else
                    recommended.Remove(v.School);
                break;
            case CouncilEvent.ProposedToGovernment p: Within(p.School); break;
            default: break;
        }
    }

    // One member after the other.
    private void Recounted(CouncilAdvice advice, CouncilVoteRules vote, bool scored, string school)
    {
        var session = sessions[advice.Session];
        var (members, there, voted) = (0L, 0L, 0L);
        for (var member = 0; member < rules!.Members.Value; member++)
        {
            members++;
            there += member < session.TookPart ? 1 : 0;
            voted += member < advice.Count.InFavour + advice.Count.Against ? 1 : 0;
        }

        var basis = vote.Base.Value switch { PercentageBase.Roll => members, PercentageBase.Cast => there, _ => voted };
        var (quorum, share) = (rules.Quorum.Value, vote.Threshold.Value);
        var surplus = (advice.Count.InFavour * (long)share.Denominator) - (share.Numerator * basis);
        var enough = basis > 0 && (surplus > 0 || (surplus == 0 && !vote.Exceeded.Value));
        var yes = there * quorum.Denominator >= members * quorum.Numerator && enough && scored && (advice.Count.Chair == true || !vote.Chair.Value);
        Holds(advice.Count.InFavour + advice.Count.Against <= session.TookPart, $"{advice} has more votes than took part in {session}");
        Holds(advice.Outcome.Recommended == yes && advice.Outcome.Base == basis, $"the council says {advice.Outcome} of {school}, and a recount {yes} on a base of {basis}");
    }

    private void Within(string school)
    {
        var flag = rules!.GovernmentFlag!;
        long counted = flag.Of.Value == ShareBase.Granted ? standing.Count(x => x.Award == flag.Upon.Value) : scores.Keys.Count(x => x.Award == flag.Upon.Value);
        Holds(++proposed * (long)flag.MostShare.Value.Denominator <= flag.MostShare.Value.Numerator * counted, $"{proposed} are proposed to the Government, and {counted} are counted");
        Holds(recommended.Contains(school) && standing.Any(x => x.Award == flag.Upon.Value && x.School == school), $"{school} is proposed to the Government without the council's vote, or without what the Flag is given upon");
    }

    private void Advised((string Stream, Award Award, string School) nomination, CouncilAdvice advice)
    {
        if (advice.Outcome.Recommended)
            advised.Add(nomination);
        else
            advised.Remove(nomination);
    }

    private static bool Needs(object state, Award award) => state is CampaignState.Opened { Regulation.Council: { } council } && council.Awards.Any(rule => rule.Award == award);
}
