# เรื่องราว: สไลด์ เอกสารสรุป สมุดงาน และหน้าเว็บออฟไลน์

story-title = การบูรณาการงานด้าน วทน. กับจังหวัดและกลุ่มจังหวัด
story-scope-nation = ทั้งประเทศ
story-where-we-are = สถานะ ณ วันที่แสดง
story-gaps = สิ่งที่ยังขาดและเหตุผล
story-phases = ความก้าวหน้าตามระยะ
story-phases-of = ความก้าวหน้าตามระยะของ{ $group }
story-projects = โครงการและงบประมาณ
story-comparison = เปรียบเทียบ { $names }
story-decide = เรื่องเพื่อพิจารณาตัดสินใจ
story-sentence-joint = { " · " }
story-joint = { " · " }

story-province-title-covered = { $name }มีผู้แทนกระทรวงฯ แล้ว
story-province-title-uncovered = { $name }ยังไม่มีผู้แทนกระทรวงฯ
story-province-title-not-reported = { $name }: เอกสารไม่ได้ระบุว่ามีผู้แทนกระทรวงฯ หรือไม่
story-province-title-not-applicable = { $name }: ไม่นับรวมในเรื่องผู้แทนกระทรวงฯ ณ วันที่แสดง
story-province-covered = <good>มีผู้แทนกระทรวงฯ แล้ว</good> คือ { $institution }{ $since }
story-province-uncovered = <gap>ยังไม่มีผู้แทนกระทรวงฯ</gap> เนื่องจาก{ $reason }
story-province-silent = { $reason }
story-province-plan-good = แผนพัฒนาจังหวัดด้วย วทน.: <good>{ $plan }</good>
story-province-plan-gap = แผนพัฒนาจังหวัดด้วย วทน.: <gap>{ $plan }</gap>
story-no-name = สถาบันที่เอกสารไม่ได้ระบุชื่อ

story-chart-groups = ผู้แทนกระทรวงฯ รายกลุ่มจังหวัด
story-column-with = มีผู้แทน (จังหวัด)
story-column-of = จาก (จังหวัด)
story-column-without = จังหวัดที่ยังไม่มี
story-column-since = ตั้งแต่
story-column-who = สถาบันที่เป็นผู้แทน หรือเหตุผลที่ยังไม่มี
story-column-missing = สิ่งที่ยังขาด
story-column-reason = เหตุผล
story-column-nearest = แหล่งสนับสนุนที่ใกล้ที่สุด
story-nearest = { $kind } จ.{ $name } { $km }{ "\u00A0" }กม.
story-nearest-institution = สถาบันเครือข่าย
story-nearest-representative = ผู้แทนกระทรวงฯ
story-nearest-approved_plan = แผนที่ได้รับอนุมัติ

story-gaps-title = { $parts }
story-gap-part = { $kind } { $n } จาก { $of } จังหวัด
story-gaps-none = ไม่พบช่องว่างในชุดข้อมูล ณ วันที่แสดง
story-gaps-unknown = ชุดข้อมูลไม่ได้ระบุว่ายังขาดสิ่งใด ณ วันที่แสดง
story-gaps-not-applicable = ยังไม่มีเรื่องที่ถึงกำหนด ณ วันที่แสดง
story-gaps-province = ยังขาด { $n } จาก 4 เรื่องที่คาดหวัง
story-gap-count = { $kind } { $n } จาก { $of } จังหวัด
story-gap-silent = { "" } (ไม่มีข้อมูล { $n } จังหวัด)
story-gap-unknown = { $kind }: { $state }

story-workshops-province = เข้าร่วมประชุม { $n } จาก { $of } ครั้งที่มีบันทึกการเข้าร่วม
story-workshops-group-all = { $name }: จัดประชุมกับกลุ่มแล้ว { $n } ครั้ง
story-workshops-group-documented = { $name }: มีเอกสารยืนยันการประชุมกับกลุ่ม { $n } ครั้ง
story-workshops-none = ยังไม่มีการประชุมที่บันทึกการเข้าร่วม ณ วันที่แสดง
story-chart-workshops = จำนวนครั้งการประชุมเชิงปฏิบัติการตามปีงบประมาณ { $era ->
    [be] พ.ศ.
   *[ce] ค.ศ.
 }
story-chart-workshops-alt = { $heading } รวม { $n } ครั้ง

story-phases-title = { $name } ดำเนินการครบแล้ว { $n } จาก { $of } ขั้นตอนที่ถึงกำหนด
story-phases-silent = { " " }อีก { $n } ขั้นตอนไม่มีข้อมูล
story-phases-none = ยังไม่มีขั้นตอนใดถึงกำหนด ณ วันที่แสดง
story-phases-no-group = พื้นที่นี้ไม่อยู่ในกลุ่มจังหวัด จึงไม่นับขั้นตอนของระยะ
story-chart-steps = จำนวนกลุ่มจังหวัดตามสถานะของแต่ละขั้นตอน
story-step = { $phase } · { $step }
story-unit-groups = กลุ่มจังหวัด
story-column-reached = ดำเนินการแล้ว
story-column-of-needed = จาก
story-projects-title = เริ่มโครงการแล้ว { $n } โครงการ จัดสรร { $allocated } เบิกจ่าย { $disbursed }
story-projects-count = เริ่มโครงการแล้ว { $n } โครงการ ไม่มีข้อมูลวงเงิน
story-projects-none = ยังไม่มีโครงการ ณ วันที่แสดง
story-projects-not-reported = เอกสารไม่ได้ระบุรายการโครงการ
story-projects-not-applicable = ยังไม่มีพื้นที่นี้ ณ วันที่แสดง
story-money-rule = นับโครงการที่เริ่มแล้ว ณ วันที่แสดง งบจัดสรรกับเงินเบิกจ่ายเป็นคนละตัวชี้วัดและไม่นำมารวมกัน ปีคือปีที่เริ่มโครงการ โครงการหลายจังหวัดนับในทุกจังหวัดที่ทำ และแบ่งเงินตามสัดส่วนที่ระบุ
story-money-alt = { $year }: { $n }
story-beside-nationwide = โครงการระดับประเทศ ไม่รวมในยอดนี้ { $n } โครงการ จัดสรร { $allocated }
story-beside-unattributed = ทำในพื้นที่อื่นด้วยโดยไม่ระบุสัดส่วน ไม่รวมในยอดเงินนี้ { $n } โครงการ จัดสรร { $allocated }
story-beside-no-place = ไม่ระบุพื้นที่ ไม่รวมในยอดนี้ { $n } โครงการ จัดสรร { $allocated }
story-beside-unstated = โครงการที่ไม่มีข้อมูลวงเงิน { $n } โครงการ
story-chart-money = วงเงินโครงการตามปีงบประมาณที่เริ่ม { $era ->
    [be] พ.ศ.
   *[ce] ค.ศ.
 } (ล้านบาท)
story-chart-gap = ช่องที่ว่างคือไม่มีข้อมูล ไม่ใช่ศูนย์
story-column-programme = กลไก
story-column-agency = หน่วยงาน
story-column-projects = โครงการ
story-column-allocated = จัดสรร (ล้านบาท)
story-column-disbursed = เบิกจ่าย (ล้านบาท)

story-compare-share = ต่างกันมากที่สุดเรื่อง{ $measure }: { $high } { $high-rate } ของจังหวัด ส่วน { $low } { $low-rate }
story-compare-rate = ต่างกันมากที่สุดเรื่อง{ $measure }: { $high } { $high-rate }ต่อจังหวัด ส่วน { $low } { $low-rate }ต่อจังหวัด
story-comparison-rule = ทุกตัวเลขมีตัวหารของตนเอง คือจำนวนจังหวัดที่มีอยู่ในวันนั้น ไม่นับกรุงเทพมหานคร ยกเว้นโครงการและงบประมาณ
story-chart-rates = ร้อยละของจังหวัดที่ดำเนินการแล้ว
story-pct = { $n }%
story-per-province = { $n } ต่อจังหวัด
story-column-share = { $name }: สัดส่วน

story-every-province = ทุกจังหวัด
story-decide-title = มี { $n } เรื่องที่ต้องพิจารณาตัดสินใจ
story-decide-none = ไม่พบช่องว่างในชุดข้อมูลที่ต้องตัดสินใจ
story-decide-rule = รายการนี้มาจากช่องว่างในชุดข้อมูลเท่านั้น เรียงตามจำนวนพื้นที่
story-decide-illustrative = ช่องว่างบางรายการมาจากข้อมูลสมมติ ต้องตรวจสอบข้อเท็จจริงก่อนตัดสินใจ
story-decide-no_network_institution = หาสถาบันเข้าร่วมเครือข่าย
story-decide-not_appointed = แต่งตั้งสถาบันเครือข่ายที่ดูแลพื้นที่อยู่แล้วเป็นผู้แทน
story-decide-representative_ended = แต่งตั้งผู้แทนใหม่แทนผู้ที่พ้นหน้าที่
story-decide-no_representative = แต่งตั้งผู้แทนกระทรวงฯ
story-decide-invited_never_came = สอบถามเหตุที่ไม่มีผู้เข้าร่วม และจัดโอกาสใหม่
story-decide-never_invited = เชิญเข้าร่วมประชุมครั้งต่อไป
story-decide-never_at_workshop = ให้จังหวัดได้เข้าร่วมประชุมเชิงปฏิบัติการ
story-decide-no_project_in_phase = พิจารณาโครงการในระยะนี้
story-decide-plan_stalled = ผลักดันแผนพัฒนาจังหวัดด้วย วทน.
story-decide-no_plan_stage = เริ่มจัดทำแผนพัฒนาจังหวัดด้วย วทน.
story-decide-plan_stalled_needs_collected = ยกร่างแผนจากความต้องการที่รวบรวมไว้
story-decide-plan_stalled_drafted = เสนอร่างแผนเพื่ออนุมัติ
story-decide-plan_stalled_approved = บรรจุแผนที่ได้รับอนุมัติในแผนพัฒนาจังหวัด
story-decide-ask = รวบรวมข้อมูลที่ยังไม่มี: { $what }
story-decide-group-workshop = จัดประชุมเชิงปฏิบัติการของระยะนี้กับกลุ่มจังหวัด
story-decide-line = { $what } { $n } จาก { $of } จังหวัด ({ $names })
story-decide-groups-line = { $what } { $n } จาก { $of } กลุ่ม ({ $names })
story-column-decide = เรื่อง
story-column-missing-count = จำนวน
story-column-of-all = จาก
story-column-areas = พื้นที่

story-sources-title = เอกสารอ้างอิง { $n } ฉบับ
story-sources-none = ไม่มีเอกสารรองรับสไลด์ชุดนี้

story-note-finding = ข้อค้นพบ: { $text }
story-note-filters = เงื่อนไข: { $scope } ณ { $date } { $evidence }
story-evidence-all = ทุกแถว ทั้งที่มีเอกสารและที่เป็นข้อมูลสมมติ
story-evidence-documented = เฉพาะแถวที่มีเอกสารยืนยัน
story-share-all = ทุกแถวที่ใช้มีเอกสารยืนยัน
story-share-none = ทุกแถวที่ใช้เป็นข้อมูลสมมติ ไม่ใช่ข้อเท็จจริง
story-share = แถวที่ใช้มีเอกสารยืนยัน { $pct }% ที่เหลือเป็นข้อมูลสมมติ ไม่ใช่ข้อเท็จจริง
story-note-release = ชุดข้อมูล { $release }
story-note-sources = แหล่งข้อมูล: { $ids }
story-note-no-source = แหล่งข้อมูล: ไม่มีเอกสาร

story-error-unknown-scope = “{ $scope }” ไม่ใช่ “nation” และไม่ใช่รหัสจังหวัดหรือกลุ่มจังหวัด
story-error-not-on-day = ยังไม่มี{ $name } ณ { $asof }
story-error-date = { $asof } อยู่นอกช่วงข้อมูล โปรดเลือกวันระหว่าง { $first } ถึง { $last }
story-error-slide = ไม่มีสไลด์ชื่อ “{ $kind }” ชื่อที่ใช้ได้: { $known }

deck-continued = { $title } ({ $page }/{ $pages })
deck-more-rows = และอีก { $n } รายการ ดูครบได้ในสมุดงาน
deck-map-group = แผนที่: { $alt }
deck-map-shape = { $name }: { $label }
deck-locator = ตำแหน่งในประเทศ
deck-table-alt = ตาราง: { $title } { $rows } แถว
deck-legend-alt = คำอธิบายสี: { $labels }
deck-footer = { $product } · { $scope } · ณ { $asof } · ชุดข้อมูล { $release }

book-about = เกี่ยวกับสมุดงานนี้
book-item = รายการ
book-value = ค่า
book-scope = ขอบเขต
book-asof = ณ วันที่
book-evidence = หลักฐาน
book-release = ชุดข้อมูล
book-language = ภาษา
book-since = นับการเปลี่ยนแปลงตั้งแต่
book-keys = ตัวเลขสำคัญ
book-of = จาก
book-note = หมายเหตุ
book-documented = สัดส่วนที่มีเอกสาร
book-sheet-title = ปก
book-sheet-where_we_are = สถานะ ณ วันที่แสดง
book-sheet-coverage_map = ผู้แทน
book-sheet-gaps = สิ่งที่ยังขาด
book-sheet-workshops = การประชุม
book-sheet-phases = ระยะ
book-sheet-projects = โครงการ
book-sheet-comparison = เปรียบเทียบ
book-sheet-decide = เพื่อตัดสินใจ
book-sheet-sources = แหล่งข้อมูล
book-unit-baht = หน่วยเงินเป็นล้านบาท
book-no-table = ไม่มีรายการ ณ วันที่แสดง

cli-description = สร้างสไลด์ เอกสารสรุป สมุดงาน หรือหน้าเว็บออฟไลน์จากชุดข้อมูล
cli-made = { $path } ({ $size } KB)
cli-progress = { $done }/{ $total } { $path }
cli-failed = { $what }: { $why }
cli-summary = สร้าง { $made } คงไว้ { $kept } ไม่สำเร็จ { $failed }
cli-unwritable = เขียน { $path } ไม่ได้: { $why }
cli-no-medium = สร้าง “{ $medium }” ไม่ได้: { $why }
cli-need-scope = ต้องระบุ --scope, --all-groups หรือ --all-provinces
cli-need-out = ต้องระบุ --out เป็นไฟล์เมื่อทำขอบเขตเดียว เป็นโฟลเดอร์เมื่อทำหลายขอบเขต
cli-bad-date = “{ $text }” ไม่ใช่วันที่ ต้องเขียนแบบ YYYY-MM-DD
cli-data-fault = เปิดข้อมูลไม่ได้ มี { $n } จุดที่ต้องแก้ไข
brief-kicker-several = บทสรุปหลายกลุ่มจังหวัด
choices-measure = ตัวชี้วัดบนแผนที่ { $name }
choices-level = แผนที่รายกลุ่มจังหวัด
downloads-comparison = การเปรียบเทียบ { $names }
downloads-booklets = ทั้งชุดของทั้งประเทศ
downloads-briefs = บทสรุปทุกจังหวัด (PDF เดียว)
downloads-decks = สไลด์ทุกกลุ่มจังหวัด (ไฟล์ zip)
downloads-cancel = ยกเลิก
cli-template = แม่แบบ { $path } ใช้ไม่ได้ ขาด: { $missing }
update-not-ours = { $path } ไม่ใช่สไลด์ที่สร้างจากระบบนี้ จึงปรับปรุงให้ไม่ได้
update-unreadable = เปิด { $path } ไม่ได้ ({ $why })
update-changed = เปลี่ยนแล้ว { $n } รายการ
update-left-alone = มีผู้แก้ไขไว้ จึงไม่แตะ { $n } รายการ
update-cannot = ไม่มีข้อมูลให้กล่าวได้อีก คงไว้ตามเดิม { $n } รายการ
update-same = เหมือนเดิม { $n } รายการ
update-row = สไลด์ { $n } “{ $title }”: { $part }
update-part-title = หัวข้อ
update-part-key = ตัวเลขสำคัญ
update-part-table = ตาราง
update-part-chart = กราฟ
update-part-badge = ป้ายหลักฐาน
update-part-drawing = ภาพ
