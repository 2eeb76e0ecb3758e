#!/usr/bin/env python3
"""What people would use instead, timed from inside: DuckDB, polars, and SQLite as Python has it.

Each task prints one JSON line: CPU milliseconds of every repetition, and how many rows came back, so that a
rival that answers less is seen. A rival that is not installed prints {"missing": NAME}.

  rivals.py duckdb import CSV DB           one table made from the file
  rivals.py duckdb team DB ADVISERS N      monthly sums, mean, average moving range and limits, N times, warm
  rivals.py duckdb one DB N                the same for one adviser
  rivals.py polars import CSV PARQUET
  rivals.py polars one PARQUET N
  rivals.py sqlite open DB N               open and read the first adviser
  rivals.py sqlite edit DB N               commit one cell, then one adviser's months
  rivals.py workbook make WIDE FODS        the manager's workbook: the readings and a card of SUMIFS over them
"""
import csv
import json
import sqlite3
import sys
import time

FIRST, LAST = "2024-04-01", "2026-03-31"

# Monthly sum(num) / sum(den), mean and average moving range over 24 months, limits mean +- 2.66 x mR.
LIMITS = """
with month as (
  select adviser_ref, kpi, substr(cast(date as varchar), 1, 7) as month,
         sum(num) * 1.0 / nullif(coalesce(sum(den), 0), 0) as share, sum(num) as count
  from measure where cast(date as varchar) between '{first}' and '{last}' {who}
  group by 1, 2, 3),
value as (select adviser_ref, kpi, month, coalesce(share, count) as value from month),
moved as (select *, abs(value - lag(value) over (partition by adviser_ref, kpi order by month)) as range from value),
limits as (select adviser_ref, kpi, avg(value) as mean, avg(range) as moving from moved group by 1, 2)
select v.adviser_ref, v.kpi, v.month, v.value, l.mean, l.mean - 2.66 * l.moving, l.mean + 2.66 * l.moving
from value v join limits l using (adviser_ref, kpi) order by 1, 2, 3
"""


def query(who=""):
    return LIMITS.format(first=FIRST, last=LAST, who=who)


def among(names):
    return "and adviser_ref in (%s)" % ", ".join("'%s'" % name for name in names)


def timed(times, work):
    """CPU of the whole process, since these rivals use several threads."""
    spent, rows = [], 0
    for _ in range(times):
        start = time.process_time()
        rows = work()
        spent.append((time.process_time() - start) * 1000)
    return {"cpu_ms": spent, "rows": rows}


def duckdb(task, arguments):
    import duckdb as rival

    if task == "import":
        source, target = arguments
        base = rival.connect(target)
        base.execute("create table measure as select * from read_csv('%s')" % source)
        rows = base.execute("select count(*) from measure").fetchone()[0]
        base.close()
        return {"rows": rows}
    base = rival.connect(arguments[0], read_only=True)
    names = [row[0] for row in base.execute("select distinct adviser_ref from measure order by 1").fetchall()]
    if task == "team":
        wanted = names[: int(arguments[1])]
        text = query(among(wanted)) if len(wanted) < len(names) else query()
        answer = lambda: base.sql(text).to_arrow_table().num_rows if ARROW else len(base.execute(text).fetchall())
        answer()
        return timed(int(arguments[2]), answer)
    text = query(among(names[:1]))
    answer = lambda: len(base.execute(text).fetchall())
    answer()
    return timed(int(arguments[1]), answer)


def polars(task, arguments):
    import polars as rival

    if task == "import":
        source, target = arguments
        rival.scan_csv(source).sink_parquet(target)
        return {"rows": rival.scan_parquet(target).select(rival.len()).collect().item()}
    lazy = rival.scan_parquet(arguments[0])
    name = lazy.select(rival.col("adviser_ref").min()).collect().item()

    def answer():
        col = rival.col
        monthly = (
            lazy.filter((col("adviser_ref") == name) & (col("date") >= FIRST) & (col("date") <= LAST))
            .with_columns(col("date").str.slice(0, 7).alias("month"))
            .group_by("adviser_ref", "kpi", "month")
            .agg(col("num").sum(), col("den").sum())
            .with_columns(rival.when(col("den") > 0).then(col("num") / col("den")).otherwise(col("num")).alias("value"))
            .sort("adviser_ref", "kpi", "month")
            .with_columns(col("value").diff().abs().over("adviser_ref", "kpi").alias("range"))
            .with_columns(
                col("value").mean().over("adviser_ref", "kpi").alias("mean"),
                col("range").mean().over("adviser_ref", "kpi").alias("moving"),
            )
        )
        return monthly.collect().height

    answer()
    return timed(int(arguments[1]), answer)


def sqlite(task, arguments):
    path, times = arguments[0], int(arguments[1])
    if task == "open":
        def answer():
            base = sqlite3.connect(path)
            rows = len(base.execute("select adviser_ref from measure limit 1").fetchall())
            base.close()
            return rows

        return timed(times, answer)
    base = sqlite3.connect(path, isolation_level=None)
    base.executescript("pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -65536")
    key = base.execute("select adviser_ref, kpi, date from measure limit 1").fetchone()
    month = "select kpi, substr(date, 1, 7), sum(num), sum(den) from measure where adviser_ref = ? and date >= ? group by 1, 2"

    def edit():
        base.execute("begin immediate")
        base.execute("update measure set num = num + 1 where adviser_ref = ? and kpi = ? and date = ?", key)
        base.execute("commit")
        return len(base.execute(month, (key[0], FIRST)).fetchall())

    spent = []
    rows = 0
    for _ in range(times):
        start = time.perf_counter()
        rows = edit()
        spent.append((time.perf_counter() - start) * 1000)
    return {"wall_ms": spent, "rows": rows}


def workbook(task, arguments):
    """A flat ODS that LibreOffice loads and calculates: 12 advisers x 10 KPIs x 24 months, two SUMIFS each."""
    source, target = arguments
    assert task == "make"
    with open(source, newline="") as file:
        head, *rows = list(csv.reader(file))
    number = lambda value: '<table:table-cell office:value-type="float" office:value="%s"/>' % value
    text = lambda value: '<table:table-cell office:value-type="string"><text:p>%s</text:p></table:table-cell>' % value
    formula = lambda value: '<table:table-cell table:formula="of:=%s" office:value-type="float"/>' % value
    months = ["%d-%02d" % (2024 + at // 12, at % 12 + 1) for at in range(3, 27)]
    names = sorted({row[0] for row in rows})
    with open(target, "w") as out:
        out.write(HEAD + '<table:table table:name="data">')
        for row in rows:
            cells = text(row[0]) + text(row[1][:7])
            out.write("<table:table-row>%s</table:table-row>" % (cells + "".join(number(value or 0) for value in row[2:])))
        out.write('</table:table><table:table table:name="card">')
        last, formulas = len(rows), 0
        for name in names:
            for at in range(2, len(head)):
                column = chr(ord("A") + at)
                cells = "".join(
                    formula("SUMIFS([data.$%s$1:.$%s$%d];[data.$A$1:.$A$%d];&quot;%s&quot;;[data.$B$1:.$B$%d];&quot;%s&quot;)"
                            % (column, column, last, last, name, last, month))
                    for month in months
                )
                formulas += len(months)
                out.write("<table:table-row>%s</table:table-row>" % (text(name) + cells))
        out.write("</table:table></office:spreadsheet></office:body></office:document>")
    return {"rows": formulas}


HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>"""

try:
    import pyarrow  # noqa: F401

    ARROW = True
except ImportError:
    ARROW = False

if __name__ == "__main__":
    rival, task, *rest = sys.argv[1:]
    try:
        print(json.dumps({"duckdb": duckdb, "polars": polars, "sqlite": sqlite, "workbook": workbook}[rival](task, rest)))
    except ImportError:
        print(json.dumps({"missing": rival}))
