# แฟ้มที่ส่งทางอีเมลโดยอัตโนมัติ
deliver-no-config = โปรดระบุแฟ้มกติกาด้วย --config หรือ STI_DELIVERIES
deliver-bad-rule = { $place }: อ่านไม่ได้ ควรเป็น { $expected } จึงไม่ได้ส่งอะไร
deliver-no-folder = คลังข้อมูลอยู่ที่ URL จดบันทึกการส่งไม่ได้ จึงไม่ส่ง
deliver-would = { $rule }: ถึงกำหนดส่ง { $medium } ({ $occasion }) { $n } ฉบับ
deliver-sent = { $rule }: ส่งแล้ว ({ $occasion }, { $size } kB)
deliver-failed = { $rule } ({ $occasion }): { $why }
deliver-unsure = การทำงานครั้งก่อนหยุดลงขณะส่งจดหมายฉบับนี้ อาจส่งไปแล้วจึงไม่ส่งซ้ำ
deliver-nation = ทั้งประเทศ
deliver-subject = วทน. จังหวัด: { $scope } ณ { $day }
deliver-why-monthly = แฟ้มนี้ส่งทุกเดือน
deliver-why-release = มีข้อมูลรุ่นใหม่
deliver-why-lost = พื้นที่ที่เคยถึงแล้ว ขณะนี้ไม่ถึง: { $measure }
deliver-why-below = ค่าลดลงต่ำกว่าเกณฑ์: { $measure }
deliver-why-above = ค่าเพิ่มขึ้นเกินเกณฑ์: { $measure }
deliver-mark = ส่วนที่ไม่มีเอกสารยืนยันเป็นข้อมูลสมมติ มีเครื่องหมายกำกับในแฟ้ม ไม่ใช่ข้อเท็จจริง
deliver-release = ข้อมูลรุ่น { $release }
