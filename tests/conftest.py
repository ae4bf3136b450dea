from pathlib import Path

import pytest
from click.testing import Result

from tests.commands import ARTICLES, quizgen_says


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """A folder with what `build` made of the test articles, and what it said."""
    folder = tmp_path_factory.mktemp("built")
    return folder, quizgen_says("build", ARTICLES, "--out", folder)
