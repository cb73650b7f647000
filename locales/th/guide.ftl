# The guide for readers, and the way to it.
guide-name = คู่มือ
guide-back = กลับสู่แดชบอร์ด
