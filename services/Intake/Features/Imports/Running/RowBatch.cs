using FlowPlatform.Intake.Data;
using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.Intake.Features.Imports.Reading;

namespace FlowPlatform.Intake.Features.Imports.Running;

/// <summary>Rows read since the last commit: the good ones to keep, the bad ones to report.</summary>
internal sealed class RowBatch
{
    private const int MostRows = 5_000;
    private const int MostBytes = 4 * 1024 * 1024;

    private int _bytes;

    public List<ImportRow> Rows { get; } = [];
    public List<ImportRejection> Rejections { get; } = [];
    public int Count => Rows.Count + Rejections.Count;
    public bool IsFull => Count >= MostRows || _bytes >= MostBytes;

    public void Add(ImportRun run, RowMapper mapper, RowRead read)
    {
        var row = read.Values is null ? null : mapper.Map(read.Values, read.Line);
        if (row is null)
        {
            Rejections.Add(Explain(run.Id, read, mapper));
            return;
        }

        var content = CaseRowJson.Write(row);
        _bytes += content.Length;
        Rows.Add(
            new ImportRow
            {
                ImportId = run.Id,
                Reference = row.Reference,
                Line = row.Line,
                Content = content,
            }
        );
    }

    public void Clear()
    {
        Rows.Clear();
        Rejections.Clear();
        _bytes = 0;
    }

    /// <summary>Everything that is wrong with a row in one entry, under the first column at fault.</summary>
    public static ImportRejection Explain(Guid importId, RowRead read, RowMapper mapper)
    {
        var problems = read.Problem is null ? mapper.Problems : [read.Problem];
        var reason = string.Join("; ", problems.Select(p => p.Column is null ? p.Reason : $"{p.Column} {p.Reason}"));
        return new ImportRejection
        {
            ImportId = importId,
            Line = read.Line,
            ColumnName = Short(problems[0].Column),
            Reason = Short(reason)!, // never null
        };
    }

    private static string? Short(string? text) =>
        text is { Length: > ImportRejection.TextLength } ? text[..ImportRejection.TextLength] : text;
}
