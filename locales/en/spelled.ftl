# Titles and names that differ only in spelling.
spelled = Spelled a little differently, perhaps the same [{ $n }]
spelled-sub = Choose the right spelling and all of its group are read so; without a choice they stay as written. Published rows are counted too
spelled-one = “{ $text }” { $n ->
    [one] 1 row
   *[other] { $n } rows
}
spelled-as-is = Leave them as written
spelled-take = Use what was chosen
spelled-published = Published and spelled a little differently, perhaps the same [{ $n }]
spelled-published-sub = Choose the right spelling and it goes to the editors as a proposal; rows keep their documents. Without a choice they stay as written
spelled-propose = Send as a proposal
spelled-proposed = { $n ->
    [one] 1 proposal was sent
   *[other] { $n } proposals were sent
}; see Proposals
spelled-why = Spelled alike: “{ $text }”
