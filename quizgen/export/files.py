"""Files that are written whole or not at all.

What is written goes to a temporary name in the same folder and takes the real name in one step (`os.replace` is
atomic within one file system), so that a full disk, a crash or an error half-way leaves what stood there
untouched.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EACCES, EDQUOT, EISDIR, ENAMETOOLONG, ENOENT, ENOSPC, ENOTDIR, EPERM, EROFS
from pathlib import Path
from typing import BinaryIO

from quizgen.errors import WriteError

# What went wrong, for a reader who is no programmer, and what would mend it.
_REASONS: dict[int | None, tuple[str, str]] = {
    EACCES: ("this user may not write there", "choose another folder or change its permissions"),
    EPERM: ("this user may not write there", "choose another folder or change its permissions"),
    EROFS: ("the disk can only be read", "choose a folder on another disk"),
    ENOENT: ("its folder does not exist", "create the folder or choose another"),
    ENOTDIR: ("a part of its path is a file, not a folder", "choose another folder"),
    EISDIR: ("there is a folder of that name", "choose another name"),
    ENOSPC: ("the disk is full", "free some space or choose another disk"),
    EDQUOT: ("the disk quota is used up", "free some space or choose another disk"),
    ENAMETOOLONG: ("its name is too long", "choose a shorter name"),
}


def _failure(path: Path, error: OSError) -> WriteError:
    reason, mend = _REASONS.get(error.errno, (error.strerror or str(error), "choose another place to write to"))
    return WriteError(f"{path}: cannot be written, because {reason}; {mend}.")


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A binary file to write to, which becomes `path` when the block ends well and vanishes when it does not.

    A symbolic link is followed and stays a link; the permissions of a file that is replaced are kept.

    Raises:
        WriteError: the folder or the file cannot be written; the text names the path, the reason and the mend.
    """
    try:
        real = path.resolve()
        if real.is_dir():
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
        # The temporary name does not grow from the real one, which may be as long as a name can be.
        temporary = real.parent / f".quizgen-{secrets.token_hex(8)}.tmp"
        file = temporary.open("xb")
    except OSError as error:
        raise _failure(path, error) from error
    try:
        with file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if real.exists():
            temporary.chmod(real.stat().st_mode & 0o777)
        temporary.replace(real)
    except OSError as error:
        # An error that names some other file is not about this one: it comes from what the block was reading.
        if error.filename in (None, str(temporary), str(real)):
            raise _failure(path, error) from error
        raise
    finally:
        temporary.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path`, whole or not at all.

    Raises:
        WriteError: the folder or the file cannot be written.
    """
    with whole_file(path) as file:
        file.write(content)
