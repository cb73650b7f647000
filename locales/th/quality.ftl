# คุณภาพข้อมูล: ตารางความครบถ้วน
quality-matrix-title = { $name }: กรอกแล้ว { $pct }% ของช่องที่ควรมีข้อมูล น้อยที่สุด
quality-matrix-title-complete = ช่องที่ควรมีข้อมูลกรอกครบทุกช่อง
quality-matrix-title-none = ไม่มีแถวข้อมูลให้ตรวจความครบถ้วน
quality-matrix-subtitle = ร้อยละของช่องที่กรอกแล้ว จากช่องที่ควรมีข้อมูล แยกตามปีงบประมาณ (ปัดลง: 100 คือครบทุกช่อง)
quality-matrix-alt = { $name } { $filled } จาก { $wanted } ช่อง
quality-undated = ไม่ระบุปี
quality-undated-short = ?
quality-place-ungrouped = ไม่อยู่ในกลุ่มจังหวัด
quality-place-placeless = ไม่ระบุจังหวัด
quality-column-table = ตาราง
quality-column-group = กลุ่มจังหวัด
quality-class-complete = ครบทุกช่อง
quality-class-mostly = 90% ขึ้นไป
quality-class-partly = 50–89%
quality-class-poorly = ต่ำกว่า 50%
quality-class-nothing-wanted = ไม่มีช่องที่ต้องกรอก
quality-class-no-rows = ไม่มีแถวข้อมูล
