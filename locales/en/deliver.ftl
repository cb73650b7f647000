# Files that go out by mail by themselves
deliver-no-config = Please name the rules: --config FILE, or STI_DELIVERIES
deliver-bad-rule = { $place }: cannot be read, expected { $expected }. Nothing was sent.
deliver-no-folder = The store lies at a URL: nothing can be noted there, so nothing is sent
deliver-would = { $rule }: { $medium } due ({ $occasion }), { $n } { $n ->
    [one] mail
   *[other] mails
}
deliver-sent = { $rule }: sent ({ $occasion }, { $size } kB)
deliver-failed = { $rule } ({ $occasion }): { $why }
deliver-unsure = a run ended while this mail was being handed over; it may have been sent and is not sent again
deliver-nation = the whole country
deliver-subject = STI in the provinces: { $scope }, { $day }
deliver-why-monthly = This file comes every month.
deliver-why-release = New data have been published.
deliver-why-lost = No longer reached: { $measure }
deliver-why-below = Fell below the bound: { $measure }
deliver-why-above = Rose above the bound: { $measure }
deliver-mark = Where no document gives the rows, illustrative data stand in; the file marks them. They are no facts.
deliver-release = Data release { $release }
