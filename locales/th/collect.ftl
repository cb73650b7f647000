## What a list covers
desk-covers = {$table}: รายการนี้มีครบทุกรายการของพื้นที่ใด
desk-covers-unstated = ไม่ระบุ (นอกเหนือจากที่มีในรายการถือว่าไม่ทราบ)
desk-covers-named = ครบเฉพาะจังหวัดที่มีชื่อในรายการ
desk-covers-country = ครบทั้งประเทศ
desk-covers-why = พื้นที่ที่ไม่มีในรายการจะแสดงว่า “ไม่มีข้อมูล” หากรายการนี้ครบทั้งพื้นที่ โปรดระบุ ระบบจึงจะแสดงว่า “ไม่มี” เฉพาะในพื้นที่และช่วงเวลาที่รายการครอบคลุม
data-table-list-scopes = พื้นที่ที่รายการครอบคลุม
column-table-name = ชื่อตาราง

## Rounds of collection
desk-part-rounds = รอบเก็บข้อมูล
rounds = รอบเก็บข้อมูล
rounds-sub = ขอข้อมูลจากพื้นที่ภายในวันที่กำหนด ติดตามว่าพื้นที่ใดตอบแล้ว คำตอบเข้ามาเป็นข้อเสนอให้ผู้แก้ไขข้อมูลพิจารณา
rounds-none-own = ยังไม่มีรอบเก็บข้อมูลที่ขอข้อมูลจากพื้นที่ของท่าน
rounds-sign-in = ลงชื่อเข้าใช้เพื่อดูว่ามีรอบใดขอข้อมูลจากพื้นที่ของท่าน
round-open-title = เปิดรอบใหม่
round-title = ชื่อรอบ
round-tables = เรื่องที่ขอ
round-areas = พื้นที่ที่ขอ
round-areas-all = ทุกจังหวัด
round-until = ตอบภายในวันที่
round-until-hint = ปฏิทินแสดงปี ค.ศ.
round-note = คำชี้แจงถึงพื้นที่ (ถ้ามี)
round-open = เปิดรอบ
round-opened = เปิดรอบ “{ $title }” แล้ว ขอข้อมูลจาก { $n } จังหวัด
round-prolong = เปลี่ยนวันสุดท้าย
round-prolong-until = วันสุดท้ายของรอบนี้
round-prolong-button = บันทึกวันสุดท้าย
round-prolonged = รอบ “{ $title }” รับคำตอบถึง { $day }
round-close = ปิดรอบ
round-closed = ปิดรอบ “{ $title }” แล้ว ข้อเสนอที่ได้รับยังอยู่ครบ
round-told = ตอบแล้ว { $answered } จาก { $n } จังหวัด กำหนด { $day }
round-tables-told = ขอ{ $tables }
round-until-told = ตอบภายใน { $day }
round-state-answered = ตอบแล้ว
round-state-returned = ส่งคืนให้แก้ไข
round-state-late = เลยกำหนด
round-state-waiting = รอคำตอบ
round-state-list = { $state } { $n } จังหวัด:
round-not-asked = ไม่อยู่ในรอบนี้
round-column-area = จังหวัด
round-column-state = สถานะ
round-column-when = ตอบเมื่อ
round-column-who = โดย
round-parcel = ไฟล์สำหรับส่งเอง (แบบกรอก จดหมายเตือน กำหนดการ)
round-no-post = ยังไม่ได้ตั้งเซิร์ฟเวอร์อีเมล ส่งจดหมายเตือนได้จากไฟล์ที่ดาวน์โหลด
round-remind = ส่งอีเมลเตือน { $n } ราย
round-reminded = ส่งแล้ว { $n } ราย ส่งไม่ได้ { $failed } ราย (รายที่ส่งแล้ววันนี้ไม่ส่งซ้ำ)
round-form = เพิ่ม/แก้ข้อมูลของ{ $area }ทีละรายการ
round-workbook = แบบกรอก (Excel)
round-send = ส่งแบบที่กรอกแล้ว
round-file = แบบกรอกของรอบนี้
round-why = ตอบรอบ “{ $title }”
round-sent = ส่งแล้ว { $n } รายการ ผู้แก้ไขข้อมูลจะพิจารณา
round-wrong = ยังส่งไม่ได้ โปรดแก้ในแบบกรอกแล้วส่งใหม่
round-not-known = แถว { $row } คอลัมน์ { $column }: ไม่รู้จัก “{ $read }” โปรดเลือกจากรายการในแบบกรอก
round-nothing = ไม่มีข้อมูลเพิ่มเติม
round-nothing-why = รอบ “{ $title }”: ไม่มีข้อมูลเพิ่มเติม
round-nothing-sent = บันทึกคำตอบแล้ว: ไม่มีข้อมูลเพิ่มเติม
round-returned = { $who } ส่งคืน: { $word }
round-lacks-row = { $table }: ยังไม่มีรายการที่มีเอกสารยืนยัน
round-lacks-cells = { $table } ({ $key }): ยังไม่มี { $columns }
round-lacks-nothing = มีเอกสารยืนยันครบทุกเรื่องที่ขอ
round-key-note = รหัสของรายการเดิม โปรดอย่าแก้ รายการใหม่ให้เว้นว่าง
round-book-title = { $title }: { $area }
round-book-until = โปรดตอบภายใน { $day }
round-book-1 = 1. กรอกเฉพาะที่มีเอกสารยืนยัน ช่องที่ไม่ทราบให้เว้นว่าง ไม่ต้องใส่ขีดหรือศูนย์
round-book-2 = 2. รายการที่กรอกไว้แล้วคือข้อมูลที่มีเอกสาร แก้ไขหรือเติมช่องว่างได้ รายการใหม่เพิ่มในแถวถัดไป
round-book-3 = 3. วันที่เขียนแบบไทยได้ เช่น 26 พ.ค. 2554 จำนวนเงินเป็นบาท
round-book-4 = 4. ส่งไฟล์กลับที่หน้า “ข้อมูล” ส่วน “รอบเก็บข้อมูล”
round-due = กำหนดตอบ: { $title }
round-mail-subject = ขอข้อมูล: { $title } (ภายใน { $day })
round-mail-asks = ขอความอนุเคราะห์ข้อมูล “{ $title }” ภายใน { $day } ของพื้นที่ต่อไปนี้
round-mail-how = โปรดกรอกแบบที่แนบมาเฉพาะที่มีเอกสารยืนยัน แล้วส่งกลับที่หน้า “ข้อมูล” ส่วน “รอบเก็บข้อมูล”
proposal-error-no-round = ไม่พบรอบเก็บข้อมูล { $detail }
proposal-error-round-closed = รอบเก็บข้อมูล { $detail } ปิดแล้ว
proposal-error-round-empty = โปรดระบุชื่อรอบ เรื่องที่ขอ และพื้นที่

## Command line
desk-cli-more-faults = … และอีก { $n } แถวอย่างเดียวกัน: { $like }

## Paste, and who may check
desk-paste = หรือวางตารางที่คัดลอกมา
desk-paste-here = วางตารางที่นี่ (รวมหัวตาราง)
desk-paste-hint = เลือกตารางใน Excel, Google ชีต หรือหน้าเว็บ คัดลอก (Ctrl+C) แล้ววาง (Ctrl+V) ระบบไม่เปิดที่อยู่เว็บให้ เพราะไม่ติดต่อเครื่องอื่น
desk-paste-read = อ่านตาราง
desk-paste-name = ตารางที่วาง.tsv
desk-checks-only = ตรวจไฟล์และดูผลที่จะเปลี่ยนได้ การเผยแพร่เป็นของผู้แก้ไขข้อมูล

## A proposal that came back
proposals-change = แก้ข้อเสนอแล้วส่งใหม่
proposals-change-send = ส่งข้อเสนอที่แก้แล้ว

## Wide meetings
intake-note-attendance-columns = อ่าน { $n } คอลัมน์เป็นจำนวนผู้เข้าร่วม: { $read }

## The same project?
question-same = { $n } โครงการมีชื่อและปีเดียวกับโครงการที่มีเอกสารแล้ว แต่แผนงานหรือพื้นที่ต่างไป (เช่น “{ $title }”) เป็นโครงการเดียวกันหรือไม่
answer-same-project = โครงการเดียวกัน (ใช้ข้อมูลใหม่แทน)
answer-new-project = คนละโครงการ

## Institutions in a list of appointments
column-host-province-code = จังหวัดที่ตั้ง
answer-new-institution = สถาบันใหม่ (เพิ่มจากรายการนี้)
intake-note-institutions-new = เพิ่ม { $n } สถาบันใหม่จากรายการนี้: { $read }
