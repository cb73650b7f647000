# What the doors say: a line that is lost, a choice that is not there, a copy that the browser refuses.
doors-choice-unknown = ตัวเลือกนั้นไม่มีในรายการแล้ว จึงคงค่าเดิมไว้
doors-page-unknown = ไม่พบหน้าที่ลิงก์นี้ชี้ไป จึงแสดงหน้าภาพรวมแทน
doors-line-lost = การเชื่อมต่อขาดตั้งแต่ { $time } น. หน้านี้ยังอ่านได้ สิ่งที่ต้องใช้เซิร์ฟเวอร์จะรอ และทำงานต่อเองเมื่อเชื่อมต่อได้
doors-line-back = เชื่อมต่อได้แล้ว
doors-copy-by-hand = เบราว์เซอร์ไม่ให้คัดลอกอัตโนมัติ ลิงก์ถูกเลือกไว้แล้ว กด Ctrl+C เพื่อคัดลอก
doors-copy-close = ปิด
