"""What every provider promises, whatever its port."""

import re
from typing import Any, ClassVar

import pytest

from darasa_reflex.core.engines.discovery import Provider


class ProviderContract:
    """Checks what Darasa reads of a provider before it builds anything.

    Attributes:
        provider: The one to check.
    """

    provider: ClassVar[Provider[Any]]

    @pytest.fixture
    def one(self) -> Provider[Any]:
        """Return the provider; a suite over several of them gives each in turn."""
        return self.provider

    @pytest.fixture
    def anyio_backend(self) -> str:
        """Run asynchronous stories as the server does."""
        return "asyncio"

    def test_a_setting_can_hold_its_name(self, one: Provider[Any]) -> None:
        assert re.fullmatch(r"[a-z][a-z0-9_-]{0,39}", one.name)
        assert one.name != "auto"

    def test_a_page_can_show_its_title(self, one: Provider[Any]) -> None:
        assert one.title == one.title.strip() != ""
        assert not one.title.endswith(".")

    def test_its_keys_are_named_as_variables_of_the_environment(self, one: Provider[Any]) -> None:
        names = [*one.needs, *one.takes]

        assert all(re.fullmatch(r"[A-Z][A-Z0-9_]*", name) for name in names)
        assert len(names) == len(set(names))

    def test_what_it_lacks_is_a_sentence(self, one: Provider[Any]) -> None:
        lack = one.lack({})

        assert not one.needs or lack == f"{one.needs[0]} is not set."
        assert lack is None or lack.endswith(".")

    def test_what_it_keeps_of_people_is_told_in_sentences(self, one: Provider[Any]) -> None:
        assert one.keeps is None or one.keeps.told.endswith(".")
