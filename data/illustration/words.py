"""The words sample projects are titled with: plausible themes, never a real project."""

# theme in Thai, theme in English, agencies that could give the know-how
Theme = tuple[str, str, tuple[str, ...]]

COMMUNITY: list[Theme] = [
    ("การแปรรูปผลไม้ตามฤดูกาล", "processing of seasonal fruit", ("tistr", "ops")),
    ("การอบแห้งด้วยพลังงานแสงอาทิตย์", "solar drying", ("ops", "tistr")),
    ("การอบแห้งสมุนไพร", "drying of herbs", ("tistr", "ops")),
    ("การยืดอายุผักหลังการเก็บเกี่ยว", "post-harvest care of vegetables", ("ops", "tistr")),
    ("การเก็บรักษาข้าวเปลือก", "storage of paddy rice", ("ops", "nstda")),
    ("การผลิตเมล็ดพันธุ์ข้าวคุณภาพดี", "production of good rice seed", ("nstda", "ops")),
    ("การปรับปรุงคุณภาพน้ำอุปโภคบริโภค", "better household water", ("dss", "ops")),
    ("การบริหารจัดการน้ำชุมชน", "community water management", ("haii", "ops")),
    ("การผลิตปุ๋ยอินทรีย์จากวัสดุเหลือใช้", "organic fertiliser from farm waste", ("tistr", "ops")),
    ("การผลิตก๊าซชีวภาพในครัวเรือน", "household biogas", ("ops",)),
    ("เตาเผาถ่านประสิทธิภาพสูง", "efficient charcoal kilns", ("ops",)),
    ("การเพาะเลี้ยงเห็ดเศรษฐกิจ", "growing of mushrooms", ("tistr", "ops")),
    ("การเลี้ยงปลาในระบบน้ำหมุนเวียน", "fish farming with recycled water", ("ops", "nstda")),
    ("การย้อมผ้าด้วยสีธรรมชาติ", "natural dyeing of cloth", ("dss", "ops")),
    ("การพัฒนาเครื่องปั้นดินเผา", "better pottery", ("dss",)),
    ("การพัฒนาบรรจุภัณฑ์สินค้าชุมชน", "packaging of local products", ("tistr", "ops")),
    ("การยกระดับมาตรฐานสินค้า OTOP", "quality of OTOP products", ("dss", "ops")),
    ("การแปรรูปปลาและอาหารทะเล", "processing of fish and seafood", ("ops", "tistr")),
    ("การแปรรูปน้ำยางพารา", "processing of rubber latex", ("nstda", "ops")),
    ("การใช้ประโยชน์จากไม้ไผ่", "uses of bamboo", ("ops",)),
    ("การปลูกพืชในโรงเรือน", "greenhouse growing", ("nstda", "ops")),
    ("การผลิตอาหารสัตว์จากวัตถุดิบท้องถิ่น", "animal feed from local produce", ("ops",)),
    ("การผลิตผลิตภัณฑ์ดูแลผิวจากสมุนไพร", "herbal skin care", ("tistr", "tcels")),
]
PLANNING: list[Theme] = [
    ("แผนที่ทรัพยากรระดับตำบล", "maps of sub-district resources", ("gistda",)),
    ("การบริหารจัดการน้ำ", "water management", ("haii",)),
    ("ห่วงโซ่คุณค่าสินค้าเกษตร", "value chains of farm produce", ("ops", "sti")),
    ("อาหารปลอดภัย", "safe food", ("dss", "ops")),
    ("พลังงานทดแทนจากชีวมวล", "energy from biomass", ("tistr", "ops")),
    ("การท่องเที่ยวเชิงวิทยาศาสตร์", "science tourism", ("nsm", "narit")),
    ("การยกระดับสินค้าชุมชน", "better local products", ("dss", "tistr")),
    ("การพัฒนากำลังคนด้าน วทน.", "people for STI", ("nsm", "ops")),
]
INDUSTRY: list[Theme] = [
    ("การลดการใช้พลังงานในโรงงาน", "saving energy in the factory", ("nstda",)),
    ("การปรับปรุงกระบวนการผลิตอาหาร", "better food production", ("nstda",)),
    ("ระบบควบคุมอัตโนมัติขนาดเล็ก", "small automatic controls", ("nstda",)),
    ("การพัฒนาชิ้นส่วนเครื่องจักรกลการเกษตร", "parts for farm machinery", ("nstda",)),
    ("การลดของเสียในสายการผลิต", "less waste on the line", ("nstda",)),
    ("การบำบัดน้ำเสียโรงงาน", "treating factory waste water", ("nstda",)),
    ("การพัฒนาสูตรผลิตภัณฑ์ยาง", "rubber compounds", ("nstda",)),
    ("การพัฒนาผลิตภัณฑ์ไม้แปรรูป", "wood products", ("nstda",)),
    ("ระบบคุณภาพและการสอบเทียบเครื่องมือวัด", "quality systems and calibration", ("nstda", "nimt")),
    ("ซอฟต์แวร์จัดการคลังสินค้า", "stock-keeping software", ("nstda",)),
]
THEMES: dict[str, list[Theme]] = {
    "itap": INDUSTRY,
    "regional-science-park": INDUSTRY,
    "provincial-sti-plan": PLANNING,
    "area-action-plan": PLANNING,
    "regional-centre": PLANNING,
}  # every other programme works with communities
# How a programme phrases its titles: {theme} is a theme, {place} a place.
PHRASES: dict[str, tuple[str, str]] = {
    "clinic": (
        "การถ่ายทอดเทคโนโลยี{theme}แก่วิสาหกิจชุมชน {place}",
        "Technology for communities: {theme}, {place}",
    ),
    "itap": ("ที่ปรึกษาเทคโนโลยี{theme}สำหรับ SME {place}", "Expert help for an SME: {theme}, {place}"),
    "volunteers": ("การอบรม อสวท. เรื่อง{theme} {place}", "Training of volunteers: {theme}, {place}"),
    "host-village": ("หมู่บ้านแม่ข่ายด้าน{theme} {place}", "Host village: {theme}, {place}"),
    "community-learning-centre": ("ศูนย์เรียนรู้ระดับชุมชนด้าน{theme} {place}", "Learning centre: {theme}, {place}"),
    "stkc": ("ชุดความรู้{theme} {place}", "Knowledge package: {theme}, {place}"),
    "provincial-sti-plan": (
        "การสนับสนุนแผนจังหวัดด้าน{theme} {place}",
        "Support of a provincial plan: {theme}, {place}",
    ),
    "regional-science-park": (
        "บริการวิจัยและบ่มเพาะธุรกิจด้าน{theme} {place}",
        "Research and incubation: {theme}, {place}",
    ),
    "regional-centre": ("กิจกรรมประสานงานภูมิภาคด้าน{theme} {place}", "Regional co-ordination: {theme}, {place}"),
    "area-action-plan": ("แผนปฏิบัติการรายพื้นที่ด้าน{theme} {place}", "Area action plan: {theme}, {place}"),
}
VILLAGE_2009 = ("หมู่บ้านวิทยาศาสตร์และเทคโนโลยีนำร่องด้าน{theme} {place}", "Pilot S&T village: {theme}, {place}")
CENTRE_2011 = (
    "การจัดตั้งศูนย์ประสานงาน วท. ประจำภูมิภาค {place}",
    "Setting up a regional co-ordination centre, {place}",
)
