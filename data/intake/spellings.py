"""How officers head their columns: common spellings, beside the schema's names and the display names."""

COLUMN_SPELLINGS: dict[str, tuple[str, ...]] = {
    "province_code": ("จังหวัด", "ชื่อจังหวัด", "รหัสจังหวัด", "จังหวัดที่ดำเนินการ", "จังหวัดที่ตั้ง", "พื้นที่จังหวัด", "พื้นที่ดำเนินการ",
                      "province", "province name", "prov", "prov_code", "changwat", "จังหวัด/กลุ่มจังหวัด", "จังหวัด กลุ่มจังหวัด",
                      "พื้นที่เป้าหมาย", "พื้นที่", "จังหวัดเป้าหมาย", "พื้นที่ดำเนินงาน", "places", "province/group", "area"),
    "group_code": ("กลุ่มจังหวัด", "ชื่อกลุ่มจังหวัด", "รหัสกลุ่ม", "กลุ่ม", "province group", "group", "cluster"),
    "scheme": ("แบบกลุ่ม", "แบบการจัดกลุ่ม", "scheme"),
    "name_th": ("ชื่อ", "ชื่อหน่วยงาน", "ชื่อสถาบัน", "ชื่อมหาวิทยาลัย", "สถาบัน", "หน่วยงาน", "ชื่อไทย", "ชื่อภาษาไทย",
    "name thai", "thai name"),
    "name_en": ("ชื่ออังกฤษ", "ชื่อภาษาอังกฤษ", "name", "english name", "name english"),
    "title_th": ("ชื่อโครงการ", "โครงการ", "ชื่อการประชุม", "หัวข้อ", "เรื่อง", "ชื่อเรื่อง", "ชื่อกิจกรรม", "ชื่อไทย",
    "ชื่อโครงการภาษาไทย", "thai title"),
    "title_en": ("ชื่อโครงการภาษาอังกฤษ", "ชื่อภาษาอังกฤษ", "ชื่ออังกฤษ", "project title", "project name", "title", "english title"),
    "project_id": ("รหัสโครงการ", "เลขที่โครงการ", "โครงการรหัส", "project id", "project code", "project no"),
    "workshop_id": ("รหัสการประชุม", "รหัสการประชุมเชิงปฏิบัติการ", "การประชุม", "workshop", "workshop id", "workshop code"),
    "plan_id": ("รหัสแผน", "plan id", "plan code"),
    "institution_code": ("รหัสสถาบัน", "สถาบัน", "ชื่อสถาบัน", "สถาบันเครือข่าย", "คลินิกเทคโนโลยี", "institution", "institution id"),
    "representative_id": ("รหัสผู้แทน", "representative id"),
    "programme_code": ("รหัสแผนงาน", "แผนงาน", "โปรแกรม", "ประเภทโครงการ", "programme", "program", "program code"),
    "agency_code": ("รหัสหน่วยงาน", "หน่วยงาน", "หน่วยงานรับผิดชอบ", "หน่วยงานที่รับผิดชอบ", "หน่วยงานเจ้าของโครงการ",
    "agency", "responsible agency"),
    "phase_code": ("ระยะ", "ระยะที่", "phase"),
    "status": ("สถานะ", "สถานภาพ", "สถานะโครงการ", "สถานะการดำเนินงาน", "status", "project status"),
    "started_on": ("วันเริ่ม", "วันที่เริ่ม", "วันเริ่มต้น", "วันเริ่มโครงการ", "วันที่เริ่มต้น", "วันที่เริ่มโครงการ", "เริ่มต้น", "start",
    "start date", "started"),
    "ended_on": ("วันสิ้นสุด", "วันที่สิ้นสุด", "วันสิ้นสุดโครงการ", "วันที่สิ้นสุดโครงการ", "สิ้นสุด", "วันที่แล้วเสร็จ", "end", "end date", "ended"),
    "start_date": ("วันที่จัด", "วันเริ่ม", "วันที่เริ่ม", "วันที่จัดประชุม", "วันเริ่มต้น", "วันที่เริ่มต้น", "start", "from"),
    "end_date": ("วันสิ้นสุด", "วันที่สิ้นสุด", "ถึงวันที่", "end", "to", "until"),
    "date": ("วันที่", "วัน", "day"),
    "fiscal_year_be": ("ปีงบประมาณ", "ปีงบ", "ปีงปม", "ปี", "ปีงบประมาณพศ", "fiscal year", "fy", "year", "budget year"),
    "year_be": ("ปี", "พ.ศ.", "ปี พ.ศ.", "ปีของจำนวนประชากร", "year", "calendar year"),
    "people": ("ประชากร", "จำนวนประชากร", "จำนวนประชากรรวม", "ราษฎร", "จำนวนราษฎร",
    "จำนวน (คน)", "population", "people", "inhabitants"),
    "round_no": ("ครั้งที่", "ครั้ง", "รอบที่", "round", "no"),
    "allocated_baht": ("งบประมาณ", "งบประมาณที่ได้รับจัดสรร", "งบประมาณที่ได้รับ", "งบจัดสรร", "จัดสรร", "วงเงิน",
    "วงเงินงบประมาณ", "งบประมาณจัดสรร",
                       "ได้รับจัดสรร", "งบประมาณได้รับจัดสรร", "budget", "allocated", "allocation", "allocated budget"),
    "disbursed_baht": ("เบิกจ่าย", "ผลการเบิกจ่าย", "ยอดเบิกจ่าย", "เบิกจ่ายแล้ว", "งบเบิกจ่าย", "งบประมาณเบิกจ่าย", "ใช้จ่าย",
    "ผลการใช้จ่าย", "ใช้จ่ายจริง",
                       "disbursed", "disbursement", "spent", "expenditure"),
    "beneficiary_count": ("ผู้ได้รับประโยชน์", "จำนวนผู้ได้รับประโยชน์", "ผู้รับประโยชน์", "จำนวนผู้รับประโยชน์", "ผู้รับบริการ", "จำนวนผู้รับบริการ",
                          "beneficiaries", "number of beneficiaries"),
    "participants": ("ผู้เข้าร่วม", "จำนวนผู้เข้าร่วม", "ผู้เข้าร่วมประชุม", "จำนวนผู้เข้าร่วมประชุม", "number of participants", "attendees"),
    "invited_count": ("เชิญ", "จำนวนที่เชิญ", "จำนวนผู้ได้รับเชิญ", "ผู้ได้รับเชิญ", "invited"),
    "attended_count": ("เข้าร่วม", "จำนวนที่เข้าร่วม", "จำนวนผู้เข้าร่วม", "ผู้เข้าร่วม", "มาประชุม", "attended", "attendance"),
    "role": ("บทบาท", "ตำแหน่ง", "ประเภทผู้เข้าร่วม", "role"),
    "share": ("สัดส่วน", "สัดส่วนงบประมาณ", "ร้อยละ", "share", "percent", "pct"),
    "precision": ("ความละเอียด", "ระดับพื้นที่", "ระดับ", "precision of place"),
    "venue": ("สถานที่", "สถานที่จัด", "สถานที่จัดประชุม", "place", "location"),
    "place": ("สถานที่", "venue"),
    "needs_collected_on": ("วันรวบรวมความต้องการ", "รวบรวมความต้องการ", "needs collected"),
    "drafted_on": ("วันยกร่าง", "ยกร่าง", "วันที่ยกร่างแผน", "drafted"),
    "approved_on": ("วันอนุมัติ", "วันเห็นชอบ", "อนุมัติ", "วันที่เห็นชอบ", "วันที่อนุมัติ", "approved"),
    "in_provincial_plan_on": ("บรรจุในแผนจังหวัด", "วันบรรจุในแผน", "บรรจุในแผนพัฒนาจังหวัด", "in provincial plan"),
    "appointed_on": ("วันแต่งตั้ง", "วันที่แต่งตั้ง", "appointed"),
    "joined_on": ("วันเข้าร่วมเครือข่าย", "วันที่เข้าร่วมเครือข่าย", "joined"),
    "source_id": ("แหล่งที่มา", "ที่มา", "แหล่งข้อมูล", "เอกสารอ้างอิง", "source"),
    "note": ("หมายเหตุ", "note", "notes", "remark", "remarks", "comment"),
    "kind": ("ประเภท", "ชนิด", "type"),
    "indicator": ("ตัวชี้วัด",),
    "value": ("ค่า", "จำนวน"),
    "unit": ("หน่วย", "หน่วยนับ"),
    "as_of": ("ณ วันที่", "ข้อมูล ณ วันที่", "as of"),
    "alias": ("ชื่อที่เขียน", "คำสะกด", "spelling"),
    "publisher": ("ผู้เผยแพร่", "หน่วยงานผู้เผยแพร่"),
    "url": ("ที่อยู่เว็บ", "ลิงก์", "link"),
}  # fmt: skip

# Columns that exports carry and that no table of the schema has; they are read, but are not data.
OWN_EXPORT = "evidence"
CARRIED = (OWN_EXPORT, "release")

# Headers of running numbers, as keys: they order a list and are no data.
NUMBERING = ("ที่", "ลำดับ", "ลำดับที่", "เลขที่", "ลำดับที", "no", "ลดบ", "ล.ด.", "#", "")

# Headers under which people are named or can be reached: they are no part of any table.
PERSONAL_HEADERS = ("เลขประจำตัวประชาชน", "เลขบัตรประชาชน", "บัตรประชาชน", "เลขประจำตัว 13 หลัก", "ชื่อ-สกุล", "ชื่อสกุล",
                    "ชื่อ-นามสกุล", "นามสกุล", "โทรศัพท์", "เบอร์โทร", "เบอร์โทรศัพท์", "หมายเลขโทรศัพท์", "มือถือ", "อีเมล", "อีเมล์",
                    "ที่อยู่", "วันเกิด", "citizen id", "national id", "full name", "surname", "phone", "telephone",
                    "mobile", "email", "e-mail", "address", "date of birth")  # fmt: skip

# Other names of tables, as sheets and files bear them.
TABLE_SPELLINGS: dict[str, tuple[str, ...]] = {
    "province_aliases": (
        "ชื่อเขียนของจังหวัด",
        "Written names of provinces",
    ),
    "group_schemes": ("แบบการจัดกลุ่มจังหวัด",),
    "phases": ("ระยะการดำเนินงาน",),
    "milestones": ("เหตุการณ์สำคัญ",),
    "programmes": ("แผนงาน",),
    "sources": ("แหล่งที่มา",),
    "observations": (
        "ค่าที่เอกสารรายงาน",
        "Reported figures",
    ),
    "conflicts": (
        "ข้อขัดแย้งระหว่างแหล่งที่มา",
        "Conflicts between sources",
    ),
    "institution_service_areas": ("พื้นที่ให้บริการของสถาบัน",),
    "representatives": (
        "ผู้แทนกระทรวงประจำจังหวัด",
        "Provincial representatives",
    ),
    "project_locations": (
        "พื้นที่ดำเนินโครงการ",
        "Places of projects",
    ),
    "province_group_members": ("Members of province groups",),
    "network_growth": ("Growth of the network",),
    "participations": ("Workshop attendance",),
}
