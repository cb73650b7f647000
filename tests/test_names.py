"""Province names as people write them, and the codes they must give."""

import pandas as pd
import pytest

from geo.build import read_facts
from geo.names import AmbiguousAliasError, UnknownProvinceError, alias_table, fold, resolve, short_group_name
from locales.publishers import publisher

ALIASES = {
    fold(name): code
    for name, code in [
        ("ลำปาง", "52"),
        ("Lampang", "52"),
        ("แพร่", "54"),
        ("Nan", "55"),
        ("กระบี่", "81"),
        ("กาฬสินธุ์", "46"),
        ("Phetchaburi", "76"),
        ("Phetchabun", "67"),
    ]
}
FACTS = read_facts()
SHIPPED = alias_table(provinces=FACTS.provinces, province_aliases=FACTS.aliases)


@pytest.mark.parametrize(
    ("written", "province_code"),
    [
        ("จ.ลำปาง", "52"),
        ("จังหวัดลำปาง", "52"),
        ("ล\u0e4d\u0e32ปาง", "52"),  # two code points for one vowel
        ("\u200bLampang Province ", "52"),  # zero-width space survives strip()
        ("LAMPANG\u00a0", "52"),  # a no-break space at the end
        ("เเพร่", "54"),  # two sara e typed for sara ae
        ("nan", "55"),  # a province, not a missing value
        ("กระบ\u0e48\u0e35", "81"),  # tone mark typed before the vowel above
        ("กาฬสินธ\u0e4c\u0e38", "46"),  # thanthakhat typed before the vowel below
        ("Phetcha\u2010buri", "76"),  # a typographic hyphen
    ],
)
def test_variants_resolve(written: str, province_code: str) -> None:
    assert resolve(text=written, aliases=ALIASES) == province_code


@pytest.mark.parametrize("written", ["", "   ", "ภาคเหนือ", "Phetchabur", "ลำปางง", "จังหวัด", "Province"])
def test_near_misses_are_refused_and_quoted(written: str) -> None:
    with pytest.raises(UnknownProvinceError) as error:
        resolve(text=written, aliases=ALIASES)
    assert error.value.args == (written,)


@pytest.mark.parametrize(
    ("written", "province_code"),
    [
        ("เพชรบุรี", "76"),
        ("เพชรบูรณ์", "67"),
        ("ตราด", "23"),
        ("ตรัง", "92"),
        ("ปราจีนบุรี", "25"),
        ("ประจวบคีรีขันธ์", "77"),
        ("สมุทรสาคร", "74"),
        ("สมุทรสงคราม", "75"),
    ],
)
def test_look_alike_provinces_stay_apart(written: str, province_code: str) -> None:
    assert resolve(text=written, aliases=SHIPPED) == province_code


@pytest.mark.parametrize(
    ("written", "province_code"),
    [
        ("Bangkok Metropolis", "10"),
        ("กทม.", "10"),
        ("Phangnga", "82"),
        ("Phang-nga", "82"),
        ("Phang Nga", "82"),
        ("Lopburi", "16"),
        ("Buriram", "31"),
        ("Bueng Kan", "38"),
        ("4303", "38"),  # a district code from before the province
        ("ลป", "52"),  # official two-letter code
        ("สป", "11"),  # also the short name of an office, so for province columns only
        ("38", "38"),
    ],
)
def test_shipped_aliases_explain_what_files_really_say(written: str, province_code: str) -> None:
    assert resolve(text=written, aliases=SHIPPED) == province_code


def test_every_shipped_name_and_alias_resolves_to_its_own_code() -> None:
    rows = [
        *zip(FACTS.aliases["alias"], FACTS.aliases["province_code"], strict=True),
        *zip(FACTS.provinces["name_th"], FACTS.provinces["province_code"], strict=True),
        *zip(FACTS.provinces["name_en"], FACTS.provinces["province_code"], strict=True),
    ]
    wrong = [(alias, code) for alias, code in rows if resolve(text=alias, aliases=SHIPPED) != code]
    assert len(rows) > 154
    assert wrong == []


def test_an_alias_of_two_provinces_is_refused() -> None:
    provinces = pd.DataFrame(
        {"province_code": ["76", "67"], "name_th": ["ก", "ข"], "name_en": ["Phetchaburi", "Phetchabun"]}
    )
    aliases = pd.DataFrame({"alias": ["PHETCHABURI"], "province_code": ["67"]})
    with pytest.raises(AmbiguousAliasError) as error:
        alias_table(provinces=provinces, province_aliases=aliases)
    assert error.value.args == ("PHETCHABURI", "76", "67")


def test_short_group_name_drops_the_official_tail_only() -> None:
    assert short_group_name("Upper Central Provincial Cluster 1") == "Upper Central 1"
    assert short_group_name("Southern Andaman Coast Provincial Cluster") == "Southern Andaman Coast"


def test_a_publisher_has_its_own_official_name_and_an_unlisted_one_that_of_the_record():
    assert publisher("สำนักเลขาธิการคณะรัฐมนตรี", "en") == "Secretariat of the Cabinet"
    assert publisher("สำนักเลขาธิการคณะรัฐมนตรี", "th") == "สำนักเลขาธิการคณะรัฐมนตรี"
    assert publisher("Wikipedia (th)", "th") == "วิกิพีเดียภาษาไทย"
    assert publisher("หน่วยงานใหม่", "en") == "หน่วยงานใหม่"
    assert publisher(None, "en") == ""
