"""What no file may do to a server: run for ever, take all memory, end the process."""

import os


def spin(progress: object = None) -> None:
    while True:
        pass


def hog(progress: object = None) -> None:
    held = []
    while True:
        held.append(bytearray(10**7))


def die(progress: object = None) -> None:
    os.abort()


def tell_and_spin(progress: object = None) -> None:
    progress(float(os.getpid()))  # type: ignore[operator]
    spin()
