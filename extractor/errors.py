"""The tree of errors, with the exit status the command line gives each.

::

    ExtractorError
    ├── UsageError              wrong arguments, settings, prompts or gold: nothing was started (2)
    │   ├── SettingsError       an environment variable or option holds what cannot be used
    │   ├── PromptError         a prompt template is missing, does not fill or does not ground
    │   ├── GoldError           a gold file breaks a rule; names file, record and field
    │   └── ResultError         a stored result cannot be read; names file and line
    ├── ReadError               one input could not be read; names it, says why and what to do (3)
    └── EngineError
        ├── EngineUnusable      the engine cannot be used at all: key, model, quota (4)
        ├── EngineFailed        this article's answer could not be had or understood (3)
        │   ├── EngineBusy      a passing fault of the wire or the endpoint: worth trying again
        │   ├── EngineTooLong   question or answer do not fit the model: worth asking about less text
        │   └── BudgetSpent     not asked: what may be spent would not have covered it; the run drains
        └── EngineRefused       the provider declined this article; carries its words (3)
"""

from __future__ import annotations

from typing import Final

__all__ = [
    "BudgetSpent",
    "EngineBusy",
    "EngineError",
    "EngineFailed",
    "EngineRefused",
    "EngineTooLong",
    "EngineUnusable",
    "ExtractorError",
    "GoldError",
    "PromptError",
    "ReadError",
    "ResultError",
    "SettingsError",
    "UsageError",
]


class ExtractorError(Exception):
    """Whatever this package raises on purpose."""


class UsageError(ExtractorError):
    """What was asked for cannot be done as asked; nothing was started."""


class SettingsError(UsageError):
    """An environment variable or an option holds a value that cannot be used."""


class PromptError(UsageError):
    """A prompt template is missing, does not fill, or a worked example does not ground."""


class GoldError(UsageError):
    """A gold file breaks a rule of the data model."""

    def __init__(self, file: str, record: str, field: str, problem: str) -> None:
        self.file: Final = file
        self.record: Final = record
        self.field: Final = field
        self.problem: Final = problem
        super().__init__(f"{file}: {record}: {field}: {problem}")

    def __reduce__(self) -> tuple[type[GoldError], tuple[str, str, str, str]]:
        """Errors cross process borders; by default only their message would."""
        return type(self), (self.file, self.record, self.field, self.problem)


class ResultError(UsageError):
    """A stored result cannot be read back."""


class ReadError(ExtractorError):
    """One input could not be read; the others go on.

    Args:
        source: the file, URL or line as the user named it.
        reason: what is wrong with it, in a few plain words.
        remedy: what the user can do about it.
    """

    def __init__(self, source: str, reason: str, remedy: str) -> None:
        self.source: Final = source
        self.reason: Final = reason
        self.remedy: Final = remedy
        super().__init__(f"{source}: {reason}; {remedy}")

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str, str]]:
        """Errors cross process borders; by default only their message would."""
        return type(self), (self.source, self.reason, self.remedy)


class EngineError(ExtractorError):
    """The engine did not give a usable answer.

    ``receipt`` is what the vain attempts took (``engines.engine.Receipt``); None when nothing was spent.
    """

    receipt: object = None


class EngineUnusable(EngineError):
    """The engine cannot be used at all; the run stops. The message says what to do."""


class EngineFailed(EngineError):
    """No usable answer for this article, after every try the policy allows."""


class EngineBusy(EngineFailed):
    """A passing fault of the wire or the endpoint; ``retry_after`` in seconds when it asked for a pause."""

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        self.retry_after: Final = retry_after
        super().__init__(message)


class EngineTooLong(EngineFailed):
    """The question is longer than the model's context, or its answer longer than the output limit."""


class BudgetSpent(EngineFailed):
    """What may still be spent does not cover this call; it was not sent."""


class EngineRefused(EngineError):
    """The provider declined to answer for this article; the message holds its words."""
