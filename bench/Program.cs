using ClusterActors.Bench;

return await BenchCommand.RunAsync(args);
