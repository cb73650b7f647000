# Rows with faults alone, mended on the page.
mend = Mend the faulty rows here [{ $n }]
mend-sub = Only the cells that are wrong; then the whole file is checked again. Your own file stays as it is
mend-row = Row { $row }
mend-check = Check again
mend-told = { $n ->
    [one] 1 cell was mended on this page
   *[other] { $n } cells were mended on this page
}
mend-done = Row { $row }, { $column }: “{ $read }” → “{ $became }”
mend-noted = { $n ->
    [one] { $note } (1 cell mended on the page: { $cells })
   *[other] { $note } ({ $n } cells mended on the page: { $cells })
}
