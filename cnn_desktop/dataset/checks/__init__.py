"""What is found out about photos before any of them is used."""
