using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Councils;

namespace ClusterActors.Simulation.People;

/// <summary>The Academy's council in a year that has one: dossiers, appraisals, sessions, votes, and whom it has proposed to the Government.</summary>
internal sealed class CouncilSittings(Ledger ledger, CouncilRules rules, Chance chance)
{
    // One year in so many has none.
    public const int Without = 3;

    // In some years the Director does not wait for it.
    private readonly bool awaited = !chance.OneIn(4);

    private static readonly CouncilKey Key = new(Year.Of);

    private CouncilState.Formed? Council => ledger.State<CouncilState.Formed>(Key);

    /// <summary>Whether the Director waits for the council's vote on a nomination.</summary>
    public bool IsAwaited(NominationRecord n) => awaited && n is { State: NominationState.Nominated, Council: null } && rules.Awards.Any(rule => rule.Award == n.Award);

    /// <summary>Why an award is granted; now and then somebody forgets it.</summary>
    public string? Reason(NominationRecord n) => n.Council is { Outcome.Recommended: true } || chance.OneIn(4) ? null : "Theo kết quả bổ sung";

    /// <summary>What the council has to do about one cluster. Now and then somebody appraises half a dossier in favour, or proposes one too many.</summary>
    public IEnumerable<Errand> Due(CampaignState.Opened c, DateOnly today)
    {
        if (Council is not { } council)
            return [];
        return council.Sessions.Count == 0
            ? [Session(today)]
            : [
                .. council.Cases.Where(x => x.Cluster == c.Key.Cluster && x.Standing == CouncilStanding.Open).SelectMany(x => OfCase(council, x)),
                .. council.Cases.Where(x => x.Cluster == c.Key.Cluster && council.UponOf(x.School) == x).SelectMany(x => OfFlag(council, x.School, today)),
            ];
    }

    /// <summary>Second thoughts, and a Government that takes its Flag back.</summary>
    public IEnumerable<Errand> Asides(DateOnly today)
    {
        if (Council is not { Sessions.Count: > 0 } council)
            yield break;
        var (x, session) = (chance.Of(council.Cases), chance.Of(council.Sessions));
        yield return Session(today);
        yield return Of(new CouncilCommand.RecordDossier(x.Cluster, x.Award, x.School, Papers(chance.Below(rules.Dossier.Count + 1))));
        yield return Of(new CouncilCommand.Appraise(x.Cluster, x.Award, x.School, InFavour: false, "Thành tích chưa rõ"));
        yield return Of(new CouncilCommand.RecordVote(session.Number, x.Cluster, x.Award, x.School, Count(session), "Bỏ phiếu lại"));
        yield return Of(new CouncilCommand.RecordGovernmentVote(session.Number, x.School, Count(session), "Bỏ phiếu lại"));
        yield return Of(new CouncilCommand.RecordGovernmentDecision(x.School, GovernmentOutcome.Revoked, ClusterYear.Decision, "Khai gian"));
    }

    /// <summary>What an official should not do there.</summary>
    public IReadOnlyList<Errand> Mistakes(DateOnly today)
    {
        if (Council is not { } council || !chance.OneIn(2))
            return [];
        var x = chance.Of(council.Cases);
        return
        [
            Of(new CouncilCommand.RecordDossier(x.Cluster, x.Award, x.School, [new("letter", "Tờ trình", "Tủ 1"), new("letter", "Tờ trình", "Tủ 2")])),
            Of(new CouncilCommand.Appraise(x.Cluster, x.Award, x.School, InFavour: true, "Đạt")),
            Of(new CouncilCommand.HoldSession(today, 1, ChairTookPart: false, Written: true)),
            Of(new CouncilCommand.HoldSession(today, rules.Members.Value + 1, ChairTookPart: true, Written: false)),
            Of(new CouncilCommand.RecordVote(99, x.Cluster, x.Award, x.School, new(1, 0, null), "Sai")),
            Of(new CouncilCommand.RecordVote(1, x.Cluster, x.Award, x.School, new(0, 0, null), "Sai")),
            Of(new CouncilCommand.RecordVote(1, x.Cluster, x.Award, x.School, new(rules.Members.Value + 1, 0, null), "Sai")),
            Of(new CouncilCommand.ProposeToGovernment(x.School, ClusterYear.Decision)),
            Of(new CouncilCommand.ProposeToGovernment(x.School, ClusterYear.Decision)),
        ];
    }

    private IEnumerable<Errand> OfCase(CouncilState.Formed council, CouncilCase x)
    {
        if (x.Appraisal is null)
        {
            if (x.Dossier.Count < rules.Dossier.Count && !chance.OneIn(3))
                yield return Of(new CouncilCommand.RecordDossier(x.Cluster, x.Award, x.School, Papers(chance.OneIn(4) ? 1 : rules.Dossier.Count)));
            else
                yield return Of(new CouncilCommand.Appraise(x.Cluster, x.Award, x.School, InFavour: !chance.OneIn(4), "Đã thẩm định"));
        }
        else if (x.Advice is null)
        {
            var session = council.Sessions[^1];
            yield return Of(new CouncilCommand.RecordVote(session.Number, x.Cluster, x.Award, x.School, Count(session)));
        }
    }

    private IEnumerable<Errand> OfFlag(CouncilState.Formed council, string school, DateOnly today)
    {
        var (flag, session) = (council.GovernmentFlagOf(school), council.Sessions[^1]);
        if (flag is null)
            yield return Of(new CouncilCommand.RecordGovernmentVote(session.Number, school, Count(session)));
        else if (flag is { Letter: null, Advice.Outcome.Recommended: true } && (council.GovernmentFlags.Count(f => f.Letter is not null) < council.GovernmentMost || chance.OneIn(4)))
            yield return Of(new CouncilCommand.ProposeToGovernment(school, new("77-TTr", today)));
        else if (flag is { Letter: not null, Outcome: null })
            yield return Of(new CouncilCommand.RecordGovernmentDecision(school, chance.OneIn(4) ? GovernmentOutcome.Declined : GovernmentOutcome.Granted, new("1/QĐ-TTg", today)));
    }

    private Errand Session(DateOnly today)
    {
        var (members, chair) = (rules.Members.Value, !chance.OneIn(5));
        var others = members - 1 - (chance.OneIn(4) ? chance.Below(members) : chance.Below(2));
        return Of(new CouncilCommand.HoldSession(today, Math.Max(0, others) + (chair ? 1 : 0), chair, rules.Written.Value && chance.OneIn(3)));
    }

    private CouncilCount Count(CouncilSession session)
    {
        var others = session.TookPart - (session.ChairTookPart ? 1 : 0);
        var inFavour = others - (chance.OneIn(2) ? chance.Below(others + 1) : chance.Below(Math.Min(others, 1) + 1));
        var against = chance.Below(others - inFavour + 1);
        bool? chair = session.ChairTookPart ? chance.Of<bool?>([true, true, true, false, null]) : null;
        return new(inFavour + (chair == true ? 1 : 0), against + (chair == false ? 1 : 0), chair);
    }

    private EquatableList<DossierDocument> Papers(int count) => rules.Dossier.Take(count).Select(rule => new DossierDocument(rule.Code, rule.Name, "Tủ hồ sơ")).ToEquatableList();

    private static Errand Of(CouncilCommand command) => Errand.Of(Key, Cast.Official, command);
}
