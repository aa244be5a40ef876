"""The API for programs: the reply contract, and the lists."""

from fastapi import APIRouter

router = APIRouter()
