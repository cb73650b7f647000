# หน้าโครงการ: ตัวกรอง ประโยคนำ ยอดรวม ภาพ รายการ และรายละเอียด

measure-found = โครงการตามเงื่อนไข
measure-found-definition = โครงการที่เริ่มแล้วภายในวันที่เลือกและตรงกับเงื่อนไขของหน้า โครงการที่ทำหลายจังหวัดนับในทุกจังหวัดที่ทำ แต่นับเป็นหนึ่งโครงการในยอดรวม
measure-found-unit = โครงการ
measure-found-none = ไม่มีโครงการ
measure-found-not_reported = ไม่มีข้อมูลโครงการ
measure-found-not_applicable = ไม่นับรวม
figures-gap-found = { $level ->
    [group] อีก { $n } กลุ่มไม่มีโครงการ
   *[province] อีก { $n } จังหวัดไม่มีโครงการ
}

projects-filter-q = ค้นหาชื่อโครงการ
projects-filter-q-hint = ไทยหรืออังกฤษ เช่น ข้าว, rice
projects-filter-programme = กลไกหรือโครงการหลัก
projects-filter-agency = หน่วยงาน
projects-filter-status = สถานะล่าสุด
projects-filter-phase = ระยะ
projects-filter-year-from = ปีงบประมาณ ตั้งแต่
projects-filter-year-to = ปีงบประมาณ ถึง
projects-filter-baht-from = วงเงิน ตั้งแต่
projects-filter-baht-to = วงเงิน ไม่เกิน
projects-filter-all = ทั้งหมด
projects-filter-map = แผนที่แสดง
projects-filter-map-projects = จำนวนโครงการ
projects-filter-map-baht = จำนวนเงิน
projects-filter-money = เงิน
projects-clear = ล้างตัวกรองทั้งหมด
projects-allocated = จัดสรร
projects-disbursed = เบิกจ่าย
projects-unit = โครงการ
projects-none = ไม่มีโครงการตามเงื่อนไขที่เลือก

projects-not-reported = เอกสารไม่ได้ระบุรายการโครงการ
projects-nothing-none = ไม่มีโครงการให้แสดงเป็นภาพ
projects-nothing-none-sub = ลองใช้คำค้นที่สั้นลง ขยายช่วงปีหรือวงเงิน หรือล้างตัวกรองทั้งหมด
projects-nothing-not-reported = ไม่มีเอกสารที่ระบุรายการโครงการ
projects-nothing-not-reported-sub = เอกสารที่มีกล่าวถึงกลไกและโครงการหลัก แต่ไม่ได้ระบุโครงการรายจังหวัด เลือกข้อมูลที่แสดง “ทั้งหมด” เพื่อดูข้อมูลสมมติ
projects-nothing-not-applicable = พื้นที่นี้ยังไม่มีในวันที่ที่แสดง
projects-nothing-not-applicable-sub = เลือกวันหลังจากนั้น หรือเลือกพื้นที่อื่น
projects-lead = พบ <good>{ $n } โครงการ</good>
projects-lead-allocated = ได้รับจัดสรร <good>{ $amount }</good>
projects-lead-disbursed = เบิกจ่ายแล้ว <good>{ $amount }</good>
projects-lead-unattributed = ในจำนวนนี้ <gap>{ $n } โครงการ</gap>แบ่งเงินให้พื้นที่นี้ไม่ได้
projects-lead-nationwide = อีก { $n } โครงการเป็นโครงการระดับประเทศ
projects-lead-none = <gap>ไม่มีโครงการ</gap>ตามเงื่อนไขที่เลือก
projects-lead-not-reported = <gap>เอกสารไม่ได้ระบุ</gap>รายการโครงการ
projects-lead-not-applicable = พื้นที่ที่เลือก<gap>ยังไม่มี</gap>ในวันที่ที่แสดง
projects-below = นับโครงการที่เริ่มแล้ว โครงการละหนึ่งครั้ง
projects-below-planned = นับโครงการที่อยู่ในแผน โครงการละหนึ่งครั้ง
projects-conditions = เงื่อนไข: { $said }
projects-condition-text = มีคำว่า “{ $text }”
projects-condition-year = ปีงบประมาณ { $low }
projects-condition-year-from = ปีงบประมาณ { $low } เป็นต้นมา
projects-condition-year-to = ถึงปีงบประมาณ { $high }
projects-condition-year-range = ปีงบประมาณ { $low }–{ $high }
projects-condition-baht = วงเงิน { $low }
projects-condition-baht-from = วงเงินตั้งแต่ { $low }
projects-condition-baht-to = วงเงินไม่เกิน { $high }
projects-condition-baht-range = วงเงิน { $low } ถึง { $high }

projects-key-placed = โครงการในพื้นที่
projects-key-placed-country = โครงการที่ระบุพื้นที่
projects-filter-groups-all = { $n } กลุ่มที่มีโครงการ
projects-key-placed-sub = โครงการหลายจังหวัดนับเป็น 1 โครงการ
projects-key-allocated = งบประมาณที่ได้รับจัดสรร
projects-key-disbursed = เงินที่เบิกจ่าย
projects-key-other-sub = แสดงแยก ไม่นำมารวมกัน
projects-key-by-share = เฉพาะส่วนของพื้นที่ ตามสัดส่วนที่ระบุ
projects-key-whole-country = ไม่รวมโครงการระดับประเทศ
projects-key-nationwide = โครงการระดับประเทศ (ไม่แสดงบนแผนที่)
projects-key-unattributed = แบ่งเงินรายพื้นที่ไม่ได้
projects-key-unstated = ไม่ระบุวงเงินจัดสรร
projects-key-unstated-sub = นับเป็นโครงการ แต่ไม่มียอดเงิน
projects-key-whole = ยอดเต็ม { $amount }

projects-map-without = ไม่มีโครงการ { $n } พื้นที่: { $names }

projects-money-title = ปีงบประมาณ { $year } { $money }มากที่สุด { $amount }
projects-money-title-one = ปีงบประมาณ { $year } { $money } { $amount }
projects-allocated-verb = ได้รับจัดสรร
projects-disbursed-verb = เบิกจ่าย
projects-money-unknown = ไม่มีโครงการใดระบุวงเงิน
projects-money-subtitle = { $money } (ล้านบาท) ตามปีงบประมาณที่เริ่มโครงการ { $era ->
    [ce] ค.ศ.
   *[be] พ.ศ.
}
projects-money-range = ตัวเลขสองค่าคือส่วนที่แบ่งได้ และยอดเต็มหากนับส่วนที่แบ่งไม่ได้ด้วย
projects-money-partial = ปี { $year } นับถึง { $date }
projects-money-baht = แบ่งรายพื้นที่ได้
projects-money-nationwide-baht = ทั่วประเทศ
projects-money-unattributed-baht = แบ่งรายพื้นที่ไม่ได้ (ยอดเต็ม)
projects-money-unstated = { $n } โครงการไม่ระบุวงเงินจึงไม่อยู่ในยอดนี้
projects-money-undated = อีก { $amount } ไม่ทราบปีงบประมาณ

projects-composition-title = { $name }มากที่สุด { $n } จาก { $total }
projects-composition-title-one = ทั้งหมดเป็นของ{ $name } { $total }
projects-composition-subtitle = { $what } ตามกลไกหรือโครงการหลัก แยกสีตามหน่วยงาน
projects-what-projects = จำนวนโครงการ รวมโครงการระดับประเทศ
projects-what-allocated = งบประมาณที่ได้รับจัดสรร
projects-what-disbursed = เงินที่เบิกจ่าย
projects-other-agencies = หน่วยงานอื่น { $n } แห่ง
projects-sum-unstated = ไม่ระบุ

projects-flow-title = กำลังดำเนินการ { $n } จาก { $of } โครงการที่เริ่มแล้ว
projects-flow-subtitle = จำนวนโครงการสะสม ณ สิ้นปีงบประมาณ { $era ->
    [ce] ค.ศ.
   *[be] พ.ศ.
} ไม่ใช้ตัวกรองสถานะ
projects-flow-partial = ปี { $year } ณ { $date }
projects-flow-alt = ดำเนินการ { $running } แล้วเสร็จ { $done }

projects-list = รายการโครงการ
projects-list-sub = ลำดับที่ { $first }–{ $last } จาก { $total } โครงการ · สถานะและเงินเป็นไปตามบันทึกล่าสุด · เลือกชื่อเพื่อดูรายละเอียด
projects-list-with-nationwide = รวมโครงการระดับประเทศ
projects-list-title = โครงการ
projects-list-where = พื้นที่
projects-list-when = ระยะเวลา
projects-list-status = สถานะล่าสุด
projects-list-inside = ในพื้นที่นี้ { $share }
projects-list-not-attributable = แบ่งให้พื้นที่นี้ไม่ได้
projects-sort = เรียงตาม
projects-sort-started-on-down = วันที่เริ่ม ใหม่สุดก่อน
projects-sort-started-on-up = วันที่เริ่ม เก่าสุดก่อน
projects-sort-allocated-baht-down = งบจัดสรร มากสุดก่อน
projects-sort-allocated-baht-up = งบจัดสรร น้อยสุดก่อน
projects-sort-disbursed-baht-down = เบิกจ่าย มากสุดก่อน
projects-sort-title = ชื่อโครงการ
projects-sort-status = สถานะ
projects-page = หน้า { $n } จาก { $of }
projects-page-back = ก่อนหน้า
projects-page-on = ถัดไป
projects-csv = CSV ทั้ง { $n } โครงการ
projects-csv-first = CSV { $n } โครงการแรก จาก { $of } โครงการ
projects-nationwide = ทั่วประเทศ

projects-close = ปิดรายละเอียด
projects-places = ดำเนินการใน { $n } จังหวัด
projects-places-group = ระบุเพียงกลุ่มจังหวัด ({ $n } จังหวัด)
projects-places-nationwide = โครงการระดับประเทศ ไม่ระบุจังหวัด
projects-places-no-place = ไม่มีบันทึกว่าทำที่ใด
projects-places-subtitle = พื้นที่ดำเนินการของโครงการ
projects-places-here = จังหวัดที่ดำเนินการ
projects-places-table = พื้นที่และสัดส่วนของโครงการ
projects-share-unstated = ไม่ระบุสัดส่วน
projects-not-attributable = แบ่งไม่ได้
projects-precision-province = จังหวัด
projects-precision-group = กลุ่มจังหวัด
projects-precision-nationwide = ทั่วประเทศ
projects-attribution-province = แบ่งให้จังหวัดได้ตามสัดส่วนที่ระบุ
projects-attribution-group-only = ระบุเพียงกลุ่มจังหวัด จึงแบ่งเงินให้จังหวัดไม่ได้
projects-attribution-several-without-share = ทำหลายจังหวัดโดยไม่ระบุสัดส่วน จึงแบ่งเงินให้จังหวัดไม่ได้
projects-attribution-nationwide = โครงการระดับประเทศ จึงไม่แสดงบนแผนที่
projects-attribution-no-place = ไม่ระบุพื้นที่ จึงไม่แสดงบนแผนที่
projects-baht-exact = { $baht } บาท ({ $million })
projects-people = { $n } คน

projects-column-count = โครงการในพื้นที่
projects-column-unstated = ไม่ระบุวงเงิน (โครงการ)
projects-column-on = ณ วันที่
projects-column-begun = เริ่มในปี
projects-column-programme = กลไกหรือโครงการหลัก
projects-column-agency = หน่วยงาน
projects-column-unattributed = แบ่งเงินรายพื้นที่ไม่ได้ (โครงการ)
projects-column-precision = ความละเอียดของพื้นที่
projects-column-share = สัดส่วน
projects-column-allocated-baht = จัดสรร (บาท)
projects-column-disbursed-baht = เบิกจ่าย (บาท)
projects-column-inside = สัดส่วนในพื้นที่ที่เลือก
projects-column-beneficiaries = ผู้รับประโยชน์ (คน)
projects-column-id = รหัสโครงการ
projects-column-year = ปีงบประมาณที่เริ่ม
projects-column-started = วันที่เริ่ม
projects-column-ended = วันที่สิ้นสุด
projects-column-attribution = การแบ่งเงินรายพื้นที่
projects-money-dark = ตัวเลขคือส่วนสีเข้ม ไม่รวมโครงการระดับประเทศ
projects-filter-more = ตัวกรองเพิ่มเติม{ $n ->
    [0] { "" }
   *[other] { " " }({ $n })
}: หน่วยงาน ระยะ ปี วงเงิน
projects-list-still = ณ วันที่เลือกยังดำเนินการ
projects-figures-more = วงกลมบนแผนที่ และกลไกหลัก
