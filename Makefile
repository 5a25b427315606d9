# The list of commands. `make run` and `make test` set everything up by themselves.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TESTS := test-learning test-window test-steps test-verbs test-data  # the longest first
# at a time: one more than two cores, as tests of children and windows wait much
PARTS ?= 3
BELOW_THE_WINDOW = QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -p no:pytest-qt --wall PySide6,pyqtgraph,shiboken6
IN_THE_WINDOW = QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest --wall torch,torchvision,timm,sklearn
STEPS := $(foreach step,dataset model training evaluation viewer labels,tests/gui/$(step)/)
EDITION ?= nvidia
PHOTOS ?= $(or $(CNN_DESKTOP_TEST_DATA),../shared/data/trashnet)

.PHONY: run test $(TESTS) lint format bench torture screenshots translations lock clean package package-test \
	package-windows package-windows-test package-macos package-wheel release

run: $(READY)  ## open the app on the built-in sample; with no screen, run the same job in the terminal
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		$(BIN)/cnn-desktop --sample; \
	else \
		echo "There is no screen here, so the same job runs in the terminal: cnn-desktop demo"; \
		$(BIN)/cnn-desktop demo; \
	fi

test: $(READY)  ## everything that must hold, $(PARTS) parts at a time; each part of the tests ends with pytest's own summary
	@$(BIN)/python -m compileall -q cnn_desktop  # where Python is told to write no byte code, each child would compile anew
	+OMP_NUM_THREADS=1 $(MAKE) --no-print-directory --keep-going --jobs=$(PARTS) \
		$(if $(filter output-sync,$(.FEATURES)),--output-sync=target) $(TESTS)

test-learning: $(READY)
	@$(BELOW_THE_WINDOW) tests/learning $(PYTEST)

test-verbs: $(READY)
	@$(BELOW_THE_WINDOW) tests/child tests/verbs tests/reliability $(PYTEST)

test-data: $(READY) lint  # so that what is printed last is always a summary of pytest
	@$(BELOW_THE_WINDOW) tests/domain tests/dataset tests/project tests/reporting $(PYTEST)

test-window: $(READY)
	@$(IN_THE_WINDOW) $(filter-out $(STEPS),$(wildcard tests/gui/*/)) tests/release $(PYTEST)

test-steps: $(READY)
	@$(IN_THE_WINDOW) $(STEPS) $(PYTEST)

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(READY)  ## print the figures of docs/performance.md, both sides and their ratio; PHOTOS=folder of class folders
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks.bench_window
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks.bench_grid
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks.bench_click $(PHOTOS)
	$(BIN)/python -m tests.benchmarks.bench_stop
	$(BIN)/python -m tests.benchmarks.show_parity
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks.bench_tabs
	$(BIN)/python -m tests.benchmarks.bench_dataset $(PHOTOS)
	$(BIN)/python -m tests.benchmarks.bench_course_loop $(PHOTOS) --course-epochs 1
	$(BIN)/python -m tests.benchmarks.bench_last_stage $(PHOTOS)
	$(BIN)/python -m tests.benchmarks.bench_recipes $(PHOTOS) --seeds 1
	$(BIN)/python -m tests.benchmarks.bench_evaluate $(PHOTOS)
	$(BIN)/python -m tests.benchmarks.bench_pipeline $(PHOTOS)
	$(BIN)/python -m tests.benchmarks.bench_simple_cnn $(PHOTOS)

torture: $(READY)  ## kills, flipped bits, hostile files, crafted pictures, silent children: see docs/reliability.md; PILLOW=Tests/images of Pillow's source
	nice $(BIN)/python -m tests.reliability $(if $(PILLOW),--pillow $(PILLOW)) $(TORTURE)

screenshots: $(READY)  ## render docs/screenshots from the real app
	QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/screenshots.py --out docs/screenshots

translations: $(READY)  ## collect every string, check every language, compile
	$(BIN)/python packaging/translations.py update
	$(BIN)/python packaging/translations.py check

package:  ## dist/*.deb and *.run, built in a bare Debian 12 (root's rights, mmdebstrap); EDITION=nvidia or cpu with TORCH_INDEX=ADDRESS
	$(PYTHON) packaging/linux/package.py --edition $(EDITION) --torch-index "$(TORCH_INDEX)" $(PACKAGE)

package-test: $(READY)  ## install what is in dist in bare Debians 12 and 13 without a network, use it, measure it, remove it
	$(PYTHON) packaging/linux/package_test.py --edition $(EDITION) --source-python $(BIN)/python $(PACKAGE_TEST)

package-windows: $(READY)  ## dist/*-setup.exe, built on Linux with Wine in a Debian 13 root (root's rights, mmdebstrap, npm)
	$(BIN)/python packaging/windows/build_setup.py $(PACKAGE_WINDOWS)

package-windows-test: $(READY)  ## install, upgrade, start and uninstall that setup under Wine
	$(BIN)/python packaging/windows/check_setup.py $(PACKAGE_WINDOWS_TEST)

package-macos: $(READY)  ## dist/*.dmg, on a Mac with Apple silicon; never run so far
	$(BIN)/python packaging/macos/build_app.py $(PACKAGE_MACOS)

package-wheel: $(READY)  ## dist/*.whl, for those who have Python: built, installed as pip does it, and used
	QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/check_wheel.py --out dist $(PACKAGE_WHEEL)

release:  ## sign what is in dist, write SHA256SUMS and RELEASE-NOTES.md; fails at anything unsigned unless UNSIGNED=1
	$(PYTHON) packaging/release/finish.py dist

lock:  ## pin the newest fitting versions
	$(BIN)/uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
		pyproject.toml --group dev -o requirements.lock
	$(BIN)/uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
		packaging/bundle/requirements.in -c requirements.lock --no-emit-package setuptools --no-emit-package packaging \
		-o packaging/bundle/requirements.lock

$(READY): pyproject.toml requirements.lock packaging/system-packages.sh
	@sh packaging/system-packages.sh
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "CNN Desktop needs Python 3.11 or newer; try: make PYTHON=python3.12")'
	[ -x $(BIN)/python ] || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	VIRTUAL_ENV=$(VENV) $(BIN)/uv pip sync --system-certs --compile-bytecode --require-hashes requirements.lock \
		|| $(BIN)/python -m pip install --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache
