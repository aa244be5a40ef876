"""The server: tools and documents as the Model Context Protocol has them."""

from collections.abc import Callable
from functools import wraps
from importlib.metadata import version
from importlib.resources import files
from typing import ParamSpec, TypeVar

import msgspec
from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ResourceError, ResourceNotFoundError, ToolError
from mcp.server.mcpserver.tools import Tool
from mcp.server.mcpserver.utilities.func_metadata import FuncMetadata
from mcp_types import CallToolResult, TextContent, ToolAnnotations
from pydantic import ConfigDict

from bot.incidents import log_incident
from bot.mcp.objects import schema_of
from bot.mcp.tools import Tools
from bot.rendering.as_json import encoded
from index.errors import NotInArchive, ReferentError

P = ParamSpec("P")
R = TypeVar("R")

DOCUMENTS = "referent://documents/{id}"
_READS = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


def server_on(tools: Tools) -> MCPServer[object]:
    """Return a server with the tools, and the texts of the documents as resources."""
    server: MCPServer[object] = MCPServer(
        "referent",
        title="Referent",
        instructions=files("prompts").joinpath("other_assistants.md").read_text("utf-8"),
        version=version("referent"),
        tools=[_tool(call, kind) for call, kind in tools.named()],
        # What is told at INFO repeats what was asked.
        log_level="WARNING",
    )
    read = _told(tools.text_of, missing=ResourceNotFoundError, failed=ResourceError)
    server.resource(
        DOCUMENTS,
        name="document",
        title="The text of a document",
        description="As it was extracted; citations count their characters in it.",
        mime_type="text/plain",
    )(read)
    return server


def _tool(call: Callable[..., msgspec.Struct], kind: type[msgspec.Struct]) -> Tool:
    """Return a tool that refuses arguments it does not know, and tells the schema of its result."""
    told = _told(call, missing=ToolError, failed=ToolError)

    @wraps(call)
    def result(*args: object, **kwargs: object) -> CallToolResult:
        answer = told(*args, **kwargs)
        text = TextContent(type="text", text=encoded(answer))
        return CallToolResult(content=[text], structured_content=msgspec.to_builtins(answer))

    plain = Tool.from_function(result, annotations=_READS, structured_output=False)

    # A misspelt argument would restrict nothing, in silence.
    class Arguments(plain.fn_metadata.arg_model):  # type: ignore[name-defined, misc]
        model_config = ConfigDict(extra="forbid", title=plain.name)

    metadata = FuncMetadata(arg_model=Arguments, output_schema=schema_of(kind))
    parameters = Arguments.model_json_schema(by_alias=True)
    return plain.model_copy(update={"fn_metadata": metadata, "parameters": parameters})


def _told(
    call: Callable[P, R], *, missing: type[Exception], failed: type[Exception]
) -> Callable[P, R]:
    """Let a failure be a sentence that the other assistant can act on."""

    @wraps(call)
    def told(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return call(*args, **kwargs)
        except NotInArchive as error:
            raise missing(str(error)) from None
        except ReferentError as error:
            raise failed(str(error)) from None
        except Exception as error:  # logged and told, without anybody's words
            reference = log_incident("a tool failed", error)
            raise failed(f"Something went wrong (reference {reference}).") from None

    return told
