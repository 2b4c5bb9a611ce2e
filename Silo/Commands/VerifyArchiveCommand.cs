using System.CommandLine;
using ClusterActors.Silo.Archives;

namespace ClusterActors.Silo.Commands;

/// <summary><c>./run verify-archive</c>: holds an archive against itself, and against checkpoints that somebody keeps elsewhere. It needs no store.</summary>
internal static class VerifyArchiveCommand
{
    public const string Name = "verify-archive";

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The archive." };
        var against = new Option<string[]>("--against")
        {
            Description = "Checkpoints that were kept elsewhere, as ROOT@NUMBER or a file of such or of verify's own lines; the archive's must be among them.",
            DefaultValueFactory = _ => [],
        };
        var command = new Command(Name, "Check an archive of a year: its files, hash chains and checkpoint, and that all of it follows from its entries.") { file, against };
        command.SetAction((arguments, cancel) => CommandLine.GuardedAsync(async () =>
        {
            await using var archive = File.OpenRead(arguments.GetValue(file)!);
            var findings = await ArchiveCheck.RunAsync(archive, [.. arguments.GetValue(against)!.SelectMany(KeptElsewhere.Read)], cancel);
            foreach (var finding in findings)
                Console.WriteLine(finding);
            Console.WriteLine(findings.Count == 0 ? "The archive is sound." : $"{findings.Count} findings.");
            return findings.Count == 0 ? ExitCode.Done : ExitCode.Refused;
        }, cancel));
        return command;
    }
}
