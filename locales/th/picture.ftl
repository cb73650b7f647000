# Pictures that leave the screen: what stands around a figure.
picture-sources = ที่มา: { $named }
picture-no-source = ที่มา: ไม่มีเอกสารรองรับ
picture-more-sources = และเอกสารอื่น รวม { $n } ฉบับ ดูรายการทั้งหมดในไฟล์ตาราง
picture-made = { $product } · วันที่เลือก { $day } · ข้อมูลรุ่น { $release }
