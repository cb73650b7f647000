"""One release of the data, loaded: a frame per table, immutable and shared by all sessions."""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True, eq=False)
class Records:
    """Every table of one release. Nobody changes a frame in place.

    Columns: docs/contracts.md. `release` is a short hash of the files that were read.
    """

    release: str
    provinces: pd.DataFrame
    province_aliases: pd.DataFrame
    group_schemes: pd.DataFrame
    province_groups: pd.DataFrame
    province_group_members: pd.DataFrame
    phases: pd.DataFrame
    milestones: pd.DataFrame
    agencies: pd.DataFrame
    programmes: pd.DataFrame
    sources: pd.DataFrame
    observations: pd.DataFrame
    conflicts: pd.DataFrame
    network_growth: pd.DataFrame
    institutions: pd.DataFrame
    institution_service_areas: pd.DataFrame
    representatives: pd.DataFrame
    workshops: pd.DataFrame
    participations: pd.DataFrame
    projects: pd.DataFrame
    project_locations: pd.DataFrame
    plans: pd.DataFrame
