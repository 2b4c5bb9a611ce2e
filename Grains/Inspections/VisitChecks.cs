namespace ClusterActors.Inspections;

/// <summary>What is recorded of a visit.</summary>
internal static class VisitChecks
{
    private const int MostPresent = 100;

    public static Refusal? Of(InspectionState.Assigned i, Visit? visit)
    {
        if (visit is not { Present: var present })
            return Check.When(i.Team is not null, RefusalCode.VisitInvalid, "A team's findings say where it met and which schools were there.");
        return Check.Text(visit.Place, "place", 300)
            ?? Check.When(present.Count > MostPresent || present.Distinct().Count() != present.Count || !present.All(Code.IsValid), RefusalCode.VisitInvalid, "Who was there are codes of schools, each once.")
            ?? Check.When(!present.Any(i.Inspectors.Contains), RefusalCode.VisitInvalid, $"Nobody was there who inspects school '{i.Key.School}'.");
    }
}
