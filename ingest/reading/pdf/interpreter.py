"""Interprets the operators of a content stream that place text and draw lines.

ISO 32000-1, sections 8.4 (graphics state) and 9.4 (text). Wrong operands are ignored operator by
operator, as viewers do.
"""

from dataclasses import dataclass, replace
from typing import Any

from ingest.reading.pdf.content import (
    IDENTITY,
    Face,
    Matrix,
    PageContent,
    Run,
    Stream,
    matrix_of,
    times,
)

MAX_FORM_DEPTH = 20
MAX_FORMS = 5_000
MAX_STACK = 1_000
MAX_RUNS = 200_000
"""Pieces of text on a page; a dense page has 5,000."""
COLUMN_GAP = 1_000
"""A step inside a string as wide as the font is high is no space between words."""


@dataclass(frozen=True, slots=True)
class _State:
    """The part of the graphics state that text depends on."""

    place: Matrix
    face: Face | None = None
    size: float = 1.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


class Interpreter:
    """Fills a `PageContent` from content streams."""

    def __init__(self, content: PageContent, place: Matrix) -> None:
        self._content = content
        self._state = _State(place)
        self._stack: list[_State] = []
        self._line = self._text = IDENTITY
        self._streams: list[Stream] = []
        self._forms = 0
        self._pen: tuple[float, float] | None = None

    def run(self, stream: Stream) -> None:
        """Interpret a stream, and the forms that it draws."""
        self._streams.append(stream)
        depth = len(self._stack)
        for operands, operator in stream.operations:
            if (handler := _HANDLERS.get(operator)) is not None:
                try:
                    handler(self, operands)
                except (IndexError, TypeError, ValueError, KeyError, AttributeError):
                    continue
            if len(self._content.runs) >= MAX_RUNS:
                self._content.warnings.append(
                    "a page holds too many pieces of text to read them all"
                )
                break
        del self._stack[depth:]
        self._streams.pop()

    def _save(self, _operands: Any) -> None:
        if len(self._stack) < MAX_STACK:
            self._stack.append(self._state)

    def _restore(self, _operands: Any) -> None:
        if self._stack:
            self._state = self._stack.pop()

    def _transform(self, operands: Any) -> None:
        self._state = replace(self._state, place=times(matrix_of(operands), self._state.place))

    def _set_font(self, operands: Any) -> None:
        face = self._streams[-1].face(operands[0])
        self._state = replace(self._state, face=face, size=float(operands[1]))

    def _set_number(self, name: str, value: float) -> None:
        self._state = replace(self._state, **{name: value})  # type: ignore[arg-type]

    def _begin(self, _operands: Any) -> None:
        self._line = self._text = IDENTITY

    def _move(self, operands: Any) -> None:
        step = (1.0, 0.0, 0.0, 1.0, float(operands[0]), float(operands[1]))
        self._line = self._text = times(step, self._line)

    def _move_leading(self, operands: Any) -> None:
        self._set_number("leading", -float(operands[1]))
        self._move(operands)

    def _set_matrix(self, operands: Any) -> None:
        self._line = self._text = matrix_of(operands)

    def _next_line(self, _operands: Any) -> None:
        self._move((0.0, -self._state.leading))

    def _show(self, operands: Any) -> None:
        self._show_all(([operands[0]],))

    def _show_next(self, operands: Any) -> None:
        self._next_line(())
        self._show(operands)

    def _show_spaced(self, operands: Any) -> None:
        self._set_number("word_spacing", float(operands[0]))
        self._set_number("spacing", float(operands[1]))
        self._show_next(operands[2:])

    def _show_all(self, operands: Any) -> None:
        """Show strings; a wide step between two of them is a space, or the gap of a column."""
        state = self._state
        if state.face is None:
            return
        text, start, end = "", self._text, self._text
        for piece in operands[0]:
            if isinstance(piece, (bytes, str)):
                if not text:
                    start = self._text
                text += self._decoded(piece, state.face)
                end = self._text
                continue
            step = -float(piece)
            if step > COLUMN_GAP:
                self._emit(text, start, end)
                text = ""
            elif step >= state.face.space * 0.5 and text and not text.endswith(" "):
                text += " "
            self._advance(step / 1000 * state.size * state.scale)
        self._emit(text, start, end)

    def _draw(self, operands: Any) -> None:
        form = self._streams[-1].form(operands[0])
        if form is None:
            self._content.images = True
            return
        self._forms += 1
        if len(self._streams) > MAX_FORM_DEPTH or self._forms > MAX_FORMS:
            return
        before = self._state, self._line, self._text
        self._state = replace(self._state, place=times(form.matrix, self._state.place))
        self.run(form.stream)
        self._state, self._line, self._text = before

    def _image(self, _operands: Any) -> None:
        self._content.images = True

    def _rectangle(self, operands: Any) -> None:
        x, y, width, height = (float(each) for each in operands)
        if abs(width) < 20 or 3 <= abs(height) <= 8:
            return
        self._rule(x, y)
        if abs(height) > 8:
            # The box of a table cell.
            self._rule(x, y + height)

    def _move_pen(self, operands: Any) -> None:
        self._pen = (float(operands[0]), float(operands[1]))

    def _line_to(self, operands: Any) -> None:
        x, y = float(operands[0]), float(operands[1])
        if self._pen is not None and abs(self._pen[1] - y) < 1 and abs(self._pen[0] - x) > 20:
            self._rule(x, y)
        self._pen = (x, y)

    def _rule(self, x: float, y: float) -> None:
        place = self._state.place
        if len(self._content.rules) < MAX_RUNS:
            self._content.rules.append(x * place[1] + y * place[3] + place[5])

    def _decoded(self, piece: bytes | str, face: Face) -> str:
        state = self._state
        text, width, glyphs, spaces = face.decode(piece)
        distance = width / 1000 * state.size + glyphs * state.spacing + spaces * state.word_spacing
        self._advance(distance * state.scale)
        return text

    def _advance(self, distance: float) -> None:
        self._text = times((1.0, 0.0, 0.0, 1.0, distance, 0.0), self._text)

    def _emit(self, text: str, start: Matrix, end: Matrix) -> None:
        if not text.strip():
            return
        state = self._state
        begin = times((1.0, 0.0, 0.0, 1.0, 0.0, state.rise), times(start, state.place))
        stop = times(end, state.place)
        turn = _quarter_turns(begin)
        left, baseline = _turned_back(begin[4], begin[5], turn)
        right, _ = _turned_back(stop[4], stop[5], turn)
        run = Run(
            text=text,
            left=min(left, right),
            right=max(left, right),
            baseline=baseline,
            size=abs(state.size) * (begin[2] ** 2 + begin[3] ** 2) ** 0.5,
            bold=state.face is not None and state.face.bold,
            turn=turn,
        )
        self._content.runs.append(run)


def _quarter_turns(matrix: Matrix) -> int:
    """Return how often the page must be turned a quarter clockwise to read text in `matrix`."""
    if abs(matrix[1]) > abs(matrix[0]):
        return 1 if matrix[1] > 0 else 3
    return 0 if matrix[0] >= 0 else 2


def _turned_back(x: float, y: float, turn: int) -> tuple[float, float]:
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turn]


_HANDLERS: dict[bytes, Any] = {
    b"q": Interpreter._save,
    b"Q": Interpreter._restore,
    b"cm": Interpreter._transform,
    b"BT": Interpreter._begin,
    b"Tf": Interpreter._set_font,
    b"Td": Interpreter._move,
    b"TD": Interpreter._move_leading,
    b"Tm": Interpreter._set_matrix,
    b"T*": Interpreter._next_line,
    b"Tj": Interpreter._show,
    b"TJ": Interpreter._show_all,
    b"'": Interpreter._show_next,
    b'"': Interpreter._show_spaced,
    b"Do": Interpreter._draw,
    b"INLINE IMAGE": Interpreter._image,
    b"re": Interpreter._rectangle,
    b"m": Interpreter._move_pen,
    b"l": Interpreter._line_to,
    b"Tc": lambda self, operands: self._set_number("spacing", float(operands[0])),
    b"Tw": lambda self, operands: self._set_number("word_spacing", float(operands[0])),
    b"Tz": lambda self, operands: self._set_number("scale", float(operands[0]) / 100),
    b"TL": lambda self, operands: self._set_number("leading", float(operands[0])),
    b"Ts": lambda self, operands: self._set_number("rise", float(operands[0])),
}
