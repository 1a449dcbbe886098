"""How a category stands without a number: in three steps, each with the counts it follows from."""

from typing import Literal

Found = Literal["little", "some", "much"]
