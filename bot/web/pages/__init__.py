"""Pages for people, drawn by the server."""

from fastapi import APIRouter

router = APIRouter()
