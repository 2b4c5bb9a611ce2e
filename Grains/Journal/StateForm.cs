using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ClusterActors.Journal;

/// <summary>How a state is written down for a snapshot: canonical JSON, in which the cases of unions go by their type's name.</summary>
internal static class StateForm<TState>
{
    private static readonly JsonSerializerOptions Options = new(CanonicalJson.Options)
    {
        IgnoreReadOnlyProperties = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameCases } },
    };

    /// <summary>
    /// Names the state's type and the very builds that hold it, its evolution and its form: the compiler gives every other
    /// content another module id. A snapshot of another build is not read, whether or not somebody thought of the difference.
    /// </summary>
    public static string Shape { get; } = string.Join(
        ' ', new[] { typeof(TState), typeof(Snapshot), typeof(CanonicalJson) }.Select(type => type.Module.ModuleVersionId.ToString()).Prepend(typeof(TState).ToString()));

    public static byte[] Write(TState state) => JsonSerializer.SerializeToUtf8Bytes(state, Options);

    public static bool TryRead(byte[] utf8, [NotNullWhen(true)] out TState? state)
    {
        try
        {
            state = JsonSerializer.Deserialize<TState>(utf8, Options);
            return state is not null;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            state = default;
            return false;
        }
    }

    private static void NameCases(JsonTypeInfo info)
    {
        if (info.Kind != JsonTypeInfoKind.Object || !info.Type.IsAbstract)
            return;
        info.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = "$case" };
        foreach (var type in info.Type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).Where(type => type.IsSubclassOf(info.Type)))
            info.PolymorphismOptions.DerivedTypes.Add(new(type, type.Name));
    }
}
