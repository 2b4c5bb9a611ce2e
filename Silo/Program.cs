using ClusterActors.Silo.Commands;

return await CommandLine.RunAsync(args);
