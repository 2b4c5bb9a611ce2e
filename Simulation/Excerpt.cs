using System.Globalization;

namespace ClusterActors.Simulation;

/// <summary>How much of a seed's run is played. A seed and an excerpt give one run, as a seed alone does.</summary>
public sealed record Excerpt
{
    /// <summary>All of it.</summary>
    public static Excerpt Whole { get; } = new();

    /// <summary>
    /// The only strikes that happen, people's missteps among them; null for all. A name is a strike's (<c>lost-call.3</c>), a kind's
    /// (<c>lost-call</c>) or how several kinds begin (<c>crash</c>).
    /// </summary>
    public EquatableList<string>? Only { get; init; }

    /// <summary>Strikes that do not happen, named as in <see cref="Only"/>.</summary>
    public EquatableList<string> Without { get; init; } = [];

    /// <summary>Turns to run; null for the whole year. A run that is cut short is judged by what has happened until then.</summary>
    public long? Steps { get; init; }

    /// <summary>Kinds of strikes, as names begin.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. Reachable.Faults.Select(Strikes.Kind).Order(StringComparer.Ordinal)];

    /// <summary>Whether a name can stand for anything: a kind, how kinds begin, or a kind with the number of a strike.</summary>
    public static bool IsName(string name) => Kinds.Any(kind => Names(name, kind)
        || (name.StartsWith($"{kind}.", StringComparison.Ordinal) && ulong.TryParse(name.AsSpan(kind.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _)));

    /// <summary>Whether a name stands for this strike.</summary>
    internal static bool Names(string name, string strike) =>
        strike.StartsWith(name, StringComparison.Ordinal) && (strike.Length == name.Length || strike[name.Length] is '.' or '-');

    internal bool Has(string strike) => (Only is null || Only.Any(name => Names(name, strike))) && !Without.Any(name => Names(name, strike));

    /// <summary>As options of <c>./run simulate</c>.</summary>
    public override string ToString() => string.Concat(
        Only is null ? "" : $" --only {(Only.Count == 0 ? "none" : string.Join(',', Only))}",
        Without.Count == 0 ? "" : $" --without {string.Join(',', Without)}",
        Steps is { } steps ? string.Create(CultureInfo.InvariantCulture, $" --steps {steps}") : "");
}
