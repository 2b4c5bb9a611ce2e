using ClusterActors.Gateway;
using ClusterActors.Storage;

namespace ClusterActors.Tests.Messages;

/// <summary>Every code that an answer of the API may bear.</summary>
internal static class Codes
{
    // What can only be met before a server answers anybody.
    private static readonly string[] AtStart =
    [
        StoreFault.DataFolderIsPlay, StoreFault.DataFolderIsLive, StoreFault.DataFolderEmpty, StoreFault.RestoreTargetNotEmpty,
        StoreFault.SchemaTooNew, StoreFault.SchemaOutdated, StoreFault.SchemaChanged,
    ];

    /// <summary>By the constants that hold them, such as <c>RefusalCode.Forbidden</c>.</summary>
    public static IReadOnlyList<(string Constant, string Code)> All { get; } =
        [.. Of(typeof(RefusalCode)), .. Of(typeof(GatewayCode)), .. Of(typeof(StoreFault)).Where(c => !AtStart.Contains(c.Code))];

    public static IEnumerable<(string Constant, string Code)> Of(Type constants) =>
        constants.GetFields().Select(field => ($"{constants.Name}.{field.Name}", (string)field.GetRawConstantValue()!));
}
