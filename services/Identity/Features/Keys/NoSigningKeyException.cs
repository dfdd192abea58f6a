namespace FlowPlatform.Identity.Features.Keys;

internal sealed class NoSigningKeyException(string message) : Exception(message);
