using System.Text.Json;
using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

/// <summary>What the head reads when there is no draw; rules and relaxations are named as in JSON.</summary>
internal static class DrawTexts
{
    public static string Allowed(IReadOnlyCollection<Relaxation> allowed) => allowed.Count == 0
        ? "The regulation allows no relaxation."
        : $"The regulation allows {string.Join(", then ", allowed.Select(Name))}; they are agreed to in this order.";

    public static string Impossible(InspectionOutcome.Impossible impossible, int limit)
    {
        var rules = string.Join(", ", impossible.Standing.Select(Name));
        var found = impossible.Cut
            ? FormattableString.Invariant($"No draw was found within {limit} steps that keeps these rules together: {rules}.")
            : $"No draw keeps these rules together: {rules}.";
        var few = impossible.Stranded.Count == 0 ? "" : $" Too few others are left for {CampaignChecks.Named(impossible.Stranded)}.";
        var next = impossible.Next is { } relaxation ? $"The relaxation to agree to next is '{Name(relaxation)}'." : "The regulation allows no further relaxation.";
        return $"{found}{few} {next}";
    }

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
