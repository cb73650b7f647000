# หน้าพื้นที่: จังหวัดหรือกลุ่มจังหวัดหนึ่งในหน้าเดียว

area-name = { $level ->
    [group] กลุ่มจังหวัด{ $name }
   *[province] { $name }
}
area-provinces = { $n } จังหวัด
area-choose = เลือก<good>จังหวัดหรือกลุ่มจังหวัด</good> เพื่อดูทุกเรื่องของพื้นที่ในหน้าเดียว
area-choose-below = ณ { $date } มี { $groups } กลุ่มจังหวัด { $provinces } จังหวัด ไม่นับกรุงเทพมหานคร · เลือกจากช่องด้านบน คลิกบนแผนที่ หรือเลือกจากรายชื่อ
area-groups = กลุ่มจังหวัดและจังหวัด
area-groups-sub = ช่องสี่เหลี่ยมคือจังหวัดที่มีผู้แทนกระทรวงฯ แล้ว เลือกชื่อเพื่อเปิดหน้าของพื้นที่
area-no-group = ไม่อยู่ในกลุ่มจังหวัด

area-lead-covered = { $name }<good>มีผู้แทนกระทรวงฯ</good> ตั้งแต่ { $since }
area-lead-covered-undated = { $name }<good>มีผู้แทนกระทรวงฯ</good>
area-lead-uncovered = { $name }<gap>ยังไม่มีผู้แทนกระทรวงฯ</gap>
area-lead-not-reported = เอกสาร<gap>ไม่ได้ระบุ</gap>ว่า{ $name }มีผู้แทนกระทรวงฯ หรือไม่
area-lead-not-applicable = { $name }: { $reason }
area-lead-group = { $name } มีผู้แทนแล้ว <good>{ $n } จาก { $of } จังหวัด</good>
area-lead-group-all = { $name } มีผู้แทน<good>ครบทั้ง { $of } จังหวัด</good>
area-lead-group-not-reported = เอกสาร<gap>ไม่ได้ระบุ</gap>ว่าจังหวัดใดใน{ $name } มีผู้แทนกระทรวงฯ
area-lead-gaps = { $level ->
    [group] และ<gap>ยังขาด { $n } เรื่อง</gap>ใน { $provinces } จังหวัด
   *[province] และ<gap>ยังขาด { $n } เรื่อง</gap>
}
area-lead-no-gaps = และ<good>ไม่มีเรื่องที่ยังขาด</good>
area-lead-absent-province = ณ { $date } ยังไม่ได้ตั้ง<gap>จังหวัด{ $name }</gap>
area-lead-absent-group = ณ { $date } ยังไม่มี<gap>กลุ่มจังหวัด{ $name }</gap>
area-absent-predecessor = ขณะนั้นพื้นที่อยู่ในจังหวัด{ $name }
area-absent-established = ดูวันที่ตั้งจังหวัด { $date }
area-below-group = อยู่ใน{ $group }
area-below-no-group = ไม่อยู่ในกลุ่มจังหวัดใด
area-below-members = ประกอบด้วย { $names }
area-below-sample = ข้อมูลผู้แทนเป็นข้อมูลสมมติ ไม่ใช่ข้อเท็จจริง
area-print = พิมพ์หน้านี้ (A4 หนึ่งแผ่น)
area-compare-neighbours = เทียบกับพื้นที่ติดกัน
area-projects-link = ดูโครงการทั้งหมดของพื้นที่

area-key-workshops = การประชุมที่มีผู้เข้าร่วม
area-key-projects = โครงการที่เริ่มแล้ว
area-key-allocated = งบประมาณที่ได้รับจัดสรร
area-key-disbursed = เงินที่เบิกจ่าย
area-key-plan = แผนพัฒนาจังหวัดด้วย วทน.
area-key-gaps = เรื่องที่ยังขาด
area-key-times = { $n ->
   *[other] ครั้ง
}
area-key-projects-unit = { $n ->
   *[other] โครงการ
}
area-key-items = { $level ->
    [group] เรื่อง ใน { $provinces } จังหวัด
   *[province] เรื่อง
}
area-key-silent = อีก { $n } เรื่องไม่มีข้อมูล
area-key-last = ครั้งล่าสุด { $date }
area-key-approved = จาก { $of } จังหวัด อนุมัติแล้ว
area-key-unattributed = อีก { $amount } ไม่ระบุสัดส่วน

area-map-province = { $name } กับจังหวัดที่ติดกัน { $n } จังหวัด
area-map-alone = { $name } ไม่มีพรมแดนทางบกติดกับจังหวัดอื่น
area-map-group = { $name } มี { $n } จังหวัด

area-representative = ผู้แทนกระทรวงฯ ประจำจังหวัด
area-representative-sub = สถาบันที่ทำหน้าที่ และตั้งแต่เมื่อใด หรือเหตุที่ยังไม่มี
area-representative-earlier = ก่อนหน้านี้: { $name } ({ $from } ถึง { $to })
area-institutions = สถาบันที่ตั้งอยู่หรือดูแลพื้นที่
area-institutions-sub = { $n } สถาบัน นับสถาบันเดียวครั้งเดียว
area-institutions-none = ไม่มีสถาบันเครือข่ายในพื้นที่ตามข้อมูลที่แสดง
area-institutions-silent = เอกสารไม่ได้ระบุสถาบันของพื้นที่นี้
area-host = ตั้งอยู่ใน{ $province }
area-serves = ดูแล{ $province }
area-host-and-serves = ตั้งอยู่และดูแล{ $province }
area-column-institution = สถาบัน
area-column-since = ตั้งแต่
area-since-unknown = ไม่ทราบวันที่
area-pcso = ผู้บริหารวิทยาศาสตร์จังหวัดระดับสูง (PCSO)
area-pcso-office = { $level ->
    [group] รองผู้ว่าราชการจังหวัดที่ได้รับมอบหมายในแต่ละจังหวัด เป็นตำแหน่ง ไม่แสดงชื่อบุคคล
   *[province] รองผู้ว่าราชการจังหวัด{ $name }ที่ได้รับมอบหมาย เป็นตำแหน่ง ไม่แสดงชื่อบุคคล
}
area-pcso-not-yet = ยังไม่มีตำแหน่งนี้ในวันที่เลือก เริ่มเมื่อลงนามบันทึกข้อตกลง { $date }
area-pcso-bangkok = ไม่นับรวม
area-pcso-came = ร่วมประชุม { $n } ครั้ง จากผู้ได้รับเชิญ { $invited } คน มา { $attended } คน
area-pcso-silent = ไม่มีบันทึกว่าเข้าร่วมการประชุมใด
area-plan = ขั้นตอนของแผนพัฒนาจังหวัดด้วย วทน.
area-plan-sub = วันที่ดำเนินการแต่ละขั้นตอน
area-plan-reached = ดำเนินการแล้ว
area-stage-needs_collected = รวบรวมความต้องการ
area-stage-drafted = ร่างแผน
area-stage-approved = อนุมัติ
area-stage-in_provincial_plan = บรรจุในแผนจังหวัด
area-not-yet = ยังไม่ดำเนินการ

area-gaps = สิ่งที่ยังขาด เหตุผล และแหล่งสนับสนุนที่ใกล้ที่สุด
area-gaps-sub = ณ { $date } · { $straight }
area-gaps-none = ไม่มีเรื่องที่ยังขาดตามข้อมูลที่แสดง
area-gaps-none-applicable = ยังไม่มีเรื่องที่คาดหวังในวันที่เลือก
area-gaps-csv = ดาวน์โหลดรายการ (CSV)
area-gap-project = ไม่มีโครงการใน{ $phase }
area-gap-silent = { $expectation }: ไม่มีข้อมูล
area-column-gap = เรื่องที่ขาด
area-column-reason = เหตุผล
area-column-nearest = แหล่งสนับสนุนที่ใกล้ที่สุด
area-column-km = ระยะเส้นตรง (กม.)

area-ranks = ลำดับเมื่อเทียบกับพื้นที่อื่น
area-ranks-sub = { $level ->
    [group] จัดอันดับด้วยอัตราต่อจังหวัด เพราะแต่ละกลุ่มมีจำนวนจังหวัดต่างกัน
   *[province] อันดับ 1 คือมากที่สุด ตัวชี้วัดที่มีหรือไม่มีแสดงเป็นจำนวนจังหวัดที่มี
}
area-column-own = พื้นที่นี้
area-rank = อันดับ { $rank } จาก { $known }
area-rank-tied = อันดับ { $rank } ร่วม จาก { $known }
area-rank-reached = มี { $n } จาก { $of }
area-rank-unknown = ไม่มีข้อมูล

area-money-title = ปีงบประมาณ { $year } เริ่มโครงการที่ได้รับจัดสรรมากที่สุด { $amount }
area-money-none = ไม่มีโครงการที่เริ่มแล้วในพื้นที่ตามข้อมูลที่แสดง
area-money-unstated = มีโครงการที่เริ่มแล้ว { $n } โครงการ แต่ไม่ระบุวงเงิน
area-money-subtitle = นับตามปีงบประมาณที่โครงการเริ่ม { $era ->
    [ce] ค.ศ.
   *[be] พ.ศ.
} แบ่งเงินตามสัดส่วนที่ระบุ
area-money-apart = อีก { $amount } เป็นเงินของโครงการหลายจังหวัดที่ไม่ระบุสัดส่วน จึงไม่นับรวม
area-money-undated = อีก { $n } โครงการไม่ทราบปีที่เริ่ม
area-money-million = ล้านบาท
area-money-alt = { $year } เริ่ม { $n } โครงการ จัดสรร { $allocated } เบิกจ่าย { $disbursed } ล้านบาท
area-projects-begun = โครงการที่เริ่ม
area-column-begun = โครงการที่เริ่ม
area-column-allocated = จัดสรร (ล้านบาท)
area-column-disbursed = เบิกจ่าย (ล้านบาท)
area-column-apart = จัดสรรแต่ไม่ระบุสัดส่วน (ล้านบาท)

area-timeline-title = { $n } เหตุการณ์ของพื้นที่ถึงวันที่เลือก
area-timeline-none = ยังไม่มีเหตุการณ์ที่บันทึกไว้ถึงวันที่เลือก
area-track-place = พื้นที่
area-track-network = ผู้แทนและสถาบันเครือข่าย
area-track-workshop = การประชุม
area-track-plan = แผนพัฒนาจังหวัด
area-mark-province_established = ตั้งจังหวัด
area-mark-group_joined = เข้ากลุ่มจังหวัด
area-mark-institution_joined = ร่วมเครือข่าย
area-mark-representative_appointed = มีผู้แทน
area-mark-representative_ended = ผู้แทนพ้นหน้าที่
area-mark-needs_collected = รวบรวมความต้องการ
area-mark-drafted = ร่างแผน
area-mark-approved = แผนอนุมัติ
area-mark-in_provincial_plan = บรรจุในแผนจังหวัด

area-workshops = การประชุมของพื้นที่
area-workshops-sub = { $n } ครั้ง ใหม่สุดก่อน เลือกชื่อเพื่อดูรายละเอียด
area-workshops-none = ไม่มีการประชุมของพื้นที่ตามข้อมูลที่แสดง
area-came-attended = { $roles }
area-came-invited_never_came = ได้รับเชิญ แต่ไม่มีผู้เข้าร่วม
area-came-not_reported = ไม่มีบันทึกว่ามาหรือไม่
area-roles = เข้าร่วมในบทบาทใด
area-roles-sub = รวมการประชุมทั้งหมดที่บันทึกไว้
area-column-times = การประชุม (ครั้ง)
area-role-pcso = รองผู้ว่าฯ (PCSO)
area-role-provincial_office = สำนักงานจังหวัด
area-role-strategy_group = กลุ่มงานยุทธศาสตร์ฯ
area-role-clinic_representative = ผู้แทนคลินิกเทคโนโลยี
area-role-agency = หัวหน้าส่วนราชการในสังกัด วท. และ มท.
area-role-other = อื่น ๆ

area-neighbours = พื้นที่ติดกัน
area-neighbours-sub = เรียงจากใกล้ไปไกล ระยะเป็นเส้นตรงระหว่างจุดตัวแทน
area-neighbours-none = ไม่มีพื้นที่ที่มีพรมแดนทางบกติดกัน
area-neighbour-same = กลุ่มเดียวกัน
area-members = จังหวัดในกลุ่ม
area-km = { $km } กม.

area-facts = สิ่งที่เอกสารระบุชื่อพื้นที่นี้
area-facts-sub = ทุกวันที่ ใหม่สุดก่อน พร้อมแหล่งที่มา
area-facts-none = ยังไม่พบเอกสารที่ระบุชื่อพื้นที่นี้โดยตรง
area-and-more = และอีก { $n } รายการ ดูในหน้าเว็บ
area-sheet-note = ข้อมูลที่มีเครื่องหมาย ◦ เป็นข้อมูลสมมติ ไม่ใช่ข้อเท็จจริง
area-sheet-note-documented = แสดงเฉพาะข้อมูลที่มีเอกสารยืนยัน ช่องที่ว่างคือสิ่งที่เอกสารไม่ได้ระบุ
area-sheet-foot = พิมพ์จากระบบ วทน. จังหวัด · ชุดข้อมูล { $release }
area-role-line = { $workshop } ครั้ง { $attended } จาก { $invited } คน
area-money-not-reported = ไม่มีข้อมูลโครงการของพื้นที่นี้
