# Pictures that leave the screen: what stands around a figure.
picture-sources = Sources: { $named }
picture-no-source = Sources: no document
picture-more-sources = and more, { $n } documents in all; the table file lists them
picture-made = { $product } · day chosen { $day } · data release { $release }

csv-release = Data release
csv-asof = Day chosen (ISO 8601)
csv-filters = Filters
csv-no-filters = none
csv-address = Address of the view

choices-area = area: { $name }
choices-groups = province groups: { $names }
choices-phase = { $name }
choices-programme = programme: { $name }
choices-agency = agency: { $name }
choices-documented = documented records only
choices-since = compared with { $day }
card-take = Download
card-take-png = PNG
card-take-square = PNG, square
card-take-svg = SVG
card-take-csv = Table as CSV
card-copy-picture = Copy picture
card-copy-table = Copy table
card-no-picture = This figure cannot be drawn as a picture
card-copy-failed = Could not be copied; please save the file
downloads-leaves-out = These files do not use: { $said }
downloads-slides = { $n ->
    [one] Only the one slide chosen in Present
   *[other] Only the { $n } slides chosen in Present
}
deck-author = Ministry of Higher Education, Science, Research and Innovation (MHESI)
deck-rest-in-appendix = { $n ->
    [one] and one more row; the appendix has them all
   *[other] and { $n } more rows; the appendix has them all
}
deck-appendix = Appendix
deck-appendix-sub = Whole tables
deck-back = Open this view on the screen
deck-back-sub = Made on { $date }
deck-back-how = Scan the code or open the link: the same page with the same filters
deck-back-alt = QR code of { $address }
deck-footer-release = Data release { $release }
deck-more-sources = and { $n } more
