using ClusterActors.Academy;
using ClusterActors.Inspections;

namespace ClusterActors.Campaigns;

/// <summary>One step back, with a reason. What is published is never returned from.</summary>
internal static class ReturnDecider
{
    public static Decision<CampaignEvent> Return(CampaignState.Opened c, CampaignCommand.ReturnPhase command, Context context)
    {
        var rules = c.Regulation.Returns;
        var refusal = c.Authorised(rules?.From.Value.Contains(c.Phase) == true ? rules.By.Value : null, context.Actor)
            ?? Check.When(command.From != c.Phase, RefusalCode.WrongPhase, $"The year is in phase {c.Phase}, and no longer in {command.From}.")
            ?? Check.Text(command.Reason, "reason", 1000);
        return refusal is not null ? refusal
            : Before(c.Regulation, c.Phase) is { } to ? new CampaignEvent.PhaseReturned(c.Phase, to, Rights.SchoolOf(context.Actor), command.Reason)
            : new Refusal(RefusalCode.NotReturnable, $"From phase {c.Phase} no year is returned: what it rests on is published, or nothing is before it.");
    }

    /// <summary>The phase before; null where there is none or where what led to the phase is published.</summary>
    public static Phase? Before(Regulation regulation, Phase phase) => phase switch
    {
        Phase.PactOpen => Phase.Guided,
        Phase.MidYearReviewed => Phase.Running,
        Phase.SelfScoring => PactDecider.IsReviewed(regulation) ? Phase.MidYearReviewed : Phase.Running,
        Phase.Drawing => Phase.SelfScoring,
        Phase.CrossInspection => Phase.Drawing,
        _ => null,
    };

    /// <summary>
    /// What the phase has come to is void, what came before it is open again. Attempts of the draw and drafts of the pact go on counting, so
    /// that no seed, signature or answer that is still under way belongs to what comes next.
    /// </summary>
    public static CampaignState.Opened Evolve(CampaignState.Opened c, CampaignEvent.PhaseReturned returned)
    {
        var back = c with { Phase = returned.To, Returns = c.Returns.Add(new(returned.From, returned.To, returned.School, returned.Reason)) };
        return returned.From switch
        {
            Phase.PactOpen => back with { Pact = c.Pact with { Signatures = [] } },
            Phase.Drawing => back with { Drawing = c.Drawing is { } drawing ? drawing with { Failure = returned.Reason } : null },
            Phase.CrossInspection => back with
            {
                Drawing = c.Drawing is { } drawn ? drawn with { Failure = returned.Reason } : null,
                Inspections = [],
                Teams = [],
                OpenItems = c.OpenItems.Where(item => item.Kind != OpenItemKind.Inspector).ToEquatableList(),
                Sheets = c.Sheets.Select(Unverified).ToEquatableList(),
                Departed = c.Departed.Select(d => d with { Sheet = d.Sheet is { } sheet ? Unverified(sheet) : null }).ToEquatableList(),
            },
            _ => back,
        };
    }

    private static Sheet Unverified(Sheet sheet) => sheet with { Verified = [], Inspected = null };

    /// <summary>Inspectors who are to be drawn anew have nothing to do until then.</summary>
    public static IEnumerable<Outgoing> React(CampaignState.Opened c, CampaignEvent.PhaseReturned returned) => returned.From != Phase.CrossInspection ? [] :
        c.Sheets.Select(sheet => Outgoing.To<InspectionCommand>(
            new InspectionKey(c.Key.Cluster, c.Key.Year, sheet.School), new InspectionCommand.Withdraw(returned.Reason)));
}
