# The program's own version.
shell-version = รุ่นโปรแกรม { $version }
