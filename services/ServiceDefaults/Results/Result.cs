using System.Diagnostics.CodeAnalysis;

namespace FlowPlatform.ServiceDefaults.Results;

/// <summary>The outcome of an act that has no value: done, or refused with an error.</summary>
[SuppressMessage("Usage", "CA2225", Justification = "Returning a value or an error is the named alternative.")]
public readonly struct Result
{
    private readonly Error? _error;

    private Result(Error error) => _error = error;

    public static Result Ok => default;

    public bool IsRefused => _error is not null;

    public Error Error => _error ?? throw new InvalidOperationException("The act was not refused.");

    public static implicit operator Result(Error error) => new(error);
}

/// <summary>The outcome of an act: its value, or the error that refused it.</summary>
[SuppressMessage("Usage", "CA2225", Justification = "Returning a value or an error is the named alternative.")]
public readonly struct Result<T>
{
    private readonly Error? _error;
    private readonly T? _value;

    private Result(T value) => _value = value;

    private Result(Error error) => _error = error;

    public bool IsRefused => _error is not null;

    public Error Error => _error ?? throw new InvalidOperationException("The act was not refused.");

    // The cast is safe: a value was given whenever no error was.
    public T Value => _error is null ? _value! : throw new InvalidOperationException($"Refused: {_error.Code}");

    public static implicit operator Result<T>(T value) => new(value);

    public static implicit operator Result<T>(Error error) => new(error);

    public Result<TOther> Map<TOther>(Func<T, TOther> map) => _error is null ? map(_value!) : _error;
}
