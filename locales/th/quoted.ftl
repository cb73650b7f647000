# มุมมองที่ไม่เปลี่ยน การอ้างอิง และข้อสงสัย
fixed-name = มุมมองนี้เป็นข้อมูลรุ่นใด
fixed-as-published = ตามที่เผยแพร่เมื่อ { $date } (ข้อมูลรุ่นที่ { $number })
fixed-is-newest = เป็นข้อมูลรุ่นล่าสุด
fixed-same-rows = ข้อมูลรุ่นหลังจากนี้ยังเหมือนเดิมทุกรายการ
fixed-newer = มีข้อมูลใหม่กว่านี้แล้ว ถึงรุ่นที่ { $number }:
fixed-what-changed = ดูว่าอะไรเปลี่ยนไป
fixed-close = ปิดรายการที่เปลี่ยนไป
fixed-to-newest = เปิดมุมมองเดียวกันด้วยข้อมูลล่าสุด
fixed-changed = ข้อมูลล่าสุดต่างจากมุมมองนี้ตรงไหน
fixed-changed-sub = ตัวเลข ณ วันที่เลือก ({ $day }) ในพื้นที่ที่เลือก รายการที่ไม่ปรากฏคือเท่าเดิม
fixed-then = เดิม: { $date } รุ่นที่ { $number }
fixed-now = ล่าสุด: { $date } รุ่นที่ { $number }
fixed-what = ตัวเลข
fixed-not-there = ยังไม่มีรายการนี้
fixed-no-number = ตัวเลขของวันที่เลือกเท่าเดิมทั้งหมด รายการที่เปลี่ยนไปไม่ได้ใช้คำนวณตัวเลขในมุมมองนี้
fixed-figures = ตัวเลขสำคัญ
fixed-areas = { $measure }: ต่างกัน { $n } พื้นที่
fixed-rows = ดูทุกแถวและทุกช่องที่เปลี่ยนไประหว่างสองรุ่นนี้
fixed-unknown = ไม่พบข้อมูลรุ่น “{ $asked }” ในระบบนี้ จึงแสดงมุมมองตามลิงก์นี้ไม่ได้
fixed-unknown-below = ลิงก์อาจถูกตัดให้สั้นลง หรือมาจากระบบอื่น
fixed-gone = มุมมองนี้ใช้ข้อมูลรุ่นที่ { $number } ซึ่งเผยแพร่เมื่อ { $date } และไม่ได้เก็บรายการของรุ่นนี้ไว้แล้ว
fixed-gone-on = ลบเมื่อ { $date } เพราะไม่มีผู้อ้างอิงรุ่นนี้ และมีรุ่นใหม่มาแทนเกิน { $days } วันแล้ว
fixed-gone-below = พ้นกำหนดเก็บรักษาแล้ว และไม่มีผู้อ้างอิงรุ่นนี้
fixed-damaged = มุมมองนี้ใช้ข้อมูลรุ่นที่ { $number } ซึ่งเผยแพร่เมื่อ { $date } แต่ไฟล์ของรุ่นนี้เสียหาย จึงไม่นำมาแสดง
fixed-damaged-below = ผู้ดูแลระบบกู้ไฟล์คืนจากสำเนาสำรองได้
fixed-nearest = เปิดมุมมองเดียวกันในรุ่นที่ { $number } ซึ่งเผยแพร่เมื่อ { $date } เป็นรุ่นที่ใกล้ที่สุดที่ยังเก็บไว้
fixed-desk = หน้านี้แสดงข้อมูลรุ่นที่ { $number } ตามที่เผยแพร่ไว้ การนำเข้าและแก้ไขข้อมูลทำกับรุ่นล่าสุดเท่านั้น

quoted-cli-kept = เก็บข้อมูลไว้ { $n } รุ่นเพราะมีผู้อ้างอิง: รุ่นที่ { $numbers }
quoted-cli-line = รุ่นที่ { $number } ({ $id })  ตั้งแต่ { $since }  { $ways }  { $who }
quoted-cli-none = ไม่มีข้อมูลรุ่นใดถูกอ้างอิง
quoted-cli-pin = ปักหมุดข้อมูลรุ่นที่ { $number } ไว้แล้ว ระบบจะเก็บรุ่นนี้ไว้ต่อไป
quoted-cli-unpin = ถอนหมุดของข้อมูลรุ่นที่ { $number } แล้ว
quoted-cli-let-go = ข้อมูลรุ่นที่ { $number } จะถูกเก็บไว้เท่ากับรุ่นอื่น ลิงก์ที่อ้างถึงรุ่นนี้อาจใช้ไม่ได้ในภายหลัง
quoted-cli-as-it-was = ข้อมูลรุ่นที่ { $number } เป็นเช่นนั้นอยู่แล้ว
quoted-way-address = มีผู้คัดลอกไปอ้างอิง
quoted-way-deck = ระบุในสไลด์
quoted-way-brief = ระบุในเอกสารสรุป
quoted-way-pin = ปักหมุด

# อ้างอิง
quote-this = อ้างอิง
quote-text = ข้อความอ้างอิง ({ $lang })
quote-reference = บรรทัดสำหรับรายการอ้างอิง ({ $lang })
quote-copy = คัดลอก
quote-kept = ลิงก์นี้เปิดมุมมองเดิมได้แม้เวลาผ่านไป ระบบเก็บข้อมูลรุ่นนี้ไว้ให้แล้ว
quote-not-kept = ลิงก์นี้เปิดมุมมองเดิม แต่ขณะนี้ระบบบันทึกไม่ได้ว่าต้องเก็บข้อมูลรุ่นนี้ไว้
quote-said = “{ $said }”
quote-day = ข้อมูล ณ { $day }
quote-day-short = ข้อมูล ณ { $day }
quote-day-period = ข้อมูลตั้งแต่ { $since } ถึง { $day }
quote-day-short-period = ข้อมูลตั้งแต่ { $since } ถึง { $day }
quote-stop = {""}
quote-from = { $product } { $release }:
quote-release = ข้อมูลรุ่นที่ { $number } ({ $release }) เผยแพร่เมื่อ { $date }
quote-release-unnumbered = ข้อมูล { $release }
quote-no-year = ม.ป.ป.
quote-reference-line = { $product }. ({ $year }). { $title } [{ $within }].

quoted-head = เก็บข้อมูลรุ่นหนึ่งไว้
quoted-head-sub = รุ่นที่มีผู้อ้างอิง รุ่นที่ปักหมุดไว้ที่นี่ และรุ่นที่ระบุในสไลด์หรือเอกสารสรุป จะถูกเก็บไว้แม้เก่าเพียงใด รุ่นอื่นจะถูกลบเมื่อพ้นกำหนดเก็บรักษา
quoted-editors = ผู้แก้ไขข้อมูลปักหมุดรุ่นที่ต้องการเก็บไว้ได้ที่นี่
quoted-which = รุ่น
quoted-hint = เช่น อ้างอิงในรายงานการประชุมคณะกรรมการ ครั้งที่ 3/2569
quoted-pin = ปักหมุด
quoted-unpin = ถอนหมุด
quoted-view = ดูตามที่เผยแพร่
quoted-gone = ไม่ได้เก็บรายการของรุ่นนี้ไว้แล้ว

# ข้อสงสัย
doubt-this = ฉันสงสัยค่านี้
doubt-open = มีผู้สงสัย { $n } ข้อ
doubt-title = สงสัยค่านี้หรือไม่
doubt-why = สงสัยอะไร และมีเหตุผลหรือเอกสารใด
doubt-why-hint = เช่น หนังสือจังหวัด ลงวันที่ 12 พ.ค. 2568 ระบุยอดเงินอื่น
doubt-send = ส่งข้อสงสัย
doubt-note = ข้อสงสัยไม่เปลี่ยนตัวเลข แต่จะแสดงไว้ที่ค่านี้จนกว่าจะมีผู้ตอบ
doubt-sent = บันทึกข้อสงสัยไว้ที่ค่านี้แล้ว
doubt-no-sign-in = ระบบนี้ยังไม่เปิดให้ลงชื่อเข้าใช้ โปรดส่งข้อความนี้ถึงผู้ดูแลข้อมูล
doubt-signed-out = ลงชื่อเข้าใช้เพื่อบันทึกข้อสงสัยไว้ที่ค่านี้ หรือส่งข้อความนี้ถึงผู้ดูแลข้อมูล
doubt-text = ขอสอบถามความถูกต้องของค่านี้: { $what } { $address }
doubt-place = { $table }: { $record } · { $column }: { $value }
doubt-by = { $who } { $day }
doubt-somebody = ผู้ใช้ที่ลงชื่อเข้าใช้
doubt-answer = คำตอบ: { $word } ({ $who } { $day })
doubt-state-open = รอคำตอบ
doubt-state-answered = ตอบแล้ว
doubt-state-corrected = แก้ไขแล้วในรุ่นที่ { $number }
doubt-rows = ประวัติและข้อสงสัยของข้อมูลส่วนนี้
desk-part-doubts = ข้อสงสัย
doubts-head = ค่าที่มีผู้สงสัย
doubts-head-sub = รอคำตอบ { $open } · ตอบแล้ว { $answered } · แก้ไขแล้ว { $corrected } ข้อสงสัยไม่เปลี่ยนตัวเลข และไม่ออกไปกับไฟล์ที่ดาวน์โหลด
doubts-none = ยังไม่มีผู้สงสัยค่าใด เครื่องหมาย “?” ข้างค่าของโครงการ การประชุม และพื้นที่ใช้บันทึกข้อสงสัยได้
doubts-none-chosen = ไม่มีข้อสงสัยตามที่เลือก
doubts-state = สถานะ
doubts-state-open = รอคำตอบ
doubts-state-answered = ตอบแล้ว
doubts-state-corrected = แก้ไขแล้ว
doubts-any = ทั้งหมด
doubts-area = พื้นที่
doubts-age = { $n ->
    [0] ตั้งแต่วันนี้
   *[other] รอมาแล้ว { $n } วัน
}
doubts-answer = คำตอบ
doubts-answered = บันทึกคำตอบไว้ที่ค่านี้แล้ว
doubt-owner = ผู้ดูแลข้อสงสัยนี้: { $who }
doubts-owner = ผู้ดูแล
doubts-nobody = ยังไม่มีผู้ดูแล
doubts-older = ค้างมาแล้วอย่างน้อย
doubts-days = { $n } วัน
doubts-take = รับดูแลข้อนี้
doubts-let-go = เลิกดูแลข้อนี้
doubts-taken = บันทึกแล้วว่าท่านดูแลข้อสงสัยนี้
doubts-let-gone = บันทึกแล้วว่ายังไม่มีผู้ดูแลข้อสงสัยนี้
proposal-error-place = ไม่มีค่านี้ในข้อมูลรุ่นนี้: { $detail }

# คุณภาพตามรุ่นของข้อมูล
quality-over-title = { $about } รุ่นที่ { $first } ถึง { $last }: แถวที่มีเอกสารจาก { $before }% เป็น { $now }% ช่องที่มีข้อมูล { $filled }% ข้อสงสัยที่รอคำตอบ { $doubts } ข้อ
quality-over-sub = ของแต่ละรุ่นที่ยังเก็บไว้: ช่องที่มีข้อมูลจากช่องที่ควรมี และแถวที่มีเอกสารยืนยัน เส้นล่างคือข้อสงสัยที่ยังรอคำตอบเมื่อมีรุ่นถัดไป
quality-over-filled-pct = ช่องที่มีข้อมูล
quality-over-documented-pct = แถวที่มีเอกสาร
quality-over-open-doubts = ข้อสงสัยที่รอคำตอบ
quality-over-release = รุ่น
quality-over-day = เผยแพร่เมื่อ
quality-over-all = ทุกตาราง
quality-over-one = มีข้อมูลเพียงรุ่นเดียว กราฟตามรุ่นจะเริ่มเมื่อมีรุ่นที่สอง
quality-over-reading = คุณภาพตามรุ่นของข้อมูล: กำลังอ่านอีก { $n } รุ่น …

circles-scale = พื้นที่วงกลมคือจำนวน ใช้มาตราส่วนเดียวกันทุกวัน
