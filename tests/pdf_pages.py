"""PDF files written by hand, operator by operator, and text placed on their pages."""

import zlib
from pathlib import Path

HOSTILE = Path(__file__).parents[2] / "shared" / "hostile" / "pdf"
PROSE = (
    "Udvalget drøftede sagen og tog stilling til, hvordan midlerne skal fordeles mellem de to "
    "ordninger i det kommende år, idet administrationen udarbejder et samlet oplæg til næste møde."
)


def pdf(*pages: str, font: str = "/Subtype /Type1 /BaseFont /Helvetica") -> bytes:
    """Make a PDF of content streams; /F is Helvetica, /B the bold one, /I an image."""
    kids = " ".join(f"{7 + 2 * index} 0 R" for index in range(len(pages)))
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        f"<< /Type /Font {font} /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
        " /BitsPerComponent 8 /Length 1 >>\nstream\nx\nendstream",
        "<< /Font << /F 3 0 R /B 4 0 R >> /XObject << /I 5 0 R >> >>",
    ]
    for index, page in enumerate(pages):
        parts.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources 6 0 R"
            f" /Contents {8 + 2 * index} 0 R >>"
        )
        data = zlib.compress(page.encode("cp1252", "replace")).decode("latin-1")
        parts.append(f"<< /Length {len(data)} /Filter /FlateDecode >>\nstream\n{data}\nendstream")
    body = b"%PDF-1.4\n"
    offsets = []
    for number, part in enumerate(parts, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{part}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    body += f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}".encode()
    return body + f"trailer << /Size {len(parts) + 1} /Root 1 0 R >>\nstartxref\n0\n%%EOF".encode()


def at(x: float, y: float, text: str, *, size: float = 10, font: str = "F") -> str:
    """Show text at a place."""
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size} Tf {x} {y} Td ({escaped}) Tj ET\n"


def lines(*texts: str, x: float = 72, y: float = 760, step: float = 12) -> str:
    """Show texts below one another."""
    return "".join(at(x, y - step * i, text) for i, text in enumerate(texts))
