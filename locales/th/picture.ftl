# Pictures that leave the screen: what stands around a figure.
picture-sources = ที่มา: { $named }
picture-no-source = ที่มา: ไม่มีเอกสารรองรับ
picture-more-sources = และเอกสารอื่น รวม { $n } ฉบับ ดูรายการทั้งหมดในไฟล์ตาราง
picture-made = { $product } · วันที่เลือก { $day } · ข้อมูลรุ่น { $release }

csv-release = ข้อมูลรุ่น
csv-asof = วันที่เลือก (ISO 8601)
csv-filters = ตัวกรอง
csv-no-filters = ทั้งหมด
csv-address = ที่อยู่ของหน้า

choices-area = พื้นที่: { $name }
choices-groups = กลุ่มจังหวัด: { $names }
choices-phase = { $name }
choices-programme = กลไกหรือโครงการหลัก: { $name }
choices-agency = หน่วยงาน: { $name }
choices-documented = เฉพาะข้อมูลที่มีเอกสาร
choices-since = เทียบกับ { $day }
card-take = ดาวน์โหลด
card-take-png = ภาพ 16:9 (PNG)
card-take-square = ภาพสี่เหลี่ยมจัตุรัส (PNG)
card-take-svg = ภาพเวกเตอร์ (SVG)
card-take-csv = ตาราง (CSV)
card-copy-picture = คัดลอกภาพ
card-copy-table = คัดลอกตาราง
card-no-picture = รูปนี้ยังวาดเป็นภาพไม่ได้
card-copy-failed = คัดลอกไม่ได้ โปรดบันทึกเป็นไฟล์แทน
downloads-leaves-out = ไฟล์นี้ไม่ใช้ตัวกรองต่อไปนี้: { $said }
downloads-slides = เฉพาะ { $n } สไลด์ที่เลือกไว้ในหน้านำเสนอ
