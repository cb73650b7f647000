# อัตราต่อประชากรแสนคน และจำนวนประชากรที่ใช้หาร
data-table-populations = จำนวนประชากรรายจังหวัด
column-year-be = ปี
column-people = จำนวนประชากร
measure-projects_rate = โครงการต่อประชากรแสนคน
measure-projects_rate-definition = จำนวนโครงการที่ดำเนินการในวันที่เลือก หารด้วยจำนวนประชากรของปีนั้น คูณ 100,000 ถ้าไม่มีจำนวนประชากรของปีนั้นใช้ปีก่อนหน้าที่ใกล้ที่สุดและแจ้งไว้ ไม่ใช้ของปีหลัง กลุ่มจังหวัดต้องมีจำนวนประชากรครบทุกจังหวัด
measure-projects_rate-unit = โครงการต่อแสนคน
measure-projects_rate-none = ไม่มีโครงการ
measure-projects_rate-not_reported = ไม่มีข้อมูล
measure-projects_rate-not_applicable = ไม่นับรวม
measure-projects_rate-group_only = ทราบเพียงโครงการของกลุ่มจังหวัด
measure-allocated_rate = งบจัดสรรต่อประชากรแสนคน
measure-allocated_rate-definition = งบประมาณที่จัดสรรให้โครงการซึ่งเริ่มแล้วภายในวันที่เลือก หารด้วยจำนวนประชากรของปีนั้น คูณ 100,000 ถ้าไม่มีจำนวนประชากรของปีนั้นใช้ปีก่อนหน้าที่ใกล้ที่สุดและแจ้งไว้ ไม่ใช้ของปีหลัง กลุ่มจังหวัดต้องมีจำนวนประชากรครบทุกจังหวัด
measure-allocated_rate-unit = ล้านบาทต่อแสนคน
measure-allocated_rate-none = ไม่มีงบประมาณ
measure-allocated_rate-not_reported = ไม่มีข้อมูล
measure-allocated_rate-not_applicable = ไม่นับรวม
measure-allocated_rate-group_only = ทราบเพียงโครงการของกลุ่มจังหวัด
measure-participants_rate = ผู้เข้าร่วมประชุมต่อประชากรแสนคน
measure-participants_rate-definition = จำนวนคนของจังหวัดที่เข้าร่วมการประชุมเชิงปฏิบัติการจนถึงวันที่เลือก (คนหนึ่งนับทุกครั้งที่เข้าร่วม ไม่รวมผู้ที่ไม่ได้มาในนามจังหวัด) หารด้วยจำนวนประชากรของปีนั้น คูณ 100,000 ถ้าไม่มีจำนวนประชากรของปีนั้นใช้ปีก่อนหน้าที่ใกล้ที่สุดและแจ้งไว้ ไม่ใช้ของปีหลัง กลุ่มจังหวัดต้องมีจำนวนประชากรครบทุกจังหวัด
measure-participants_rate-unit = คนต่อแสนคน
measure-participants_rate-none = ไม่มีผู้เข้าร่วม
measure-participants_rate-not_reported = ไม่มีข้อมูล
measure-participants_rate-not_applicable = ไม่นับรวม
compare-short-projects_rate = โครงการต่อแสนคน
compare-short-allocated_rate = งบจัดสรรต่อแสนคน
compare-short-participants_rate = ผู้เข้าร่วมต่อแสนคน
compare-unit-projects_rate = โครงการต่อแสนคน
compare-unit-allocated_rate = ล้านบาทต่อแสนคน
compare-unit-participants_rate = คนต่อแสนคน
figures-gap-projects_rate = { $level ->
    [group] อีก { $n } กลุ่มไม่มีโครงการ
   *[province] อีก { $n } จังหวัดไม่มีโครงการ
}
figures-gap-allocated_rate = { $level ->
    [group] อีก { $n } กลุ่มไม่มีงบจัดสรร
   *[province] อีก { $n } จังหวัดไม่มีงบจัดสรร
}
figures-gap-participants_rate = { $level ->
    [group] อีก { $n } กลุ่มไม่มีผู้เข้าร่วม
   *[province] อีก { $n } จังหวัดไม่มีผู้เข้าร่วม
}
figures-title-no-population = ยังไม่มีจำนวนประชากร จึงคำนวณอัตราไม่ได้
figures-by-population = ใช้จำนวนประชากรปี { $years }
figures-column-people = ประชากร (ปี)
reason-no_population = ยังไม่มีจำนวนประชากรในข้อมูล
reason-population_lacking = ไม่มีจำนวนประชากรของวันที่เลือกหรือก่อนหน้า
reason-population_of_other_area = จำนวนประชากรที่มีเป็นของพื้นที่ก่อนแยกจังหวัด
reason-population_of_earlier_year = ใช้จำนวนประชากรของปีก่อนหน้า
rates-bring = นำเข้าจำนวนประชากรที่หน้าข้อมูล
rates-missing = อัตราต่อประชากรต้องใช้ตาราง “จำนวนประชากรรายจังหวัด” (จังหวัด ปี จำนวนประชากร แหล่งที่มา) ซึ่งยังไม่มี ดาวน์โหลดแบบกรอก เติม แล้วส่งกลับที่หน้าข้อมูล
# Where a series is of another map than before
figures-border-divided = แยกจังหวัด{ $name }
stage-per-people = ต่อประชากรแสนคน
stage-tab-projects_rate = โครงการ/แสนคน
stage-tab-allocated_rate = งบ/แสนคน
stage-tab-participants_rate = ผู้เข้าร่วม/แสนคน
