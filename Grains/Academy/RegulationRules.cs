namespace ClusterActors.Academy;

/// <summary>What a regulation must satisfy to be issued: whole, consistent, and every value with its source.</summary>
internal static class RegulationRules
{
    private const int MostDecimals = 4;

    // Far above any scorecard, and far below where sums of products would leave the range of decimal.
    public const decimal MostPoints = 1_000_000;

    // The search runs in a turn of the campaign, which must not hold others up for long.
    private const int MostSearchSteps = 1_000_000;

    public static Refusal? Check(Regulation r) => Problems(r).FirstOrDefault() is { } problem ? new(RefusalCode.RegulationInvalid, problem) : null;

    private static IEnumerable<string> Problems(Regulation r)
    {
        if (!Years.IsValid(r.Year))
            yield return FormattableString.Invariant($"{r.Year} is no campaign year.");
        if (Sources(r).Any(s => ClusterActors.Check.Text(s, "source", 300) is not null))
            yield return "A value has no source; write \"sample regulation\" where there is none.";
        // Each part relies on what those before it have found sound: the first problem ends the search.
        IEnumerable<string>[] parts =
        [
            Structure(r), Scores(r.Scores), r.Votes.SelectMany(Vote), r.Votes.SelectMany(Rounds), Voting(r), Officers(r.Officers),
            TeamChecks.Problems(r), AnswerChecks.Problems(r), DeadlineChecks.Problems(r), ReturnChecks.Problems(r), CalendarChecks.Problems(r), StatisticsChecks.Problems(r),
            ReminderChecks.Problems(r), HandoverChecks.Problems(r), BarChecks.Problems(r), ScoreTreeChecks.Problems(r), ProgrammeChecks.Problems(r),
            CouncilChecks.Problems(r), ActivityChecks.Problems(r), StandardSchoolChecks.Problems(r),
        ];
        foreach (var problem in parts.SelectMany(part => part))
            yield return problem;
    }

    private static IEnumerable<string> Structure(Regulation r)
    {
        if (r.OptionalPhases.Value.Distinct().Count() != r.OptionalPhases.Value.Count)
            yield return "An optional phase is named twice.";
        if (r.Pact.MinimumTargets.Value is < 1 or > 100)
            yield return "A pact has 1 to 100 targets at least.";
        if (!r.Pact.SignedBy.Value.IsProper || r.Pact.SignedBy.Value.Numerator == 0)
            yield return "The share of signatures lies above 0 and at most at 1/1.";
        if (r.Inspection.Inspectors.Value is < 1 or > 10)
            yield return "A school has 1 to 10 inspectors.";
        if (r.Inspection.Relaxations is { Value: var relaxations } && relaxations.Distinct().Count() != relaxations.Count)
            yield return "A relaxation is named twice.";
        if (r.Inspection.SearchLimit is { Value: < 1 or > MostSearchSteps })
            yield return FormattableString.Invariant($"A search for a draw takes 1 to {MostSearchSteps} steps.");
        if (r.Votes.Count == 0 || r.Votes.GroupBy(v => v.Award).Any(g => g.Count() > 1))
            yield return "Each award is voted on once, and at least one is.";
    }

    private static IEnumerable<string> Scores(ScoreRules s)
    {
        var criteria = s.Groups.SelectMany(g => g.Criteria).ToList();
        if (s.Decimals.Value is < 0 or > MostDecimals)
            yield return $"Scores have 0 to {MostDecimals} decimals.";
        if (s.BonusCap.Value < 0)
            yield return "The bonus cap is negative.";
        if (!s.ReasonBeyond.Value.IsProper)
            yield return "The share beyond which a reason is needed lies between 0 and 1.";
        if (s.Tree is null && !s.Groups.Any(g => g.Kind == GroupKind.Base))
            yield return "There is no group of base points.";
        if (s.Groups.Select(g => g.Code).Concat(criteria.Select(c => c.Code)).Any(c => !Code.IsValid(c)))
            yield return "A group or criterion has no valid code.";
        if (s.Groups.Select(g => g.Code).Distinct().Count() != s.Groups.Count || criteria.Select(c => c.Code).Distinct().Count() != criteria.Count)
            yield return "A group or a criterion has the code of another.";
        if (s.Groups.Any(g => g.Criteria.Count == 0 || g.Cap <= 0) || criteria.Any(c => c.Maximum <= 0 || c.Weight <= 0))
            yield return "Groups have criteria; caps, maxima and weights are positive.";
        if (s.BonusCap.Value > MostPoints || s.Groups.Any(g => g.Cap > MostPoints) || criteria.Any(c => c.Maximum > MostPoints || c.Weight > MostPoints))
            yield return FormattableString.Invariant($"Caps, maxima and weights are at most {MostPoints}.");
        else if (s.Groups.Any(g => g.Kind == GroupKind.Base && g.Criteria.Sum(c => c.Maximum * c.Weight) > g.Cap))
            yield return "The criteria of a base group add up to more than its cap.";
        if (s.Groups.Select(g => g.Name).Concat(criteria.Select(c => c.Name)).Any(n => ClusterActors.Check.Text(n, "name", 300) is not null))
            yield return "A group or criterion has no proper name.";
        if (s.Base is { } whole && whole.Value != (s.Tree?.Root.Maximum ?? s.Groups.Where(g => g.Kind == GroupKind.Base).Sum(g => g.Cap)))
            yield return FormattableString.Invariant($"The base groups, or the tree, do not come to the {whole.Value} points that are stated.");
    }

    private static IEnumerable<string> Vote(VoteRules v)
    {
        if (v.Quota.Value is < 1 or > 50)
            yield return $"The quota of {v.Award} is 1 to 50.";
        if (!v.Quorum.Value.IsProper || !v.Threshold.Value.IsProper || v.Threshold.Value.Numerator == 0)
            yield return $"Quorum and threshold of {v.Award} are shares up to 1/1, the threshold above 0.";
        if (v.Above is { Value: true } && !v.Threshold.Value.IsExceededBy(1, 1))
            yield return $"Nobody gets more than all marks for {v.Award}.";
        if (v.MaxMarks is { Value: < 1 or > 50 })
            yield return $"A ballot on {v.Award} bears 1 to 50 marks.";
        if (v.Method.Value == VoteMethod.Paper && (v.CommitteeSize.Value < 1 || v.Confirmations.Value < 1 || v.Confirmations.Value >= v.CommitteeSize.Value))
            yield return $"The committee for {v.Award} has more members than confirmations are needed, because who records does not confirm.";
        if (v.TieChain.Value.Distinct().Count() != v.TieChain.Value.Count)
            yield return $"The tie chain of {v.Award} names a rule twice.";
        if (v.TieChain.Value.SkipLast(1).Contains(TieBreak.Lot))
            yield return $"After a lot nothing is left to decide in the tie chain of {v.Award}.";
    }

    private static IEnumerable<string> Rounds(VoteRules v)
    {
        if (v.Rounds?.Most.Value is < 1 or > 5)
            yield return $"The vote on {v.Award} has 1 to 5 rounds.";
        if (v.Rounds?.StayPerSeat is { Value: < 1 or > 50 })
            yield return $"1 to 50 candidates for {v.Award} stay for each open seat.";
    }

    private static IEnumerable<string> Voting(Regulation r)
    {
        if (r.Programme?.Registration is null && r.Votes.Any(v => v.Voters is { Value: VoterRule.Registered }))
            yield return "Who has registered has a vote, and there is no registration.";
        if (r.Officers.Election?.Voters is { Value: VoterRule.Registered })
            yield return "Schools register for awards, and for no election.";
    }

    private static IEnumerable<string> Officers(OfficerRules o)
    {
        if (o.Deputies.Value is < 0 or > 5)
            yield return "A cluster has 0 to 5 deputies.";
        if (o.Method.Value == OfficerMethod.Election && o.Election is null)
            yield return "Officers are elected, and no rules say how.";
        foreach (var problem in o.Election is { } e ? Election(e) : [])
            yield return problem;
    }

    private static IEnumerable<string> Election(ElectionRules e)
    {
        if (!e.Quorum.Value.IsProper || !e.Threshold.Value.IsProper || e.Threshold.Value.Numerator == 0)
            yield return "Quorum and threshold of an election are shares up to 1/1, the threshold above 0.";
        if (e.Above is { Value: true } && !e.Threshold.Value.IsExceededBy(1, 1))
            yield return "Nobody gets more than all marks of an election.";
        if (e.MaxMarks is { Value: < 1 or > 50 })
            yield return "A ballot of an election bears 1 to 50 marks.";
        if (e.Method.Value == VoteMethod.Paper && (e.CommitteeSize.Value < 1 || e.Confirmations.Value < 1 || e.Confirmations.Value >= e.CommitteeSize.Value))
            yield return "The committee of an election has more members than confirmations are needed, because who records does not confirm.";
        if (e.Rounds.Value is < 1 or > 10)
            yield return "An election has 1 to 10 rounds for an office.";
        if (e.StayPerSeat.Value is < 1 or > 50)
            yield return "1 to 50 candidates stay for each open seat.";
        if (e.TieChain.Value.Distinct().Count() != e.TieChain.Value.Count || e.TieChain.Value.SkipLast(1).Contains(TieBreak.Lot))
            yield return "The tie chain of an election names a rule twice, or something after a lot.";
    }

    private static IEnumerable<string> Sources(Regulation r) =>
    [
        r.OptionalPhases.Source, r.Pact.MinimumTargets.Source, r.Pact.SignedBy.Source, r.Scores.Decimals.Source, r.Scores.Rounding.Source,
        r.Scores.BonusCap.Source, r.Scores.ReasonBeyond.Source, r.Inspection.Inspectors.Source, r.OneAwardPerSchool.Source,
        r.Officers.Deputies.Source, r.Officers.Method.Source,
        .. r.Inspection.Relaxations is { } relaxations ? [relaxations.Source] : Array.Empty<string>(),
        .. r.Inspection.SearchLimit is { } limit ? [limit.Source] : Array.Empty<string>(),
        .. TeamChecks.Sources(r),
        .. AnswerChecks.Sources(r),
        .. DeadlineChecks.Sources(r),
        .. ReturnChecks.Sources(r),
        .. CalendarChecks.Sources(r),
        .. StatisticsChecks.Sources(r),
        .. ReminderChecks.Sources(r),
        .. HandoverChecks.Sources(r),
        .. MembershipChecks.Sources(r),
        .. BarChecks.Sources(r),
        .. ScoreTreeChecks.Sources(r),
        .. ProgrammeChecks.Sources(r),
        .. r.Scores.Base is { } whole ? [whole.Source] : Array.Empty<string>(),
        .. CouncilChecks.Sources(r),
        .. ActivityChecks.Sources(r),
        .. StandardSchoolChecks.Sources(r),
        .. r.Scores.Groups.Select(g => g.Source),
        .. r.Votes.SelectMany(v => new[]
        {
            v.Method.Source, v.Quota.Source, v.Quorum.Source, v.Threshold.Source, v.Base.Source, v.SelfVote.Source,
            v.CommitteeSize.Source, v.Confirmations.Source, v.TieChain.Source,
        }),
        .. r.Votes.Select(v => v.Above).OfType<Sourced<bool>>().Select(above => above.Source),
        .. r.Votes.Select(v => v.Voters).OfType<Sourced<VoterRule>>().Select(voters => voters.Source),
        .. r.Votes.Select(v => v.MaxMarks).OfType<Sourced<int>>().Select(most => most.Source),
        .. r.Votes.Select(v => v.Rounds).OfType<VoteRoundRules>().SelectMany(rounds => new[] { rounds.Most.Source, rounds.Candidates.Source, (rounds.StayPerSeat ?? rounds.Most).Source }),
        .. r.Officers.Election is { } e ? Sources(e) : [],
    ];

    private static string[] Sources(ElectionRules e) =>
    [
        e.Method.Source, e.Quorum.Source, e.Base.Source, e.Threshold.Source, e.SelfVote.Source, e.CommitteeSize.Source,
        e.Confirmations.Source, e.Rounds.Source, e.StayPerSeat.Source, e.FinalRoundPlurality.Source, e.TieChain.Source,
        .. e.Above is { } above ? [above.Source] : Array.Empty<string>(),
        .. e.Voters is { } voters ? [voters.Source] : Array.Empty<string>(),
        .. e.MaxMarks is { } most ? [most.Source] : Array.Empty<string>(),
    ];
}
