"""placeholder"""

import streamlit as st

st.html(
    '<div class="sti-lead"><h1>มีผู้แทนกระทรวงฯ แล้ว <b>61 จาก 76 จังหวัด</b> จัดประชุมครบทั้ง 18 กลุ่มในระยะที่ 2 เหลือ <b class="gap">15 จังหวัด</b> ที่ยังไม่มีสถาบันเครือข่ายในพื้นที่</h1></div>'
)
