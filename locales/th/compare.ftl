# หน้าเปรียบเทียบ

filter-areas = เปรียบเทียบ (2 ถึง 4 พื้นที่)
filter-areas-all = เลือกจังหวัดหรือกลุ่มจังหวัด
filter-asof2 = กับอีกวันหนึ่ง
filter-asof2-all = วันเดียว
compare-absent = { $name } (ไม่มีในวันดังกล่าว)
compare-country = ทั้งประเทศ
compare-choose = เลือก<good>สองถึงสี่พื้นที่</good> หรือพื้นที่เดียว<good>สองวัน</good> เพื่อเทียบกัน
compare-choose-below = กลุ่มที่มีจังหวัดมากน้อยต่างกันเทียบกันด้วยอัตราต่อจังหวัด แสดงคู่กับจำนวนเสมอ
compare-try = ตัวอย่างที่เปิดได้ทันที
compare-try-north-east = ตะวันออกเฉียงเหนือตอนล่าง 1 กับตอนล่าง 2 เมื่อสิ้นระยะที่ 2
compare-try-north = เหนือตอนบน 1 กับตอนบน 2 เมื่อสิ้นระยะที่ 3
compare-try-dates = ทั้งประเทศ เมื่อเริ่มมีผู้แทนกับเมื่อสิ้นระยะที่ 3
compare-try-south = ปัตตานี ยะลา และนราธิวาส

compare-lead = { $scope }ต่างกันมากที่สุดที่{ $measure } { $high } <good>{ $high-value }</good> ส่วน{ $low } <gap>{ $low-value }</gap>
compare-scope = { $name }: { " " }
compare-lead-same = { $scope }<good>ไม่พบความแตกต่าง</good>ในตัวชี้วัดที่มีข้อมูล
compare-lead-not-comparable = { $scope }<gap>ยังเทียบกันไม่ได้</gap> เพราะไม่มีตัวชี้วัดใดที่มีข้อมูลตั้งแต่สองฝ่ายขึ้นไป
compare-below-day = ณ { $date }
compare-below-rates = อัตราคิดต่อจังหวัดที่มีอยู่ในวันนั้น ไม่นับกรุงเทพมหานครนอกจากโครงการและเงิน
compare-below-order = เลือกเรื่องที่ต่างกันมากที่สุดโดยเทียบกับความต่างปกติระหว่างพื้นที่
compare-below-sample = ตัวเลขที่เทียบเป็นข้อมูลสมมติ
compare-one-date = เลือกวันที่สองได้เมื่อเทียบพื้นที่เดียว จึงเทียบ ณ วันเดียว
compare-at-most = เทียบได้ไม่เกิน 4 พื้นที่ จึงแสดง 4 พื้นที่แรก
compare-side-absent = ไม่มี{ $name }ในวันที่ { $date } จึงเทียบไม่ได้

compare-table = ทุกตัวชี้วัด
compare-table-sub = จำนวนอยู่บน อัตราอยู่ล่าง แถบยาวตามอัตรา ความต่างเทียบกับ { $first }
compare-csv = ดาวน์โหลดตาราง (CSV)
compare-column-side = ฝ่าย
compare-column-count = จำนวน
compare-column-rate = อัตรา
compare-column-difference = ต่างจากฝ่ายแรก
compare-provinces = { $n } จาก { $of } จังหวัด
compare-per-province = { $amount }ต่อจังหวัด
compare-points = { $n } จุดร้อยละ
compare-no-difference = เท่ากัน
compare-yes-coverage = มีผู้แทน
compare-no-coverage = ยังไม่มีผู้แทน
compare-yes-attendance = เคยเข้าร่วม
compare-no-attendance = ยังไม่เคยเข้าร่วม
compare-yes-plan = แผนได้รับอนุมัติ
compare-no-plan = แผนยังไม่ได้รับอนุมัติ

compare-maps-title = { $measure }: { $sides }
compare-maps-subtitle = ทุกแผนที่ใช้สีชุดเดียวกัน และมาตราส่วนเดียวกันเมื่อเป็นพื้นที่ระดับเดียวกัน
compare-time-title = { $sides } ตั้งแต่ต้นจนสิ้นระยะที่ 3
compare-time-subtitle = อัตรา ณ สิ้นปีงบประมาณ เส้นประคือวันที่เทียบ ช่องว่างในเส้นคือช่วงที่ไม่มีข้อมูล
compare-short-coverage = มีผู้แทน
compare-short-attendance = เคยร่วมประชุม
compare-short-workshops = จำนวนครั้งที่ร่วมประชุม
compare-short-plan = แผนได้รับอนุมัติ
compare-short-projects = โครงการที่กำลังดำเนินการ
compare-short-allocated = งบที่ได้รับจัดสรร
compare-short-disbursed = เงินที่เบิกจ่าย
compare-unit-coverage = ร้อยละของจังหวัด
compare-unit-attendance = ร้อยละของจังหวัด
compare-unit-workshops = ครั้งต่อจังหวัด
compare-unit-plan = ร้อยละของจังหวัด
compare-unit-projects = โครงการต่อจังหวัด
compare-unit-allocated = ล้านบาทต่อจังหวัด
compare-unit-disbursed = ล้านบาทต่อจังหวัด
compare-on = เมื่อ { $date }
compare-by-provinces = { $n ->
   *[other] { $signed } จังหวัด
}
compare-measure-workshops = การเข้าร่วมประชุม (นับรายจังหวัด)
compare-count-unit-workshops = ครั้ง (นับรายจังหวัด)
compare-example = ตัวอย่างการเปรียบเทียบ: { $names } ณ { $date }
compare-example-sub = เลือกพื้นที่ด้านบนเพื่อเทียบพื้นที่อื่น
