"""A model behind an endpoint that speaks as OpenAI's chat completions do.

Ollama, llama.cpp, vLLM, Mistral and Azure OpenAI do, each with exceptions: some refuse a parameter
that others need. It is left out, or sent under its other name, once a server has said so.
"""

import json
import logging
import re
import ssl
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from bot.models.attempts import AttemptFailed, Heard, Usage
from bot.models.model import Failure, Message, ModelFailed
from bot.models.patience import Patience
from bot.models.refusals import of_status
from index.writer_settings import Writer

if TYPE_CHECKING:
    import openai

_UNSET = "none"
"""The library takes a key from the environment unless it is given one; ours is never sent."""
_AFTERWARDS = 2.0
"""Seconds after the end of a text in which its usage is told, if it is."""
_RENAMED = {"max_tokens": "max_completion_tokens"}
_OPTIONAL = ("temperature", "stream_options", "max_tokens")
"""Parameters that a server may refuse; its refusal names the one."""
_TOO_MUCH = re.compile(r"context|too (?:large|long|many)|exceed", re.IGNORECASE)
"""Stands in refusals of the text, which name `max_tokens` as well."""
_ENDS = {
    "length": (Failure.TOO_LONG, "The model wrote more than writer.max_tokens."),
    "model_length": (Failure.TOO_LONG, "The question and its passages are too long for the model."),
    "content_filter": (Failure.REFUSED, "The model's server held its text back."),
    "tool_calls": (Failure.GARBLED, "The model called a tool, and it has none."),
    "function_call": (Failure.GARBLED, "The model called a tool, and it has none."),
    "error": (Failure.CUT, "The model's server failed in the middle of the text."),
}
"""Why a model stopped, where that was not at its end."""


class OpenAICompatible:
    """An endpoint, and one model there. Safe to use from several threads."""

    def __init__(self, writer: Writer) -> None:
        """Take the settings; nothing is loaded or connected to before the first attempt."""
        self.name = writer.model
        self._writer = writer
        self._parameters: Mapping[str, Any] = {
            "temperature": 0,
            "max_tokens": writer.max_tokens,
            "stream_options": {"include_usage": True},
        }
        self._trusted: ssl.SSLContext | None = None

    def ready(self) -> None:
        """Load the library, and the certificates that the machine trusts."""
        import httpcore2  # noqa: PLC0415 - start-up time
        import openai  # noqa: F401, PLC0415

        # A variable of the environment lets it log, and what it logs may hold what was sent.
        logging.getLogger("openai").setLevel(logging.WARNING)
        if self._trusted is None and self._writer.base_url.startswith("https:"):
            self._trusted = httpcore2.default_ssl_context()

    def attempt(self, messages: Sequence[Message], patience: Patience) -> Generator[Heard]:
        """Have a text written once; the first sign comes when the server has taken it on.

        Raises:
            ModelFailed: It could not be, or not to the end.
        """
        said = [{"role": message.role, "content": _sendable(message.text)} for message in messages]
        with (
            self._client(patience) as client,
            _told(),
            self._opened(client, said) as answer,
        ):
            yield Heard()
            if "json" in answer.headers.get("content-type", ""):
                yield from _whole(answer.json())
            elif "html" in answer.headers.get("content-type", ""):
                raise _garbled()
            else:
                yield from _streamed(answer.parse(), patience)

    @contextmanager
    def _opened(self, client: "openai.OpenAI", said: list[dict[str, str]]) -> Iterator[Any]:
        """Send the request, again without what the server does not take."""
        import openai  # noqa: PLC0415 - start-up time

        create: Any = client.chat.completions.with_streaming_response.create
        parameters: Mapping[str, Any] | None = self._parameters
        while parameters is not None:
            asked = create(
                model=self.name,
                messages=said,
                stream=True,
                extra_body=self._writer.parameters,
                **parameters,
            )
            try:
                with asked as answer:
                    # Only now: a server that refuses them all refuses something else.
                    self._parameters = parameters
                    yield answer
                    return
            except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
                parameters = _without_what_is_refused(parameters, error.param, error.body)
                if parameters is None:
                    raise

    @contextmanager
    def _client(self, patience: Patience) -> Iterator["openai.OpenAI"]:
        """Give a client of one connection: nothing of a call outlives it."""
        import httpx2  # noqa: PLC0415 - start-up time
        import openai  # noqa: PLC0415

        from bot.models.connection import Connection  # noqa: PLC0415

        writer = self._writer
        key = writer.key.get_secret_value() if writer.key is not None else None
        headers = {"Accept": "text/event-stream, application/json", "User-Agent": "Referent"}
        if key is not None and writer.api_version is not None:
            headers["api-key"] = key
        elif key is not None:
            headers["Authorization"] = f"Bearer {key}"
        connection = Connection(patience, headers, self._trusted)
        with httpx2.Client(transport=connection, trust_env=False) as carried:
            given: Any = {"api_key": _UNSET, "http_client": carried, "max_retries": 0}
            address = writer.base_url.rstrip("/")
            if writer.api_version is None:
                yield openai.OpenAI(base_url=address, **given)
            else:
                path = "" if urlsplit(address).path.strip("/") else "/openai"
                yield openai.AzureOpenAI(
                    base_url=address + path, api_version=writer.api_version, **given
                )


@contextmanager
def _told() -> Iterator[None]:
    """Tell errors of the client library as ours.

    Raises:
        AttemptFailed: There was one.
    """
    import openai  # noqa: PLC0415 - start-up time

    try:
        yield
    except openai.APIStatusError as error:
        raise of_status(error.status_code, error.code, error.response.headers) from None
    except openai.APIConnectionError:
        raise AttemptFailed(
            Failure.DOWN, "The model's server broke off the connection.", again=True
        ) from None
    except openai.APIError:
        # Told in the middle of a stream, as vLLM does.
        raise AttemptFailed(
            Failure.CUT, "The model's server failed in the middle of the text.", again=True
        ) from None
    except (openai.OpenAIError, json.JSONDecodeError, UnicodeDecodeError, RecursionError):
        raise _garbled() from None


def _without_what_is_refused(
    parameters: Mapping[str, Any], named: str | None, body: object
) -> Mapping[str, Any] | None:
    """Return the parameters without the one that a refusal names, or under its other name.

    `None` where it names none of them.
    """
    if _TOO_MUCH.search(_words(body)):
        return None
    words = named or _words(body)
    for name in _OPTIONAL:
        if name in parameters and name in words:
            renamed = _RENAMED.get(name)
            kept = {key: value for key, value in parameters.items() if key != name}
            return {**kept, renamed: parameters[name]} if renamed else kept
    return None


def _words(body: object) -> str:
    """Return the words of a refusal, without the request itself, which some repeat as "input"."""
    if isinstance(body, dict):
        return " ".join(_words(value) for key, value in body.items() if key != "input")
    if isinstance(body, list):
        return " ".join(map(_words, body))
    return str(body)


def _streamed(chunks: "openai.Stream[Any]", patience: Patience) -> Iterator[Heard]:
    """Yield what a stream tells.

    Raises:
        ModelFailed: It broke off, or ended early.
    """
    end = None
    try:
        for chunk in chunks:
            choices = _field(chunk, "choices")
            if not isinstance(choices, list):
                raise _garbled()
            choice = choices[0] if choices else None
            sign = _heard(_field(choice, "delta"), _field(chunk, "usage"))
            yield sign
            if end is None and (end := _field(choice, "finish_reason")) is not None:
                patience.hurry(_AFTERWARDS)
            elif end is None and (sign.text or sign.thought):
                patience.heard()
    except ModelFailed as error:
        # The text is there; what else the server meant to tell is not worth losing it.
        if end is None or error.reason not in (Failure.SLOW, Failure.CUT):
            raise
    if end is None:
        raise AttemptFailed(Failure.CUT, "The model's text ended in the middle.", again=True)
    _check_end(end)


def _whole(answer: Any) -> Iterator[Heard]:
    """Yield what an answer in one piece tells; some servers give one though a stream was asked."""
    choices = _field(answer, "choices")
    if not isinstance(choices, list) or not choices:
        raise _garbled()
    yield _heard(_field(choices[0], "message"), _field(answer, "usage"))
    _check_end(_field(choices[0], "finish_reason"))


def _heard(said: Any, usage: Any) -> Heard:
    """Return what a piece tells, be it an object of the library or JSON."""
    thought = _field(said, "reasoning_content") or _field(said, "reasoning")
    return Heard(
        _text(_field(said, "content")),
        len(thought) if isinstance(thought, str) else 0,
        _usage(usage),
    )


def _text(content: Any) -> str:
    """Return the text of a content: a string, or parts of which some are thoughts (Mistral)."""
    if content is None:
        return ""
    if isinstance(content, list):
        return "".join(
            _text(_field(part, "text")) for part in content if _field(part, "type") == "text"
        )
    if not isinstance(content, str):
        raise _garbled()
    return _sendable(content)


def _sendable(text: str) -> str:
    """Return a text without halves of characters, which JSON may hold and nothing can write."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _usage(usage: Any) -> Usage | None:
    read, written = _field(usage, "prompt_tokens"), _field(usage, "completion_tokens")
    if not isinstance(read, int) or not isinstance(written, int) or min(read, written) < 0:
        return None
    return Usage(read, written)


def _field(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, dict) else getattr(value, name, None)


def _check_end(end: Any) -> None:
    if isinstance(end, str) and end in _ENDS:
        reason, sentence = _ENDS[end]
        raise AttemptFailed(reason, sentence, of_text=True)


def _garbled() -> ModelFailed:
    return AttemptFailed(Failure.GARBLED, "What the model's server sent is no answer of a model.")
