using System.Globalization;
using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

/// <summary>What the deciders of a campaign year check alike.</summary>
internal static class CampaignChecks
{
    public static Refusal? In(this CampaignState.Opened c, params ReadOnlySpan<Phase> phases) => phases.Contains(c.Phase)
        ? null
        : new(RefusalCode.WrongPhase, $"The year is in phase {c.Phase}; this belongs to {string.Join(" or ", phases.ToArray())}.");

    public static Refusal? Member(this CampaignState.Opened c, string school) => c.Roll.Contains(school)
        ? null
        : c.Departed.FirstOrDefault(d => d.School == school) is { } departed
            ? new(RefusalCode.SchoolMerged, $"School '{school}' was merged into '{departed.Merger.Successor}'.")
            : new(RefusalCode.NotAMember, $"School '{school}' is no member of cluster '{c.Key.Cluster}'.");

    /// <summary>A member on a day that is past: also one that has been merged since.</summary>
    public static Refusal? MemberOn(this CampaignState.Opened c, string school, DateOnly day) =>
        c.Departed.Any(d => d.School == school && day < d.Merger.On) ? null : c.Member(school);

    /// <summary>Someone of the head's school.</summary>
    public static Refusal? Head(this CampaignState.Opened c, Actor actor) => Rights.Represents(actor, c.Officers.Head);

    /// <summary>An official of the Academy, or whom the regulation names beside it; null: nobody.</summary>
    public static Refusal? Authorised(this CampaignState.Opened c, Authority? authority, Actor actor)
    {
        var refusal = Rights.Official(actor);
        return refusal is null ? null : authority switch
        {
            Authority.Head => c.Head(actor),
            Authority.Officers => c.Officers.Deputies.Any(deputy => Rights.Represents(actor, deputy) is null) ? null : c.Head(actor),
            _ => refusal,
        };
    }

    /// <summary>Whether a step is late, and its refusal where the regulation takes nothing late.</summary>
    public static (Refusal? Refusal, bool Late) Punctuality(Deadline? deadline, Context context)
    {
        var late = deadline is not null && VietnamTime.DayOf(context.RecordedAt) > deadline.Day;
        return late && deadline!.Effect == DeadlineEffect.Refuse
            ? (new(RefusalCode.DeadlinePassed, string.Create(CultureInfo.InvariantCulture, $"The deadline was the end of {deadline.Day:yyyy-MM-dd}.")), late)
            : (null, late);
    }

    /// <summary>A decision of the Academy is a numbered document that has been issued.</summary>
    public static Refusal? Decision(DecisionReference decision, Context context) =>
        Check.Text(decision.Number, "decision number", 100) ?? Check.Past(decision.IssuedOn, "decision", context);

    /// <summary>What is entered anew says why; what is entered first may.</summary>
    public static Refusal? Reason(string? reason, bool again) => (reason, again) switch
    {
        (null, false) => null,
        (null, true) => new(RefusalCode.ReasonRequired, "What is entered anew needs a reason."),
        _ => Check.Text(reason, "reason", 1000),
    };

    public static string Named(IEnumerable<string> schools) => string.Join(", ", schools.Select(s => $"'{s}'"));
}
