using System.CommandLine;
using ClusterActors.Storage;

namespace ClusterActors.Silo.Commands;

internal static class SnapshotOption
{
    public static Option<int> Create()
    {
        var option = new Option<int>("--snapshot-every")
        {
            Description = "After how many events a grain's state is kept, so that it need not be replayed whole; 0 keeps none.",
            DefaultValueFactory = _ => new SnapshotOptions().Every,
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 0)
                result.AddError("--snapshot-every is a number of events, or 0.");
        });
        return option;
    }
}
