store-closed = เปิดที่เก็บข้อมูลไม่ได้
store-error-busy = มีผู้อื่นกำลังเผยแพร่ข้อมูลอยู่ โปรดลองใหม่ในอีกสักครู่ ข้อมูลเดิมยังอยู่ครบ
store-error-conflict = มีผู้เผยแพร่ข้อมูลรุ่น { $place } ไปก่อนแล้ว โปรดดูสิ่งที่เปลี่ยนแล้วเผยแพร่อีกครั้ง งานของท่านไม่สูญหาย
store-error-corrupt = อ่านที่เก็บข้อมูลไม่ได้ เนื้อหาเสียหายหรือไม่ใช่ที่เก็บข้อมูลของระบบนี้ โปรดกู้จากสำเนาสำรอง หรือกำหนด STI_STORE เป็นที่อื่น
store-error-engine-failed = ระบบประมวลผล { $place } (STI_ENGINE) ตอบไม่ได้ ข้อมูลยังคงเดิม โปรดตรวจสอบคลัสเตอร์ หรือเริ่มแดชบอร์ดโดยไม่กำหนด STI_ENGINE
store-error-engine-missing = ยังไม่ได้ติดตั้งระบบประมวลผล { $place } (STI_ENGINE) โปรดใช้คำสั่ง pip install -r requirements-scale.txt หรือเริ่มแดชบอร์ดโดยไม่กำหนด STI_ENGINE
store-error-engine-unknown = ไม่รู้จักระบบประมวลผล { $place } (STI_ENGINE) ระบบที่ใช้ได้คือ duckdb, duckdb+sql, daft, daft+ray และ ray://host:port
store-error-full = พื้นที่จัดเก็บเต็ม ยังไม่มีสิ่งใดถูกเผยแพร่ และข้อมูลเดิมยังอยู่ครบ โปรดเพิ่มพื้นที่แล้วลองใหม่
store-error-gone = ข้อมูลรุ่น { $place } พ้นกำหนดเก็บรักษาและถูกลบไปแล้ว เหลือไว้เพียงประวัติ
store-error-no-release = ไม่พบข้อมูลรุ่น { $place }
store-error-not-writable = เขียนลงที่เก็บข้อมูลไม่ได้ ยังไม่มีสิ่งใดถูกเผยแพร่ โปรดตรวจสอบสิทธิ์ของโฟลเดอร์
store-error-nothing-new = ข้อมูลตรงกับรุ่นที่ใช้อยู่ทุกประการ จึงไม่มีสิ่งใดต้องเผยแพร่
store-error-unreachable = ติดต่อที่เก็บข้อมูลไม่ได้ โปรดตรวจสอบดิสก์หรือเครือข่ายแล้วลองใหม่

sign-in-in = ลงชื่อเข้าใช้
sign-in-out = ออกจากระบบ ({ $name })
sign-in-wanted = โปรดลงชื่อเข้าใช้เพื่อดูข้อมูล
sign-in-wanted-below = ข้อมูลชุดนี้เปิดให้เฉพาะผู้ที่ได้รับสิทธิ์ตามกลุ่มจังหวัด
sign-in-refused = บัญชีนี้ยังไม่ได้รับสิทธิ์ดูข้อมูล
sign-in-refused-below = ลงชื่อเข้าใช้ด้วย { $name } หากควรได้รับสิทธิ์ โปรดติดต่อผู้ดูแลระบบ
sign-in-closed = ข้อมูลชุดนี้จำกัดผู้ดู แต่ยังไม่ได้เปิดให้ลงชื่อเข้าใช้
sign-in-closed-below = โปรดแจ้งผู้ดูแลระบบให้ตั้งค่าการลงชื่อเข้าใช้ (OpenID Connect)

access-no-sign-in = ระบบนี้ยังไม่มีการลงชื่อเข้าใช้ การเผยแพร่จึงปิดไว้จนกว่าผู้ดูแลระบบจะตั้งค่าการลงชื่อเข้าใช้และรายชื่อผู้แก้ไขข้อมูล
access-signed-out = โปรดลงชื่อเข้าใช้ก่อนเผยแพร่ข้อมูล
access-not-an-editor = บัญชีนี้ดูข้อมูลได้ แต่ไม่อยู่ในรายชื่อผู้แก้ไขข้อมูล

store-kind-seed = ข้อมูลตั้งต้น
store-kind-publish = เผยแพร่
store-kind-restore = ย้อนกลับ
store-cli-release = { $number }  { $id }  { $when }  { $kind }  โดย { $author }  ตาราง: { $tables }  เหตุผล: { $note }
store-cli-all-tables = ทุกตาราง
store-cli-changed = ตารางที่เปลี่ยนไปแล้ว: { $tables }
store-cli-difference = { $table }: เพิ่ม { $added } แถว ตัดออก { $removed } แถว เปลี่ยน { $changed } ช่อง
store-cli-same = ทั้งสองรุ่นตรงกันทุกแถว

store-cli-no-format = ไม่มีรูปแบบ “{ $read }” เลือกได้จาก { $expected }
store-cli-not-written = เขียนลง { $file } ไม่ได้: { $why }
store-cli-no-file = เปิดไฟล์ { $file } ไม่ได้: { $why }
store-cli-question = { $file } แถว { $row } คอลัมน์ { $column }: { $question } (อาจหมายถึง { $suggested })
store-cli-read-as = แผ่น “{ $sheet }” อ่านตามที่ { $who } เคยอ่านรายการหัวคอลัมน์เดียวกัน เมื่อ { $at }; ใช้ --afresh เพื่ออ่านใหม่
store-cli-checked = อ่านได้ { $rows } แถว · ข้อผิดพลาด { $faults } · คำถาม { $questions } · ข้อสังเกต { $warnings }
store-cli-not-ready-faults = ยังเผยแพร่ไม่ได้ โปรดแก้ข้อผิดพลาดข้างต้นก่อน
store-cli-not-ready-questions = ยังเผยแพร่ไม่ได้ โปรดตอบคำถามข้างต้นด้วย --answer "ข้อความ=ความหมาย"
store-cli-not-ready-source = ยังเผยแพร่ไม่ได้ โปรดระบุเอกสารที่มาของข้อมูลด้วย --source รหัส และ --source-title ชื่อเอกสาร
store-cli-not-ready-nothing = ไฟล์นี้ไม่เปลี่ยนสิ่งใด จึงไม่มีสิ่งใดต้องเผยแพร่
store-cli-not-ready-id = รหัสเอกสารใน --source ใช้ได้เฉพาะ a-z 0-9 ขีด และจุด
store-cli-not-ready-title = เอกสารนี้ยังไม่มีในระบบ โปรดระบุชื่อด้วย --source-title
store-cli-not-ready-illustrative = อ้างข้อมูลสมมติเป็นเอกสารที่มาไม่ได้
