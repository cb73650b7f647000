# ตัวชี้วัด: ชื่อ นิยาม หน่วย และสถานะ

measure-coverage = ผู้แทนกระทรวงฯ ประจำจังหวัด
measure-coverage-definition = จังหวัดที่มีสถาบันเครือข่ายได้รับแต่งตั้งเป็นผู้แทนกระทรวงฯ ประจำจังหวัดและยังทำหน้าที่อยู่ ณ วันที่เลือก ตัวหารคือจำนวนจังหวัดที่มีอยู่ในวันนั้น ไม่รวมกรุงเทพมหานคร บทบาทนี้เริ่มเมื่อลงนามบันทึกข้อตกลงคลินิกเทคโนโลยีเดือนธันวาคม พ.ศ. 2552 (ค.ศ. 2009)
measure-coverage-unit = จังหวัด
measure-coverage-covered = มีผู้แทน
measure-coverage-uncovered = ยังไม่มีผู้แทน
measure-coverage-none = ยังไม่มีจังหวัดใดมีผู้แทน
measure-coverage-not_reported = ไม่มีข้อมูลว่ามีหรือไม่
measure-coverage-not_applicable = ไม่นับรวม

measure-attendance = การเข้าร่วมประชุมเชิงปฏิบัติการ
measure-attendance-definition = จังหวัดที่มีผู้แทนเข้าร่วมประชุมเชิงปฏิบัติการบูรณาการงานด้าน วทน. อย่างน้อยหนึ่งครั้ง นับถึงวันที่เลือก ตัวหารคือจำนวนจังหวัดที่มีอยู่ในวันนั้น ไม่รวมกรุงเทพมหานคร
measure-attendance-unit = จังหวัด
measure-attendance-attended = เคยเข้าร่วม
measure-attendance-invited_never_came = ได้รับเชิญแต่ไม่เคยเข้าร่วม
measure-attendance-never_invited = ยังไม่เคยได้รับเชิญ
measure-attendance-none = ยังไม่มีจังหวัดใดเข้าร่วม
measure-attendance-not_reported = ไม่มีข้อมูลการเข้าร่วม
measure-attendance-not_applicable = ไม่นับรวม

measure-workshops = จำนวนครั้งการประชุมเชิงปฏิบัติการ
measure-workshops-definition = ระดับจังหวัดนับการประชุมที่จังหวัดมีผู้เข้าร่วม ระดับกลุ่มจังหวัดนับการประชุมที่จัดให้กลุ่มนั้นโดยตรงตามการจัดกลุ่มที่ใช้ในวันที่เลือก การประชุมที่ทราบเพียงช่วงเวลานับเมื่อพ้นวันสุดท้ายของช่วง
measure-workshops-unit = ครั้ง
measure-workshops-none = ยังไม่มีการประชุม
measure-workshops-not_reported = ยังไม่พบเอกสาร
measure-workshops-not_applicable = ไม่นับรวม

measure-institutions = จำนวนสถาบันในเครือข่าย
measure-institutions-definition = สถาบันเครือข่ายคลินิกเทคโนโลยีที่ตั้งอยู่ในพื้นที่หรือให้บริการพื้นที่นั้นในวันที่เลือก สถาบันหนึ่งนับหนึ่งครั้งในแต่ละพื้นที่ที่ให้บริการ ยอดของจังหวัดจึงรวมกันเป็นยอดทั้งประเทศไม่ได้ เอกสารอาจระบุไว้ไม่ครบทุกแห่ง
measure-institutions-unit = สถาบัน
measure-institutions-none = ไม่มีสถาบันเครือข่าย
measure-institutions-not_reported = ไม่มีข้อมูล
measure-institutions-not_applicable = ไม่นับรวม
compare-short-institutions = สถาบันในเครือข่าย
compare-unit-institutions = แห่งต่อจังหวัด
figures-gap-institutions = { $level ->
    [group] { $n } กลุ่มไม่มีสถาบันเครือข่าย
   *[province] { $n } จังหวัดไม่มีสถาบันเครือข่าย
}

measure-plan = แผนพัฒนาจังหวัดด้วย วทน.
measure-plan-definition = ขั้นที่แผนพัฒนาจังหวัดด้วย วทน. ไปถึงแล้ว ณ วันที่เลือก ระดับกลุ่มจังหวัดนับจังหวัดที่แผนได้รับอนุมัติแล้วหรือบรรจุในแผนพัฒนาจังหวัดแล้ว ไม่รวมกรุงเทพมหานคร
measure-plan-unit = จังหวัด
measure-plan-in_provincial_plan = บรรจุในแผนพัฒนาจังหวัดแล้ว
measure-plan-approved = แผนได้รับอนุมัติ
measure-plan-drafted = มีร่างแผน
measure-plan-needs_collected = รวบรวมความต้องการแล้ว
measure-plan-none = ไม่มีบันทึกการจัดทำแผน
measure-plan-not_reported = ไม่มีข้อมูลเรื่องแผน
measure-plan-not_applicable = ไม่นับรวม

measure-documented = สัดส่วนที่มีเอกสาร
measure-documented-definition = ร้อยละของรายการที่แสดงในพื้นที่ ณ วันที่เลือกซึ่งมีเอกสารรองรับ นับผู้แทน การประชุมที่เข้าร่วม สถาบันเครือข่าย แผน และโครงการที่กำลังดำเนินการ ตามที่แต่ละตัวชี้วัดนับ ในกลุ่มจังหวัดการประชุม สถาบัน และโครงการนับครั้งเดียว ใช้จัดลำดับว่าควรเก็บข้อมูลพื้นที่ใดก่อน ไม่ใช่ผลการดำเนินงาน
measure-documented-unit = %
measure-documented-none = ไม่มีรายการใดมีเอกสาร
measure-documented-not_reported = ไม่มีรายการให้แสดง
measure-documented-not_applicable = ไม่นับรวม
compare-short-documented = สัดส่วนที่มีเอกสาร
compare-unit-documented = %
reason-no_document = ทุกรายการเป็นข้อมูลสมมติ
figures-order-to-collect = พื้นที่ที่ควรเก็บข้อมูลก่อนอยู่บนสุด
figures-gap-documented = { $level ->
    [group] { $n } กลุ่มไม่มีรายการใดมีเอกสาร
   *[province] { $n } จังหวัดไม่มีรายการใดมีเอกสาร
}

measure-projects = โครงการที่กำลังดำเนินการ
measure-projects-definition = โครงการที่กำลังดำเนินการ ณ วันที่เลือก โครงการที่ทำหลายจังหวัดนับในทุกจังหวัดที่ทำ แต่นับเป็นหนึ่งโครงการในยอดรวมทั้งประเทศ โครงการที่ระบุเพียงกลุ่มจังหวัดหรือทำทั่วประเทศแสดงไว้ข้างแผนที่
measure-projects-unit = โครงการ
measure-projects-none = ไม่มีโครงการ
measure-projects-not_reported = ไม่มีข้อมูลโครงการ
measure-projects-not_applicable = ไม่นับรวม

measure-allocated = งบประมาณที่ได้รับจัดสรร
measure-allocated-definition = เงินที่จัดสรรให้โครงการซึ่งเริ่มแล้วภายในวันที่เลือก แบ่งให้แต่ละจังหวัดตามสัดส่วนที่ระบุไว้ เงินของโครงการหลายจังหวัดที่ไม่ระบุสัดส่วนแสดงไว้ข้างแผนที่ ไม่นำไปรวมกับเงินที่เบิกจ่าย
measure-allocated-unit = บาท
measure-allocated-none = ไม่มีงบประมาณ
measure-allocated-not_reported = ไม่มีข้อมูลหรือแบ่งรายจังหวัดไม่ได้
measure-allocated-not_applicable = ไม่นับรวม

measure-disbursed = เงินที่เบิกจ่าย
measure-disbursed-definition = เงินที่เบิกจ่ายของโครงการซึ่งเริ่มแล้วภายในวันที่เลือก เป็นยอดตามข้อมูลชุดปัจจุบัน เพราะไม่มีบันทึกวันที่เบิกจ่าย แบ่งให้แต่ละจังหวัดตามสัดส่วนที่ระบุไว้ ไม่นำไปรวมกับเงินที่จัดสรร
measure-disbursed-unit = บาท
measure-disbursed-none = ยังไม่มีการเบิกจ่าย
measure-disbursed-not_reported = ไม่มีข้อมูลหรือแบ่งรายจังหวัดไม่ได้
measure-disbursed-not_applicable = ไม่นับรวม

# สถานะการเปลี่ยนแปลงระหว่างสองวัน
change-state-gained = เพิ่มขึ้นใหม่
change-state-kept = มีอยู่แล้วและยังมี
change-state-lost = เคยมีแต่ไม่มีแล้ว
change-state-still_missing = ยังไม่มีเช่นเดิม
change-state-value = เปลี่ยนแปลง
change-state-none = ไม่เปลี่ยนแปลง
change-state-not_reported = ไม่มีข้อมูลครบทั้งสองวัน
change-state-not_applicable = เทียบกันไม่ได้

# เหตุผลของช่องว่าง
reason-no_network_institution = ยังไม่มีสถาบันเครือข่ายในพื้นที่จังหวัด
reason-not_appointed = มีสถาบันเครือข่ายดูแลพื้นที่แล้ว แต่ยังไม่ได้แต่งตั้งเป็นผู้แทน
reason-representative_ended = ผู้แทนเดิมพ้นหน้าที่และยังไม่มีผู้แทนใหม่
reason-role_not_yet = ยังไม่มีบทบาทผู้แทนกระทรวงฯ ในวันที่เลือก
reason-bangkok = กรุงเทพมหานครไม่อยู่ในกลุ่มจังหวัด
reason-documents_do_not_say = เอกสารไม่ได้ระบุรายจังหวัด
reason-no_record = ไม่มีบันทึกในชุดข้อมูล
reason-no_source_yet = ยังไม่พบเอกสาร
reason-scheme_changed = เป็นกลุ่มจังหวัดตามการจัดกลุ่มใหม่ ไม่นับรวมกับกลุ่มเดิม
reason-not_yet_a_province = ขณะนั้นยังไม่ได้ตั้งเป็นจังหวัด
reason-never_invited = ไม่มีบันทึกว่าได้รับเชิญ
reason-invited_never_came = ได้รับเชิญแต่ไม่เคยมีผู้เข้าร่วม
reason-attendance_not_recorded = มีชื่อในการประชุม แต่ไม่ได้บันทึกจำนวนผู้เข้าร่วม
reason-programme_not_started = ยังไม่เริ่มระยะที่ 1
reason-no_plan_stage = ยังไม่มีบันทึกการจัดทำแผน
reason-partly_reported = มีข้อมูลเพียงบางส่วน
reason-not_attributable = เป็นเงินของโครงการหลายจังหวัดที่ไม่ได้ระบุสัดส่วน
reason-target_not_result = เป็นเป้าหมาย ไม่ใช่ผลงาน
reason-members_not_documented = ไม่มีเอกสารระบุจังหวัดในกลุ่ม
reason-other_counting_rule = นับด้วยวิธีอื่น เทียบกันไม่ได้
reason-illustrative_rows = คำนวณจากข้อมูลสมมติซึ่งปรับให้ตรงกับเอกสาร จึงไม่ใช่หลักฐานยืนยัน

# ขั้นของแต่ละระยะ
step-workshop = จัดประชุมเชิงปฏิบัติการกับกลุ่มจังหวัด
step-needs = รวบรวมความต้องการครบทุกจังหวัด
step-representative = มีผู้แทนกระทรวงฯ ครบทุกจังหวัด
step-plan_drafted = มีร่างแผนครบทุกจังหวัด
step-plan_approved = แผนได้รับอนุมัติครบทุกจังหวัด
step-plan_in_provincial = บรรจุในแผนพัฒนาจังหวัดครบทุกจังหวัด
step-project = มีโครงการในทุกจังหวัด
step-state-reached = ดำเนินการแล้ว
step-state-partly = ดำเนินการแล้วบางจังหวัด
step-state-not_reached = ยังไม่ดำเนินการ
step-state-not_reported = ไม่มีข้อมูล
step-state-not_applicable = ยังไม่ถึงกำหนด

# การประชุม
workshop-state-held = จัดแล้ว
workshop-state-no_source = ยังไม่พบเอกสาร
workshop-state-not_yet = ยังไม่มีการจัดในชุดข้อมูล
workshop-scope-group = กลุ่มจังหวัด
workshop-scope-province = จังหวัดเดียว
workshop-scope-region = ระดับภาค ไม่ระบุกลุ่ม
workshop-scope-national = ระดับประเทศ
role-pcso = รองผู้ว่าราชการจังหวัดที่ทำหน้าที่ผู้บริหารวิทยาศาสตร์จังหวัดระดับสูง (PCSO)
role-provincial_office = สำนักงานจังหวัด
role-strategy_group = กลุ่มงานยุทธศาสตร์การพัฒนาจังหวัด
role-clinic_representative = ผู้แทนคลินิกเทคโนโลยีเครือข่าย
role-agency = หัวหน้าส่วนราชการในสังกัด วท. และ มท.
role-other = ผู้เข้าร่วมอื่น

# เส้นเวลา
track-phase = ระยะการดำเนินงาน
track-law = กฎหมายและมติคณะรัฐมนตรี
track-mou = บันทึกข้อตกลง
track-committee = คณะกรรมการและการประชุมอื่น
track-workshop = ประชุมเชิงปฏิบัติการ
track-programme = โครงการและกลไก
date-step-fiscal-year = สิ้นปีงบประมาณ { $year }
date-step-milestone = { $title }
date-step-observation = วันที่มีเอกสารระบุจำนวนผู้แทน

# จำนวนที่นับ
qualifier-exact = { $number }
qualifier-at_least = อย่างน้อย { $number }
qualifier-about = ประมาณ { $number }
unit-network = เครือข่าย
unit-place = แห่ง
unit-province = จังหวัด

# การกระทบยอดกับเอกสาร
verdict-agrees = ตรงกัน
verdict-by_construction = ตรงเพราะสร้างให้ตรง
verdict-own_count = นับจากข้อมูลชุดนี้เอง
verdict-differs = ไม่ตรงกัน
verdict-cannot_compute = คำนวณไม่ได้
indicator-provinces_with_representative = จังหวัดที่มีผู้แทนกระทรวงฯ
indicator-provinces_without_representative = จังหวัดที่ยังไม่มีผู้แทนกระทรวงฯ
indicator-participants = ผู้เข้าร่วมประชุม
indicator-groups_with_workshop = กลุ่มจังหวัดที่จัดประชุมแล้ว
indicator-groups_in_scheme = กลุ่มจังหวัดตามการจัดกลุ่ม
indicator-provinces_in_groups = จังหวัดที่อยู่ในกลุ่มจังหวัด
indicator-provinces_total = จังหวัดทั้งหมด รวมกรุงเทพมหานคร
indicator-days_without_group = จำนวนวันที่บึงกาฬยังไม่อยู่ในกลุ่มจังหวัด
indicator-provinces_with_new_group_name = จังหวัดที่ชื่อกลุ่มเปลี่ยนไป
indicator-networks = เครือข่ายคลินิกเทคโนโลยี
indicator-provinces_with_network = จังหวัดที่มีเครือข่ายคลินิกเทคโนโลยี
indicator-places = สถานที่ให้บริการของคลินิกเทคโนโลยี
indicator-agencies_listed = หน่วยงานในสังกัดกระทรวง
indicator-st_villages_selected = หมู่บ้านวิทยาศาสตร์และเทคโนโลยีนำร่อง
indicator-volunteers_trained = อาสาสมัครวิทยาศาสตร์และเทคโนโลยีที่เข้าอบรม
indicator-regional_centres = ศูนย์ประสานงานกระทรวงประจำภูมิภาค
indicator-science_park_universities = มหาวิทยาลัยในอุทยานวิทยาศาสตร์ภาคเหนือ
indicator-science_park_networks = เครือข่ายอุทยานวิทยาศาสตร์ภูมิภาค
indicator-itap_projects = โครงการ ITAP
indicator-itap_projects_target = เป้าหมายโครงการ ITAP
indicator-itap_smes = SME ที่ร่วมโครงการ ITAP
indicator-itap_nodes = เครือข่าย ITAP
indicator-itap_smes_target_per_year = เป้าหมาย SME ของเครือข่าย ITAP ต่อปี
indicator-pilot_provinces = จังหวัดนำร่อง

# ภาพรวม
key-coverage = จังหวัดที่มีผู้แทนกระทรวงฯ
key-workshops = กลุ่มจังหวัดที่จัดประชุมแล้วในระยะนี้
key-participants = ผู้เข้าร่วมประชุมในปีงบประมาณนี้
key-projects = โครงการที่กำลังดำเนินการ
key-plans = จังหวัดที่มีแผนได้รับอนุมัติ
gap-no_representative = จังหวัดที่ยังไม่มีผู้แทนกระทรวงฯ
gap-no_workshop = กลุ่มจังหวัดที่ยังไม่มีการประชุมในระยะนี้
gap-never_came = จังหวัดที่ได้รับเชิญแต่ไม่เคยเข้าร่วมประชุม
gap-never_invited = จังหวัดที่ยังไม่เคยได้รับเชิญ
gap-no_plan = จังหวัดที่ยังไม่มีแผนได้รับอนุมัติ
gap-no_project = จังหวัดที่ไม่มีโครงการกำลังดำเนินการ
change-representative_gained = มีผู้แทนกระทรวงฯ
change-representative_lost = ผู้แทนกระทรวงฯ พ้นหน้าที่
change-workshop_held = จัดประชุมเชิงปฏิบัติการ
change-plan_needs_collected = รวบรวมความต้องการแล้ว
change-plan_drafted = มีร่างแผน
change-plan_approved = แผนได้รับอนุมัติ
change-plan_in_provincial_plan = บรรจุในแผนพัฒนาจังหวัด
change-province_established = ตั้งเป็นจังหวัด
change-group_joined = เข้าร่วมกลุ่มจังหวัด
change-scheme_changed = เปลี่ยนการจัดกลุ่มจังหวัด
project-kind-nationwide = โครงการระดับประเทศ
project-kind-group_only = ระบุเพียงกลุ่มจังหวัด
project-kind-several_without_share = หลายจังหวัด ไม่ระบุสัดส่วนเงิน
project-kind-no_place = ไม่ระบุพื้นที่
project-kind-no_group = ทำในพื้นที่ที่ไม่อยู่ในกลุ่มจังหวัด
