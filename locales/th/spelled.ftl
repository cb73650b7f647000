# Titles and names that differ only in spelling.
spelled = เขียนต่างกันเล็กน้อย อาจเป็นสิ่งเดียวกัน [{ $n }]
spelled-sub = เลือกแบบที่ถูก ระบบจะอ่านทุกแบบในกลุ่มเป็นแบบนั้น หากไม่เลือกจะคงไว้ตามที่เขียน จำนวนแถวนับแถวในข้อมูลที่เผยแพร่แล้วด้วย
spelled-one = “{ $text }” { $n } แถว
spelled-as-is = คงไว้ตามที่เขียน
spelled-take = ใช้แบบที่เลือก
