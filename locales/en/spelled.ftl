# Titles and names that differ only in spelling.
spelled = Spelled a little differently, perhaps the same [{ $n }]
spelled-sub = Choose the right spelling and all of its group are read so; without a choice they stay as written. Published rows are counted too
spelled-one = “{ $text }” { $n ->
    [one] 1 row
   *[other] { $n } rows
}
spelled-as-is = Leave them as written
spelled-take = Use what was chosen
