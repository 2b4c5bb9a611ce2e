using Microsoft.Extensions.Logging;

namespace ClusterActors.LocalRuntime;

internal static partial class RuntimeLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Grain} {Key} could not be activated")]
    public static partial void ActivationFailed(this ILogger logger, Exception failure, GrainClass grain, string key);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Grain} {Key} asked to be dropped and was let go")]
    public static partial void ActivationDropped(this ILogger logger, GrainClass grain, string key);
}
