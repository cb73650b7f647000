# The program's own version.
shell-version = Program version { $version }
