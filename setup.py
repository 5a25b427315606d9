"""Installs the top-level folder `resources` as part of the package; everything else is in pyproject.toml."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["cnn_desktop*"]), "cnn_desktop.resources"],
    package_dir={"cnn_desktop.resources": "resources"},
    package_data={
        "cnn_desktop": ["py.typed"],
        "cnn_desktop.resources": ["*.qss", "icons/*.svg", "translations/*", "*.txt", "*.j2"],
    },
)
