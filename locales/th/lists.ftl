# รายการที่เจ้าหน้าที่มีอยู่: สิ่งที่อ่าน สิ่งที่ถาม และสิ่งที่ไม่ระบุ

project-status-unstated = ไม่ระบุสถานะ
programme-unstated = ไม่ระบุแผนงาน
list-unstated = ไม่ระบุในรายการนี้

fault-too-much-time = ใช้เวลาประมวลผลเกิน { $expected } วินาที จึงหยุดอ่าน ไฟล์อาจเสียหายหรือใหญ่เกินไป ให้แบ่งเป็นหลายไฟล์หรือบันทึกใหม่
fault-too-much-memory = ใช้หน่วยความจำเกินที่ให้ได้ { $expected } จึงหยุดอ่าน ไฟล์อาจเสียหายหรือใหญ่เกินไป ให้แบ่งเป็นหลายไฟล์หรือบันทึกใหม่
fault-row-too-wide = แถวนี้มี { $read } ช่อง แต่หัวตารางมี { $expected } ช่อง อาจมีเครื่องหมายคั่นหลักพันที่ไม่ได้อยู่ในเครื่องหมายคำพูด
fault-row-too-short = แถวนี้มี { $read } ช่อง แต่หัวตารางมี { $expected } ช่อง แถวอาจถูกตัดหรือขาดช่อง
fault-alias-of-another = “{ $read }” เป็นชื่อของจังหวัดอื่นอยู่แล้ว คือ { $expected }

change-title-unit = คิดตามหน่วยที่เขียนเหนือตาราง
warning-no-line-end = บรรทัดสุดท้ายไม่มีจุดจบ อ่านช่องสุดท้ายได้ “{ $read }” ไฟล์อาจขาดระหว่างส่ง
warning-total-differs = แถวรวมเขียนว่า { $read } แต่ผลบวกของแถวคือ { $value }
intake-note-total-agrees = แถวรวม (แถว { $rows }) ตรงกับผลบวกของแถว: { $read }
intake-note-no-line-end = บรรทัดสุดท้าย (แถว { $rows }) ไม่มีจุดจบ

question-places = “{ $read }” หมายถึงจังหวัดหรือกลุ่มจังหวัดใด
question-word = “{ $read }” หมายถึงคำใด
question-percent = หัวคอลัมน์ “{ $read }” บอกว่าเป็นร้อยละ แต่ทุกค่าไม่เกิน 1 ค่าเหล่านี้เป็นสัดส่วน (0.5 คือครึ่งหนึ่ง) หรือร้อยละ (0.5 คือครึ่งในร้อย)
question-list-programme-code = ทั้งรายการนี้อยู่ในแผนงานใด
question-list-status = โครงการทั้งรายการนี้มีสถานะใด
question-list-fiscal-year-be = ทั้งรายการนี้เป็นของปีงบประมาณใด
question-list-agency-code = ทั้งรายการนี้เป็นของหน่วยงานใด (ไม่บังคับ)
answer-share = เป็นสัดส่วน 0 ถึง 1
answer-percent = เป็นร้อยละ 0 ถึง 100
answer-no-place = ไม่ใช่ชื่อพื้นที่ หรือไม่ระบุพื้นที่
answer-several-groups = ไม่ทราบว่ากลุ่มใดใน { $names }
answer-nationwide = ทั่วประเทศ

desk-map = แผนที่โครงการ ณ { $day }
desk-map-before = ก่อนเผยแพร่: { $told }
desk-map-after = หลังเผยแพร่: { $told }
desk-map-told = { $n } โครงการ (มีเอกสาร { $stated }) ใน { $areas } จาก { $of } จังหวัด งบประมาณจัดสรรรวม { $baht }
desk-map-unplaced = และ { $n } โครงการไม่ทราบพื้นที่ ซึ่งไม่ขึ้นบนแผนที่
desk-map-none = ไม่มีโครงการ
desk-map-leave = แถวที่จะออกไป: { $gone }
desk-map-rows = { $table } { $n } แถว
