# ช่วงเวลาในไฟล์: เดิม ปัจจุบัน และสิ่งที่เปลี่ยน

story-when-day = ณ { $date }
story-when-period = { $since } – { $date }
story-last-day = ณ { $date } (วันสุดท้ายของช่วง)
story-where-it-went = การเปลี่ยนแปลงในช่วงเวลา
story-period-lead = จังหวัดที่มีผู้แทนกระทรวงฯ จาก { $then } เป็น { $now } จังหวัด:
story-key-then = เดิม { $then } · { $sign }{ $n }
story-changes = สิ่งที่เปลี่ยนตามลำดับวันที่
story-changes-title = การเปลี่ยนแปลงที่บันทึกไว้ { $n } รายการ
story-changes-none = ไม่มีการเปลี่ยนแปลงที่บันทึกไว้
story-changes-silent = ชุดข้อมูลไม่มีผู้แทน การประชุม หรือแผนที่เปลี่ยนแปลงในช่วงนี้
story-change-count = { $kind } { $n } รายการ
story-column-change = การเปลี่ยนแปลง
story-column-then-now = เดิม → ปัจจุบัน
story-column-area = พื้นที่
story-column-what = สิ่งที่เกิดขึ้น
story-column-detail = รายละเอียดและเอกสาร
present-kind-changes = สิ่งที่เปลี่ยน
present-one-day = ดูเฉพาะวันสุดท้าย
book-sheet-changes = สิ่งที่เปลี่ยน
book-period = ช่วงเวลา
book-then = เดิม
book-difference = ผลต่าง
brief-period = ข้อมูลตั้งแต่ { $since } ถึง { $date }
cli-bad-period = --since { $since } ต้องเป็นวันก่อน --asof { $asof }
