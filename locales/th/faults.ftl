# ข้อผิดพลาดในไฟล์ข้อมูล: $read คือค่าที่อ่านได้ $expected คือค่าที่ควรเป็น
fault-sentence = { $where } { $what }
fault-where-file = ไฟล์ { $file }:
fault-where-row = ไฟล์ { $file } แถวที่ { $row }:
fault-where-column = { $where } คอลัมน์ { $column }:
fault-read-blank = (ช่องว่าง)

fault-missing-file = ไม่พบไฟล์ { $expected }
fault-empty-file = ไฟล์ว่างเปล่า ไม่มีแม้แต่หัวตาราง
fault-not-utf8 = อ่านอักขระไม่ได้ (ไบต์ { $read }) ต้องบันทึกไฟล์เป็น { $expected }
fault-not-csv = อ่านเป็นตารางไม่ได้ อาจมีเครื่องหมายคำพูดไม่ครบคู่ ต้องเป็นไฟล์ { $expected }
fault-missing-column = ไม่มีคอลัมน์ { $expected } ซึ่งจำเป็นต้องมี
fault-unknown-column = ไม่รู้จักคอลัมน์ “{ $read }” คอลัมน์ที่ใช้ได้คือ { $expected }
fault-repeated-column = มีคอลัมน์ “{ $read }” ซ้ำกันมากกว่าหนึ่งคอลัมน์
fault-ragged-row = แถวนี้มี { $read } ช่อง ไม่ตรงกับหัวตารางซึ่งมี { $expected } ช่อง

fault-blank = ต้องกรอกค่า จะเว้นว่างไม่ได้
fault-not-allowed = อ่านได้ “{ $read }” ต้องเป็นค่าใดค่าหนึ่งใน { $expected }
fault-bad-code = รหัส “{ $read }” ใช้ไม่ได้ ใช้ได้เฉพาะอักขระ { $expected }
fault-bad-date = อ่านได้ “{ $read }” ไม่ใช่วันที่ที่มีอยู่จริง ให้เขียนเช่น 26 พ.ค. 2554 หรือ 2011-05-26
fault-buddhist-year = อ่านได้ “{ $read }” ซึ่งเป็นปี พ.ศ. ต้องกรอกเป็นปี ค.ศ. ในรูปแบบ { $expected }
fault-bad-number = อ่านได้ “{ $read }” ไม่ใช่ตัวเลข ให้กรอกเฉพาะเลขอารบิก ไม่มีเครื่องหมายจุลภาคหรือหน่วย เช่น { $expected }
fault-not-whole = อ่านได้ “{ $read }” ต้องเป็นจำนวนเต็ม เช่น { $expected }
fault-negative = อ่านได้ “{ $read }” ต้องไม่ติดลบ
fault-year-not-be = อ่านได้ “{ $read }” ต้องเป็นปี พ.ศ. ในช่วง { $expected }
fault-share-over-one = อ่านได้ “{ $read }” สัดส่วนต้องอยู่ระหว่าง 0 ถึง 1

fault-unknown-province = ไม่มีจังหวัดรหัส “{ $read }” ต้องเป็นรหัสจังหวัดสองหลักตามตาราง { $expected }
fault-unknown-code = ไม่พบรหัส “{ $read }” ในตาราง { $expected }
fault-duplicate-key = ค่า “{ $read }” มีอยู่แล้วที่ { $expected }
fault-overlap = จังหวัด “{ $read }” อยู่ในกลุ่ม { $expected } ในช่วงเวลาเดียวกันแล้ว
fault-end-before-start = วันสิ้นสุด “{ $read }” อยู่ก่อนวันเริ่มต้น { $expected }
fault-year-date = ปีงบประมาณ “{ $read }” ไม่ตรงกับวันที่ { $expected }
fault-phase-year = ระยะ “{ $read }” ไม่ครอบคลุมปีงบประมาณ { $expected }
fault-group-missing = การประชุมระดับกลุ่มจังหวัดต้องระบุรหัสกลุ่ม
fault-group-not-wanted = อ่านได้ “{ $read }” การประชุมประเภท { $expected } ต้องไม่ระบุรหัสกลุ่ม
fault-group-not-in-force = กลุ่ม “{ $read }” ไม่ได้ใช้อยู่ในวันที่ { $expected }
fault-before-province = “{ $read }” เกิดขึ้นก่อนวันตั้งจังหวัด ({ $expected })
fault-stage-order = วันที่ “{ $read }” อยู่ก่อนวันที่ของขั้นก่อนหน้า ({ $expected })
fault-status-needs-date = สถานะ { $expected } ต้องมีวันที่ในช่องนี้
fault-disbursed-over-allocated = เบิกจ่าย “{ $read }” บาท มากกว่าที่จัดสรร { $expected } บาท
fault-spent-though-planned = โครงการที่ยังไม่เริ่มมียอดเบิกจ่าย “{ $read }” บาท
fault-place-missing = พื้นที่ระดับ { $expected } ต้องระบุรหัสจังหวัด
fault-place-not-wanted = อ่านได้ “{ $read }” พื้นที่ระดับ { $expected } ต้องไม่ระบุรหัสจังหวัด
fault-shares-over-one = สัดส่วนของโครงการนี้รวมกันได้ { $expected } เกิน 1
fault-shares-not-one = สัดส่วนของโครงการนี้รวมกันได้ { $expected } ต้องรวมกันได้ 1
