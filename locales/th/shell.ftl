shell-product = วทน. จังหวัด
shell-brand = วทน. จังหวัด
shell-lang = ภาษา
shell-lang-th = ไทย
shell-lang-en = EN
shell-era = ศักราช
shell-era-be = พ.ศ.
shell-era-ce = ค.ศ.
shell-copied = คัดลอกแล้ว
shell-error = หน้านี้แสดงไม่ได้ชั่วคราว ข้อมูลของท่านไม่เสียหาย โปรดโหลดหน้าใหม่ หากยังพบปัญหา แจ้งรหัสอ้างอิง { $reference }
shell-data-fault = เปิดข้อมูลไม่ได้ พบ <gap>{ $n } จุด</gap>ที่ต้องแก้ไขก่อน
shell-data-fault-below = ยังไม่ได้นำข้อมูลใดมาใช้ เมื่อแก้ไฟล์แล้วให้โหลดหน้านี้ใหม่
shell-data-faults = จุดที่ต้องแก้ไข
faulty-column-file = ไฟล์
faulty-column-row = แถว
faulty-column-column = คอลัมน์
faulty-column-sentence = สิ่งที่พบและสิ่งที่ควรเป็น
shell-link-cleaned = ลิงก์นี้มีค่าที่ไม่รู้จัก ({ $names }) จึงใช้ค่าเริ่มต้นแทน
shell-foot = การบูรณาการงาน วทน. กับจังหวัดและกลุ่มจังหวัด ปีงบประมาณ พ.ศ. 2547–2558 · ขอบเขตจังหวัดจาก Natural Earth (สาธารณสมบัติ)
shell-release = ชุดข้อมูล { $release }

nav-overview = ภาพรวม
nav-coverage = ผู้แทน
nav-workshops = การประชุม
nav-phases = ระยะ
nav-sources = แหล่งข้อมูล

badge-mixed = มีข้อมูลสมมติประกอบ
badge-mixed-why = ส่วนที่ไม่มีเอกสารยืนยันแสดงด้วยข้อมูลสมมติที่สร้างขึ้น ไม่ใช่ข้อเท็จจริง แต่ละภาพบอกสัดส่วนที่มีเอกสาร
badge-documented = เฉพาะที่มีเอกสารยืนยัน
badge-documented-why = ซ่อนข้อมูลสมมติทั้งหมด ช่องที่ว่างคือสิ่งที่เอกสารไม่ได้ระบุ

evidence-all-documented = มีเอกสารยืนยันทั้งหมด
evidence-all-illustrative = ข้อมูลสมมติทั้งหมด
evidence-share = มีเอกสารยืนยัน { $pct }%

filter-asof = ณ วันที่
filter-asof-back = ย้อนไปวันก่อนหน้า
filter-asof-on = ไปวันถัดไป
filter-since = เทียบกับวันที่
filter-fiscal-year-end = สิ้นปีงบประมาณ { $year }
filter-groups = กลุ่มจังหวัด
filter-groups-all = ทั้งหมด { $n } กลุ่ม
filter-area = จังหวัดหรือกลุ่มจังหวัด
filter-area-all = ทั้งประเทศ
filter-measure = ตัวชี้วัด
filter-level = ระดับ
filter-level-province = จังหวัด
filter-level-group = กลุ่มจังหวัด
filter-evidence = ข้อมูลที่แสดง
filter-evidence-all = ทั้งหมด
filter-evidence-documented = เฉพาะที่มีเอกสาร
filter-phase = ระยะ
filter-phase-all = ทุกระยะ

card-table = ตาราง
card-link = คัดลอกลิงก์
card-sources = ที่มา

evidence-documented = มีเอกสาร
evidence-illustrative = สมมติ

filter-documented-count = วันที่มีตัวเลขทางการ

key-of = จาก { $of }
key-changed = { $sign } { $n } ตั้งแต่ { $since }
key-unchanged = ไม่เปลี่ยนแปลงตั้งแต่ { $since }
key-not-reported = ไม่มีข้อมูล
key-not-applicable = ยังไม่ถึงกำหนด

overview-missing = สรุปสิ่งที่ยังขาด
overview-missing-sub = เลือกเพื่อเปิดหน้าที่แสดงรายชื่อ
overview-changes = การเปลี่ยนแปลง
overview-changes-sub = ตั้งแต่วันที่เลือกถึงวันที่ที่แสดง
overview-changes-none = ไม่มีการเปลี่ยนแปลงในช่วงนี้ตามชุดข้อมูล

area-since = ตั้งแต่ { $date }
area-column-measure = ตัวชี้วัด
area-column-state = สถานะ
area-column-evidence = หลักฐาน
area-not-on-this-day = พื้นที่ที่เลือกยังไม่มีในวันที่ที่แสดง

filter-workshop = เปิดรายละเอียดการประชุม
filter-workshop-all = เลือกการประชุม
filter-cell = ดูหลักฐานของช่องในตาราง
filter-cell-all = เลือกกลุ่มจังหวัด ระยะ และขั้นตอน หรือคลิกที่ช่องในภาพ

player-play = ดูการเปลี่ยนแปลงตามเวลา

coverage-gaps = กลุ่มที่ยังขาด และเหตุผลของแต่ละจังหวัด
coverage-gaps-sub = ณ { $date } เรียงจากกลุ่มที่ขาดมาก
coverage-gaps-unsaid = เอกสารไม่ได้ระบุว่าเป็นจังหวัดใด จึงไม่มีรายชื่อให้แสดง
coverage-gaps-none = ไม่มีกลุ่มใดขาดผู้แทน

workshops-list = รายการประชุม
workshops-list-sub = { $n } ครั้งตามเงื่อนไขที่เลือก ใหม่สุดก่อน เลือกชื่อเพื่อดูรายละเอียด
workshops-people = ผู้ได้รับเชิญและผู้เข้าร่วม รายจังหวัดและบทบาท
workshops-nobody-recorded = ไม่มีบันทึกว่าใครได้รับเชิญหรือเข้าร่วม
workshops-never = ได้รับเชิญแต่ยังไม่เคยเข้าร่วม
workshops-never-sub = จังหวัดที่มีชื่อในรายการเชิญ แต่ไม่มีบันทึกผู้เข้าร่วมเลย
workshops-never-none = ไม่มีจังหวัดใดตามข้อมูลที่แสดง
workshops-never-row = ได้รับเชิญ { $n } ครั้ง ครั้งแรก { $since }

phases-stated = { $phase }: เอกสารระบุว่าจัดประชุมกับ { $n } กลุ่ม ขณะนั้นมี { $then } กลุ่ม

table-group = กลุ่มจังหวัด
table-reached = มีผู้แทนแล้ว
table-missing = จังหวัดที่ยังขาด เหตุผล และตั้งแต่เมื่อใด
table-no-group = ไม่อยู่ในกลุ่มจังหวัด
table-out-of = { $n } จาก { $of }
table-when = วันที่
table-what = เรื่อง
table-for = สำหรับ
table-people = ผู้เข้าร่วม (คน)
table-evidence = หลักฐาน
table-where = ที่ไหน
table-round = ครั้งที่
table-round-of = ครั้งที่ { $round } ของปีงบประมาณ { $year }
table-province = จังหวัด
table-no-province = ไม่ระบุจังหวัด
table-role = บทบาท
table-invited = เชิญ (คน)
table-attended = เข้าร่วม (คน)
table-state = สถานะ
table-on = เมื่อ

nav-projects = โครงการ
nav-area = พื้นที่
nav-compare = เปรียบเทียบ

sources-lead = เอกสาร <good>{ $documents } ฉบับ</good> ตัวเลขของเราตรงกับเอกสาร <good>{ $agrees } จาก { $of } รายการ</good> และมี <gap>{ $conflicts } เรื่อง</gap>ที่เอกสารกล่าวไม่ตรงกัน
sources-lead-below = ทุกข้อเท็จจริงมีแหล่งที่มา ข้อมูลสมมติมีเครื่องหมายกำกับ เรื่องที่เอกสารขัดแย้งกันแสดงไว้ทั้งสองค่า ไม่ปรับแก้โดยไม่แจ้ง
sources-illustrative = ส่วนที่เป็นข้อมูลสมมติ
sources-illustrative-sub = แถวสมมติสร้างโดยโปรแกรมจากค่าเริ่มต้นคงที่ ให้สอดคล้องกับยอดรวมในเอกสาร ไม่ใช่ข้อเท็จจริงเกี่ยวกับหน่วยงานหรือบุคคลใด
sources-illustrative-rows = จำนวนแถวที่มีเอกสารและแถวสมมติ
sources-reconciliation = การกระทบยอดกับเอกสาร
sources-reconciliation-sub = ยอดที่เผยแพร่ เทียบกับยอดที่คำนวณจากข้อมูลทั้งหมด และจากแถวที่มีเอกสารเท่านั้น
sources-conflicts = เรื่องที่เอกสารกล่าวไม่ตรงกัน
sources-conflicts-sub = แสดงทั้งสองค่า และวิธีที่ใช้แสดงในระบบนี้
sources-definitions = นิยามของตัวชี้วัด
sources-definitions-sub = ตัวหารระบุไว้เสมอ และ "ไม่มี" "ไม่มีข้อมูล" กับ "ไม่นับรวม" เป็นคนละค่ากัน
sources-documents = เอกสารทั้งหมด
sources-documents-sub = ที่อยู่เว็บมาจากสำเนาที่เก็บไว้ ควรตรวจสอบก่อนอ้างอิง
sources-indicator = เรื่อง
sources-asof = ณ
sources-stated = ตามเอกสาร
sources-computed = คำนวณได้
sources-documented-only = เฉพาะแถวที่มีเอกสาร
sources-verdict = ผล
sources-source = แหล่ง
sources-what = เรื่อง
sources-first = แหล่งหนึ่งว่า
sources-second = อีกแหล่งว่า
sources-shown = ระบบนี้แสดงอย่างไร
sources-id = รหัส
sources-title = ชื่อเอกสาร
sources-publisher = ผู้เผยแพร่
sources-date = วันที่
sources-confidence = ชั้นหลักฐาน
sources-taken = ใช้ในตาราง (แถว)
sources-table = ตาราง
sources-documented = มีเอกสาร (แถว)
sources-illustrative-column = สมมติ (แถว)
confidence-primary = ปฐมภูมิ
confidence-secondary = ทุติยภูมิ
confidence-inferred = อนุมาน
data-table-institutions = สถาบันเครือข่าย
data-table-institution-service-areas = พื้นที่บริการของสถาบัน
data-table-representatives = ผู้แทนกระทรวงฯ ประจำจังหวัด
data-table-workshops = การประชุมเชิงปฏิบัติการ
data-table-participations = การเข้าร่วมประชุม
data-table-projects = โครงการ
data-table-project-locations = พื้นที่ของโครงการ
data-table-plans = แผนพัฒนาจังหวัดด้วย วทน.
data-table-sources = แหล่งข้อมูล

sources-contents = สารบัญของหน้านี้
sources-note = หมายเหตุ (ภาษาอังกฤษ)
sources-scope-country = ทั้งประเทศ
sources-scope-ministry = กระทรวง
sources-scope-scheme = กลุ่มจังหวัดแบบ { $year }
sources-scope-workshop = การประชุม
sources-scope-event = กิจกรรม
sources-scope-region = ภาค
sources-scope-node = เครือข่าย
sources-scope-programme = โครงการ
data-table-provinces = จังหวัด
data-table-province-aliases = ชื่อเรียกจังหวัด
data-table-province-groups = กลุ่มจังหวัด
data-table-province-group-members = สมาชิกกลุ่มจังหวัด
data-table-group-schemes = แบบการจัดกลุ่ม
data-table-phases = ระยะ
data-table-milestones = เหตุการณ์
data-table-agencies = หน่วยงาน
data-table-programmes = กลไกและโครงการหลัก
data-table-observations = ยอดที่มีเอกสาร
data-table-conflicts = ความขัดแย้ง
data-table-network-growth = การเติบโตของเครือข่าย
