using ClusterActors.Gateway;
using ClusterActors.Journal;

namespace ClusterActors.Silo.Archives;

/// <summary>A closed year as one file, for officials and auditors.</summary>
internal static class ArchiveEndpoint
{
    public static void MapArchives(this WebApplication app) =>
        app.MapOfficials("/clusters/{cluster}/years/{year:int}/archive").MapGet("", WriteAsync);

    private static async Task<IResult> WriteAsync(IJournalReader reader, string cluster, int year, CancellationToken cancel)
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
