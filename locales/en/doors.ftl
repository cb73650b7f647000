# What the doors say: a line that is lost, a choice that is not there, a copy that the browser refuses.
doors-choice-unknown = That choice is not on the list any more, so it stays as it was
doors-page-unknown = The page of this link does not exist, so Overview is shown instead
doors-line-lost = Connection lost at { $time }. What is shown can still be read; what needs the server waits and goes on by itself when the line is back
doors-line-back = Connected again
doors-copy-by-hand = The browser did not let it be copied. The link is selected here: press Ctrl+C
doors-copy-close = Close
