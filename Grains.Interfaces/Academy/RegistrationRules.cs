namespace ClusterActors.Academy;

/// <summary>Schools register for the awards that they contend for (đăng ký thi đua), until the self-scoring is opened; a deadline may end it before.</summary>
/// <param name="RequiredFor">The awards for which only a registered school is a candidate.</param>
[GenerateSerializer, Alias("registration-rules")]
public sealed record RegistrationRules([property: Id(0)] Sourced<EquatableList<Award>> RequiredFor);
