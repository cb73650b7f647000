stage-lead-day = ณ { $date }
stage-key-coverage = จังหวัดที่มีผู้แทน
stage-key-workshops = กลุ่มที่จัดประชุมในระยะนี้
stage-key-participants = ผู้เข้าร่วมในปีงบฯ นี้
stage-key-projects = โครงการที่ดำเนินอยู่
stage-key-plans = แผนที่ได้รับอนุมัติ
stage-list-full = ครบทุกจังหวัด { $n } กลุ่ม
stage-list-silent = ไม่มีข้อมูล { $n } กลุ่ม
stage-list-title = รายการที่ตรงกับแผนที่
stage-keys-title = ตัวเลขสำคัญ
stage-keys-since = ▲▼ เทียบกับ { $date }
stage-rail-label = วันที่แสดง เลื่อนเพื่อเปลี่ยนวัน
stage-rail-play = เล่นตั้งแต่ต้น
stage-rail-pause = หยุด
stage-rail-speed = ความเร็ว
stage-rail-later = หลังจากนั้น
stage-rail-note = ขีดเข้ม: วันที่มีเอกสาร · ขีดจาง: วันตามข้อมูลสมมติ
stage-filters = ตัวกรอง
stage-filters-set = ตัวกรอง ({ $n })
stage-filters-close = ดูผล
stage-place = พื้นที่
stage-place-all = ทั้งประเทศ
stage-day-unread = อ่านวันที่ "{ $text }" ไม่ได้ พิมพ์เช่น 26 พ.ค. 2554, 26/5/2554 หรือ 2011-05-26 (ระหว่าง { $first } ถึง { $last })
stage-evidence-all = มีข้อมูลสมมติประกอบ
stage-evidence-documented = เฉพาะที่มีเอกสาร
stage-tab-coverage = ผู้แทน
stage-tab-attendance = การเข้าร่วม
stage-tab-workshops = การประชุม
stage-tab-plan = แผน
stage-tab-projects = โครงการ
stage-tab-allocated = งบจัดสรร
stage-tab-disbursed = เบิกจ่าย
stage-tab-institutions = สถาบัน
stage-tab-documented = เอกสาร
stage-level-province = จังหวัด
stage-level-group = กลุ่ม
stage-map-label = แผนที่ ใช้ปุ่มลูกศรไปยังพื้นที่ข้างเคียง กด Enter เพื่อเปิดข้อมูลพื้นที่ กด Esc เพื่อปิด
stage-map-inset = กรุงเทพฯ และใกล้เคียง
stage-back = กลับไปทั้งประเทศ
stage-card-close = ปิดข้อมูลพื้นที่
stage-card-open = เปิดหน้าของพื้นที่นี้
stage-card-compare = เปรียบเทียบ
stage-card-last = การประชุมล่าสุด
stage-card-missing = ยังขาด
stage-card-institutions = สถาบันเครือข่าย
stage-place-absent = { $name } (ยังไม่มีในวันที่เลือก)

# จำนวนครั้งการประชุมนับได้สามอย่าง แต่ละอย่างมีชื่อของตน
stage-workshops-of-group = การประชุมที่จัดให้กลุ่มจังหวัดโดยตรง
stage-workshops-of-group-short = ประชุมของกลุ่ม

# ช่วงเวลา: สิ่งที่เปลี่ยนแปลงระหว่างสองวัน
period-lead = ตั้งแต่ { $since } ถึง { $date } —
period-ends = { $then } → { $now }
period-then = เดิม { $n }
period-no-comparison = เทียบไม่ได้
period-two-days = ดูแผนที่ทั้งสองวัน
period-switch = ช่วงเวลา
period-from = วันแรกของช่วงเวลา เลื่อนเพื่อเปลี่ยน
period-whole = ลากเพื่อเลื่อนทั้งช่วง
period-rest-unchanged = { $level ->
    [group] อีก { $n } กลุ่มไม่เปลี่ยนแปลง
   *[province] อีก { $n } จังหวัดไม่เปลี่ยนแปลง
}
period-rest-unknown = { $level ->
    [group] อีก { $n } กลุ่มเทียบไม่ได้ ไม่มีข้อมูลครบทั้งสองวัน
   *[province] อีก { $n } จังหวัดเทียบไม่ได้ ไม่มีข้อมูลครบทั้งสองวัน
}
