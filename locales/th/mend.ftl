# Rows with faults alone, mended on the page.
mend = แก้ที่นี่เลย เฉพาะแถวที่ผิด [{ $n }]
mend-sub = แก้เฉพาะช่องที่ผิด แล้วระบบจะตรวจใหม่ทั้งไฟล์ ไฟล์ในเครื่องของท่านไม่เปลี่ยน
mend-row = แถว { $row }
mend-check = ตรวจอีกครั้ง
mend-told = แก้ที่หน้านี้แล้ว { $n } ช่อง
mend-done = แถว { $row } { $column }: “{ $read }” → “{ $became }”
mend-noted = { $note } (แก้ในหน้าเว็บ { $n } ช่อง: { $cells })
