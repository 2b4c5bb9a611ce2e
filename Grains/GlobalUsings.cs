global using ClusterActors.Journal;
