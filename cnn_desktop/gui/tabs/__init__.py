"""The tabs: views of plain data, with signals of intention."""
