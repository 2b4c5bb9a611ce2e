using System.Text;
using System.Text.Json;

namespace ClusterActors.Storage;

/// <summary>
/// Queries over views give each row as one JSON object of the form of its contract. So a decimal stays the text that it is in
/// the document and meets no binary fraction on its way, and both databases share the reading.
/// </summary>
internal static class JsonRow
{
    public static T Read<T>(string json) => CanonicalJson.Read<T>(Encoding.UTF8.GetBytes(json));

    /// <summary>A value of an enumeration as documents name it.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => JsonSerializer.SerializeToElement(value, CanonicalJson.Options).GetString()!;

    /// <param name="schools">By code, and one more than <paramref name="limit"/> where there are more.</param>
    public static SchoolPage Page(List<SchoolFound> schools, int limit)
    {
        var shown = schools.Take(limit).ToEquatableList();
        return new(shown, schools.Count > limit ? shown[^1].School : null);
    }
}
