# Views that stand still, quotations, doubts.
fixed-name = Which release this view is of
fixed-as-published = As published on { $date } (release { $number }).
fixed-is-newest = It is the newest release.
fixed-same-rows = Later releases hold the same rows.
fixed-newer = Newer data exist, up to release { $number }:
fixed-what-changed = see what changed
fixed-close = close what changed
fixed-to-newest = open the newest view
fixed-changed = What is different in the newest view
fixed-changed-sub = Numbers of this page’s day, { $day }, inside the chosen area; what is not listed is the same
fixed-then = Then: { $date }, release { $number }
fixed-now = Now: { $date }, release { $number }
fixed-what = Number
fixed-not-there = was not there
fixed-no-number = None of the numbers of this day differs. Rows that no number of this view rests on have changed.
fixed-figures = Key figures
fixed-areas = { $measure }: { $n ->
    [one] one area differs
   *[other] { $n } areas differ
}
fixed-rows = every row and cell that changed between these two releases
fixed-unknown = There is no release “{ $asked }” here, so the view that this address names cannot be shown.
fixed-unknown-below = The address may have been cut off, or comes from another server.
fixed-gone = This view is of release { $number }, published on { $date }. Its rows are not kept any more.
fixed-gone-on = They were removed on { $date }: nobody had quoted the release, and it had been replaced more than { $days } days before.
fixed-gone-below = The time for which releases are kept had passed, and nobody had quoted this one.
fixed-damaged = This view is of release { $number }, published on { $date }. Its files are damaged, so it is not shown.
fixed-damaged-below = Whoever runs this server can bring the files back from a backup.
fixed-nearest = the same view in release { $number }, published on { $date }: the nearest that is kept
fixed-desk = This page shows release { $number } as it was published. Data are brought in and corrected on the newest release.

quoted-cli-kept = { $n ->
    [one] One release is kept because it is quoted: { $numbers }
   *[other] { $n } releases are kept because they are quoted: { $numbers }
}
quoted-cli-line = release { $number } ({ $id })  since { $since }  { $ways }  { $who }
quoted-cli-none = No release is quoted.
quoted-cli-pin = Release { $number } is kept from now on.
quoted-cli-unpin = The pin on release { $number } is taken back.
quoted-cli-let-go = Release { $number } is kept no longer than any other; addresses that name it may end.
quoted-cli-as-it-was = Nothing to do for release { $number }.
quoted-way-address = quoted
quoted-way-deck = named in slides
quoted-way-brief = named in a brief
quoted-way-pin = pinned

# Quote this
quote-this = Quote
quote-text = As text, { $lang }
quote-reference = For a list of references, { $lang }
quote-copy = Copy
quote-kept = The address opens this view as it is now, also next year: its release is kept from now on.
quote-not-kept = The address opens this view as it is now, but nobody could note down that its release must be kept.
quote-said = “{ $said }”
quote-day = For the day { $day }.
quote-day-short = for { $day }
quote-day-period = For the period from { $since } to { $day }.
quote-day-short-period = for { $since } to { $day }
quote-stop = .
quote-from = { $product }, { $release }:
quote-release = release { $number } ({ $release }), published on { $date }
quote-release-unnumbered = data { $release }
quote-no-year = n.d.
quote-reference-line = { $product }. ({ $year }). { $title } [{ $within }].

quoted-head = Keep a release
quoted-head-sub = Releases that are quoted, pinned here, or named in slides or a brief stay, however old; others are removed when their time is over.
quoted-editors = Editors can pin a release here.
quoted-which = Release
quoted-hint = e.g. quoted in the minutes of the committee, meeting 3/2569
quoted-pin = Pin
quoted-unpin = Take the pin back
quoted-view = view as published
quoted-gone = rows not kept any more

# I doubt this
doubt-this = I doubt this value
doubt-open = { $n ->
    [one] 1 doubt
   *[other] { $n } doubts
}
doubt-title = Do you doubt this value?
doubt-why = What do you doubt, and on what ground?
doubt-why-hint = e.g. the letter of the province, 12 May 2568, says another sum
doubt-send = Send the doubt
doubt-note = A doubt never changes a number. It stands at the value until somebody answers it.
doubt-sent = Your doubt stands at the value now.
doubt-no-sign-in = Nobody can sign in here. Please send this text to whoever keeps the data:
doubt-signed-out = Sign in to leave your doubt at the value, or send this text to whoever keeps the data:
doubt-text = I doubt this value: { $what }. { $address }
doubt-place = { $table }: { $record } · { $column }: { $value }
doubt-by = { $who }, { $day }
doubt-somebody = a reader who had signed in
doubt-answer = Answer: { $word } ({ $who }, { $day })
doubt-state-open = open
doubt-state-answered = answered
doubt-state-corrected = corrected by release { $number }
doubt-rows = History and doubts of the records behind this
desk-part-doubts = Doubts
doubts-head = Doubted values
doubts-head-sub = { $open } open · { $answered } answered · { $corrected } corrected. Doubts never change a number and do not leave with files.
doubts-none = Nobody doubts any value. The sign “?” at a value of a project, a workshop or an area leads here.
doubts-none-chosen = No doubt of this kind.
doubts-state = State
doubts-state-open = open
doubts-state-answered = answered
doubts-state-corrected = corrected
doubts-any = all
doubts-area = Area
doubts-age = { $n ->
    [0] since today
    [one] open for one day
   *[other] open for { $n } days
}
doubts-answer = Answer
doubts-answered = The answer stands at the value.
doubt-owner = Looked after by { $who }
doubts-owner = Looked after by
doubts-nobody = Nobody yet
doubts-older = Has stood for at least
doubts-days = { $n } days
doubts-take = I look after this
doubts-let-go = I no longer look after this
doubts-taken = Noted: you look after this doubt
doubts-let-gone = Noted: nobody looks after this doubt
proposal-error-place = There is no such value in this release: { $detail }

# quality over releases
quality-over-title = { $about }, releases { $first } to { $last }: documented rows from { $before }% to { $now }%, { $filled }% of cells filled, { $doubts } open doubts
quality-over-sub = Of each release that is kept: cells that are filled of those wanted, rows that a document states; below, doubts open when the next release came
quality-over-filled-pct = Cells filled
quality-over-documented-pct = Rows documented
quality-over-open-doubts = Open doubts
quality-over-release = Release
quality-over-day = Published on
quality-over-all = All tables
quality-over-one = There is one release only: lines over releases begin with the second.
quality-over-reading = Quality over releases: { $n } releases are still being read …

circles-scale = the area of a circle is the amount, on one scale for every day
