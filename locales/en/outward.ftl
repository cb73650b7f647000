# Keys of programs that read, and files that go out by mail
desk-part-programs = Keys and mail
keys = Keys of programs that read
keys-sub = A program with a key reads through /api/v1 what the key opens, and can neither publish nor change anything.
keys-limited = Only editors who see all records issue keys and see the rules of delivery.
keys-issue = Issue a key
keys-name = Name of the key
keys-name-help = Say who or which system uses it, for example "website of the ministry"
keys-scope = Opens
keys-scope-everything = All records
keys-scope-groups = Some province groups only
keys-groups = Province groups (where only some are opened)
keys-groups-none = None chosen
keys-days = Good for how many days
keys-issue-button = Issue the key
keys-issue-lacks = Give the key a name, and choose province groups if it opens some of them only.
keys-issued = The key { $name } is issued and good until { $until }. The text below is shown this once; copy it to a safe place.
keys-revoke = Revoke a key
keys-which = Key
keys-which-none = Choose the key to revoke
keys-revoke-button = Revoke
keys-revoked = The key { $name } is revoked; whatever holds it reads nothing any more.
keys-column-name = Key
keys-column-scope = Opens
keys-column-who = Issued by
keys-column-until = Good until
keys-column-state = State
keys-by = { $who }, { $on }
keys-revoked-told = revoked by { $who }, { $on }
mail = Files that go out by mail
mail-sub = Addresses stand in the server's configuration alone; here you see names only.
mail-not-set = No rules of delivery are set. Whoever runs the server sets them by a file and STI_DELIVERIES; deploy/deliveries.toml is an example.
mail-no-rules = The file of rules holds no rule yet.
mail-column-rule = Rule
mail-column-what = What
mail-column-when = When
mail-column-whom = To
mail-column-last = Last run
mail-people = { $names } ({ $n } { $n ->
    [one] address
   *[other] addresses
})
mail-lang-th = in Thai
mail-lang-en = in English
mail-when-monthly = every month
mail-when-release = on each data release
mail-when-lost = when an area that was reached is reached no more: { $measure }
mail-when-below = when the value falls below { $bound }: { $measure }
mail-when-above = when the value rises above { $bound }: { $measure }
mail-last-never = never
mail-last-sent = sent { $when }
mail-last-failed = failed { $when }: { $why }
mail-dry = Show what would be sent now
mail-dry-note = This was a look only: nothing was sent or written down.
mail-due-now = { $rule }: due, { $n } { $n ->
    [one] letter
   *[other] letters
} to { $names }
mail-due-done = { $rule }: all sent for this time
mail-due-not = { $rule }: not due
mail-due-unknown = { $rule }: there is no area { $scope }, so that nothing can be sent
mail-due-unsure = { $n } may or may not have left and are not sent again
