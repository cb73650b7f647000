store-closed = The data store cannot be opened
store-error-busy = Somebody else is publishing right now. Please try again in a moment; the data is as it was.
store-error-conflict = Release { $place } was published before yours. Please look at what changed and publish again; your work is not lost.
store-error-corrupt = The store cannot be read: its content is damaged or it is not a store of this program. Please bring it back from a backup, or name another place in STI_STORE.
store-error-engine-failed = The engine { $place } (STI_ENGINE) could not answer. The data is as it was. Please check the cluster, or start the dashboard without STI_ENGINE.
store-error-engine-missing = The engine { $place } (STI_ENGINE) is not installed. Please run: pip install -r requirements-scale.txt, or start the dashboard without STI_ENGINE.
store-error-engine-unknown = There is no engine { $place } (STI_ENGINE). Known are: duckdb, duckdb+sql, daft, daft+ray, ray://host:port.
store-error-full = There is no space left. Nothing was published and the data is as it was. Please make room and try again.
store-error-gone = The rows of release { $place } are past their time and were removed; only its line in the history is left.
store-error-no-release = There is no release { $place }
store-error-not-writable = The store cannot be written to. Nothing was published. Please check the permissions of the folder.
store-error-nothing-new = The data is exactly that of the current release, so there is nothing to publish.
store-error-unreachable = The store cannot be reached. Please check the disk or the network and try again.

sign-in-in = Sign in
sign-in-out = Sign out ({ $name })
sign-in-wanted = Please sign in to see the data
sign-in-wanted-below = These records are open to those who were given the right to see them, by group of provinces.
sign-in-refused = This account has no right to see the data yet
sign-in-refused-below = You are signed in as { $name }. If you should have the right, please ask whoever runs this server.
sign-in-closed = These records are limited, but signing in is not set up
sign-in-closed-below = Please ask whoever runs this server to set up signing in (OpenID Connect).

access-no-sign-in = Nobody can sign in on this server, so publishing is off until sign-in and a list of editors are set up.
access-signed-out = Please sign in before publishing.
access-not-an-editor = This account may read the data but is not on the list of editors.

store-kind-seed = first data
store-kind-publish = published
store-kind-restore = restored
store-cli-release = { $number }  { $id }  { $when }  { $kind }  by { $author }  tables: { $tables }  reason: { $note }
store-cli-all-tables = all
store-cli-changed = Tables that have changed: { $tables }
store-cli-difference = { $table }: { $added } rows added, { $removed } removed, { $changed } cells changed
store-cli-same = The two releases hold the same rows.

store-cli-no-format = There is no format “{ $read }”; there are { $expected }.
store-cli-not-written = { $file } cannot be written: { $why }
store-cli-no-file = { $file } cannot be opened: { $why }
store-cli-question = { $file } row { $row } column { $column }: { $question } (perhaps { $suggested })
store-cli-read-as = Sheet “{ $sheet }” is read as { $who } read a list of the same headings on { $at }; --afresh reads it anew
store-cli-checked = Rows read: { $rows } · faults: { $faults } · questions: { $questions } · doubts: { $warnings }
store-cli-not-ready-faults = Not published: please mend the faults above first.
store-cli-not-ready-questions = Not published: please answer the questions above with --answer "TEXT=MEANING".
store-cli-not-ready-source = Not published: please name the document behind the rows with --source ID and --source-title TITLE.
store-cli-not-ready-nothing = The file changes nothing, so there is nothing to publish.
store-cli-not-ready-id = The code in --source may hold a-z, 0-9, hyphens and dots only.
store-cli-not-ready-title = This document is not in the release yet; please give its title with --source-title.
store-cli-not-ready-illustrative = Illustrative data cannot be cited as a source.
