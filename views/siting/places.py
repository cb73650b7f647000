"""The proposed places in order, or why none is proposed."""

from html import escape

from figures import words
from figures.siting import said
from locales import Reader
from measures.siting_question import Placement
from shell import lists, markup


def nothing(placement: Placement, reader: Reader) -> str:
    """Return why no place is proposed, and what the reader can do about it."""
    title = escape(said.answer(placement, reader))
    why = escape(words.reason(placement.reason, reader))
    hint = f"siting-none-hint-{placement.state}"
    useful = reader.has(hint) and placement.reason != "all_covered"
    told = escape(reader.t(hint)) if useful else ""
    return (
        f'<div class="sti-none" role="status"><h3>{title}</h3><p>{why}</p>'
        + (f'<p class="sti-sub">{told}</p>' if told else "")
        + "</div>"
    )


def sites(placement: Placement, group_names: object, reader: Reader) -> str:
    """Return the proposed places in order: what each adds, why, what to do there."""
    names = {row["area_code"]: reader.pick(row, "name") for row in placement.provinces.to_dict("records")}
    groups: dict[str, str] = dict(group_names)  # type: ignore[call-overload]
    median = placement.question.model == "median"
    rows, so_far = [], 0
    for row in placement.sites.to_dict("records"):
        so_far += row["gain_count"]
        gain = (
            reader.t("siting-gain", n=row["gain_count"])
            if row["gain_count"]
            else reader.t("siting-gain-none")
        )
        km = reader.number(row["mean_km"])
        total = reader.t("siting-so-far", n=so_far, of=placement.open_count)
        if median:
            total = reader.t("siting-so-far-km", km=km)
        why = reader.t(
            f"siting-reason-{row['reason']}",
            n=row["gain_count"],
            names=reader.join(names[code] for code in row["gained"]),
            km=km,
        )
        name = lists.go(names[row["area_code"]], "area", area=row["area_code"])
        rows.append(
            f'<li><i>{row["step"]}</i><div><b>{name}</b> <span class="sti-sub">'
            f"{escape(groups.get(row['group_code'], ''))}</span>"
            f'<p>{escape(why)}</p><p class="sti-sub">{escape(reader.t("siting-action-" + row["action"]))}</p></div>'
            f'<div class="gain"><b>{escape(gain)}</b><span class="sti-sub">{escape(total)}</span></div></li>'
        )
    head = markup.section(
        reader.t("siting-places"), reader.t("siting-sites-median" if median else "siting-sites"), 3
    )
    return f'{head}<ol class="sti-sites">{"".join(rows)}</ol>'
