using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text.Json.Serialization;

namespace FlowPlatform.Prioritisation.Domain.Methods;

/// <summary>An exact rational number in lowest terms. Budgets and shares never meet floating point: a tie is a tie.</summary>
[JsonConverter(typeof(FractionJsonConverter))]
internal readonly struct Fraction : IEquatable<Fraction>, IComparable<Fraction>
{
    private readonly BigInteger _denominator;

    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException();
        }

        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / divisor;
        _denominator = denominator / divisor;
    }

    public static Fraction Zero => new(0, 1);

    public static Fraction One => new(1, 1);

    public BigInteger Numerator { get; }

    // default(Fraction) has no denominator yet; it stands for zero.
    public BigInteger Denominator => _denominator.IsZero ? BigInteger.One : _denominator;

    public static implicit operator Fraction(int value) => new(value, 1);

    public static Fraction operator +(Fraction a, Fraction b) =>
        new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Fraction operator -(Fraction a, Fraction b) => a + new Fraction(-b.Numerator, b.Denominator);

    public static Fraction operator *(Fraction a, Fraction b) =>
        new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Fraction operator /(Fraction a, Fraction b) =>
        new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static bool operator ==(Fraction a, Fraction b) => a.Equals(b);

    public static bool operator !=(Fraction a, Fraction b) => !a.Equals(b);

    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;

    public static Fraction Min(Fraction a, Fraction b) => a <= b ? a : b;

    public static Fraction Max(Fraction a, Fraction b) => a >= b ? a : b;

    public static Fraction Sum(IEnumerable<Fraction> values) => values.Aggregate(Zero, (sum, value) => sum + value);

    public static Fraction Parse(string text)
    {
        var parts = text.Split('/');
        var numerator = BigInteger.Parse(parts[0], CultureInfo.InvariantCulture);
        return new(numerator, parts.Length == 1 ? 1 : BigInteger.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    /// <summary>The nearest multiple of 1/parts towards zero.</summary>
    public Fraction TruncatedTo(int parts) => new(BigInteger.Divide(Numerator * parts, Denominator), parts);

    public double ToDouble() => (double)Numerator / (double)Denominator;

    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Fraction other) => Numerator == other.Numerator && Denominator == other.Denominator;

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Fraction other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    public override string ToString() => Denominator.IsOne ? $"{Numerator}" : $"{Numerator}/{Denominator}";
}
