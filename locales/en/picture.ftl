# Pictures that leave the screen: what stands around a figure.
picture-sources = Sources: { $named }
picture-no-source = Sources: no document
picture-more-sources = and more, { $n } documents in all; the table file lists them
picture-made = { $product } · day chosen { $day } · data release { $release }
