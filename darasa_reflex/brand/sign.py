"""Our own sign, where no brand has another: a voice in a speech bubble, as paths on 32 by 32."""

BUBBLE = (
    "M9 3h14a6 6 0 0 1 6 6v9a6 6 0 0 1-6 6h-8l-6.3 4.7A1 1 0 0 1 7 27.9v-4.2"
    "A6 6 0 0 1 3 18V9a6 6 0 0 1 6-6Z"
)
VOICE = (
    "M9 11a1.5 1.5 0 0 1 3 0v5a1.5 1.5 0 0 1-3 0Zm5.5-2.5a1.5 1.5 0 0 1 3 0v10"
    "a1.5 1.5 0 0 1-3 0ZM20 11a1.5 1.5 0 0 1 3 0v5a1.5 1.5 0 0 1-3 0Z"
)
