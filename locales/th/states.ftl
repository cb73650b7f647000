# สถานะของโครงการตามพื้นที่
measure-projects-group_only = ทราบเพียงโครงการของกลุ่มจังหวัด
measure-allocated-group_only = ทราบเพียงโครงการของกลุ่มจังหวัด
measure-disbursed-group_only = ทราบเพียงโครงการของกลุ่มจังหวัด
figures-state-group-only = ทราบเพียงโครงการของกลุ่มจังหวัด
figures-group-only = { $label } ({ $n } โครงการ)
figures-title-group-only = อีก { $n } จังหวัดทราบเพียงโครงการของกลุ่ม
gap-group-only = · อีก { $n } จังหวัดทราบเพียงโครงการของกลุ่ม
reason-known_only_to_group = มีโครงการของกลุ่มจังหวัดซึ่งไม่ระบุว่าทำในจังหวัดใด
reason-place_not_stated = มีโครงการที่เอกสารไม่ได้ระบุพื้นที่ จึงไม่ทราบว่าอยู่ในจังหวัดใด
reason-status_not_stated = มีโครงการที่ไม่ระบุสถานะ จึงไม่ทราบว่ากำลังดำเนินการหรือไม่
story-gaps-none-known = ไม่พบสิ่งที่ยังขาดในเรื่องที่มีข้อมูล อีก { $n } เรื่องไม่มีข้อมูล
