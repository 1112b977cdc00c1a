"""What a file holds, for scripts that look for something in it: of a workbook all parts."""
import io
import zipfile


def unpacked(data: bytes) -> bytes:
    """The bytes; those of every part, with its name, where they are a ZIP archive."""
    if not data.startswith(b"PK\x03\x04"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"\n".join(name.encode() + b"\n" + archive.read(name) for name in archive.namelist())
