using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ClusterActors.Gateway;

/// <summary>
/// View rows as responses: the document as it is stored, with the stream's version as a weak ETag. What a query has put together
/// is written in the same form.
/// </summary>
internal static class Reading
{
    private const string ContentType = "application/json; charset=utf-8";

    /// <param name="whole">Makes a row whole of which not all is in its document; null where all is.</param>
    public static async Task<IResult> OneAsync(HttpContext http, IViews views, string stream, Func<ViewRow, Task<byte[]>>? whole = null)
    {
        if (await views.FindAsync(stream, http.RequestAborted) is not { } row)
            return Problems.NotFound($"There is no '{stream}'.");
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"W/\"{row.Version}\"");
        return TypedResults.Bytes(whole is null ? row.Document : await whole(row), ContentType);
    }

    /// <summary>The rules of a year as that stream has them.</summary>
    public static async Task<IResult> RegulationAsync(HttpContext http, IJournalViewer journal, string stream, int year) =>
        await journal.RegulationAsync(stream, year, http.RequestAborted) is { } regulation ? Json(regulation) : Problems.NotFound($"'{stream}' has no regulation of {year}.");

    public static IResult Json<T>(T value) => TypedResults.Bytes(CanonicalJson.Write(value), ContentType);

    public static async Task<IResult> ListAsync(HttpContext http, IViews views, string kind)
    {
        var rows = await views.ListAsync(kind, http.RequestAborted);
        using var body = new MemoryStream();
        body.WriteByte((byte)'[');
        foreach (var (row, at) in rows.Select((row, at) => (row, at)))
        {
            if (at > 0)
                body.WriteByte((byte)',');
            body.Write(row.Document);
        }

        body.WriteByte((byte)']');
        return TypedResults.Bytes(body.ToArray(), ContentType);
    }
}
