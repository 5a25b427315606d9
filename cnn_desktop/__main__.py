"""The one door: a verb goes to the command line, anything else opens the window."""

import gc
import sys

from cnn_desktop.domain import descriptors, environment


def main(arguments: list[str] | None = None) -> int:
    """Runs CNN Desktop with `arguments` (default: the process's own). Returns the exit code.

    Whatever ends it is told in one sentence; a verb's own end is `cli.main`.
    """
    try:
        if arguments is None:  # before anything else is imported
            descriptors.fill_standard()
            environment.settle()
            descriptors.have_enough()
        import multiprocessing

        multiprocessing.freeze_support()
        words = sys.argv[1:] if arguments is None else arguments
        from cnn_desktop.verbs.console import sound

        return sound(lambda: _run(words, ends=arguments is None))
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the boundary of the process: whatever it was, the person is told
        from cnn_desktop import cli

        return cli.ended_by(error)


def _run(words: list[str], ends: bool) -> int:
    """`ends`: the process ends with it."""
    from cnn_desktop import cli
    from cnn_desktop.domain.errors import UserError

    is_test = words[:1] == ["selftest"]
    if not is_test and cli.is_for_command_line(words):
        exit_code = cli.main(words)
        if ends:  # Python would look through every object of torch several times
            gc.freeze()
        return exit_code
    try:
        if is_test:
            from cnn_desktop.gui.app.selftest import main as show
        else:
            from cnn_desktop.gui.app.app import main as show
    except ImportError as error:
        from cnn_desktop.domain import window_needs

        return cli.told(window_needs.why_not_loaded(error))
    try:
        return show(words[1:] if is_test else words)
    except UserError:
        raise
    except Exception as error:
        from cnn_desktop.gui.app.guard import note

        note(error)
        raise


if __name__ == "__main__":
    sys.exit(main())
