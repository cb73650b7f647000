figures-out-of = { $value } จาก { $of }
figures-and-more = { $names } และอีก { $more }
figures-percent = %
figures-million = { "" } ล้านบาท
figures-unit-million = ล้านบาท
figures-bin-from = { $low } ขึ้นไป
figures-bin-upto = ไม่เกิน { $high }
figures-bin-over = มากกว่า { $low }
figures-state-none = ยังไม่มี
figures-state-not-reported = ไม่มีข้อมูล
figures-state-not-applicable = ไม่นับรวม
figures-state-outside = นอกกลุ่มที่เลือก
figures-state-gained = เพิ่มขึ้นใหม่
figures-state-kept = มีอยู่แล้ว
figures-state-lost = สิ้นสุดลง
figures-state-still-missing = ยังไม่มีทั้งสองวัน
figures-as-of = ณ { $date }
figures-per-group = นับเป็นจังหวัดในแต่ละกลุ่ม
figures-only-groups = เฉพาะ { $n } กลุ่มที่เลือก
figures-group-lines = เส้นหนาคือกลุ่มจังหวัด { $era ->
    [ce] ค.ศ.
   *[be] พ.ศ.
} { $year }

figures-column-province = จังหวัด
figures-column-group = กลุ่มจังหวัด
figures-column-since = ตั้งแต่
figures-column-reason = เหตุผล
figures-column-evidence = หลักฐาน

figures-title-joint = { " " }
figures-sentence-joint = { " " }
figures-title-unknown = { $level ->
    [group] ไม่มีข้อมูลของกลุ่มจังหวัดใด
   *[province] ไม่มีข้อมูลของจังหวัดใด
}
figures-title-unsaid = { $level ->
    [group] เอกสารไม่ได้ระบุว่าเป็นกลุ่มใด
   *[province] เอกสารไม่ได้ระบุว่าเป็นจังหวัดใด
}
figures-title-unknown-rest = { $level ->
    [group] อีก { $n } กลุ่มไม่มีข้อมูล
   *[province] อีก { $n } จังหวัดไม่มีข้อมูล
}
figures-title-top = { $name } มากที่สุด { $amount }
figures-title-top-tie = { $level ->
    [group] { $n } กลุ่มมากที่สุดเท่ากันที่ { $amount }
   *[province] { $n } จังหวัดมากที่สุดเท่ากันที่ { $amount }
}
figures-gap-coverage = { $n } จังหวัดยังไม่มีผู้แทน
figures-all-coverage = ทั้ง { $n } จังหวัดมีผู้แทนแล้ว
figures-some-coverage = { $n } จังหวัดมีผู้แทนตามเอกสาร
figures-gap-attendance = { $n } จังหวัดยังไม่เคยร่วมประชุม
figures-all-attendance = ทั้ง { $n } จังหวัดเคยร่วมประชุมแล้ว
figures-some-attendance = { $n } จังหวัดเคยร่วมประชุมตามเอกสาร
figures-gap-plan = { $n } จังหวัดยังไม่มีแผนที่อนุมัติ
figures-all-plan = ทั้ง { $n } จังหวัดมีแผนที่อนุมัติแล้ว
figures-some-plan = { $n } จังหวัดมีแผนที่อนุมัติตามเอกสาร
figures-gap-workshops = { $level ->
    [group] อีก { $n } กลุ่มยังไม่เคยจัดประชุม
   *[province] อีก { $n } จังหวัดยังไม่เคยร่วมประชุม
}
figures-gap-projects = { $level ->
    [group] อีก { $n } กลุ่มไม่มีโครงการ
   *[province] อีก { $n } จังหวัดไม่มีโครงการ
}
figures-gap-allocated = { $level ->
    [group] อีก { $n } กลุ่มไม่มีงบจัดสรร
   *[province] อีก { $n } จังหวัดไม่มีงบจัดสรร
}
figures-gap-disbursed = { $level ->
    [group] อีก { $n } กลุ่มไม่มีการเบิกจ่าย
   *[province] อีก { $n } จังหวัดไม่มีการเบิกจ่าย
}
figures-groups-all-coverage = { $n ->
    [1] มีผู้แทนครบทุกจังหวัด
   *[other] ทั้ง { $n } กลุ่มมีผู้แทนครบทุกจังหวัด
}
figures-groups-full-coverage = { $n } กลุ่มมีผู้แทนครบทุกจังหวัด
figures-groups-all-attendance = { $n ->
    [1] เคยร่วมประชุมครบทุกจังหวัด
   *[other] ทั้ง { $n } กลุ่มเคยร่วมประชุมครบทุกจังหวัด
}
figures-groups-full-attendance = { $n } กลุ่มเคยร่วมประชุมครบทุกจังหวัด
figures-groups-all-plan = { $n ->
    [1] มีแผนที่อนุมัติครบทุกจังหวัด
   *[other] ทั้ง { $n } กลุ่มมีแผนที่อนุมัติครบทุกจังหวัด
}
figures-groups-full-plan = { $n } กลุ่มมีแผนที่อนุมัติครบทุกจังหวัด
figures-groups-none-full = ยังไม่มีกลุ่มใดครบทุกจังหวัด
figures-groups-short = { $n } กลุ่มยังขาดเกินครึ่ง
figures-groups-rest = อีก { $n } กลุ่มยังไม่ครบ
figures-alt-dated = { $date }:
figures-alt-count = { $label } { $n } จังหวัด
figures-alt-counts = { $what }แบ่งเป็น { $counts }
figures-alt-missing = ที่ยังขาดคือ { $names }

figures-ranking-order = เรียงจากขาดมากไปน้อย
figures-ranking-order-amount = เรียงจากมากไปน้อย
figures-column-reached = ดำเนินการแล้ว (จังหวัด)
figures-column-missing = ยังขาด (จังหวัด)
figures-column-unknown = ไม่มีข้อมูล (จังหวัด)
figures-column-of = ทั้งหมด (จังหวัด)
figures-ranking-reached = ดำเนินการแล้ว
figures-ranking-missing = ยังขาด
figures-ranking-first = { $n } อันดับแรกจาก { $of }
figures-title-not-applicable = ยังไม่ใช้ตัวชี้วัดนี้ในวันที่เลือก
figures-groups-unknown = ข้อมูลของทั้ง { $n } กลุ่มยังไม่ครบ
figures-groups-unknown-rest = อีก { $n } กลุ่มข้อมูลยังไม่ครบ

figures-event-ms-1986-st-village = แนวคิดหมู่บ้าน ว. และ ท.
figures-event-ms-2002-10-03-most = ใช้ชื่อ วท.
figures-event-ms-2003-01-clinic-mou = คลินิกเทคโนโลยี 18 เครือข่าย
figures-event-ms-2003-05-17-cabinet-19 = ครม. 19 กลุ่มจังหวัด
figures-event-ms-2004-04-scivol = เริ่ม อสวท.
figures-event-ms-2006-05-25-scivol-north = อบรม อสวท. เหนือตอนล่าง
figures-event-ms-2008-01-15-cabinet-18 = ครม. ปรับเป็น 18 กลุ่ม
figures-event-ms-ws-2008-05-26-andaman = กระบี่
figures-event-ms-ws-2009-01-14-upper-north = ภาคเหนือตอนบน
figures-event-ms-ws-2009-r4-south-gulf = ภาคใต้ฝั่งอ่าวไทย
figures-event-ms-2009-01-15-osm-andaman = เปิดสำนักฯ กลุ่มอันดามัน
figures-event-ms-2009-02-cabinet-heads = ครม. หัวหน้ากลุ่มจังหวัด
figures-event-ms-ws-national-undated = กลไกขับเคลื่อน (ทั่วประเทศ)
figures-event-ms-2009-02-17-groups-effective = ประกาศ 18 กลุ่มมีผล
figures-event-ms-2009-02-18-groups-gazette = ประกาศ 18 กลุ่มลงราชกิจจาฯ
figures-event-ms-2009-04-20-mou-moi = MoU วท.–มท. ฉบับแรก
figures-event-ms-committee-formed = ตั้งคณะกรรมการ วทน. จังหวัด
figures-event-ms-2009-05-08-village-wg = คณะทำงานหมู่บ้าน ว. และ ท.
figures-event-ms-2009-06-10-villages = หมู่บ้านนำร่อง
figures-event-ms-2009-09-03-clinic-meeting = ประชุมคลินิกฯ ประจำปี
figures-event-ms-2010-pilot-provinces = จังหวัดนำร่องทำแผน
figures-event-ms-2009-12-21-clinic-mou = คลินิกฯ เป็นผู้แทนกระทรวง
figures-event-ms-ws-2009-12-21-clinics = บทบาทคลินิกเทคโนโลยี
figures-event-ms-2010-host-village = เริ่มหมู่บ้านแม่ข่าย
figures-event-ms-ws-2010-03-29-south-border = ภาคใต้ชายแดน
figures-event-ms-2010-09-21-scivol = รวมพลคน อสวท.
figures-event-ms-2011-03-22-bk-gazette = พ.ร.บ. บึงกาฬลงราชกิจจาฯ
figures-event-ms-2011-03-23-bk-law = ตั้งจังหวัดบึงกาฬ
figures-event-ms-2011-03-28-bk-group = บึงกาฬเข้ากลุ่มจังหวัด
figures-event-ms-ws-2011-04-20-upper-central-1 = ภาคกลางตอนบน 1
figures-event-ms-2011-05-03-bk-group-gazette = ประกาศกลุ่มฯ ฉบับที่ 2
figures-event-ms-ws-2011-05-26-moi = ประชุมแผนจังหวัด วท.–มท.
figures-event-ms-fy2555-survey = สำรวจความเห็น
figures-event-ms-2011-12-13-regional-centres = ครม. ตั้ง ศวภ.
figures-event-ms-ws-2012-03-26-lower-north-2 = ภาคเหนือตอนล่าง 2
figures-event-ms-2012-05-29-rsp = ครม. อุทยานวิทยาศาสตร์ฯ
figures-event-ms-ws-2013-01-upper-north-2 = ภาคเหนือตอนบน 2
figures-event-ms-ws-2013-11-north = ภาคเหนือ
figures-event-ms-2013-11-27-saraburi = คาราวานวิทยาศาสตร์ สระบุรี
figures-event-ms-2013-12-06-phitsanulok = วทน. สู่ชุมชน พิษณุโลก
figures-event-ms-ws-2014-04-25-upper-north-2 = ภาคเหนือตอนบน 2
figures-event-ms-ws-2014-06-sukhothai = สุโขทัย
figures-event-ms-ws-2014-06-26-upper-north-1 = ภาคเหนือตอนบน 1
figures-event-ms-2014-12-09-cabinet = มติ ครม. นำไปสู่ MoU
figures-event-ms-2015-01-29-committee = คณะกรรมการฯ ครั้งที่ 1
figures-event-ms-2015-02-19-prep = เตรียมงานกับ PCSO
figures-event-ms-2015-03-19-mou-moi = MoU วท.–มท. ฉบับที่สอง
figures-event-ms-2015-07-28-itap = ครม. มาตรการ ITAP
figures-event-ms-2016-09-20-scivol-nst = อสวท. นครศรีธรรมราช
figures-event-ms-2017-11-17-regroup = ปรับกลุ่มจังหวัด 6 ภาค
figures-event-ms-2019-05-02-mhesi = วท. เป็น อว.
figures-event-ms-2022-11-21-mou-moi = MoU อว.–มท. ฉบับที่สาม
figures-event-ms-ws-2022-11-21-national = ประชุมระดับประเทศ
figures-event-ms-fy2568-pilot-20 = นำร่อง 20 จังหวัด

figures-phase-phase-1 = ระยะที่ 1
figures-phase-phase-2 = ระยะที่ 2
figures-phase-phase-3 = ระยะที่ 3
figures-aim-phase-1 = รับฟังความต้องการ
figures-aim-phase-2 = หารูปแบบที่เข้ากับพื้นที่
figures-aim-phase-3 = เชื่อมแผนชาติกับแผนจังหวัด
figures-track-law = กฎหมายและมติคณะรัฐมนตรี
figures-track-mou = บันทึกข้อตกลง
figures-track-committee = คณะกรรมการและการประชุมอื่น
figures-track-workshop = การประชุมเชิงปฏิบัติการ
figures-track-programme = โครงการและการสำรวจ
figures-kind-law = กฎหมาย
figures-kind-cabinet-resolution = มติคณะรัฐมนตรี
figures-kind-gazette = ราชกิจจานุเบกษา
figures-kind-committee = คณะกรรมการ
figures-kind-mou = บันทึกข้อตกลง
figures-kind-meeting = การประชุม
figures-kind-workshop = การประชุมเชิงปฏิบัติการ
figures-kind-programme = โครงการ
figures-kind-pilot = โครงการนำร่อง
figures-kind-survey = การสำรวจ
figures-kind-phase = ระยะ
figures-column-when = เมื่อ
figures-column-kind = ประเภท
figures-column-event = เหตุการณ์
figures-timeline-title = { $phases ->
    [1] หนึ่งระยะ
    [2] สองระยะ
    [3] สามระยะ
   *[other] { $phases } ระยะ
} { $years } ปีงบประมาณ { $events } เหตุการณ์
figures-timeline-title-events = { $events } เหตุการณ์ในช่วง { $years } ปีงบประมาณ
figures-timeline-subtitle = ปีงบประมาณ { $era ->
    [ce] ค.ศ.
   *[be] พ.ศ.
} เริ่ม 1 ต.ค. ของปีก่อนหน้า
figures-timeline-drag = ลากเพื่อขยายช่วงเวลา
figures-timeline-alt = เส้นเวลาปีงบประมาณ { $first }–{ $last } มี { $events } เหตุการณ์ ({ $documented } มีเอกสาร) เรื่องแรกคือ { $from } เรื่องล่าสุดคือ { $to }
figures-timeline-empty = ไม่มีเหตุการณ์ในช่วงที่เลือก
figures-legend-documented = มีเอกสาร
figures-legend-illustrative = สมมติ
figures-legend-range = ทราบเพียงช่วงเวลา
figures-legend-asof = ณ วันที่เลือก
figures-timeline-later = อีก { $n } เหตุการณ์หลัง { $date } อยู่ในตาราง
figures-timeline-earlier = อีก { $n } เหตุการณ์ก่อนปีงบประมาณ { $year } อยู่ในตาราง

figures-change-up = { $n } { $level ->
    [group] กลุ่มเพิ่มขึ้น
   *[province] จังหวัดเพิ่มขึ้น
}
figures-change-up-coverage = { $n } จังหวัดมีผู้แทนเพิ่ม
figures-change-down-coverage = { $n } จังหวัดไม่มีผู้แทนแล้ว
figures-change-up-attendance = { $n } จังหวัดเข้าร่วมประชุมเพิ่ม
figures-change-up-plan = { $n } จังหวัดมีแผนที่อนุมัติเพิ่ม
figures-change-down = { $n } { $level ->
    [group] กลุ่มลดลง
   *[province] จังหวัดลดลง
}
figures-change-still = { $n } จังหวัดยังไม่มีทั้งสองวัน
figures-change-nothing = ไม่มีการเปลี่ยนแปลง
figures-change-subtitle = { $what } เปลี่ยนแปลงจาก { $since } ถึง { $date }
figures-state-unchanged = ไม่เปลี่ยนแปลง
figures-bin-between = { $low } ถึง { $high }
figures-bin-below = { $high } หรือต่ำกว่า
figures-multiples = ณ { $n } วันที่ ใช้สีชุดเดียวกัน
figures-step-workshop = จัด|ประชุม
figures-step-needs = รวบรวม|ความต้องการ
figures-step-representative = มี|ผู้แทน
figures-step-plan-drafted = ร่าง|แผน
figures-step-plan-approved = แผน|อนุมัติ
figures-step-plan-in-provincial = อยู่ใน|แผนจังหวัด
figures-step-project = มี|โครงการ
figures-cell-reached = ครบ
figures-cell-partly = บางส่วน
figures-cell-not-reached = ยังไม่ดำเนินการ
figures-cell-not-reported = ไม่มีข้อมูล
figures-cell-not-applicable = ยังไม่ถึงกำหนด
figures-matrix-subtitle = กลุ่มจังหวัดกับขั้นตอนของแต่ละระยะ ตัวเลขคือจังหวัดที่ดำเนินการแล้วต่อจังหวัดทั้งหมดในกลุ่ม
figures-matrix-title = ดำเนินการครบแล้ว { $n } จาก { $of } รายการที่ถึงกำหนด ({ $groups } กลุ่ม)
figures-matrix-title-rest = อีก { $n } รายการไม่มีข้อมูล
figures-matrix-title-unknown = ไม่มีข้อมูลความก้าวหน้าของกลุ่มจังหวัด
figures-matrix-alt-step = { $phase } { $step } ครบ { $n } จาก { $of } กลุ่ม
figures-at-least = กว่า { $value }
figures-about = ประมาณ { $value }
figures-column-what = รายการ
figures-column-count = จำนวน
figures-column-denominator = จากทั้งหมด
figures-indicator-networks = เครือข่ายคลินิกเทคโนโลยี
figures-indicator-places = แห่งที่ให้บริการ
figures-indicator-provinces-with-network = จังหวัดที่มีเครือข่าย
figures-indicator-provinces-with-representative = จังหวัดที่มีผู้แทน
figures-growth-computed = จังหวัดที่มีผู้แทน นับจากข้อมูล
figures-growth-denominator = จังหวัดทั้งหมด ไม่รวม กทม.
figures-growth-others = เอกสารระบุจำนวนหน่วยอื่น (เครือข่าย แห่งที่ให้บริการ) ไว้อีก { $n } ครั้ง อยู่ในตาราง
figures-growth-provinces = จังหวัด
figures-growth-title = มีผู้แทน { $count } จังหวัด ณ { $date }
figures-growth-title-stated = เอกสารระบุขนาดเครือข่ายไว้ { $n } ครั้ง นับคนละหน่วย
figures-growth-subtitle = เส้นคือจำนวนที่นับจากข้อมูล จุดคือจำนวนที่เอกสารระบุ แต่ละหน่วยนับแยกกัน จึงไม่ลากเส้นต่อ
figures-growth-alt = เอกสารระบุ:
figures-growth-alt-point = { $what } { $count } ({ $date })
figures-role-pcso = รองผู้ว่าราชการจังหวัด (PCSO)
figures-role-provincial-office = หัวหน้าสำนักงานจังหวัด
figures-role-strategy-group = หัวหน้ากลุ่มงานยุทธศาสตร์ฯ
figures-role-clinic-representative = ผู้แทนคลินิกเทคโนโลยี
figures-role-agency = หัวหน้าส่วนราชการในสังกัด วท. และ มท.
figures-role-other = อื่น ๆ
figures-roles-invited = เชิญ
figures-roles-attended = เข้าร่วม
figures-roles-came = เข้าร่วม { $n }
figures-roles-title = { $best } เข้าร่วมในสัดส่วนสูงสุด { $best_count } ส่วน{ $worst } เข้าร่วมในสัดส่วนต่ำสุด { $worst_count }
figures-roles-title-one = { $name } เข้าร่วม { $count }
figures-roles-title-unknown = ไม่มีข้อมูลผู้เข้าร่วมแยกตามตำแหน่ง
figures-roles-subtitle = ผู้เข้าร่วมจากผู้ได้รับเชิญ หน่วยเป็นคน
figures-column-role = ตำแหน่ง
figures-column-invited = เชิญ (คน)
figures-column-attended = เข้าร่วม (คน)
figures-column-workshops = การประชุม (ครั้ง)
figures-column-documented-workshops = มีเอกสาร (ครั้ง)
figures-column-participants = ผู้เข้าร่วม (คน)
figures-column-year = ปีงบประมาณ
figures-column-step = ขั้นตอน
figures-year-unknown = ไม่ทราบปี
figures-people-title = ปีงบประมาณ { $year } มีผู้เข้าร่วมมากที่สุด { $count } คน
figures-people-title-unknown = ไม่มีข้อมูลจำนวนผู้เข้าร่วม
figures-people-subtitle = ผู้เข้าร่วมประชุม (คน) ตามปีงบประมาณ { $era ->
    [ce] ค.ศ.
   *[be] พ.ศ.
} · ≥ อย่างน้อย ≈ ประมาณ ? ไม่มีเอกสารระบุจำนวน
figures-people-undated = อีก { $n } ครั้งไม่ทราบปีงบประมาณ
figures-of-groups = จาก { $of } กลุ่ม
figures-steps-subtitle = กลุ่มจังหวัดที่ดำเนินการครบทุกจังหวัด ณ สิ้นปีงบประมาณ
figures-steps-title = ดำเนินการครบทุกกลุ่มจังหวัดแล้ว { $n } จาก { $of } ขั้นตอน
figures-no-less = อย่างน้อย { $value }
figures-multiples-title = { $level ->
    [group] จาก { $before } กลุ่มเมื่อ { $first } เป็น { $after } กลุ่มเมื่อ { $last }
   *[province] จาก { $before } จังหวัดเมื่อ { $first } เป็น { $after } จังหวัดเมื่อ { $last }
}
