"""A model endpoint that knows the right answer to every story, with faults on demand; a process of its own.

Run as ``python -m benchmarks.model_server [options]``: prints its port, serves until its stdin closes.
``POST /v1/chat/completions`` answers in whatever form the request asks for (tool or content);
``GET /counts`` tells what was asked and given; ``POST /reset`` forgets it.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import re
import socket
import struct
import sys
import time
from collections import Counter, defaultdict
from email.utils import formatdate
from typing import Any

from aiohttp import web

from benchmarks import asked as requests
from benchmarks import faults, tokens
from benchmarks.asked import Asked
from benchmarks.faults import Json, Said, compact

_NUMBER = re.compile(rb"Title: Story (\d+):")
REFUSED = 0.01


class Counts:
    """What was asked and given since the last reset. Tokens by the rule of ``benchmarks.tokens``."""

    def __init__(self) -> None:
        self.calls = 0
        self.faults: Counter[str] = Counter()
        self.tokens: Counter[str] = Counter()  # of answers to a whole question, and to repairs
        self.characters: Counter[str] = Counter()
        self.whole_again = Counter[str]()  # what the whole answer would have cost where records were bad
        self.offered: defaultdict[int, set[int]] = defaultdict(set)
        self.of_story: Counter[int] = Counter()

    def book(self, asked: Asked, said: Said) -> None:
        kind = "repair" if asked.is_repair else "whole"
        self.tokens[kind] += tokens.by_rule(said.text)
        self.characters[kind] += len(said.text)
        order = asked.in_order()
        self.offered[asked.number] |= {order[index].index for index in said.sound}

    def as_json(self) -> Json:
        return {
            "calls": self.calls,
            "faults": self.faults,
            "tokens": self.tokens,
            "characters": self.characters,
            "whole_again": self.whole_again,
            "offered": {number: sorted(indices) for number, indices in self.offered.items()},
        }


class Server:
    """Answers with ``options``: delay, faults, seed, late, bad and how many are bad."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.counts = Counts()
        self._ready: dict[tuple[bytes, bool], bytes] = {}
        self._plain = not (options.faults or options.one_bad_in)

    async def chat(self, request: web.Request) -> web.StreamResponse:
        body = await request.read()
        self.counts.calls += 1
        if self._plain:
            answer = self._plain_answer(body)
            await asyncio.sleep(self.options.delay)
            return web.Response(body=answer, content_type="application/json")
        return await self._faulty(request, json.loads(body))

    def _plain_answer(self, body: bytes) -> bytes:
        """The right answer as bytes, kept by story: the server must not be the bottleneck."""
        match = _NUMBER.search(body)
        key = (match[1] if match else b"", b'"tools"' in body)
        if key not in self._ready or b'"assistant"' in body or b"Part: sentences" in body:
            parsed = json.loads(body)
            asked = requests.read(parsed)
            text = compact(asked.answer()) if asked else compact(EMPTY)
            answer = compact(completion(Said(text, frozenset()), parsed)).encode()
            if b'"assistant"' in body or b"Part: sentences" in body:
                return answer
            self._ready[key] = answer
        return self._ready[key]

    async def _faulty(self, request: web.Request, body: Json) -> web.StreamResponse:
        asked = requests.read(body)
        await asyncio.sleep(self.options.delay)
        if asked is None:
            return web.json_response(completion(Said(compact(EMPTY), frozenset()), body))
        self.counts.of_story[asked.number] += 1
        draw = random.Random(f"{self.options.seed} {asked.number} {self.counts.of_story[asked.number]}")
        if self.options.one_bad_in:
            return web.json_response(completion(self._some_bad(asked, draw), body))
        if random.Random(f"{self.options.seed} refuse {asked.number}").random() < REFUSED:
            self.counts.faults["refused"] += 1
            return web.json_response(completion(None, body))
        answer = asked.answer()
        fault = self._drawn(asked, answer, draw)
        if fault is not None:
            self.counts.faults[fault] += 1
        if fault in faults.WIRE or fault == "article too long":
            return await self._wire(fault, request, asked, body)
        said = _sound(answer) if fault is None else faults.spoil(fault, answer, draw)
        self.counts.book(asked, said)
        return web.json_response(completion(said, body))

    def _drawn(self, asked: Asked, answer: Json, draw: random.Random) -> str | None:
        if draw.random() >= self.options.faults:
            return None
        kinds = [
            f for f in faults.ALL if faults.fits(f, answer, is_first=asked.is_first, length=asked.length)
        ]
        if self.counts.of_story[asked.number] > 1 and "article too long" in kinds:
            kinds.remove("article too long")
        return draw.choice(kinds)

    def _some_bad(self, asked: Asked, draw: random.Random) -> Said:
        """A first answer with bad records as ``options`` say; right when asked again."""
        answer = asked.answer()
        said = _sound(answer)
        count, one_in = len(said.sound), self.options.one_bad_in
        if asked.is_first:
            bad = (
                [index for index in range(count) if draw.random() < 1 / one_in]
                if self.options.bad_by == "draw"
                else [draw.choice(range(i, min(i + one_in, count))) for i in range(0, count, one_in)]
            )
            if bad:
                self.counts.whole_again["tokens"] += tokens.by_rule(said.text)
                self.counts.whole_again["characters"] += len(said.text)
                self.counts.faults["bad records"] += len(bad)
                # One kind for all: a quote that is not in the text is a quote that is not in the text.
                said = faults.spoil("number changed", answer, draw, bad)
        self.counts.book(asked, said)
        return said

    async def _wire(self, fault: str, request: web.Request, asked: Asked, body: Json) -> web.StreamResponse:
        if fault == "article too long":
            error = {"message": "this model's context is shorter", "code": "context_length_exceeded"}
            return web.json_response({"error": error}, status=400)
        if fault == "too late":
            await asyncio.sleep(self.options.late)
            return web.json_response(completion(_sound(asked.answer()), body))
        if fault == "connection reset":
            _reset(request)
            return web.Response()
        if fault == "half a body":
            return await _half(request, compact(completion(_sound(asked.answer()), body)).encode())
        headers = {}
        if fault == "429, seconds to wait":
            headers["Retry-After"] = "1"
        elif fault == "429, day to wait for":
            headers["Retry-After"] = formatdate(time.time() + 1, usegmt=True)
        error = {"message": f"fault: {fault}", "type": "server_error"}
        return web.json_response({"error": error}, status=int(fault[:3]), headers=headers)

    async def models(self, _: web.Request) -> web.Response:
        model = {"id": "stub-model", "object": "model", "created": 0, "owned_by": "benchmarks"}
        return web.json_response({"object": "list", "data": [model]})

    async def told(self, _: web.Request) -> web.Response:
        return web.json_response(self.counts.as_json())

    async def reset(self, _: web.Request) -> web.Response:
        self.counts = Counts()
        return web.json_response({})


EMPTY: Json = {"actors": [], "events": [], "positions": []}


def completion(said: Said | None, body: Json) -> Json:
    """A chat completion that says ``said`` in the form that ``body`` asks for; a refusal for None."""
    message: dict[str, Any] = {"role": "assistant", "content": None}
    if said is None:
        message["refusal"] = "I cannot help with this article."
    elif body.get("tools") and not said.is_prose:
        function = {"name": body["tools"][0]["function"]["name"], "arguments": said.text}
        message["tool_calls"] = [{"id": "call_1", "type": "function", "function": function}]
    else:
        message["content"] = said.text
    read = sum(len(str(one.get("content") or "")) for one in body["messages"]) // 4
    written = tokens.by_rule(said.text) if said is not None else 8
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 0,
        "model": "stub-model-2026",
        "choices": [{"index": 0, "message": message, "finish_reason": said.finish if said else "stop"}],
        "usage": {"prompt_tokens": read, "completion_tokens": written, "total_tokens": read + written},
    }


def _sound(answer: Json) -> Said:
    return Said(compact(answer), frozenset(range(len(answer["events"]) + len(answer["positions"]))))


def _reset(request: web.Request) -> None:
    """Closes the connection with a reset in place of an answer."""
    if request.transport is not None:
        held = request.transport.get_extra_info("socket")
        held.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        request.transport.abort()


async def _half(request: web.Request, content: bytes) -> web.StreamResponse:
    response = web.StreamResponse(
        headers={"Content-Length": str(len(content)), "Content-Type": "application/json"}
    )
    await response.prepare(request)
    await response.write(content[: len(content) // 2])
    if request.transport is not None:
        request.transport.close()
    return response


async def _serve(options: argparse.Namespace) -> None:
    server = Server(options)
    app = web.Application(client_max_size=16_000_000)
    app.router.add_post("/v1/chat/completions", server.chat)
    app.router.add_get("/v1/models", server.models)
    app.router.add_get("/counts", server.told)
    app.router.add_post("/reset", server.reset)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    held = socket.create_server(("127.0.0.1", 0), backlog=1024)
    await web.SockSite(runner, held).start()
    print(held.getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.read)
    await runner.cleanup()


def main() -> None:
    """Serves until stdin closes, so that it cannot outlive the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--delay", type=float, default=0.0, help="seconds before each answer")
    parser.add_argument("--faults", type=float, default=0.0, help="share of answers with a fault")
    parser.add_argument(
        "--late", type=float, default=5.0, help="further seconds of an answer that is too late"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--one-bad-in", type=int, default=0, help="first answers hold one bad record in so many"
    )
    parser.add_argument(
        "--bad-by", choices=("turn", "draw"), default="turn", help="one in each so many, or each by chance"
    )
    asyncio.run(_serve(parser.parse_args()))


if __name__ == "__main__":
    main()
