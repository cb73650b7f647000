"""The cube query, as SQL that DuckDB and Daft both understand: projects joined with their places, grouped.

Each text names the tables it asks: `projects` and `project_locations` are those of the release, the others are answers
kept under that name or small tables made from answers (`data/cube/engine_build.py` runs them in this order). Only what
both dialects share is used: no lists, no `||`, no `USING`. No condition of a CASE may be null, unless null is what it
should give: Daft then answers null where DuckDB goes on to ELSE. A NaN is not `< 1e300` in either.
"""

# One row per place. told: what the share says: 0 nothing, 1 all of it, 2 a part.
PLACES = """
SELECT project_id AS owner, COALESCE(province_code, '') AS province, COALESCE("precision", '') AS kind, share,
       CASE WHEN share IS NULL THEN 0 WHEN share = 1 THEN 1 WHEN share < 1e300 THEN 2 ELSE 0 END AS told
FROM project_locations
"""
KINDS_OF_PLACES = "SELECT DISTINCT province, kind, told FROM places"

# Per project the sum of the marks of its places; a single place gets everything, whether it says so or not.
PATTERNS = """
SELECT owner, CASE WHEN many > 1 THEN several ELSE sole END AS pattern
FROM (SELECT owner, COUNT(*) AS many, CAST(SUM(several_mark) AS BIGINT) AS several,
             CAST(SUM(sole_mark) AS BIGINT) AS sole
      FROM places JOIN marks
        ON places.province = marks.mark_province AND places.kind = marks.mark_kind AND places.told = marks.mark_told
      GROUP BY owner) AS summed
"""

# A project that names no first day stands from the first of its fiscal year: 1 October, 544 years earlier.
_OCTOBER = (
    "CASE WHEN fiscal_year_be > 0 THEN "
    "CAST(CONCAT(CAST(CAST(fiscal_year_be AS BIGINT) - 544 AS VARCHAR), '-10-01') AS DATE) ELSE NULL END"
)
_START = f"COALESCE(CAST(started_on AS DATE), {_OCTOBER})"
_PLAIN = f"""
SELECT project_id, COALESCE(programme_code, '') AS programme, COALESCE(agency_code, '') AS agency,
       COALESCE(phase_code, '') AS phase, COALESCE(status, '') AS status, COALESCE(source_id, '') AS source_id,
       COALESCE(evidence, '') AS evidence, COALESCE(CAST(fiscal_year_be AS BIGINT), 0) AS fiscal_year,
       {_START} AS started, CAST(ended_on AS DATE) AS ended,
       CASE WHEN COALESCE(status, '') = 'planned' THEN NULL ELSE {_START} END AS begun,
       CASE WHEN allocated_baht < 1e300 THEN allocated_baht ELSE NULL END AS allocated,
       CASE WHEN disbursed_baht < 1e300 THEN disbursed_baht ELSE NULL END AS disbursed
FROM projects
"""  # noqa: S608 - made of the constants above
# over: the first day a project is over, the one after its last, never before its first.
_DATED = f"""
SELECT *, CASE WHEN begun IS NULL OR ended IS NULL THEN NULL WHEN ended < begun THEN begun
          ELSE CAST(ended + INTERVAL '1 day' AS DATE) END AS over_on
FROM ({_PLAIN}) AS plain
"""  # noqa: S608 - made of the constants above


def _fiscal_year(day: str) -> str:
    """Return the fiscal year (BE) of a day, 9999 for none; it begins on 1 October."""
    later = f"CASE WHEN month({day}) >= 10 THEN 544 ELSE 543 END"
    return f"COALESCE(CAST(year({day}) AS BIGINT) + CAST({later} AS BIGINT), 9999)"


# One row per project with everything a filter asks about.
PLACED = f"""
SELECT dated.project_id AS project_id, programme, agency, phase, status, source_id, evidence, fiscal_year, started,
       ended, allocated, disbursed, COALESCE(pattern, 0) AS pattern,
       {_fiscal_year("begun")} AS start_year, {_fiscal_year("over_on")} AS over_year
FROM ({_DATED}) AS dated LEFT JOIN patterns ON dated.project_id = patterns.owner
"""  # noqa: S608
TWICE = """
SELECT project_id FROM (SELECT project_id, COUNT(*) AS many FROM placed GROUP BY project_id) AS counted
WHERE many > 1 LIMIT 1
"""

KEYS = ("start_year", "over_year", "pattern", "programme", "agency", "phase", "status", "fiscal_year", "source_id",
        "evidence")  # fmt: skip
CELLS = f"""
SELECT {", ".join(KEYS)}, COUNT(*) AS projects, COUNT(allocated) AS stated_allocated,
       COUNT(disbursed) AS stated_disbursed, SUM(COALESCE(allocated, 0.0)) AS allocated,
       SUM(COALESCE(disbursed, 0.0)) AS disbursed
FROM placed GROUP BY {", ".join(KEYS)}
"""  # noqa: S608

# The places of one project of each pattern.
CONTENTS = """
SELECT pattern, province, kind, told
FROM (SELECT pattern, MIN(project_id) AS example FROM placed WHERE pattern <> 0 GROUP BY pattern) AS examples
JOIN places ON examples.example = places.owner
"""

# One row per project with the number of its cell.
NUMBERED = f"""
SELECT project_id, cell, started, ended, allocated, disbursed, pattern
FROM placed JOIN numbers ON {" AND ".join(f"placed.{key} = numbers.of_{key}" for key in KEYS)}
"""  # noqa: S608
ROWS = "SELECT project_id, cell, started, ended, allocated, disbursed FROM numbered ORDER BY project_id"

# One row per share of a project whose money is kept by place. position: which place of its pattern.
SHARED = """
SELECT project_id, cell, position, share, allocated, disbursed
FROM numbered JOIN places ON numbered.project_id = places.owner JOIN positions
  ON numbered.pattern = positions.of_pattern AND places.province = positions.of_province
 AND places.kind = positions.of_kind AND places.told = positions.of_told
"""
SHARES = "SELECT project_id, position, share FROM shared ORDER BY project_id, position"
SLOTS = """
SELECT cell, position, SUM(COALESCE(allocated, 0.0) * share) AS allocated,
       SUM(COALESCE(disbursed, 0.0) * share) AS disbursed
FROM shared GROUP BY cell, position
"""
