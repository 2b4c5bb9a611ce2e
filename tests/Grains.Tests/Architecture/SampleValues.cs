using System.Reflection;
using ClusterActors.Journal;

namespace ClusterActors.Tests.Architecture;

/// <summary>Some value of any contract or event type, always the same: for golden files and for trying what is total.</summary>
internal static class SampleValues
{
    public static object Of(Type type, string name = "x")
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Of(inner, name);
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(0)!;
        if (type == typeof(string))
            return name;
        if (type == typeof(int))
            return 2020;
        if (type == typeof(long))
            return 7L;
        if (type == typeof(bool))
            return true;
        if (type == typeof(decimal))
            return 9.5m;
        if (type == typeof(DateOnly))
            return Moment.Day("2020-11-12");
        if (type == typeof(DateTimeOffset))
            return Moment.Default;
        if (type == typeof(Fraction))
            return new Fraction(2, 3);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableList<>))
            return ListOf(type.GetGenericArguments()[0], name);
        if (type.IsAbstract)
            return Of(CanonicalJson.Cases(type).MaxBy(c => c.Alias, StringComparer.Ordinal).Case, name);
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Of(p.ParameterType, p.Name!.ToLowerInvariant()))]);
    }

    private static object ListOf(Type item, string name)
    {
        var items = Array.CreateInstance(item, 1);
        items.SetValue(Of(item, name), 0);
        var make = typeof(EquatableList).GetMethod(nameof(EquatableList.ToEquatableList), BindingFlags.Public | BindingFlags.Static)!;
        return make.MakeGenericMethod(item).Invoke(null, [items])!;
    }

    public static JournalEvent Event(string type, byte[] payload) => new("stream", 1, 0, type, payload, "an@academy:vn", "op", Moment.Default, Chain.Start, Chain.Start);
}
