"""Office packages: ZIP files that may be bombs."""

import zipfile
import zlib
from io import BytesIO

from ingest.reading.extraction import Reason, Unreadable

MAX_MEMBERS = 10_000
MAX_UNPACKED = 500 * 2**20
"""Bytes of all members together; images, which make documents large, are packed already."""
MAX_XML = 100 * 2**20
"""Bytes of XML in one member: a hundred times the text of a very long document."""
_CHUNK = 2**20


def check_package(data: bytes) -> None:
    """Refuse a package that unpacks to more than a document can hold.

    The directory of a bomb may lie about sizes, so the XML is unpacked and counted as well.

    Raises:
        Unreadable: It is too large, encrypted or damaged.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            members = package.infolist()
            declared = sum(member.file_size for member in members)
            if len(members) > MAX_MEMBERS or declared > MAX_UNPACKED:
                raise Unreadable(
                    Reason.TOO_LARGE, f"unpacks to {declared // 2**20} MiB in {len(members)} parts"
                )
            _count(package, members)
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        EOFError,
        OSError,
        ValueError,
    ) as error:
        raise Unreadable(Reason.DAMAGED, f"its ZIP package is damaged ({error})") from error
    except RuntimeError as error:  # what zipfile raises for a member with a password
        raise Unreadable(Reason.ENCRYPTED, "its ZIP package has a password") from error


def _count(package: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> None:
    total = 0
    for member in members:
        xml = member.filename.endswith((".xml", ".rels"))
        size = 0
        with package.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                total += len(chunk)
                if (xml and size > MAX_XML) or total > MAX_UNPACKED:
                    raise Unreadable(
                        Reason.TOO_LARGE,
                        f"{member.filename} unpacks to more than {size // 2**20} MiB",
                    )
