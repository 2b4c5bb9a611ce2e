namespace ClusterActors.Statistics;

/// <summary>
/// One figure or a sum of figures. A sum claims no more than its weakest part: exact with exact is exact, with a 'more than' it is
/// 'more than', with an 'about' it is 'about', whatever the order.
/// </summary>
/// <param name="Value">The sum of the numbers as they were stated.</param>
/// <param name="AtLeast">
/// What is certain whatever the qualifier: the sum of the exact and the 'more than' alone. Nothing that is counted is negative.
/// </param>
public sealed record Amount(decimal Value, Qualifier Qualifier, decimal AtLeast)
{
    public static Amount Of(Figure figure) =>
        new(figure.Value, figure.Qualifier, figure.Qualifier == Qualifier.About ? 0 : figure.Value);

    /// <summary>Null where there is nothing to add: no figure is not zero.</summary>
    public static Amount? Sum(IEnumerable<Amount> amounts) =>
        amounts.Aggregate((Amount?)null, (sum, amount) => sum is null ? amount : sum.Plus(amount));

    public Amount Plus(Amount other) =>
        new(Value + other.Value, (Qualifier)Math.Max((int)Qualifier, (int)other.Qualifier), AtLeast + other.AtLeast);

    /// <summary>
    /// The difference to an earlier amount. Exact from exact is exact, and a lower bound less something exact is one; every other
    /// difference could lie on either side.
    /// </summary>
    public Change Since(Amount earlier) => new(
        Value - earlier.Value,
        earlier.Qualifier == Qualifier.Exact ? Qualifier : Qualifier.About);
}

/// <param name="Value">Negative where it has become less.</param>
public sealed record Change(decimal Value, Qualifier Qualifier);
