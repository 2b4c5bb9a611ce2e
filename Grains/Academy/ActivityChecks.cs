namespace ClusterActors.Academy;

/// <summary>What a regulation must satisfy in its kinds of activities.</summary>
internal static class ActivityChecks
{
    private const int MostKinds = 50;

    public static IEnumerable<string> Problems(Regulation r)
    {
        if (r.Activities is not { Kinds: var kinds })
            yield break;
        if (kinds.Count is 0 or > MostKinds)
            yield return $"There are 1 to {MostKinds} kinds of activities.";
        if (kinds.Any(kind => !Code.IsValid(kind.Code)) || kinds.Select(kind => kind.Code).Distinct().Count() != kinds.Count)
            yield return "A kind of activities has no valid code, or the code of another.";
        if (kinds.SelectMany(kind => new[] { kind.Name, kind.EnglishName }).Any(text => ClusterActors.Check.Text(text, "name", 300) is not null))
            yield return "A kind of activities has no proper names.";
    }

    public static IEnumerable<string> Sources(Regulation r) => r.Activities is { } a ? [a.DeputiesPlan.Source, .. a.Kinds.Select(kind => kind.Source)] : [];
}
