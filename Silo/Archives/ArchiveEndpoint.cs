using ClusterActors.Gateway;
using ClusterActors.Journal;

namespace ClusterActors.Silo.Archives;

/// <summary>A closed year as one file, for officials and auditors.</summary>
internal static class ArchiveEndpoint
{
    public static void MapArchives(this WebApplication app) =>
        app.MapOfficials("/clusters/{cluster}/years/{year:int}/archive").MapGet("", WriteAsync);

    /// <summary>The place is kept until the last byte is sent: so long the file lies on the disk.</summary>
    internal static async Task WriteAsync(HttpContext http, IJournalReader reader, ArchiveLimit limit, string cluster, int year)
    {
        using var place = limit.Take();
        var result = place.IsAcquired ? await MakeAsync(reader, cluster, year, http.RequestAborted) : TooMany(http);
        await result.ExecuteAsync(http);
    }

    private static IResult TooMany(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "10";
        return Problems.Of(StatusCodes.Status429TooManyRequests, GatewayCode.TooManyArchives, "The gateway is making as many archives as it makes at once. Nothing was begun; repeat it.");
    }

    private static async Task<IResult> MakeAsync(IJournalReader reader, string cluster, int year, CancellationToken cancel)
    {
        if (!Code.IsValid(cluster) || !Years.IsValid(year))
            return Problems.NotFound($"There is no year {year} of a cluster '{cluster}'.");

        // Whole before it is sent: a response that has begun can only be cut off.
        var file = ScratchFile.Create();
        try
        {
            await ArchiveExport.WriteAsync(reader, new(cluster, year), file, cancel);
            file.Position = 0;
            return TypedResults.Stream(file, "application/zip", $"{cluster}-{year}.zip");
        }
        catch (ArchiveException not)
        {
            await file.DisposeAsync();
            return not.Code == RefusalCode.NotFound ? Problems.NotFound(not.Message) : Problems.Of(StatusCodes.Status409Conflict, not.Code, not.Message);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
