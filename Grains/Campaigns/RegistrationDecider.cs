using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

/// <summary>Registration (đăng ký thi đua): a school says which awards it contends for, and may be a candidate for no other where the regulation says so.</summary>
internal static class RegistrationDecider
{
    public static Decision<CampaignEvent> Register(CampaignState.Opened c, CampaignCommand.RegisterForAwards register, Context context)
    {
        var (tooLate, late) = CampaignChecks.Punctuality(c.DeadlineOf(Step.Registration), context);
        return c.Member(register.School)
            ?? Rights.Signs(context.Actor, register.School)
            ?? Check.When(c.Regulation.Programme?.Registration is null, RefusalCode.WrongPhase, "The regulation of this year has no registration.")
            ?? c.In(Phase.Guided, Phase.PactOpen, Phase.Running, Phase.MidYearReviewed)
            ?? Check.When(register.Awards.Distinct().Count() != register.Awards.Count, RefusalCode.AwardTwice, "An award is named twice.")
            ?? register.Awards.Select(award => Check.When(c.Regulation.Votes.All(v => v.Award != award), RefusalCode.AwardNotVoted, $"The regulation has no vote on {award}.")).FirstOrDefault(r => r is not null)
            ?? CampaignChecks.Reason(register.Reason, again: c.Registrations.Any(r => r.School == register.School))
            ?? tooLate
            ?? (Decision<CampaignEvent>)new CampaignEvent.AwardsRegistered(register.School, register.Awards, late, register.Reason);
    }

    /// <summary>Once late a registration stays so, also when it is changed.</summary>
    public static EquatableList<RegistrationView> With(EquatableList<RegistrationView> registrations, CampaignEvent.AwardsRegistered e) =>
        registrations.Put(new(e.School, e.Awards, e.Late || registrations.Any(r => r.School == e.School && r.Late)), r => r.School == e.School);

    /// <summary>A successor that takes a place on the roll contends for what the schools before it have registered for, until it says otherwise.</summary>
    public static EquatableList<RegistrationView> Passed(EquatableList<RegistrationView> registrations, EquatableList<string> left, string? heir)
    {
        var theirs = registrations.Where(r => left.Contains(r.School)).ToList();
        return heir is null || theirs.Count == 0 || registrations.Any(r => r.School == heir)
            ? registrations
            : registrations.Add(new(heir, theirs.SelectMany(r => r.Awards).Distinct().Order().ToEquatableList(), theirs.Exists(r => r.Late)));
    }

    public static bool MayBeCandidate(CampaignState.Opened c, string school, Award award) =>
        c.Regulation.Programme?.Registration?.RequiredFor.Value.Contains(award) != true || c.Registrations.Any(r => r.School == school && r.Awards.Contains(award));
}
